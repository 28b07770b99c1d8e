// run.json: how the outputs beside it came about. Time, versions and machine stand here and nowhere else.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { arch, availableParallelism, platform } from "node:os";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import type { Findings } from "../../analysis/findings.ts";
import type { ConvergenceResult } from "../../analysis/runUntilPrecise.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import { commonFile, filesOf, type Project } from "../project/project.ts";
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
    model: hashed(project.folder, model),
    config: { file: loaded.source.file, sha256: sha256(loaded.source.text), text: loaded.source.text },
    ...commonOf(project),
    ...(loaded.upstreams && { upstreams: loaded.upstreams.map(({ name }) => upstreamOf(project, name)) }),
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

/** What several scenarios believe; nothing where the project has no common.yaml. */
function commonOf({ folder }: Project): { common?: HashedFile } {
  return existsSync(join(folder, commonFile)) ? { common: hashed(folder, commonFile) } : {};
}

/** The two files of a scenario upstream. */
function upstreamOf(
  { folder }: Project,
  name: string,
): { scenario: string; model: HashedFile; config: HashedFile } {
  const { model, config } = filesOf(name);
  return { scenario: name, model: hashed(folder, model), config: hashed(folder, config) };
}

/** The files of others that a run stands on: common.yaml, and those of the scenarios upstream. */
export function sharedFiles(project: Project, { upstreams = [] }: LoadedScenario): HashedFile[] {
  const { common } = commonOf(project);
  const ofUpstreams = upstreams.flatMap(({ name }) => {
    const { model, config } = upstreamOf(project, name);
    return [model, config];
  });
  return [...(common ? [common] : []), ...ofUpstreams];
}

/** A file as it was when the run was made. */
export interface HashedFile {
  file: string;
  sha256: string;
}

function hashed(folder: string, file: string): HashedFile {
  return { file, sha256: sha256(readBytes(join(folder, file), "written")) };
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
