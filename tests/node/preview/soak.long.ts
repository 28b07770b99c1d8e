// A long day at a preview: its memory does not grow with edits and failures, and it follows the last edit as the first.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryProject } from "../temporaryProject.ts";
import { startPreviewProcess } from "./previewProcess.ts";
import { prepareSoak, soak } from "./soakEdits.ts";

const edits = 200;
const mostMegabytes = 400;
/** Of the second half above the first. */
const mostGrowth = 60;

test("200 edits, failures among them, leave a preview with little memory that follows the next", {
  timeout: 1_800_000,
}, async () => {
  const { folder, remove } = temporaryProject();
  prepareSoak(folder);
  const preview = await startPreviewProcess(folder);
  try {
    await preview.after(() => preview.open("coins/report.html"), /notebooks\/prose\.html {2}\d/);
    const memory = await soak(preview, folder, edits);
    const most = (from: number, to: number) =>
      Math.max(...memory.filter(({ edit }) => edit > from && edit <= to).map(({ megabytes }) => megabytes));
    const curve = JSON.stringify(memory.map(({ megabytes }) => megabytes));
    expect(most(0, edits), curve).toBeLessThan(mostMegabytes);
    // Edits do not add up.
    expect(most(edits / 2, edits) - most(0, edits / 2), curve).toBeLessThan(mostGrowth);
    const summary = JSON.parse(readFileSync(join(folder, "outputs", "coins", "summary.json"), "utf8"));
    expect(JSON.stringify(summary)).toMatch(/1 to \d+\.\d+/);
  } finally {
    await preview.interrupt();
    remove();
  }
});
