// Laws: files appear whole or not at all.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeSet, writeWhole } from "../../../src/node/output/atomicFiles.ts";
import { bundle } from "../../../src/node/project/bundle.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandtable-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("law: a file that is written is there with its content and nothing beside it", async () => {
  await writeWhole(join(folder, "deep", "er", "a.txt"), "ä\n");
  expect(readFileSync(join(folder, "deep", "er", "a.txt"), "utf8")).toBe("ä\n");
  expect(readdirSync(join(folder, "deep", "er"))).toEqual(["a.txt"]);
});

test("law: a set replaces its files, removes the stale and leaves others alone", async () => {
  mkdirSync(join(folder, "charts"));
  for (const name of ["old.svg", "kept.svg", "same.svg"])
    writeFileSync(join(folder, "charts", name), "before");
  const files = new Map<string, string | Uint8Array>([
    ["charts/same.svg", "after"],
    ["run.json", new Uint8Array([123, 125])],
  ]);
  await writeSet(folder, files, ["charts/old.svg", "charts/never-there.svg"]);
  expect(readdirSync(join(folder, "charts")).sort()).toEqual(["kept.svg", "same.svg"]);
  expect(readFileSync(join(folder, "charts", "same.svg"), "utf8")).toBe("after");
  expect(readFileSync(join(folder, "run.json"), "utf8")).toBe("{}");
});

test("law: a set that cannot be written whole changes nothing and leaves no temporary file", async () => {
  writeFileSync(join(folder, "summary.json"), "before");
  // A text that cannot be made into bytes fails while the set is staged, as a full disk does.
  const broken = new Map([
    ["summary.json", "after"],
    ["run.json", { toString: "no text" } as unknown as string],
  ]);
  await expect(writeSet(folder, broken)).rejects.toThrow();
  expect(readFileSync(join(folder, "summary.json"), "utf8")).toBe("before");
  expect(readdirSync(folder)).toEqual(["summary.json"]);
});

test("law: a set that fails leaves none of the folders that it made", async () => {
  const broken = new Map([
    ["summary.json", "{}"],
    ["charts/a.svg", { toString: "no text" } as unknown as string],
  ]);
  await expect(writeSet(join(folder, "outputs", "coins"), broken)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(process.platform === "linux")(
  "law: where nothing can be made, the place that hinders is told",
  async () => {
    // Nobody can make a folder in /proc; all at once, the deepest would be said to be missing.
    const set = writeSet("/proc/sandtable/outputs/coins", new Map([["a.txt", "a"]]));
    await expect(set).rejects.toMatchObject({ syscall: "mkdir", path: "/proc/sandtable" });
  },
);

test("law: a file where a folder is wanted is an error of the system, and nothing is written", async () => {
  writeFileSync(join(folder, "charts"), "no folder");
  const files = new Map([
    ["summary.json", "{}"],
    ["charts/a.svg", "<svg/>"],
  ]);
  await expect(writeSet(folder, files)).rejects.toMatchObject({ syscall: "mkdir" });
  expect(readdirSync(folder)).toEqual(["charts"]);
});

const megabyte = 1 << 20;

/** Writes the same two files of one letter over and over into the folder that it is given, until it is stopped. */
const writer = bundle({
  folder: fileURLToPath(new URL("../../../src/node/output", import.meta.url)),
  platform: "node",
  entry: `
    import { writeSet } from "./atomicFiles.ts";
    void write(process.argv[1]!);
    async function write(name: string) {
    for (let round = 0; ; round++) {
      const text = String.fromCharCode(97 + (round % 26)).repeat(${megabyte});
      await writeSet(name, new Map([["a.txt", text], ["b.txt", text]]));
      if (round === 0) process.stdout.write("writing");
    }
    }`,
});

async function startWriter(): Promise<ReturnType<typeof spawn>> {
  const child = spawn(process.execPath, ["-e", await writer, folder]);
  return new Promise((resolve, reject) => {
    child.stdout.once("data", () => resolve(child));
    child.once("exit", (code) => reject(new Error(`the writer ended with ${code}`)));
  });
}

async function stop(child: ReturnType<typeof spawn>, signal: NodeJS.Signals, afterMs: number) {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", (code, by) => resolve({ code, signal: by }));
    child.kill(signal);
  });
}

function expectWholeFiles(): void {
  for (const name of ["a.txt", "b.txt"]) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toBe(text.charAt(0).repeat(megabyte));
  }
}

describe("a writer that is stopped at any moment", () => {
  test("law: killed outright, it leaves whole files, and the next writer sweeps what lies about", async () => {
    for (const afterMs of [3, 17]) {
      await stop(await startWriter(), "SIGKILL", afterMs);
      expectWholeFiles();
    }
    writeFileSync(join(folder, `.c.txt.${process.pid}-1.sandtable-tmp`), "of a process that still runs");
    await writeWhole(join(folder, "c.txt"), "c");
    expect(readdirSync(folder).sort()).toEqual([
      `.c.txt.${process.pid}-1.sandtable-tmp`,
      "a.txt",
      "b.txt",
      "c.txt",
    ]);
  });

  test("law: interrupted, it takes its temporary files along and says by its exit code what happened", async () => {
    for (const [signal, exitCode] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      const end = await stop(await startWriter(), signal, 5);
      // Between two writes the system ends the process itself, and a shell then gives the same code.
      expect([exitCode, signal]).toContain(end.code ?? end.signal);
      expectWholeFiles();
      expect(readdirSync(folder).sort()).toEqual(["a.txt", "b.txt"]);
    }
  });
});
