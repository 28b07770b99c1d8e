// The notebooks of this project, executed with few trials: they run to their end, and every figure in them is one.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCells } from "../src/node/notebooks/cells.ts";
import { type ExecutedNotebook, executeNotebook } from "../src/node/notebooks/execute.ts";
import { textOf } from "../src/node/notebooks/printOutput.ts";
import { findNotebooks, isHandbook, notebookFile } from "../src/node/project/findNotebooks.ts";

const root = resolve(import.meta.dirname, "..");
/** The page that a project whose article is another may have removed. */
const handbookScenario = notebookFile(root, "handbook-scenario");
const executed = new Map<string, Promise<ExecutedNotebook>>();

/** Executes a notebook, once. */
function execute(name: string): Promise<ExecutedNotebook> {
  const known =
    executed.get(name) ?? executeNotebook(notebookFile(root, name), { folder: root, trials: 256 });
  executed.set(name, known);
  return known;
}

/** All that a notebook shows, in words. */
function wordsOf({ cells }: ExecutedNotebook): string {
  return cells.flatMap(({ outputs }) => outputs.map(textOf)).join("\n");
}

describe.each(findNotebooks(root))("notebooks/%s.ts", (name) => {
  test("runs to its end, and holds no figure that is none", { timeout: 30_000 }, async () => {
    const notebook = await execute(name);
    expect(notebook.error).toBeUndefined();
    expect(wordsOf(notebook)).not.toMatch(/NaN|undefined|Infinity|∞|n\/a|\[object/);
  });
});

test.each(findNotebooks(root).filter((name) => !isHandbook(name)))(
  "%s, an argument, shows a chart",
  async (name) => {
    const { cells } = await execute(name);
    expect(cells.some(({ outputs }) => outputs.some(({ kind }) => kind === "chart"))).toBe(true);
  },
);

test("the handbook stands on no scenario of the project, so that it stays where the article is another", async () => {
  for (const name of findNotebooks(root).filter(isHandbook)) {
    expect((await execute(name)).scenarios, name).toEqual([]);
  }
});

test.skipIf(!existsSync(handbookScenario))("from a claim to a chart takes at most twenty lines", () => {
  const file = handbookScenario;
  const cell = parseCells(readFileSync(file, "utf8"), file).find(
    ({ title }) => title === "From a claim to a chart",
  );
  expect(cell!.text.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(20);
});
