// Break-even: the value of an assumption at which a figure of an output reaches a value, on common random numbers.

import { assumptionInput } from "../../assumptions/assumptionInput.ts";
import type { Assumption, Variant } from "../../assumptions/assumptions.ts";
import { findBrackets, type Point, refineBracket } from "../../numeric/rootFinding.ts";
import { isCertain } from "../../sampling/inputs.ts";
import type { Simulator } from "../../simulation/simulator.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { fixAt } from "../fixAt.ts";
import { type Measure, measure } from "./measure.ts";
import { plausibleRange, type Range } from "./plausible.ts";

/** Which figure is to reach which value, by which assumption. */
export interface SolveQuestion {
  measure: Measure;
  /** The value to reach, in the unit of the figure. */
  to: number;
  /** The assumption that is fixed. */
  by: string;
  /** Where to look; the plausible range of its belief unless given. */
  range?: Range | undefined;
  /** What all other assumptions are. */
  variant: Variant;
}

/** A value of the assumption at which the figure is as wanted. */
export interface Root {
  /** With one standard error. */
  value: Estimate;
  /** The figure there. */
  reached: Estimate;
  /** The figure leaps over the wanted value without taking it. */
  leaps: boolean;
  /** Chance that the assumption is believed to be less. */
  believedBelow: number;
}

/** Where the figure reaches the value, and how it moves over the range. */
export interface Solution {
  input: string;
  label: string;
  unit: string;
  range: Range;
  /** In rising order; none where the figure does not pass the value within the range. */
  roots: Root[];
  /** The figure at places all over the range. */
  scan: { at: number; figure: Estimate }[];
  /** Whether the figure differs anywhere in the range. */
  reacts: boolean;
  /** The figure with the assumption as it is believed. */
  believed: Estimate;
}

/** Places that are looked at before the search, evenly over the range and at quantiles of the belief. */
const evenPlaces = 9;
const quantilePlaces = [0.05, 0.25, 0.5, 0.75, 0.95];
/** The search ends with a bracket of this part of the range. */
const tolerance = 1e-7;
/** The slope is taken over this part of the range to either side. */
const slopeReach = 0.01;
/** Standard errors by which a figure must miss the value to be called a leap. */
const leapErrors = 4;

/**
 * All values in the range at which the figure is `to`. The range is looked over first, since a figure may rise and
 * fall; then each change of sign is narrowed by Brent's method.
 *
 * The error is that of the figure (from the independent scramblings) over the slope of the figure at the root
 * (the delta method), and at least the width of the last bracket.
 */
export async function solve(simulator: Simulator, question: SolveQuestion): Promise<Solution> {
  const { by, to, variant } = question;
  const assumption = variant.assumptions.find(({ name }) => name === by)!;
  const { label, unit } = assumptionInput(simulator.scenario, assumption);
  const range = question.range ?? plausibleRange(assumption.distribution);
  const figureAt = fixedFigure(simulator, question, assumption, unit);

  const scan: Solution["scan"] = [];
  for (const at of placesIn(range, assumption)) scan.push({ at, figure: await figureAt(at) });
  const points = scan.map(({ at, figure }): Point => ({ x: at, y: figure.value - to }));
  const distance = async (x: number) => (await figureAt(x)).value - to;
  const roots: Root[] = [];
  for (const bracket of findBrackets(points)) {
    const [best, other] = await refineBracket(distance, bracket, tolerance * (range.high - range.low));
    const reached = await figureAt(best.x);
    const width = Math.abs(other.x - best.x);
    const slope = await slopeAt(figureAt, best.x, range);
    roots.push({
      value: {
        value: best.x,
        error: Math.max(width, reached.error === 0 ? 0 : reached.error / Math.abs(slope)),
      },
      reached,
      leaps: leapsOver(best, other, reached.error),
      believedBelow: assumption.distribution.cdf(best.x),
    });
  }
  const figures = scan.map(({ figure }) => figure.value).filter((value) => !Number.isNaN(value));
  const reacts = figures.some((value) => value !== figures[0]);
  return {
    ...{ input: by, label, unit, range, roots, scan },
    reacts,
    believed: await measure(simulator, variant, question.measure),
  };
}

/** The assumptions that move a figure when they go from their p10 to their p90, the largest swing first. */
export async function movers(simulator: Simulator, wanted: Measure, variant: Variant): Promise<string[]> {
  const swings: { name: string; swing: number }[] = [];
  for (const assumption of variant.assumptions) {
    const { name, distribution } = assumption;
    if (isCertain(distribution)) continue;
    const { unit } = assumptionInput(simulator.scenario, assumption);
    const figureAt = fixedFigure(simulator, { measure: wanted, variant }, assumption, unit);
    const [low, high] = [
      await figureAt(distribution.quantile(0.1)),
      await figureAt(distribution.quantile(0.9)),
    ];
    const swing = Math.abs(high.value - low.value);
    if (swing > 0) swings.push({ name, swing });
  }
  return swings.sort((a, b) => b.swing - a.swing).map(({ name }) => name);
}

/** The figure with one assumption fixed; each place is run once. */
function fixedFigure(
  simulator: Simulator,
  { measure: wanted, variant }: Pick<SolveQuestion, "measure" | "variant">,
  assumption: Assumption,
  unit: string,
): (x: number) => Promise<Estimate> {
  const known = new Map<number, Promise<Estimate>>();
  return (x) => {
    const played = known.get(x);
    if (played) return played;
    const assumptions = variant.assumptions.map((other) =>
      other === assumption ? fixAt(other, x, unit) : other,
    );
    const name = `${variant.name} with ${assumption.name} at ${x}`;
    const figure = measure(simulator, { name, assumptions, derived: variant.derived }, wanted);
    known.set(x, figure);
    return figure;
  };
}

function placesIn({ low, high }: Range, { distribution }: Assumption): number[] {
  const even = Array.from({ length: evenPlaces }, (_, i) => low + ((high - low) * i) / (evenPlaces - 1));
  const believed = quantilePlaces.map((p) => distribution.quantile(p)).filter((x) => x > low && x < high);
  // The last place is `high` itself, without the rounding of the steps towards it.
  return [...new Set([...even.slice(0, -1), ...believed, high])].sort((a, b) => a - b);
}

async function slopeAt(figureAt: (x: number) => Promise<Estimate>, x: number, { low, high }: Range) {
  const reach = slopeReach * (high - low);
  const [from, to] = [Math.max(low, x - reach), Math.min(high, x + reach)];
  return ((await figureAt(to)).value - (await figureAt(from)).value) / (to - from);
}

/** Whether a figure stays away from the value on both sides of a bracket that cannot be narrowed. */
function leapsOver(best: Point, other: Point, error: number): boolean {
  const nearest = Math.min(Math.abs(best.y), Math.abs(other.y));
  const across = Math.abs(best.y - other.y);
  return best !== other && nearest > leapErrors * error && across > leapErrors * error;
}
