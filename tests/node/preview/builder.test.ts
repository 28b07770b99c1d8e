// The outputs follow the files: what an edit affects is built again, failures are emitted, and gone once they are repaired.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { affectsNotebook, affectsScenario } from "../../../src/node/notebooks/affected.ts";
import type { BuildEvent } from "../../../src/node/preview/buildEvent.ts";
import { openBuilder } from "../../../src/node/preview/builder.ts";
import type { BuildState } from "../../../src/node/preview/builderState.ts";
import { openBuildQueue } from "../../../src/node/preview/buildQueue.ts";
import { watchProject } from "../../../src/node/preview/watchProject.ts";
import { filesOf } from "../../../src/node/project/project.ts";
import { Session } from "../../../src/node/project/session.ts";
import type { Watching } from "../../../src/node/project/watchFiles.ts";
import { sandtable } from "../../cli/sandtable.ts";
import { plainCoinConfig, plainCoins, temporaryProject } from "../temporaryProject.ts";

/** Of all builders here, so that each does not bundle the kit anew. */
const session = new Session();
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test("an edited file makes old what stands on it, and nothing else (right answers by hand)", () => {
  const scenarios = [filesOf("coins"), filesOf("dice")];
  const project = { folder: "/nowhere", scenarios };
  const after = (...paths: string[]) => ({ changed: new Set(paths), project });
  expect(affectsScenario("coins", after("scenarios/coins.yaml"))).toBe(true);
  expect(affectsScenario("coins", after("scenarios/dice.ts"))).toBe(false);
  expect(affectsScenario("coins", after("scenarios/claims.yaml"))).toBe(true);
  expect(affectsScenario("coins", after("notebooks/coins.ts"))).toBe(false);
  const uses = { scenarios: ["coins"], files: ["notebooks/a.ts", "notebooks/shared/b.ts"] };
  expect(affectsNotebook("a", uses, after("scenarios/dice.yaml", "notebooks/c.ts"))).toBe(false);
  expect(affectsNotebook("a", uses, after("scenarios/coins.ts"))).toBe(true);
  expect(affectsNotebook("a", uses, after("notebooks/shared/b.ts"))).toBe(true);
  expect(affectsNotebook("a", undefined, after())).toBe(true);
});

test("open pages come first, a page is never built twice at a time, finishing comes last", async () => {
  const done: string[] = [];
  let finished: () => void = () => undefined;
  const allDone = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const buildQueue = openBuildQueue({
    restMs: 0,
    lullMs: 0,
    isUrgent: (page) => page === "seen",
    finish: async () => {
      done.push("finish");
      finished();
    },
  });
  const job = (page: string, milliseconds: number, name = page) => ({
    page,
    build: async (turn: () => Promise<void>) => {
      done.push(`${name} begins`);
      await sleep(milliseconds);
      await turn();
      done.push(`${name} ends`);
    },
  });
  buildQueue.order([job("unseen", 30)]);
  while (done.length === 0) await sleep(1);
  buildQueue.order([job("seen", 60)]);
  await sleep(5);
  buildQueue.order([job("seen", 1, "seen again")]);
  await allDone;
  expect(done).toEqual([
    "unseen begins",
    "seen begins",
    "seen ends",
    "seen again begins",
    "seen again ends",
    "unseen ends",
    "finish",
  ]);
  await buildQueue.close();
});

