// What an output hangs on: one assumption at a time at its p10 and its p90, all others as believed.

import { assumptionInput } from "../assumptions/assumptionInput.ts";
import type { Assumption } from "../assumptions/assumptions.ts";
import { isCertain } from "../sampling/inputs.ts";
import { atMostTrials } from "../sampling/plan.ts";
import { allInOrder, someAtOnce } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Run } from "../simulation/run.ts";
import type { Believed } from "../simulation/runStages.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Simulator } from "../simulation/simulator.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import type { Analysis, VisitedRuns } from "./analysis.ts";
import type { Influence, Tornado } from "./findings.ts";
import { fixAt } from "./fixAt.ts";
import { byReach } from "./reach.ts";

const lowEnd = 0.1;
const highEnd = 0.9;
/** Assumptions that are examined at a time: more would only hold more columns. */
export const atOnce = 2;
/** With so many trials a difference on the same random numbers is known well enough to rank by. */
const enoughTrials = 4096;
/** Each assumption takes two runs: of all trials they would take most of the time of a scenario. */
const partOfTrials = 0.25;

/**
 * The influences on the first scalar or event of the headline, in the base; none where they are not wanted. They are of
 * the first quarter of the trials, or of 4,096 where those are more, and so is the base that they are compared with.
 */
export const influences: Analysis<Tornado> = ({ scenario, config, influences: wanted }) => {
  const { assumptions } = config.variants[0]!;
  const open = wanted ? assumptions.filter(({ distribution }) => !isCertain(distribution)) : [];
  const output = tornadoOutput(scenario);
  const declared = scenario.outputs[output]!;
  const kind = kindOf(declared);
  return {
    extraRuns: 2 * open.length,
    async findings({ base: wholeBase, simulator: all, onRun }) {
      const simulator = forInfluences(all);
      const believed = config.variants[0]!;
      // Before the others: while assumptions of its own change, what is upstream stays as in the base.
      const ofBase =
        simulator === all ? wholeBase.kept([output]) : simulator.run(believed, { keep: [output] });
      const base = await center(await ofBase, output);
      const influences = await someAtOnce(
        atOnce,
        open.map((assumption) => () => influenceOf(assumption, believed, output, { simulator, onRun })),
      );
      return {
        output,
        label: declared.label,
        unit: kind.unitOf(declared),
        statistic: kind.quantity === "chance" ? "probability" : "median",
        trials: simulator.trials,
        base,
        influences: byReach(influences, base.value),
      };
    },
  };
};

/** A simulator of the first of the trials: of as many as influences are of. */
export function forInfluences(simulator: Simulator): Simulator {
  return simulator.withTrials(atMostTrials(Math.max(enoughTrials, partOfTrials * simulator.trials)));
}

/**
 * The output that the tornado is about: the first scalar or event of the headline.
 * @throws RangeError where the headline names neither
 */
export function tornadoOutput(scenario: Scenario): string {
  const output = scenario.headline.find((name) => kindOf(scenario.outputs[name]!).shape === "single");
  if (output === undefined) throw new RangeError("a scenario's headline names a scalar or an event");
  return output;
}

/** The probability of an event, the median of a scalar. */
export function center(run: Run, output: string): Promise<Estimate> {
  const { quantity } = kindOf(run.declared[output]!);
  return quantity === "chance" ? run.mean(output, 0) : run.median(output, 0);
}

/** What an output does at both ends of an assumption of these, all others as they are believed. */
export async function influenceOf(
  assumption: Assumption,
  { assumptions, derived }: Believed,
  output: string,
  { simulator, onRun }: Pick<VisitedRuns, "simulator" | "onRun">,
): Promise<Influence> {
  const { name, distribution } = assumption;
  const { label, unit } = assumptionInput(simulator.scenario, assumption);
  const at = async (value: number): Promise<Estimate> => {
    const fixed = assumptions.map((other) => (other === assumption ? fixAt(assumption, value, unit) : other));
    const spec = { name: `base with ${name} at ${value}`, assumptions: fixed, derived };
    const run = await simulator.run(spec, { keep: [output] });
    await onRun();
    return center(run, output);
  };
  const [p10, p90] = [distribution.quantile(lowEnd), distribution.quantile(highEnd)];
  // Both at once: while one is summarized, the other is simulated.
  const [low, high] = await allInOrder([at(p10), at(p90)]);
  return { assumption: name, label, unit, p10, p90, low, high };
}
