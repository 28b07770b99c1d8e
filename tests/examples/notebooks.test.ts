// What the bundled notebooks find, executed with few trials.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { executeNotebook } from "../../src/node/notebooks/execute.ts";
import { textOf } from "../../src/node/notebooks/printOutput.ts";
import { notebookFile } from "../../src/node/project/findNotebooks.ts";

const root = resolve(import.meta.dirname, "../..");

test("the two figures of the manpower close at 65.7 % (right answer: 20,000 over 1,000 × 30.4375)", async () => {
  const { cells } = await executeNotebook(notebookFile(root, "manpower"), { folder: root, trials: 256 });
  const words = cells.flatMap(({ outputs }) => outputs.map(textOf)).join("\n");
  expect(words).toContain("65.7 % of all casualties are");
});