test("pages follow edits of config, model and notebook; a failure is emitted and leaves the old page", {
  timeout: 60_000,
}, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  mkdirSync(join(folder, "notebooks"));
  const notebook = join(folder, "notebooks", "prose.ts");
  const source = `import { load, md } from "sandtable/notebook";\nconst run = await (await load("coins")).run({ seed: "own" });\nmd\`Won: \${run.answer}\`;\n`;
  writeFileSync(notebook, source);
  const out = join(folder, "outputs");
  const events: BuildEvent[] = [];
  const watching: Watching = await watchProject(
    folder,
    openBuilder({
      session,
      folder,
      out,
      openPages: () => new Set(["coins/report.html", "notebooks/prose.html"]),
      emit: (event) => events.push(event),
      describe: (error) => (error as Error).message,
    }),
  );
  ends.push(() => watching.close());
  const emitted = async (page: string, kind: BuildEvent["kind"]): Promise<BuildEvent> => {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const index = events.findIndex((event) => event.page === page && event.kind === kind);
      if (index >= 0) return events.splice(index, 1)[0]!;
      if (Date.now() > deadline) throw new Error(`${page} was not ${kind}; events ${JSON.stringify(events)}`);
      await sleep(5);
    }
  };
  const report = () => readFileSync(join(out, "coins", "summary.json"), "utf8");
  const page = () => readFileSync(join(out, "notebooks", "prose.html"), "utf8");
  await emitted("coins/report.html", "made");
  await emitted("notebooks/prose.html", "made");
  expect(report()).toContain("1 to 4");

  const config = join(folder, "scenarios", "coins.yaml");
  writeFileSync(config, plainCoinConfig.replace("1 to 4", "2 to 5").replace("3 months", "5 months"));
  await emitted("coins/report.html", "made");
  await emitted("notebooks/prose.html", "made");
  expect(report()).toContain("2 to 5");
  expect(page()).toContain("In 5 months");

  writeFileSync(config, plainCoinConfig.replace("1 to 4", "uniform(4, 1)"));
  expect(await emitted("coins/report.html", "failed")).toMatchObject({
    message: expect.stringContaining("scenarios/coins.yaml:5:"),
  });
  await emitted("notebooks/prose.html", "failed");
  expect(report()).toContain("2 to 5");
  expect(page()).toContain("In 5 months");

  writeFileSync(config, plainCoinConfig);
  await emitted("coins/report.html", "made");
  await emitted("notebooks/prose.html", "made");
  rmSync(config);
  expect(await emitted("coins/report.html", "failed")).toMatchObject({
    message: expect.stringContaining("scenarios/coins.ts has no scenarios/coins.yaml beside it"),
  });
  await emitted("notebooks/prose.html", "failed");
  // As editors save that write beside the file and rename over it.
  writeFileSync(`${config}.new~`, plainCoinConfig);
  renameSync(`${config}.new~`, config);
  await emitted("coins/report.html", "made");
  await emitted("notebooks/prose.html", "made");
  const model = join(folder, "scenarios", "coins.ts");
  writeFileSync(model, readFileSync(model, "utf8").replace("they give", "the coins give"));
  await emitted("coins/report.html", "made");
  await emitted("notebooks/prose.html", "made");
  expect(page()).toContain("the coins give");

  writeFileSync(notebook, `${source}run.figure("wonn");\n`);
  expect(await emitted("notebooks/prose.html", "failed")).toMatchObject({
    message: expect.stringContaining("notebooks/prose.ts:4:5: "),
  });
  expect(page()).not.toContain("wonn");

  // When there is time the rest is made, and all of it is what the command line makes: the same bytes.
  await sandtable(folder, "run", "coins", "--out", "ran", "--quiet");
  const ran = join(folder, "ran", "coins");
  const files = Object.keys(JSON.parse(readFileSync(join(ran, "run.json"), "utf8")).files);
  expect(files).toContain("trials.parquet");
  while (events.length > 0 || !files.every((file) => existsSync(join(out, "coins", file)))) {
    await sleep(100);
    events.length = 0;
  }
  for (const file of files) {
    expect(readFileSync(join(out, "coins", file)).equals(readFileSync(join(ran, file))), file).toBe(true);
  }
});

test("a page that is ordered again while it is made is built again, and the first result is not emitted", async () => {
  const done: string[] = [];
  const buildQueue = openBuildQueue({ restMs: 0, isUrgent: () => true, finish: async () => undefined });
  const job = (name: string) => ({
    page: "seen",
    build: async (_: () => Promise<void>, signal: AbortSignal) => {
      done.push(`${name} begins`);
      for (let k = 0; k < 20 && !signal.aborted; k++) await sleep(5);
      done.push(signal.aborted ? `${name} gives up` : `${name} ends`);
    },
  });
  buildQueue.order([job("first")]);
  await sleep(10);
  buildQueue.order([job("second")]);
  await sleep(10);
  buildQueue.order([job("third")]);
  while (!done.includes("third ends")) await sleep(5);
  expect(done).toEqual([
    "first begins",
    "first gives up",
    "second begins",
    "second gives up",
    "third begins",
    "third ends",
  ]);
  await buildQueue.close();
});

