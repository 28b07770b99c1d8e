// What an output hangs on: one assumption at a time at its p10 and its p90, all others as believed.
import type { Assumption } from "../assumptions/assumptions.ts";
import { describeInput } from "../assumptions/input.ts";
import { isCertain } from "../sampling/inputs.ts";
import { allInOrder, someAtOnce } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Simulator } from "../simulation/simulator.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import type { Influence, Tornado } from "./findings.ts";
import { fixAt } from "./fixAt.ts";

const lowEnd = 0.1;
const highEnd = 0.9;
/** Assumptions that are looked at at a time: more would only hold more columns. */
const atOnce = 2;

/** How many plays a tornado takes. */
export function tornadoPlays(assumptions: readonly Assumption[]): number {
  return 2 * assumptions.filter(({ distribution }) => !isCertain(distribution)).length;
}

/**
 * The influences on one output of the base that has no steps.
 * @param played called after each play
 */
export async function tornado(
  simulator: Simulator,
  output: string,
  assumptions: readonly Assumption[],
  base: Float64Array,
  played: () => Promise<void>,
): Promise<Tornado> {
  const declared = simulator.scenario.outputs[output]!;
  const kind = kindOf(declared);
  const isChance = kind.quantity === "chance";
  const center = (column: Float64Array) => simulator.executor.call(isChance ? "mean" : "median", column);
  const influenceOf = async (assumption: Assumption): Promise<Influence> => {
    const { name, distribution } = assumption;
    const { label, unit } = describeInput(name, simulator.scenario.inputs[name]!);
    const at = async (value: number): Promise<Estimate> => {
      const pinned = assumptions.map((other) =>
        other === assumption ? fixAt(assumption, value, unit) : other,
      );
      const run = await simulator.run(
        { name: `base with ${name} at ${value}`, assumptions: pinned },
        { keep: [output] },
      );
      await played();
      return center(run.outputs[output]!);
    };
    const [p10, p90] = [distribution.quantile(lowEnd), distribution.quantile(highEnd)];
    // Both at once: while one is looked at, the other is played.
    const [low, high] = await allInOrder([at(p10), at(p90)]);
    return { assumption: name, label, unit, p10, p90, low, high };
  };
  const open = assumptions.filter(({ distribution }) => !isCertain(distribution));
  const influences = await someAtOnce(
    atOnce,
    open.map((assumption) => () => influenceOf(assumption)),
  );
  return {
    output,
    label: declared.label,
    unit: kind.unitOf(declared),
    statistic: isChance ? "probability" : "median",
    base: (await center(base)).value,
    influences: influences.sort((a, b) => swing(b) - swing(a)),
  };
}

/** How far the output moves between the two ends; nothing where it never happens at one of them. */
function swing({ low, high }: Influence): number {
  const distance = Math.abs(high.value - low.value);
  return Number.isNaN(distance) ? 0 : distance;
}
