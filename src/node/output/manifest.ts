// run.json: how the outputs beside it came about. Time, versions and machine stand here and nowhere else.
import { createHash } from "node:crypto";
import { arch, availableParallelism, platform } from "node:os";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import type { Findings } from "../../analysis/findings.ts";
import type { ConvergenceResult } from "../../analysis/runUntilPrecise.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { filesOf, type LoadedScenario, type Project } from "../project/project.ts";
import { readBytes } from "../project/readText.ts";
import type { Content, FileSet } from "./atomicFiles.ts";

const manifestFormat = "sandtable/run@1";

/** What was run, beside its findings. */
export interface RunRecord {
  project: Project;
  loaded: LoadedScenario;
  overrides: Overrides;
  /** Threads asked for; undefined where the machine decides. */
  workers: number | undefined;
  /** What was to be reached, where the number of trials was left to that. */
  until?: ConvergenceResult | undefined;
  started: Date;
  /** How long simulation, analysis and drawing took. */
  seconds: number;
}

/** The manifest as data; `files` are the run's other files. */
export function manifestOf(
  { project, loaded, overrides, workers, until, started, seconds }: RunRecord,
  findings: Findings,
  files: FileSet,
) {
  const model = filesOf(loaded.name).model;
  return {
    format: manifestFormat,
    scenario: loaded.name,
    model: { file: model, sha256: sha256(readBytes(join(project.folder, model), "written")) },
    config: { file: loaded.source.file, sha256: sha256(loaded.source.text), text: loaded.source.text },
    ...(loaded.data.size > 0 && { data: dataHashes(loaded) }),
    overrides,
    variants: findings.variants.map(({ name }) => name),
    seed: findings.seed,
    trials: findings.trials,
    horizon: findings.horizon,
    ...(until !== undefined && { until: { met: until.met, goals: until.statuses } }),
    ...(workers !== undefined && { workers }),
    versions: versions(),
    machine: { platform: platform(), arch: arch(), cores: availableParallelism() },
    started: started.toISOString(),
    seconds,
    files: Object.fromEntries([...files].map(([path, content]) => [path, sha256(content)])),
  };
}

/** The columns of data that beliefs stand on, by file and column. */
export function dataHashes({ data }: LoadedScenario): Record<string, string> {
  return Object.fromEntries([...data].map(([key, values]) => [key, sha256(values.join())]));
}

/** Of Node, this kit, and everything it stands on: package.json pins exact versions, since figures hang on them. */
function versions() {
  return { node: process.versions.node, sandtable: packageJson.version, ...packageJson.dependencies };
}

/** As hexadecimal digits. */
export function sha256(content: Content): string {
  return createHash("sha256").update(content).digest("hex");
}