test("an open page is drafted with few trials; what is written is of all", {
  timeout: 60_000,
}, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  writeFileSync(
    join(folder, filesOf("coins").config),
    plainCoinConfig.replace("trials: 1024", "trials: 65536"),
  );
  mkdirSync(join(folder, "notebooks"));
  // Another seed than the report's, whose run would be known.
  writeFileSync(
    join(folder, "notebooks", "prose.ts"),
    `import { load, md } from "sandtable/notebook";\nconst run = await (await load("coins")).run({ seed: "own" });\nmd\`\${run.findings.trials} trials\`;\n`,
  );
  const out = join(folder, "outputs");
  const pages = { "coins/report.html": / 1,024 trials/, "notebooks/prose.html": /1024 trials/ };
  const events: BuildEvent[] = [];
  const written: boolean[] = [];
  const watching = await watchProject(
    folder,
    openBuilder({
      session,
      folder,
      out,
      openPages: () => new Set(Object.keys(pages)),
      emit: (event) => {
        events.push(event);
        written.push(existsSync(join(out, event.page)));
      },
      describe: (error) => (error as Error).message,
    }),
  );
  ends.push(() => watching.close());
  const indexOf = (page: string, kind: BuildEvent["kind"]) =>
    events.findIndex((event) => event.page === page && event.kind === kind);
  for (const [page, few] of Object.entries(pages)) {
    while (indexOf(page, "made") < 0) await sleep(5);
    const look = indexOf(page, "drafted");
    expect(look).toBeLessThan(indexOf(page, "made"));
    expect(events[look]).toMatchObject({ html: expect.stringMatching(few) });
    expect(written[look]).toBe(false);
    const whole = readFileSync(join(out, page), "utf8");
    expect(whole).toMatch(/65,536 trials|65536 trials/);
    expect(whole).not.toMatch(few);
  }
});

/** Builds while the index is open; gives what is emitted, "coins/report.html made". */
async function followIndex(folder: string, out: string): Promise<string[]> {
  const events: string[] = [];
  const watching = await watchProject(
    folder,
    openBuilder({
      session,
      folder,
      out,
      openPages: () => new Set(["index.html"]),
      emit: ({ kind, page }) => events.push(`${page} ${kind}`),
      describe: (error) => (error as Error).message,
    }),
  );
  ends.push(() => watching.close());
  return events;
}

test("a builder that is opened while scenarios/ is gone says so, and builds when it is back", {
  timeout: 60_000,
}, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  renameSync(join(folder, "scenarios"), join(folder, "away"));
  const events = await followIndex(folder, join(folder, "outputs"));
  expect(events).toEqual(["index.html failed"]);
  renameSync(join(folder, "away"), join(folder, "scenarios"));
  while (!events.includes("coins/report.html made")) await sleep(5);
});

test("while the index is open, it follows each page at once", { timeout: 60_000 }, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  const out = join(folder, "outputs");
  const events = await followIndex(folder, out);
  while (!events.includes("index.html made")) await sleep(5);
  expect(events.filter((event) => !event.endsWith("drafted"))).toEqual([
    "coins/report.html made",
    "index.html made",
  ]);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("coins/report.html");
});

test("what was edited before the preview started is built again, and nothing else", {
  timeout: 60_000,
}, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  const out = join(folder, "outputs");
  mkdirSync(join(folder, "notebooks"));
  const write = (name: string, text: string) => writeFileSync(join(folder, "notebooks", `${name}.ts`), text);
  write("prose", `import { load, md } from "sandtable/notebook";\nmd\`\${(await load("coins")).title}\`;\n`);
  write("alone", `import { md } from "sandtable/notebook";\nmd\`Alone\`;\n`);
  await sandtable(folder, "all", "--quiet");
  const edited = join(folder, "scenarios", "claims.yaml");
  writeFileSync(edited, readFileSync(edited, "utf8").replace("The host", "The guest"));
  const events = await followIndex(folder, out);
  while (!events.includes("coins/report.html made") || !events.includes("notebooks/prose.html made"))
    await sleep(5);
  expect(events.filter((event) => event.startsWith("notebooks/alone"))).toEqual([]);
});

test("a builder that finds all built rehearses what is open, shows nothing of it, and leaves alone what had not come back", {
  timeout: 60_000,
}, async () => {
  const { folder, remove } = temporaryProject(plainCoins);
  ends.push(remove);
  await sandtable(folder, "run", "coins");
  const rehearsed = async (known: BuildState) => {
    const events: BuildEvent[] = [];
    const run: string[] = [];
    const builder = openBuilder({
      session,
      folder,
      out: join(folder, "outputs"),
      openPages: () => new Set(["coins/report.html"]),
      pages: new Map([["coins/report.html", known]]),
      emit: (event) => events.push(event),
      describe: (error) => (error as Error).message,
      onUserCode: ({ file }) => run.push(file),
    });
    const deadline = Date.now() + (known === "made" ? 20_000 : 500);
    while (run.length < 3 && Date.now() < deadline) await sleep(5);
    await builder.close();
    return { run, shown: events.filter(({ page }) => page !== "index.html") };
  };
  const { model } = filesOf("coins");
  expect(await rehearsed("made")).toEqual({ run: Array(3).fill(model), shown: [] });
  expect(await rehearsed("stuck")).toEqual({ run: [], shown: [] });
});
