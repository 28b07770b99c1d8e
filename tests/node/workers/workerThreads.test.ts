// Laws of threads that stay: what they play is what one thread plays, and work that nobody wants does not keep them.
import { afterAll, expect, test } from "vitest";
import { jsonText } from "../../../src/format/jsonText.ts";
import { loadClaims } from "../../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { filesOf, findProject } from "../../../src/node/project/project.ts";
import { Session } from "../../../src/node/project/session.ts";
import { userCode } from "../../../src/node/project/userCode.ts";
import { runLoaded } from "../../../src/node/workers/runLoaded.ts";
import { Threads } from "../../../src/node/workers/workerThreads.ts";
import { coinClaims, coinConfig, coinModel, temporaryProject } from "../temporaryProject.ts";

const { folder, remove } = temporaryProject({
  "claims.yaml": coinClaims,
  "coins.ts": coinModel,
  "coins.yaml": coinConfig,
  "dice.ts": coinModel.replace("random.bernoulli(0.5)", "Math.floor(6 * random.uniform())"),
  "dice.yaml": coinConfig,
  "endless.ts": coinModel.replace("let won = 0;", "let won = 0;\n    for (;;) won++;"),
  "endless.yaml": coinConfig,
});
const threads = new Threads(2);
afterAll(async () => {
  await threads.end();
  remove();
});

async function load(name: string) {
  const project = findProject(folder);
  const [loaded] = await loadScenarios(project, [filesOf(name)], { claims: loadClaims(project) });
  return loaded!;
}

async function played(name: string, executor: { threads?: typeof threads; signal?: AbortSignal } = {}) {
  const loaded = await load(name);
  const { findings } = await runLoaded(loaded, executor);
  return jsonText(findings);
}

test("several scenarios at a time, again and again, are played as by one thread alone", async () => {
  const [coins, dice] = [await played("coins"), await played("dice")];
  expect(coins).not.toBe(dice);
  for (let round = 0; round < 3; round++) {
    const together = await Promise.all(["coins", "dice"].map((name) => played(name, { threads })));
    expect(together).toEqual([coins, dice]);
  }
});

test("a trial that never ends is given up when it is no longer wanted, and the next run is played", async () => {
  const overtaken = new AbortController();
  const endless = played("endless", { threads, signal: overtaken.signal });
  setTimeout(() => overtaken.abort(new Error("overtaken")), 200);
  await expect(endless).rejects.toThrow("overtaken");
  expect(await played("coins", { threads })).toBe(await played("coins"));
});

test("a trial that never ends fails its run, with its number and inputs, and other runs go on", async () => {
  const session = new Session();
  session.get(userCode).limitMs = 300;
  const limited = new Threads(2, session);
  const endless = played("endless", { threads: limited });
  const coins = played("coins", { threads: limited });
  await expect(endless).rejects.toThrow(
    /^endless, variant base: trial 0 has not come back in 0\.3 s \(prize=[\d.]+\)$/,
  );
  expect(await coins).toBe(await played("coins"));
  expect(await played("coins", { threads: limited })).toBe(await coins);
  await limited.end();
});
