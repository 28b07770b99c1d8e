// Same config, same seed, same bytes: tried on this machine, with other numbers of workers, and against outputs/.
import { join } from "node:path";
import { BadInput } from "../../assumptions/problems.ts";
import type { Claim } from "../../assumptions/readClaims.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { chartsOf } from "../../charts/chartsOf.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { checkDeterminism } from "../project/checkDeterminism.ts";
import { type LoadedScenario, loadScenarios } from "../project/loadScenarios.ts";
import { filesOf, type Project, type ScenarioFiles } from "../project/project.ts";
import { readBytes } from "../project/readText.ts";
import type { Session } from "../project/session.ts";
import { userCode } from "../project/userCode.ts";
import { runLoaded } from "../workers/runLoaded.ts";
import { specification } from "./drawCharts.ts";
import { dataHashes, sha256, sharedFiles } from "./manifest.ts";
import { readManifest, type SavedManifest, savedOverrides, savedSharedFiles } from "./savedRun.ts";

/** Numbers of threads that are compared; 1 is this thread alone. */
export const workerNumbers = [1, 2, 3, 7] as const;

/** What running again has shown. */
export interface Verification {
  scenario: string;
  trials: number;
  /** What is not the same, and how it was seen. */
  faults: string[];
  /** What `folder` holds beside that. */
  outputs: { state: "same"; files: number } | { state: "different" | "missing" | "stale"; why: string };
}

type Texts = ReadonlyMap<string, string>;

/** With what a scenario is verified. */
export interface VerifyOptions {
  claims: ReadonlyMap<string, Claim>;
  session: Session;
  onProgress(share: number): void;
}

/** Runs a scenario as `folder` says it was run last, else as its config stands, and compares. */
export async function verify(
  project: Project,
  files: ScenarioFiles,
  folder: string,
  { claims, session, onProgress }: VerifyOptions,
): Promise<Verification> {
  const { loaded, stale } = await loadAsRun(project, files, { claims, session }, comparable(folder));
  const { name, scenario, config } = loaded;
  const unrepeatable = await checkDeterminism(name, scenario, config, { watch: session.get(userCode) });
  if (unrepeatable !== undefined) {
    const outputs = { state: "stale", why: "a scenario that is not repeatable is not compared" } as const;
    return { scenario: name, trials: config.trials, faults: [unrepeatable], outputs };
  }
  const faults: string[] = [];
  const [first, ...others] = workerNumbers;
  const texts = await textsOf(loaded, first, session);
  for (const [index, workers] of others.entries()) {
    onProgress((index + 1) / workerNumbers.length);
    const differing = differingFiles(texts, await textsOf(loaded, workers, session));
    if (differing.length > 0) {
      const seen = `${first} and ${workers} workers differ in ${listOf(differing)}`;
      faults.push(`${seen}: something is other in each thread, such as what is drawn when the file is read`);
    }
  }
  const outputs = stale ?? compareWithFolder(texts, folder);
  if (outputs.state === "different") faults.push(outputs.why);
  return { scenario: name, trials: config.trials, faults, outputs };
}

/** summary.json and the charts' specifications. */
async function textsOf(loaded: LoadedScenario, workers: number, session: Session): Promise<Texts> {
  const { findings } = await runLoaded(loaded, { workers, session });
  return new Map([
    ["summary.json", jsonText(summaryData(findings))],
    ...chartsOf(findings).map(specification),
  ]);
}

function differingFiles(texts: Texts, others: Texts): string[] {
  return [...texts].filter(([path, text]) => others.get(path) !== text).map(([path]) => path);
}

function compareWithFolder(texts: Texts, folder: string): Verification["outputs"] {
  const differing = [...texts].filter(([path, text]) => {
    const file = join(folder, path);
    try {
      return !readBytes(file, "output").equals(Buffer.from(text));
    } catch {
      return true;
    }
  });
  if (differing.length === 0) return { state: "same", files: texts.size };
  const paths = differing.map(([path]) => join(folder, path));
  const why = `the same config gives something else than ${listOf(paths)}: changed by hand, written by another version, or left by a run that was killed`;
  return { state: "different", why };
}

type Compared = [what: string, now: string, then: string | undefined];

/** Loads the scenario with the overrides of the run in the folder, where that is still the same scenario. */
async function loadAsRun(
  project: Project,
  files: ScenarioFiles,
  options: Pick<VerifyOptions, "claims" | "session">,
  manifest: SavedManifest | undefined,
): Promise<{ loaded: LoadedScenario; stale?: Verification["outputs"] }> {
  const load = async (overrides: Overrides, configFile?: string) =>
    (await loadScenarios(project, [files], { ...options, overrides, configFile }))[0]!;
  const asConfigured = async (state: "missing" | "stale", why: string) => ({
    loaded: await load({}),
    stale: { state, why },
  });
  if (!manifest) return asConfigured("missing", "there is no run to compare with");
  const modelFile = filesOf(files.name).model;
  try {
    // A run with --until has its number of trials in the manifest alone.
    const overrides = { ...savedOverrides(manifest), trials: manifest.trials! };
    const loaded = await load(overrides, manifest.config.file);
    const { text, file } = loaded.source;
    const model = readBytes(join(project.folder, modelFile), "written");
    const shared = savedSharedFiles(manifest);
    const compared: Compared[] = [
      [modelFile, sha256(model), manifest.model.sha256],
      [file, sha256(text), manifest.config.sha256],
      ...sharedFiles(project, loaded).map((one): Compared => [one.file, one.sha256, shared.get(one.file)]),
      ...Object.entries(dataHashes(loaded)).map(([key, hash]): Compared => [key, hash, manifest.data[key]]),
      ["the version of Node", process.versions.node, manifest.versions.node],
    ];
    const changed = compared.filter(([, now, then]) => now !== then).map(([what]) => what);
    if (changed.length > 0) return asConfigured("stale", `${listOf(changed)} changed since`);
    const variants = loaded.config.variants.filter(({ name }) => manifest.variants.includes(name));
    return { loaded: { ...loaded, config: { ...loaded.config, variants } } };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return asConfigured("stale", "its overrides no longer fit the config");
  }
}

/** Whether there is a run in a folder that can be compared with. */
export function holdsRun(folder: string): boolean {
  return comparable(folder) !== undefined;
}

/** The manifest in a folder; undefined where there is none that tells what was run. */
function comparable(folder: string): SavedManifest | undefined {
  const manifest = readManifest(folder);
  return manifest?.model.sha256 !== undefined && manifest.trials ? manifest : undefined;
}

function listOf(paths: readonly string[]): string {
  const most = 3;
  const shown = paths.slice(0, most).join(", ");
  return paths.length > most ? `${shown} and ${paths.length - most} more` : shown;
}
