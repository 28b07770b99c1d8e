// The last phases of a run that leaves files: draw, encode, write.
import type { ScenarioRun } from "../../analysis/runScenario.ts";
import type { FileSet } from "./atomicFiles.ts";
import type { RunRecord } from "./manifest.ts";
import { trialsFile, trialsParquet } from "./trialsFile.ts";
import { writeReport } from "./writeReport.ts";
import { writeRun } from "./writeRun.ts";

/** How charts are drawn, and what is there already. */
export interface WriteOutputsOptions {
  /** Draws the charts: their files by path. */
  draw(): Promise<FileSet>;
  /** The report, where it was made before. */
  report?: FileSet;
  /** Ends the work early, with the signal's reason. */
  signal?: AbortSignal;
}

/** Writes everything that a run leaves in `folder`: all of it or nothing. */
export async function writeOutputs(
  folder: string,
  record: Omit<RunRecord, "seconds">,
  { findings, samples }: Pick<ScenarioRun, "findings" | "samples">,
  { draw, report, signal }: WriteOutputsOptions,
): Promise<void> {
  const { outputs } = record.loaded.scenario;
  // A thread of its own encodes the trials while charts are drawn.
  const trials = trialsParquet({ samples, outputs }, signal ? { signal } : {});
  // A failure is thrown where the table is needed.
  trials.catch(() => undefined);
  const charts = await draw();
  const page = report ?? (await writeReport(record, findings, charts.keys()));
  const seconds = (Date.now() - record.started.getTime()) / 1000;
  const files = new Map([...charts, ...page, [trialsFile, await trials] as const]);
  await writeRun(folder, { ...record, seconds }, findings, files);
}
