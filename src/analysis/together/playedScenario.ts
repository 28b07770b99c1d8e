// A scenario as it is seen beside others: its base as columns, and what the common assumptions do to its headline.
import { assumptionInput } from "../../assumptions/assumptionInput.ts";
import type { Assumption } from "../../assumptions/assumptions.ts";
import type { DerivedAssumption } from "../../assumptions/derived.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { commonName } from "../../assumptions/upstream.ts";
import { isCertain } from "../../sampling/inputs.ts";
import { roundTrials } from "../../sampling/plan.ts";
import { type Executor, someAtOnce } from "../../simulation/executor.ts";
import { chooseStrategy } from "../../simulation/memoryBudget.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { TrialColumns } from "../../simulation/run.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { Simulator } from "../../simulation/simulator.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { Influence } from "../findings.ts";
import { atOnce, center, forInfluences, influenceOf, tornadoOutput } from "../influences.ts";
import type { ScenarioWithConfig } from "../runScenario.ts";

/** What a common assumption does to a scenario's headline. */
export interface CommonInfluence extends Influence {
  /** Whether the scenario believes otherwise than common.yaml. */
  isOwnBelief: boolean;
}

/** What influences are held against: a headline as believed in as many of the first trials. */
export interface InfluenceReference {
  trials: number;
  base: Estimate;
}

/** A scenario whose trials are run. */
export interface PlayedScenario extends ScenarioWithConfig {
  /** Of the base. */
  columns: TrialColumns;
  /** The first scalar or event of the headline. */
  headline: string;
  /** Its median or probability as believed. */
  base: Estimate;
  /** The same of the trials that influences are of. */
  reference: InfluenceReference;
  /** By the name that common.yaml has; none of those that it does not use or that are certain. */
  influences: ReadonlyMap<string, CommonInfluence>;
}

/** What is kept, and what is asked. */
export interface PlayOptions {
  /** The outputs whose columns are kept. */
  keep: readonly string[];
  /** Names of the common assumptions. */
  common: readonly string[];
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * Runs the base of a scenario, and again with each common assumption at its p10 and its p90, all on the same random numbers.
 * @throws BadInput where there are more trials than can be kept
 * @throws ScenarioFailure where a trial gives what no trial may give
 */
export async function playScenario(
  { name, scenario, config }: ScenarioWithConfig,
  executor: Executor,
  { keep, common, onProgress }: PlayOptions,
): Promise<PlayedScenario> {
  const trials = roundTrials(config.trials);
  const { steps, variants } = config;
  if (chooseStrategy(scenario, { trials, steps, keep }).way !== "inMemory") {
    const message = `is ${trials.toLocaleString("en-US")}: scenarios are put together trial by trial, and so many are not kept`;
    throw new BadInput([{ path: `${name}: trials`, message, hint: "--trials takes fewer" }]);
  }
  const { assumptions, derived } = variants[0]!;
  const believed = { assumptions, derived };
  const simulator = new Simulator(scenario, executor, { trials, steps });
  const open = commonAssumptions(assumptions, common).filter(
    ({ assumption }) => !isCertain(assumption.distribution),
  );
  const runs = 1 + 2 * open.length;
  let done = 0;
  const onRun = async () => onProgress?.(++done / runs);

  const base = await simulator.run({ name: "base", ...believed }, { keep });
  await onRun();
  const headline = tornadoOutput(scenario);
  const few = forInfluences(simulator);
  const baseOfFew =
    few === simulator ? base : await few.run({ name: "base", ...believed }, { keep: [headline] });
  const found = await someAtOnce(
    atOnce,
    open.map(
      ({ assumption }) =>
        () =>
          influenceOf(assumption, believed, headline, { simulator: few, onRun }),
    ),
  );
  return {
    name,
    scenario,
    config,
    columns: { trials, steps, inputs: base.inputs, outputs: base.outputs },
    headline,
    base: await center(base, headline),
    reference: { trials: few.trials, base: await center(baseOfFew, headline) },
    influences: new Map(open.map(({ common: one, isOwnBelief }, k) => [one, { ...found[k]!, isOwnBelief }])),
  };
}

/** The assumptions of a run that stand for common ones, in the order of common.yaml. */
function commonAssumptions(
  assumptions: readonly Assumption[],
  names: readonly string[],
): { common: string; assumption: Assumption; isOwnBelief: boolean }[] {
  return names.flatMap((common) => {
    const shared = assumptions.find((one) => isCommonOf(common, one));
    const assumption = shared ?? assumptions.find(({ name }) => name === common);
    return assumption ? [{ common, assumption, isOwnBelief: shared === undefined }] : [];
  });
}

function isCommonOf(common: string, { name, origin }: { name: string; origin?: string }): boolean {
  return origin === "common" && (name === common || name === commonName(common));
}

/** An assumption of a run as common.yaml has it; undefined where the scenario and those upstream do not use it. */
export function commonAssumption(
  { config }: Pick<PlayedScenario, "config">,
  common: string,
): Assumption | DerivedAssumption | undefined {
  const { assumptions, derived = [] } = config.variants[0]!;
  return [...assumptions, ...derived].find((one) => isCommonOf(common, one));
}

/** The column of a common assumption, with its label and the unit that it is in; undefined where it is not used. */
export function commonColumn(
  played: PlayedScenario,
  common: string,
): { column: Float64Array; label: string; unit: string } | undefined {
  const found = commonAssumption(played, common);
  if (!found) return undefined;
  const { label, unit } = assumptionInput(played.scenario, { name: common, input: found.input });
  return { column: played.columns.inputs[found.name]!, label, unit };
}

/** Outputs that are one number or event a trial, those of the headline, and those that levels are of. */
export function outputsWorthKeeping(
  { outputs, headline }: Scenario,
  levels: readonly { output: string }[],
): string[] {
  const named = new Set([...headline, ...levels.map(({ output }) => output)]);
  return Object.keys(outputs).filter((name) => kindOf(outputs[name]!).shape === "single" || named.has(name));
}
