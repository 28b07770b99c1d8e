// The spread of an output over readings, beside its spread within one.

import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { hasProbability } from "../summaries.ts";
import type {
  AssumptionSpread,
  FigureRange,
  InterpretationOutcome,
  Outcome,
  Outcomes,
  OutputSpread,
} from "./interpretationFindings.ts";

/** What readings gave, of which outputs. */
export interface SpreadQuestion {
  outputs: readonly string[];
  base: Outcomes;
  readings: readonly InterpretationOutcome[];
  combined: readonly Outcomes[];
}

/** The spread of each output over the readings. */
export function spreadsOf({ outputs, base, readings, combined }: SpreadQuestion): OutputSpread[] {
  return outputs.map((output) => {
    const own = base[output]!;
    const all = [own, ...readings.map(({ outcomes }) => outcomes[output]!)];
    const most = furthest(output, own, readings);
    return {
      output,
      label: own.label,
      unit: "unit" in own ? own.unit : "1",
      isEvent: hasProbability(own),
      ...("p5" in own && { within: { low: own.p5, high: own.p95 } }),
      ...rangesOf(all),
      ...(combined.length > 0 && { combined: rangesOf(combined.map((outcomes) => outcomes[output]!)) }),
      ...(most && { most }),
      assumptions: assumptionSpreads(output, base, readings),
    };
  });
}

/** The median of a scalar, the probability of an event. */
function centreOf(outcome: Outcome): Estimate {
  return hasProbability(outcome) ? outcome.probability : outcome.p50;
}

/** The mean of a scalar, the probability of an event. */
function meanOf(outcome: Outcome): Estimate {
  return hasProbability(outcome) ? outcome.probability : outcome.mean;
}

/** How far the readings of one assumption, its own among them, move the median of an output; 0 where it never happens. */
export function swingOf(output: string, base: Outcomes, readings: readonly InterpretationOutcome[]): number {
  const { medians } = rangesOf([base[output]!, ...readings.map(({ outcomes }) => outcomes[output]!)]);
  const swing = medians.high.value - medians.low.value;
  return Number.isFinite(swing) ? swing : 0;
}

function rangesOf(outcomes: readonly Outcome[]): { medians: FigureRange; means: FigureRange } {
  return { medians: rangeOf(outcomes.map(centreOf)), means: rangeOf(outcomes.map(meanOf)) };
}

/** Of the figures that are numbers: an output may never happen under some reading. */
function rangeOf(figures: readonly Estimate[]): FigureRange {
  const sorted = figures.filter(({ value }) => !Number.isNaN(value)).sort((a, b) => a.value - b.value);
  const nothing = { value: Number.NaN, error: Number.NaN };
  return { low: sorted[0] ?? nothing, high: sorted.at(-1) ?? nothing };
}

function assumptionSpreads(
  output: string,
  base: Outcomes,
  readings: readonly InterpretationOutcome[],
): AssumptionSpread[] {
  const names = [...new Set(readings.map(({ assumption }) => assumption))];
  const swings = new Map<string, number>();
  const spreads = names.map((assumption): AssumptionSpread => {
    const own = readings.filter((reading) => reading.assumption === assumption);
    const shapes = own.filter(({ aspect }) => aspect === "shape");
    const over = (some: readonly InterpretationOutcome[]) => ({
      readings: some.length,
      ...rangesOf([base[output]!, ...some.map(({ outcomes }) => outcomes[output]!)]),
    });
    swings.set(assumption, swingOf(output, base, own));
    const label = own[0]!.label;
    return { assumption, label, ...over(own), ...(shapes.length > 0 && { shapes: over(shapes) }) };
  });
  return spreads.sort((a, b) => swings.get(b.assumption)! - swings.get(a.assumption)!);
}

function furthest(
  output: string,
  base: Outcome,
  readings: readonly InterpretationOutcome[],
): OutputSpread["most"] {
  let most: OutputSpread["most"];
  let distance = 0;
  for (const { assumption, label, name, belief, outcomes } of readings) {
    const median = centreOf(outcomes[output]!);
    const moved = Math.abs(median.value - centreOf(base).value);
    if (!(moved > distance)) continue;
    distance = moved;
    most = { assumption, label, name, belief, median };
  }
  return most;
}
