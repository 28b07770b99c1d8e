// What a run leaves in outputs/SCENARIO/: all of it or nothing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Findings } from "../../analysis/findings.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { type Content, type FileSet, writeSet } from "./atomicFiles.ts";
import { manifestOf, type RunRecord } from "./manifest.ts";

/** Writes summary, charts and manifest into `folder`, and removes charts of an earlier run that this one has not. */
export async function writeRun(
  folder: string,
  record: RunRecord,
  findings: Findings,
  charts: FileSet,
): Promise<void> {
  const files = new Map<string, Content>([["summary.json", jsonText(summaryData(findings))], ...charts]);
  const stale = chartsOfEarlierRun(folder).filter((path) => !files.has(path));
  const manifest = jsonText(manifestOf(record, findings, files));
  // The manifest appears last: where a run is killed amid this, it does not know the new files, and readers see that.
  await writeSet(folder, new Map([...files, ["run.json", manifest]]), stale);
}

// The manifest is a file that anybody can edit: nothing else than a chart's file is removed on its word.
const chartFile = /^charts\/[\w-]+\.(vl\.json|svg|png)$/;

/** Chart files that the manifest in `folder` lists; none where there is no manifest that can be read. */
function chartsOfEarlierRun(folder: string): string[] {
  const path = join(folder, "run.json");
  if (!existsSync(path)) return [];
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    const files = (manifest as { files?: object }).files ?? {};
    return Object.keys(files).filter((file) => chartFile.test(file));
  } catch {
    return [];
  }
}
