// The last phases of a run that leaves files: draw, encode, write.
import type { ScenarioRun } from "../../analysis/runScenario.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import type { Session } from "../project/session.ts";
import { type Content, type FileSet, writeOutputFolder } from "./atomicFiles.ts";
import { manifestOf, type RunRecord } from "./manifest.ts";
import { readManifest } from "./savedRun.ts";
import { trialsFile, trialsParquet } from "./trialsFile.ts";
import { writeReport } from "./writeReport.ts";

/** How charts are drawn, and what is there already. */
export interface WriteOutputsOptions {
  session: Session;
  /** Draws the charts: their files by path. */
  draw(): Promise<FileSet>;
  /** The report, where it was made before. */
  report?: FileSet;
  /** Ends the work early, with the signal's reason. */
  signal?: AbortSignal;
}

// Only paths of this shape are ever removed, whatever an edited manifest says.
const chartFile = /^charts\/[\w-]+\.(vl\.json|svg|png)$/;

/** Writes everything that a run leaves in `folder`, all of it or nothing, and removes charts that only the run before had. */
export async function writeOutputs(
  folder: string,
  record: Omit<RunRecord, "seconds">,
  { findings, samples }: Pick<ScenarioRun, "findings" | "samples">,
  { session, draw, report, signal }: WriteOutputsOptions,
): Promise<void> {
  const { outputs } = record.loaded.scenario;
  // A thread of its own encodes the trials while charts are drawn.
  const trials = trialsParquet({ samples, outputs }, { session, signal });
  // A failure is thrown where the table is needed.
  trials.catch(() => undefined);
  const charts = await draw();
  const page = report ?? (await writeReport(record, findings, charts.keys(), { session }));
  const seconds = (Date.now() - record.started.getTime()) / 1000;
  const summary = jsonText(summaryData(findings));
  const files = new Map<string, Content>([["summary.json", summary], ...charts, ...page]);
  files.set(trialsFile, await trials);
  const written = Object.keys(readManifest(folder)?.files ?? {});
  const stale = written.filter((file) => chartFile.test(file) && !files.has(file));
  const manifest = jsonText(manifestOf({ ...record, seconds }, findings, files));
  // The manifest appears last: where a run is killed amid this, it does not know the new files, and readers see that.
  await writeOutputFolder(folder, new Map([...files, ["run.json", manifest]]), stale);
}
