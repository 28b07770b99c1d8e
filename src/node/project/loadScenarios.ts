// Loads scenarios with those that feed them: each once, whoever asks for it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../assumptions/assumptions.ts";
import { isLinked } from "../../assumptions/input.ts";
import type { CommonAssumptions } from "../../assumptions/parseContext.ts";
import { BadInput, describeProblem, type Problem } from "../../assumptions/problems.ts";
import type { Claim } from "../../assumptions/readClaims.ts";
import { readCommon } from "../../assumptions/readCommon.ts";
import { type Overrides, readConfig } from "../../assumptions/readConfig.ts";
import { unknownSetting } from "../../assumptions/readSettings.ts";
import type { DataColumns } from "../../assumptions/serialized.ts";
import { outputOf } from "../../assumptions/upstream.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { projectPlan } from "../../sampling/layout.ts";
import { type Scenario, withUpstream } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { linkProblem } from "../../simulation/stages.ts";
import { checkScenario } from "./checkScenario.ts";
import { collectProblems } from "./collectProblems.ts";
import { commonFile, type Project, readSource, type ScenarioFiles, type Source } from "./project.ts";
import { columnReader } from "./readColumn.ts";
import type { ScenarioModule } from "./readModel.ts";
import type { Session } from "./session.ts";

/** A scenario with what is believed about its inputs, ready to run. */
export interface LoadedScenario {
  name: string;
  scenario: Scenario;
  /** What gives the scenario in other threads and in pages; undefined for one that a notebook defines. */
  script: string | undefined;
  /** The scenarios that feed it, directly and indirectly, each after those that feed it. */
  upstreams?: readonly LoadedScenario[];
  config: Config;
  /** The text that `config` was read from. */
  source: Source;
  /** Columns of data that its beliefs name. */
  data: DataColumns;
  /** The config as `source` has it under other overrides. Throws BadInput. */
  configure(overrides: Overrides): Config;
}

/** What is said otherwise than in the files, and what models were read before. */
export interface LoadOptions {
  claims: ReadonlyMap<string, Claim>;
  overrides?: Overrides;
  configFile?: string | undefined;
  /** A model whose text it knows is not read again. */
  session?: Session | undefined;
}

/** Loads several scenarios with those that feed them; everything that is wrong with any of them is told at once. */
export async function loadScenarios(
  project: Project,
  chosen: readonly ScenarioFiles[],
  options: LoadOptions,
): Promise<LoadedScenario[]> {
  const problems: Problem[] = [];
  const common = await collectProblems(problems, async () => loadCommon(project, options.claims));
  if (problems.length > 0) throw new BadInput(problems);
  const loader = new ScenarioLoader(project, options, common, chosen.length > 1);
  const loaded: LoadedScenario[] = [];
  for (const files of chosen) {
    const scenario = await collectProblems(problems, () => loader.load(files));
    if (scenario) loaded.push(scenario);
  }
  if (problems.length === 0) problems.push(...unusedSettings(loaded));
  // What is wrong upstream is wrong for all that it feeds.
  const told = new Map(problems.map((problem) => [describeProblem(problem), problem]));
  if (told.size > 0) throw new BadInput([...told.values()]);
  return loaded;
}

/** Settings of names that none of the scenarios uses. */
function unusedSettings(loaded: readonly LoadedScenario[]): Problem[] {
  const [first, ...others] = loaded.map(({ config }) => config.unusedSettings ?? []);
  const unused = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  const known = new Set(
    loaded.flatMap(({ config }) => config.variants[0]!.assumptions.map(({ name }) => name)),
  );
  return unused.map((name) => unknownSetting(name, [...known]));
}

/** The scenarios that one takes outputs from, directly, by name. */
type Upstreams = ReadonlyMap<string, LoadedScenario>;

/** Loads scenarios of one project under the same options. */
class ScenarioLoader {
  private readonly project: Project;
  private readonly options: LoadOptions;
  private readonly common: CommonAssumptions | undefined;
  private readonly isOneOfSeveral: boolean;
  /** Scenarios upstream, as their own files have them. */
  private readonly loading = new Map<string, Promise<LoadedScenario>>();

  /** @param isOneOfSeveral whether settings may be meant for other scenarios that are loaded */
  constructor(
    project: Project,
    options: LoadOptions,
    common: CommonAssumptions | undefined,
    isOneOfSeveral: boolean,
  ) {
    this.project = project;
    this.options = options;
    this.common = common;
    this.isOneOfSeveral = isOneOfSeveral;
  }

  /** Both files of a scenario, checked against each other, with those of the scenarios upstream. @throws BadInput */
  load(files: ScenarioFiles): Promise<LoadedScenario> {
    const { overrides = {}, configFile } = this.options;
    return this.loadOne(files, [], overrides, configFile);
  }

