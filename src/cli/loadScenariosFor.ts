// From arguments and options to scenarios that are ready to run, or everything that is wrong with options and files.
import type { Config } from "../assumptions/assumptions.ts";
import { BadInput, type Problem } from "../assumptions/problems.ts";
import { variantNames } from "../assumptions/variantNames.ts";
import { nearestHint } from "../beliefs/nearest.ts";
import { collectProblems } from "../node/project/collectProblems.ts";
import { loadClaims } from "../node/project/loadClaims.ts";
import { type LoadedScenario, loadScenarios } from "../node/project/loadScenarios.ts";
import { chooseScenarios, findProject, type Project, readSource } from "../node/project/project.ts";
import { standardInput } from "../node/project/readText.ts";
import type { Session } from "../node/project/session.ts";
import { limitTrials, overridesOf, type RunCommandOptions, workersOf } from "./options.ts";

/** What a command runs. */
export interface ScenariosToRun {
  project: Project;
  scenarios: LoadedScenario[];
  workers: number | undefined;
}

/** Finds, loads and checks the named scenarios, all for no name. Nothing is simulated yet.
 * @throws BadInput with everything that is wrong */
export async function loadScenariosFor(
  names: readonly string[],
  options: RunCommandOptions,
  session: Session,
): Promise<ScenariosToRun> {
  const problems: Problem[] = [];
  const project = findProject(process.cwd());
  const workers = workersOf(options, problems);
  limitTrials(options.trialTimeout, session, problems);
  const chosen = chooseScenarios(project, names, problems);
  const claims = await collectProblems(problems, () => loadClaims(project));
  if (options.config !== undefined && chosen.length > 1) {
    problems.push({ path: "--config", message: `is for one scenario, not for ${chosen.length}` });
  }
  const reading = { overrides: overridesOf(options), configFile: options.config, session };
  const loaded =
    claims && (await collectProblems(problems, () => loadScenarios(project, chosen, { ...reading, claims })));
  const scenarios = [];
  for (const scenario of loaded ?? []) {
    const config = await collectProblems(problems, () =>
      chooseVariants(scenario.config, options.variant, scenario.name),
    );
    if (config) scenarios.push({ ...scenario, config });
  }
  if (loaded === undefined && options.variant !== undefined) {
    // Something else is refused already: a misspelt variant is told in the same round, not in the next.
    for (const { name, config } of chosen) {
      const known = variantNamesIn(options.config ?? config, project);
      if (known) problems.push(...unknownVariants(options.variant, known, name));
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return { project, scenarios, workers };
}

/** One scenario, and the variant of it that the options name: the base unless they do. */
export async function loadVariantFor(
  name: string,
  { variant: word, ...options }: VariantOptions,
  session: Session,
) {
  const chosen = word === undefined ? options : { ...options, variant: [word] };
  const { scenarios, workers } = await loadScenariosFor([name], chosen, session);
  const loaded = scenarios[0]!;
  const { variants } = loaded.config;
  return { loaded, workers, variant: variants.find((one) => one.name === word) ?? variants[0]! };
}

/** The options of a command that looks at one variant. */
export type VariantOptions = Omit<RunCommandOptions, "variant"> & { variant?: string };

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
      const path = `variant ${JSON.stringify(name)}`;
      return { path, message: `${scenario} has no such variant`, hint: nearestHint(name, known) };
    });
}

/** From the text of a config that may be refused; undefined where it cannot be read, which is told already. */
function variantNamesIn(file: string, project: Project): string[] | undefined {
  // Read already to its end.
  if (file === standardInput) return undefined;
  try {
    return variantNames(readSource(file, project.folder));
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}
