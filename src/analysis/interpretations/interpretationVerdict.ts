// Whether the headline survives other readings, by a rule that is the same for every scenario.
//
// | headline | survives                                  | shifts                                   | does not survive |
// | a number | all medians in the base's p25 to p75      | all in its p5 to p95, some outside       | some outside     |
// | a chance | the same ICD 203 words for all readings   | the words next to them for some          | others for some  |
//
// Whoever was told the median and the 90 % interval is right in the first case, was told enough in the second, and
// misled in the third. One reading at a time and combinations are judged apart.

import { probabilityScaleSteps } from "../probabilityScale.ts";
import { hasProbability } from "../summaries.ts";
import type { FigureRange, Outcome, OutputSpread, Survival, Verdict } from "./interpretationFindings.ts";

/** The verdict on the output that `spread` is of; a headline without readings survives. */
export function verdictOn(spread: OutputSpread, base: Outcome, readings: number): Verdict {
  if (readings === 0) return { survival: "survives" };
  return {
    survival: judge(spread.medians, base),
    ...(spread.combined && { combined: judge(spread.combined.medians, base) }),
  };
}

function judge({ low, high }: FigureRange, base: Outcome): Survival {
  if (hasProbability(base)) {
    const apart = Math.max(
      ...[low, high].map(({ value }) => probabilityScaleSteps(value, base.probability.value)),
    );
    return apart === 0 ? "survives" : apart === 1 ? "shifts" : "does not survive";
  }
  const inside = (from: number, to: number) => low.value >= from && high.value <= to;
  if (inside(base.p25.value, base.p75.value)) return "survives";
  return inside(base.p5.value, base.p95.value) ? "shifts" : "does not survive";
}