  /** @param path the scenarios that this one feeds, the one that is asked first */
  private async loadOne(
    files: ScenarioFiles,
    path: readonly string[],
    overrides: Overrides,
    configFile?: string,
  ): Promise<LoadedScenario> {
    const { project, options, common } = this;
    const { claims, session } = options;
    const { name } = files;
    const model = await loadModel(project, files, session);
    const upstreams = await this.upstreamsOf(files, model.scenario, [...path, name]);
    const source = readSource(configFile ?? files.config, project.folder);
    const all = allUpstream(upstreams);
    const { data, ...readers } = columnReader(project.folder, new Map(all.flatMap((one) => [...one.data])));
    const fed = Object.fromEntries(all.map((one) => [one.name, one.scenario]));
    const scenario = withUpstream(model.scenario, fed);
    const { step, inputs, outputs } = scenario;
    const configured = {
      name,
      step,
      inputs,
      outputs,
      ...(scenario.upstreams && { upstreams: scenario.upstreams }),
    };
    const isAsked = path.length === 0;
    const configs = new Map([...upstreams].map(([one, { config }]) => [one, config]));
    const world = { common, upstreams: configs, isOneOfSeveral: isAsked && this.isOneOfSeveral };
    const configure = (changed: Overrides): Config => {
      const config = readConfig(source, configured, claims, changed, readers, world);
      const correlations = new Map(
        [...all, { name, config }].map((one) => [one.name, one.config.correlations] as const),
      );
      return { ...config, plan: projectPlan({ name, scenario, common, correlations }) };
    };
    const config = configure(overrides);
    return {
      name,
      scenario,
      script: model.script,
      ...(all.length > 0 && { upstreams: all }),
      config,
      source,
      data,
      configure,
    };
  }

  private async upstreamsOf(
    { model }: ScenarioFiles,
    scenario: Scenario,
    path: readonly string[],
  ): Promise<Upstreams> {
    const upstreams = new Map<string, LoadedScenario>();
    const problems: Problem[] = [];
    for (const [input, declaration] of Object.entries(scenario.inputs)) {
      if (!isLinked(declaration)) continue;
      const { scenario: from } = outputOf(declaration);
      const wrong = (message: string, hint?: string) =>
        problems.push({ path: `${model}: inputs.${input}`, message, ...(hint !== undefined && { hint }) });
      const known = this.project.scenarios.map(({ name }) => name);
      if (path.includes(from)) {
        const circle = [...path.slice(path.indexOf(from)), from].join(" → ");
        wrong(`takes ${declaration.from}, which stands on it: ${circle}`, "let one scenario play both");
      } else if (!known.includes(from)) {
        wrong(`takes ${declaration.from}, and there is no scenario "${from}"`, nearestHint(from, known));
      } else {
        const upstream = await this.loadUpstream(from, path);
        upstreams.set(from, upstream);
        const misfit = linkProblem(declaration, scenario.step, upstream.scenario);
        if (misfit) wrong(misfit.message, misfit.hint);
      }
    }
    if (problems.length > 0) throw new BadInput(problems);
    return upstreams;
  }

  private loadUpstream(name: string, path: readonly string[]): Promise<LoadedScenario> {
    const known = this.loading.get(name);
    if (known) return known;
    const files = this.project.scenarios.find((one) => one.name === name)!;
    const loading = this.loadOne(files, path, {});
    this.loading.set(name, loading);
    return loading;
  }
}

/** Scenarios with those that feed them, each after these. */
function allUpstream(upstreams: Upstreams): LoadedScenario[] {
  const all = new Map<string, LoadedScenario>();
  for (const one of upstreams.values()) {
    for (const fed of one.upstreams ?? []) all.set(fed.name, fed);
    all.set(one.name, one);
  }
  return [...all.values()];
}

/** What several scenarios believe; undefined where the project has no common.yaml. */
function loadCommon(project: Project, claims: ReadonlyMap<string, Claim>): CommonAssumptions | undefined {
  if (!existsSync(join(project.folder, commonFile))) return undefined;
  const { data: _, ...readers } = columnReader(project.folder);
  return readCommon(readSource(commonFile, project.folder), claims, readers);
}

/** The scenario that a file exports, with its script. One that throws while it is read is a failed scenario. */
async function loadModel(
  project: Project,
  { model }: ScenarioFiles,
  session: Session | undefined,
): Promise<Pick<LoadedScenario, "scenario" | "script">> {
  // esbuild is loaded by those alone who read a model.
  const { modelFailure, readModel } = await import("./readModel.ts");
  let module: ScenarioModule;
  try {
    module = await readModel(join(project.folder, model), session);
  } catch (error) {
    if (error instanceof ScenarioFailure || error instanceof BadInput) throw error;
    throw modelFailure(model, error);
  }
  return { scenario: checkScenario(module.default, model), script: module.script };
}
