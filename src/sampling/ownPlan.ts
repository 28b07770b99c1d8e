// The sampling plan of a scenario that stands alone: its inputs have the first dimensions, in their order.
import type { Correlation } from "../assumptions/samplingPlan.ts";
import { drawKey, type InputDraw, type SamplingPlan } from "../assumptions/samplingPlan.ts";
import { directionNumbers } from "./directionNumbers.ts";
import { inputDraw } from "./layout.ts";

/**
 * The plan of one scenario.
 * @param inputs names in the order that the scenario declares them
 * @param correlations between inputs
 */
export function ownPlan(
  scenario: string,
  inputs: readonly string[],
  correlations: readonly Correlation[],
): SamplingPlan {
  const draws = inputs.map((input, place): InputDraw => {
    const directions = directionNumbers[place];
    return directions ? { scenario, input, directions } : inputDraw({ scenario, input, place });
  });
  const key = (input: string) => drawKey({ scenario, input });
  const between = ({ between: [one, other], rank }: Correlation): Correlation => ({
    between: [key(one), key(other)],
    rank,
  });
  return {
    draws: Object.fromEntries(draws.map((draw) => [draw.input, draw])),
    correlated: correlations.length > 0 ? [{ draws, correlations: correlations.map(between) }] : [],
  };
}
