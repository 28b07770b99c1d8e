// A page whose own code does not return, or ends its process, is reported, and the other pages are built.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { BuildEvent } from "../../../src/node/preview/buildEvent.ts";
import { superviseBuilder } from "../../../src/node/preview/builderSupervisor.ts";
import { watchProject } from "../../../src/node/preview/watchProject.ts";
import { coinModel, plainCoinConfig, plainCoins, temporaryProject } from "../temporaryProject.ts";
import { startPreviewProcess } from "./previewProcess.ts";

const endless = coinModel.replace("let won = 0;", "let won = 0; while (prize > 3);");
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const script = join(import.meta.dirname, "../../../src/cli/builderEntry.ts");
const source = `import { load, md } from "sandtable/notebook";\nconst run = await (await load("coins")).run();\nmd\`Won: \${run.answer}\`;\n`;
const looping = `${source}for (;;);\n`;

/** A project with these notebooks in a supervised preview; gives its folder and the next event of a page. */
async function supervised(notebooks: Record<string, string>, scenarios?: Record<string, string>) {
  const { folder, remove } = temporaryProject(scenarios);
  ends.push(remove);
  mkdirSync(join(folder, "notebooks"));
  for (const [name, text] of Object.entries(notebooks))
    writeFileSync(join(folder, "notebooks", `${name}.ts`), text);
  const events: BuildEvent[] = [];
  const builder = superviseBuilder({
    script,
    folder,
    out: join(folder, "outputs"),
    first: undefined,
    debug: false,
    openPages: () => new Set(["coins/report.html"]),
    emit: (event) => events.push(event),
    untilLoaded: async () => undefined,
    patienceMs: 4000,
  });
  const watching = await watchProject(folder, builder);
  ends.push(() => watching.close());
  const emitted = async (page: string, kind: BuildEvent["kind"]): Promise<BuildEvent> => {
    const deadline = Date.now() + 120_000;
    for (;;) {
      const index = events.findIndex((event) => event.page === page && event.kind === kind);
      if (index >= 0) return events.splice(0, index + 1).at(-1)!;
      if (Date.now() > deadline) throw new Error(`${page} was not ${kind}; events ${JSON.stringify(events)}`);
      await sleep(5);
    }
  };
  return { folder, emitted };
}

test("a notebook that loops for ever is reported; other pages are built, and so is it once it is repaired", {
  timeout: 300_000,
}, async () => {
  const { folder, emitted } = await supervised({ a: looping, b: source });
  expect(await emitted("notebooks/a.html", "failed")).toMatchObject({
    message: expect.stringMatching(/^notebooks\/a\.ts: does not come back, .* a loop without an end\?/),
  });
  await emitted("notebooks/b.html", "made");
  writeFileSync(join(folder, "notebooks", "a.ts"), source);
  await emitted("notebooks/a.html", "made");
});

test("a scenario that loops for ever while it is read is reported, and its repair is followed soon", {
  timeout: 300_000,
}, async () => {
  const { folder, emitted } = await supervised({});
  await emitted("coins/report.html", "made");
  const model = join(folder, "scenarios", "coins.ts");
  writeFileSync(model, `${coinModel}\nfor (;;);\n`);
  await sleep(1000);
  writeFileSync(model, coinModel);
  expect(await emitted("coins/report.html", "failed")).toMatchObject({
    // Sooner than it would have been given up without the edit.
    message: expect.stringMatching(/^scenarios\/coins\.ts: does not come back, .* after 2 s/),
  });
  await emitted("coins/report.html", "made");
});

test("a trial that never ends is told with its number and inputs; other pages are built, and so is it once it is repaired", {
  timeout: 300_000,
}, async () => {
  const { folder, emitted } = await supervised(
    { a: source },
    { ...plainCoins, "coins.ts": endless, "dice.ts": coinModel, "dice.yaml": plainCoinConfig },
  );
  const stalled = {
    message: expect.stringMatching(
      /coins, variant base: trial [\d,]+ has not come back in 10 s \(prize=[3-9]/,
    ),
  };
  expect(await emitted("coins/report.html", "failed")).toMatchObject(stalled);
  await emitted("dice/report.html", "made");
  expect(await emitted("notebooks/a.html", "failed")).toMatchObject(stalled);
  writeFileSync(join(folder, "scenarios", "coins.ts"), coinModel);
  await emitted("coins/report.html", "made");
  await emitted("notebooks/a.html", "made");
});

test("while a trial never ends, its repair is followed soon", { timeout: 300_000 }, async () => {
  const { folder, emitted } = await supervised({}, plainCoins);
  await emitted("coins/report.html", "made");
  const model = join(folder, "scenarios", "coins.ts");
  writeFileSync(model, endless);
  await sleep(2000);
  writeFileSync(model, coinModel.replace("they give", "the throws give"));
  // The build of the endless one was superseded: it is not told as a failure.
  await emitted("coins/report.html", "made");
  expect(readFileSync(join(folder, "outputs", "coins", "summary.json"), "utf8")).toContain("the throws give");
});

test("a preview whose trial or module never ends is ended by Ctrl-C at once, with all of its processes", {
  timeout: 300_000,
}, async () => {
  for (const model of [endless, `${coinModel}\nfor (;;);\n`]) {
    const { folder, remove } = temporaryProject({ ...plainCoins, "coins.ts": model });
    ends.push(remove);
    const preview = await startPreviewProcess(folder);
    await sleep(5000);
    const below = preview.processes();
    expect(below.length).toBeGreaterThan(1);
    expect((await preview.interrupt()).signal).toBe("SIGINT");
    // Only the preview itself was interrupted: the others see that it is gone, busy as they are.
    while (below.some(isAlive)) await sleep(50);
  }
});

test("a project's folder may have any name: its pages are built, and served", {
  timeout: 300_000,
}, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  const odd = join(folder, `a b?c#d%20e'f"g`);
  mkdirSync(odd);
  for (const part of ["package.json", "src", "scenarios"]) renameSync(join(folder, part), join(odd, part));
  const preview = await startPreviewProcess(odd);
  ends.push(async () => {
    await preview.interrupt();
  });
  const built = /coins\/report\.html {2}\d/;
  const page = async () => (await fetch(`${preview.url}coins/report.html`)).text();
  await preview.after(() => undefined, built);
  const edited = coinModel.replace("they give", "the throws give");
  await preview.after(() => writeFileSync(join(odd, "scenarios", "coins.ts"), edited), built);
  expect(await page()).toContain("the throws give");
});

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}
