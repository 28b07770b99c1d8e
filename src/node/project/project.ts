// A project on disk: a folder `scenarios/` with a question (.ts) and its beliefs (.yaml) for every scenario.
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import type { Config } from "../../assumptions/assumptions.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { type Claim, readClaims } from "../../assumptions/readClaims.ts";
import { type Overrides, readConfig } from "../../assumptions/readConfig.ts";
import type { DataColumns } from "../../assumptions/serialized.ts";
import { listNames, nearestHint } from "../../beliefs/nearest.ts";
import { readThrown } from "../../simulation/readThrown.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { checkScenario } from "./checkScenario.ts";
import { collectProblems } from "./collectProblems.ts";
import { columnReader } from "./readColumn.ts";
import type { ScenarioModule } from "./readModel.ts";
import { readStandardInput, readText, standardInput } from "./readText.ts";
import type { Session } from "./session.ts";

/** A text and the name that messages give it. */
interface Source {
  text: string;
  file: string;
}

/** The two files of a scenario, relative to the project's folder. */
export interface ScenarioFiles {
  name: string;
  model: string;
  config: string;
}

/** Where scenarios are, and which. */
export interface Project {
  /** Absolute. */
  folder: string;
  /** By name. */
  scenarios: readonly ScenarioFiles[];
}

/** A scenario with what is believed about its inputs, ready to run. */
export interface LoadedScenario {
  name: string;
  scenario: Scenario;
  /** What gives the scenario in other threads and in pages; undefined for one that a notebook defines. */
  script: string | undefined;
  config: Config;
  /** The text that `config` was read from. */
  source: Source;
  /** Columns of data that its beliefs name. */
  data: DataColumns;
  /** The config as `source` has it under other overrides. Throws BadInput. */
  configure(overrides: Overrides): Config;
}

const home = "scenarios";
const claimsFile = join(home, "claims.yaml");

/** What a scenario may be called: it becomes a file, a folder and a word on the command line. */
export const scenarioNamePattern = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/i;

