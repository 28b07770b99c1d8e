// Right answers: whatever a trial does to the program around it is told as the scenario's fault, in threads as in the main one.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { coinConfig, coinModel, temporaryProject } from "../node/temporaryProject.ts";
import { ended, start } from "./sandtable.ts";

const guessed = coinConfig.replace("claims: [prize]", "why: A guess");
const head = "let won = 0;";
const inTrial = (code: string) => coinModel.replace(head, `${head}\n    ${code}`);
const replaces = (name: string, place: string, path: string) =>
  new RegExp(`^scenarios/${name}\\.ts:${place}: ${name} replaces ${path}: what is built in is everybody's`);
const faults: readonly (readonly [name: string, model: string, message: RegExp])[] = [
  [
    "late",
    inTrial('Promise.reject(new Error("late"));'),
    /^scenarios\/late\.ts:\d+:\d+: late: late \(thrown after/,
  ],
  [
    "timer",
    inTrial('globalThis.setTimeout(() => { throw new Error("late"); }, 0);'),
    /^scenarios\/timer\.ts:\d+:\d+: timer: late \(thrown after/,
  ],
  [
    "put-off",
    inTrial("setTimeout(() => 1, 0);"),
    /^scenarios\/put-off\.ts:.* trial 0 stopped: setTimeout would act/,
  ],
  [
    "proxy",
    inTrial("throw new Proxy({}, { get() { throw 1; } });"),
    /^scenarios\/proxy\.ts:12:3: proxy, variant base: trial 0 stopped: it threw something that cannot be read/,
  ],
  // What is no error has no place: that of the trial is told.
  ["nothing", inTrial("throw null;"), /^scenarios\/nothing\.ts:12:3: nothing, .* trial 0 stopped: null/],
  ["five", inTrial("throw 5;"), /^scenarios\/five\.ts:12:3: five, variant base: trial 0 stopped: 5/],
  ["gone", inTrial("won = Number.NaN;"), /^scenarios\/gone\.ts:12:3: gone, .* gave NaN for "won"/],
  [
    "exit",
    inTrial("(process as any).reallyExit(0);"),
    /^scenarios\/exit\.ts:.* trial 0 stopped: process\.reallyExit\(0\) would end the whole program/,
  ],
  [
    "async",
    coinModel.replace("  trial(", "  async trial("),
    /^scenarios\/async\.ts:12:3: async, variant base: trial 0 returned a promise/,
  ],
  [
    "endless",
    inTrial("for (;;) won++;"),
    /^scenarios\/endless\.ts:14:\d+: endless, .* has not come back in 2 s/,
  ],
  ...[
    ["text", "JSON.stringify = () => '{}';", "JSON\\.stringify"],
    [
      "fill",
      "Float64Array.prototype.fill = () => { throw new Error('fill'); };",
      "Float64Array\\.prototype\\.fill",
    ],
  ].map(
    ([name, code, path]) =>
      [name!, inTrial(`if (prize > 2) ${code}`), replaces(name!, "14:\\d+", path!)] as const,
  ),
  ["keys", `Object.keys = () => ["no"];\n${coinModel}`, replaces("keys", "1:15", "Object\\.keys")],
  // Nothing stands there now: the place is that of the trial.
  [
    "lost",
    inTrial("delete (Map as any).prototype.get;"),
    /^scenarios\/lost\.ts:12:3: lost replaces Map\.prototype\.get: /,
  ],
];
const { folder, remove } = temporaryProject(
  Object.fromEntries(
    faults.flatMap(([name, model]) => [
      [`${name}.ts`, model],
      [`${name}.yaml`, guessed],
    ]),
  ),
);
afterAll(remove);

describe("one worker and two say the same", { timeout: 300_000 }, () => {
  test.each(faults)("%s", async (name, _, message) => {
    const run = (workers: string) =>
      ended(start(folder, "run", name, "--workers", workers, "--trial-timeout", "2s"));
    const [one, two] = await Promise.all(["1", "2"].map(run));
    expect(one).toMatchObject({ code: 3, stdout: "", stderr: expect.stringMatching(message) });
    expect(two).toEqual(one);
  });
});

test("numbers that hang on chance of their own, on the clock or on trials before are warned of", async () => {
  const doubtful = temporaryProject({
    "dice.ts": inTrial("won += Math.random();"),
    "dice.yaml": guessed,
    "clock.ts": inTrial("won += new Date().getFullYear() > 1 ? 0 : 1;"),
    "clock.yaml": guessed,
    "memory.ts": `let plays = 0;\n${inTrial("won += plays++;")}`,
    "memory.yaml": guessed,
  });
  const words = async (name: string) => (await ended(start(doubtful.folder, "run", name, "--quiet"))).stderr;
  expect(await words("dice")).toMatch(
    /^warning: dice gives other numbers each time: .*Math\.random; draw from/,
  );
  expect(await words("clock")).toMatch(/^warning: clock gives other numbers each time: .*new Date\(\)/);
  expect(await words("memory")).toMatch(/^warning: memory .* it keeps something between trials/);
  doubtful.remove();
}, 300_000);

test("a heap that trials fill ends with 4, the trial and advice: that of this thread and that of others", async () => {
  const kept = inTrial("kept.push({ prize, row: [1, 2, 3, prize] });");
  const full = temporaryProject({
    "full.ts": `const kept: object[] = [];\n${kept}`,
    "full.yaml": guessed.replace("trials: 1024", "trials: 8000000"),
    "alone.ts": inTrial(
      "const kept: object[] = [];\n    while (won < 1) kept.push(new Array(1000).fill(prize));",
    ),
    "alone.yaml": guessed,
  });
  vi.stubEnv("NODE_OPTIONS", "--max-old-space-size=150");
  const run = (name: string, workers: string) =>
    ended(start(full.folder, "run", name, "--workers", workers, "--json", "--trial-timeout", "60s"));
  const ways = [
    ["full", "1"],
    ["alone", "1"],
    ["alone", "2"],
  ] as const;
  const all = await Promise.all(ways.map(([name, workers]) => run(name, workers))).finally(() =>
    vi.unstubAllEnvs(),
  );
  for (const [k, [name]] of ways.entries()) {
    expect(all[k]).toMatchObject({ code: 4, signal: null, stdout: "" });
    // Between two blocks no trial is at work.
    const where = `${name}, variant \\w+: trial \\d+ filled the memory .*`;
    const told = new RegExp(
      `${name === "full" ? `(?:${where}|not enough memory)` : where}: .*NODE_OPTIONS=\\S+ gives it twice`,
    );
    expect(all[k]!.stderr).toMatch(told);
  }
  full.remove();
}, 300_000);

test("a notebook that waits for what never comes is told with its cell, by the exit code of a failure", async () => {
  const coins = temporaryProject();
  mkdirSync(join(coins.folder, "notebooks"));
  const text = "console.log(1);\n// %%\nawait new Promise(() => undefined);\n";
  writeFileSync(join(coins.folder, "notebooks", "never.ts"), text);
  const never = await ended(start(coins.folder, "notebook", "never"));
  expect(never).toMatchObject({ code: 3, stderr: "notebooks/never.ts:2:1: waits for what never comes\n" });
  coins.remove();
}, 60_000);

test("--json with standard output closed ends with 4, thrown away by hand with 0", async () => {
  const { spawnSync } = await import("node:child_process");
  const coins = temporaryProject();
  const main = new URL("../../src/cli/main.ts", import.meta.url).pathname;
  const command = `"${process.execPath}" --import ${import.meta.resolve("tsx")} ${main} list --json`;
  const shell = (output: string) =>
    spawnSync("sh", ["-c", `${command} ${output}`], { cwd: coins.folder, encoding: "utf8" });
  const closed = shell(">&-");
  expect(closed.status).toBe(4);
  expect(closed.stderr).toMatch(/^sandtable: standard output is closed/);
  expect(shell("> /dev/null")).toMatchObject({ status: 0, stderr: "" });
  coins.remove();
}, 60_000);
