// Laws of the command line as a process: what its shell sees, and what only the end of a process can show.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { coinConfig, coinModel, temporaryProject } from "../node/temporaryProject.ts";
import { ended, sandtable, start } from "./sandtable.ts";

const guessed = coinConfig.replace("claims: [prize]", "why: A guess");
let project: ReturnType<typeof temporaryProject>;
let folder: string;
beforeAll(() => {
  project = temporaryProject();
  folder = project.folder;
});
afterAll(() => project.remove());

/** The SHA-256 of each file of a run but its manifest, by path. */
function filesOf(run: string): Record<string, string> {
  const paths = readdirSync(run, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(run, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((path) => path !== "run.json");
  const hash = (path: string) =>
    createHash("sha256")
      .update(readFileSync(join(run, path)))
      .digest("hex");
  return Object.fromEntries(paths.map((path) => [path, hash(path)]));
}

const asProcess = (place: string, ...words: string[]) => ended(start(place, ...words));

describe("a process", { timeout: 60_000 }, () => {
  test("says and writes what its command does, to the last byte, and ends with its exit code", async () => {
    const words = ["run", "coins", "--out", "ran"];
    const ran = join(folder, "ran");
    const said = await sandtable(folder, ...words);
    expect(said).toMatchObject({ code: 0, stderr: "" });
    // Right answer by hand: three throws all give nothing in one of eight cases.
    expect(said.stdout).toMatch(/nothing is very unlikely \(1[23]/);
    const { files, versions } = JSON.parse(readFileSync(join(ran, "coins", "run.json"), "utf8"));
    expect(versions.node).toBe(process.versions.node);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["summary.json", "charts/headline.svg", "charts/headline.png"]),
    );
    expect(filesOf(join(ran, "coins"))).toEqual(files);
    rmSync(ran, { recursive: true });
    // Another process has nothing left over from the first, and its zone and language change no byte.
    vi.stubEnv("TZ", "Pacific/Chatham");
    vi.stubEnv("LANG", "de_DE.UTF-8");
    const again = await asProcess(folder, ...words).finally(() => vi.unstubAllEnvs());
    expect(again).toEqual({ ...said, signal: null });
    expect(filesOf(join(ran, "coins"))).toEqual(files);
  });

  test("that refuses its words says so as its command does, and ends with 2", async () => {
    const words = ["run", "coinz", "--trials", "0"];
    const said = await sandtable(folder, ...words);
    expect(await asProcess(folder, ...words)).toEqual({ ...said, code: 2, signal: null });
  });

  test("a reader that closes the pipe is no failure", async () => {
    const child = start(folder, "run", "coins", "--json");
    child.stdout!.destroy();
    expect(await ended(child)).toMatchObject({ code: 0, stderr: "" });
  });

  test("a scenario that throws while it is read ends with 3 and says where it is", async () => {
    const throwing = temporaryProject({
      "coins.ts": 'throw new Error("no coins");',
      "coins.yaml": coinConfig,
    });
    const { code, stderr } = await sandtable(throwing.folder, "list");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: "scenarios/coins.ts:1:7: scenarios/coins.ts cannot be read: Error: no coins\n",
    });
    throwing.remove();
  });

  test("a scenario that is no TypeScript is told with its place", async () => {
    const broken = temporaryProject({
      "coins.ts": coinModel.replace("title:", "title title:"),
      "coins.yaml": coinConfig,
    });
    const { code, stderr } = await sandtable(broken.folder, "list");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'scenarios/coins.ts:5:9: cannot be read: Expected "}" but found "title"\n',
    });
    broken.remove();
  });

  test("a trial or a notebook that would end the program ends with 3 and says where", async () => {
    const ending = temporaryProject({
      "coins.ts": coinModel.replace("let won = 0;", "let won = 0;\n    process.exit(0);"),
      "coins.yaml": guessed,
    });
    mkdirSync(join(ending.folder, "notebooks"));
    writeFileSync(join(ending.folder, "notebooks", "exit.ts"), "// %%\nprocess.exit(0);\n");
    writeFileSync(join(ending.folder, "notebooks", "wait.ts"), "// %%\nawait new Promise(() => {});\n");
    for (const words of [
      ["--workers", "1"],
      ["--workers", "2", "--json"],
    ]) {
      const { code, stdout, stderr } = await asProcess(ending.folder, "run", "coins", ...words);
      expect(stderr).toMatch(/coins, variant base: trial 0 stopped: process\.exit\(0\) would end/);
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    }
    expect(existsSync(join(ending.folder, "outputs"))).toBe(false);
    const exit = await asProcess(ending.folder, "notebook", "exit");
    expect(exit.stderr).toMatch(/^notebooks\/exit\.ts:2:9: Failed: process\.exit\(0\) would end/);
    expect(exit).toMatchObject({ code: 3, stdout: "outputs/notebooks/exit.html\n" });
    const wait = await asProcess(ending.folder, "notebook", "wait");
    expect(wait).toMatchObject({ code: 3, stdout: "" });
    expect(wait.stderr).toContain("waits for what never comes");
    ending.remove();
  });

  test("a trial, a file or a notebook without an end is ended with 3, its place and its inputs", async () => {
    const endless = temporaryProject({
      "coins.ts": coinModel.replace("let won = 0;", "let won = 0;\n    for (;;) won++;"),
      "coins.yaml": guessed,
      "read.ts": `${coinModel}\nfor (;;) {}\n`,
      "read.yaml": guessed,
    });
    mkdirSync(join(endless.folder, "notebooks"));
    writeFileSync(join(endless.folder, "notebooks", "loop.ts"), "// %%\nfor (;;) {}\n");
    const limited = (...words: string[]) => asProcess(endless.folder, ...words, "--trial-timeout", "1s");
    const trial = await limited("run", "coins", "--workers", "1");
    expect(trial.stderr).toMatch(
      /^scenarios\/coins\.ts:\d+:\d+: coins, variant base: trial 0 has not come back in 1 s \(prize=[\d.]+\)\n$/,
    );
    expect(trial).toMatchObject({ code: 3, stdout: "" });
    const read = await limited("run", "read");
    expect(read.stderr).toMatch(/^scenarios\/read\.ts:\d+:\d+: scenarios\/read\.ts has not come back in 1 s/);
    expect(read.code).toBe(3);
    const notebook = await limited("notebook", "loop");
    expect(notebook).toMatchObject({ code: 3, stderr: "notebooks/loop.ts:2:1: has not come back in 1 s\n" });
    endless.remove();
  });

  test("stopped amid its work it leaves nothing", async () => {
    const out = join(folder, "stopped");
    const child = start(folder, "run", "coins", "--out", out, "--trials", "4000000");
    // Long enough to have begun, far too short to be done.
    setTimeout(() => child.kill("SIGTERM"), 1200);
    const { code, signal, stdout } = await ended(child);
    expect(code === 143 || signal === "SIGTERM").toBe(true);
    expect(stdout).toBe("");
    expect(existsSync(out)).toBe(false);
  });
});