/** Finds the scenarios in `folder`; reads none of them. */
export function findProject(folder: string): Project {
  const path = join(folder, home);
  if (!existsSync(path)) {
    const message = `there is no folder ${home}/ in ${resolve(folder)}`;
    throw new BadInput([{ path: "", message, hint: "run this in the project's own folder" }]);
  }
  const present = new Set(readdirSync(path));
  const scenarios = [...present]
    .filter((file) => extname(file) === ".ts" && present.has(`${basename(file, ".ts")}.yaml`))
    .map((file) => filesOf(basename(file, ".ts")))
    .filter(({ name }) => scenarioNamePattern.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { folder: resolve(folder), scenarios };
}

/** The files that a scenario of this name has. */
export function filesOf(name: string): ScenarioFiles {
  return { name, model: join(home, `${name}.ts`), config: join(home, `${name}.yaml`) };
}

/**
 * The scenarios that `words` name, each by its name or by the path of one of its files; all of them for no word.
 * What names none is added to `problems`.
 */
export function chooseScenarios(
  project: Project,
  words: readonly string[],
  problems: Problem[],
): readonly ScenarioFiles[] {
  const { folder, scenarios } = project;
  if (words.length === 0) {
    const hint = "`sandtable new NAME` makes one";
    if (scenarios.length === 0)
      problems.push({ path: "", message: `there is no scenario in ${home}/`, hint });
    return scenarios;
  }
  const chosen = new Set<ScenarioFiles>();
  for (const word of words) {
    const name = nameIn(join(folder, home), word, folder);
    const scenario = scenarios.find((candidate) => candidate.name === name);
    if (scenario) chosen.add(scenario);
    else problems.push(unknownScenario(word, name, project));
  }
  return [...chosen];
}

/**
 * The name that a word says, or the path of a file in `home`: "payments", "scenarios/payments.ts",
 * "./scenarios/payments.yaml" → "payments". Undefined for any other path.
 */
export function nameIn(home: string, word: string, folder: string): string | undefined {
  if (scenarioNamePattern.test(word)) return word;
  const path = resolve(folder, word);
  const isHere = dirname(path) === home && [".ts", ".yaml"].includes(extname(path));
  return isHere ? basename(path, extname(path)) : undefined;
}

function unknownScenario(word: string, name: string | undefined, { folder, scenarios }: Project): Problem {
  const names = scenarios.map((scenario) => scenario.name);
  const path = `scenario ${JSON.stringify(word)}`;
  if (name === undefined) {
    const hint = names.length > 0 ? `there are ${listNames(names)}` : noneYet;
    return { path, message: `a name is wanted, or the path of a scenario in ${home}/`, hint };
  }
  const { model, config } = filesOf(name);
  const [hasModel, hasConfig] = [existsSync(join(folder, model)), existsSync(join(folder, config))];
  if (hasModel && !hasConfig) return { path, message: `${model} has no ${config} beside it` };
  if (hasConfig && !hasModel && config !== claimsFile)
    return { path, message: `${config} has no ${model} beside it` };
  return {
    path,
    message: "there is no such scenario",
    hint: names.length > 0 ? nearestHint(name, names) : noneYet,
  };
}

const noneYet = "there is none yet; `sandtable new NAME` makes one";

/** The claims of the article, by id; none where the project has no claims.yaml. */
export function loadClaims(project: Project): ReadonlyMap<string, Claim> {
  if (!existsSync(join(project.folder, claimsFile))) return new Map();
  return readClaims(readSource(claimsFile, project.folder));
}

/** The scenario that a file exports. One that throws while it is read is a failed scenario. */
async function loadModel(
  project: Project,
  { model }: ScenarioFiles,
  session: Session | undefined,
): Promise<Pick<LoadedScenario, "scenario" | "script">> {
  let module: ScenarioModule;
  try {
    // esbuild is loaded by those alone who read a model.
    const { readModel } = await import("./readModel.ts");
    module = await readModel(join(project.folder, model), session);
  } catch (error) {
    if (error instanceof ScenarioFailure || error instanceof BadInput) throw error;
    throw new ScenarioFailure(`${model} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  return { scenario: checkScenario(module.default, model), script: module.script };
}

/** Both files of a scenario, checked against each other. `configFile` stands in for the scenario's own YAML. */
async function loadScenario(
  project: Project,
  files: ScenarioFiles,
  { claims, overrides = {}, configFile, session }: LoadOptions,
): Promise<LoadedScenario> {
  const { scenario, script } = await loadModel(project, files, session);
  const source = readSource(configFile ?? files.config, project.folder);
  const { step, inputs, outputs } = scenario;
  const { data, ...readers } = columnReader(project.folder);
  const configured = { name: files.name, step, inputs, outputs };
  const configure = (changed: Overrides) => readConfig(source, configured, claims, changed, readers);
  return { name: files.name, scenario, script, config: configure(overrides), source, data, configure };
}

/** What is said otherwise than in the files, and what models were read before. */
export interface LoadOptions {
  claims: ReadonlyMap<string, Claim>;
  overrides?: Overrides;
  configFile?: string | undefined;
  /** A model whose text it knows is not read again. */
  session?: Session | undefined;
}

/** Loads several scenarios; everything that is wrong with any of them is told at once. */
export async function loadScenarios(
  project: Project,
  chosen: readonly ScenarioFiles[],
  options: LoadOptions,
): Promise<LoadedScenario[]> {
  const loaded: LoadedScenario[] = [];
  const problems: Problem[] = [];
  for (const files of chosen) {
    const scenario = await collectProblems(problems, () => loadScenario(project, files, options));
    if (scenario) loaded.push(scenario);
  }
  if (problems.length > 0) throw new BadInput(problems);
  return loaded;
}

/** A text of the project, or standard input for "-"; BadInput where there is none. */
export function readSource(file: string, folder: string): Source {
  if (file === standardInput) return { text: readStandardInput(), file: "standard input" };
  const path = resolve(folder, file);
  return { text: readText(path, "written", file), file: relative(folder, path) };
}

function messageOf(error: unknown): string {
  const { name, message } = readThrown(error);
  // What is refused to all scenarios is told in the words of the refusal.
  return name === ScenarioFailure.name ? message : `${name}: ${message}`;
}
