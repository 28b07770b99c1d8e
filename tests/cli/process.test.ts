// Laws of the command line as a process: what its shell sees, and what only the end of a process can show.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

const asProcess = (place: string, ...words: string[]) => ended(start(place, ...words));

describe("a process", { timeout: 60_000 }, () => {
  test("says what its command says, to the last byte, and ends with its exit code", async () => {
    for (const [code, ...words] of [
      [0, "compare", "coins", "rich"],
      [2, "run", "coinz", "--trials", "0"],
    ] as const) {
      const said = await sandtable(folder, ...words);
      expect(said.code).toBe(code);
      expect(await asProcess(folder, ...words)).toEqual({ ...said, signal: null });
    }
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
    const { code, stderr } = await asProcess(throwing.folder, "list");
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
    const { code, stderr } = await asProcess(broken.folder, "list");
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
