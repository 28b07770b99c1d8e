// From a person's words to scenarios that are ready to run, or everything that is wrong with the words and files.
import type { Config } from "../assumptions/assumptions.ts";
import { BadInput, type Problem } from "../assumptions/problems.ts";
import { variantNames } from "../assumptions/variantNames.ts";
import { nearest } from "../beliefs/nearest.ts";
import { collectProblems } from "../node/project/collectProblems.ts";
import {
  chooseScenarios,
  findProject,
  type LoadedScenario,
  loadClaims,
  loadScenarios,
  type Project,
  readSource,
} from "../node/project/project.ts";
import { overridesOf, type RunCommandOptions, workersOf } from "./options.ts";

export interface ScenariosToRun {
  project: Project;
  scenarios: LoadedScenario[];
  workers: number | undefined;
}

/** Finds, loads and checks the scenarios that the words name. Nothing is simulated yet. */
export async function loadScenariosFor(
  scenarioWords: readonly string[],
  words: RunCommandOptions,
): Promise<ScenariosToRun> {
  const problems: Problem[] = [];
  const project = findProject(process.cwd());
  const workers = await collectProblems(problems, () => workersOf(words));
  const chosen = chooseScenarios(project, scenarioWords, problems);
  const claims = await collectProblems(problems, () => loadClaims(project));
  if (words.config !== undefined && chosen.length > 1) {
    problems.push({ path: "--config", message: `is for one scenario, not for ${chosen.length}` });
  }
  const options = { overrides: overridesOf(words), configFile: words.config };
  const loaded =
    claims && (await collectProblems(problems, () => loadScenarios(project, chosen, { ...options, claims })));
  const scenarios = [];
  for (const scenario of loaded ?? []) {
    const config = await collectProblems(problems, () =>
      chooseVariants(scenario.config, words.variant, scenario.name),
    );
    if (config) scenarios.push({ ...scenario, config });
  }
  if (loaded === undefined && words.variant !== undefined) {
    // Something else is refused already: a misspelt variant is told in the same round, not in the next.
    for (const { name, config } of chosen) {
      const known = variantNamesIn(words.config ?? config, project);
      if (known) problems.push(...unknownVariants(words.variant, known, name));
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return { project, scenarios, workers };
}

/** The config with the base and the named variants only; with all where none is named. */
export function chooseVariants(
  config: Config,
  names: readonly string[] | undefined,
  scenario: string,
): Config {
  if (names === undefined || names.length === 0) return config;
  const known = config.variants.map(({ name }) => name);
  const problems = unknownVariants(names, known, scenario);
  if (problems.length > 0) throw new BadInput(problems);
  const variants = config.variants.filter(({ name }, index) => index === 0 || names.includes(name));
  return { ...config, variants };
}

function unknownVariants(names: readonly string[], known: readonly string[], scenario: string): Problem[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      const hint = near === undefined ? `there are ${known.join(", ")}` : `did you mean "${near}"?`;
      return { path: `variant ${JSON.stringify(name)}`, message: `${scenario} has no such variant`, hint };
    });
}

/** From the text of a config that may be refused; undefined where it cannot be read, which is told already. */
function variantNamesIn(file: string, project: Project): string[] | undefined {
  try {
    return variantNames(readSource(file, project.folder));
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}
