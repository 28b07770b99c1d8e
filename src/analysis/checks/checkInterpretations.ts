// How far a break-even moves when the figures of a check are read otherwise than their hedges say.

import { assumptionInterpretations } from "../../assumptions/assumptionInterpretations.ts";
import type { CheckFigure } from "../../assumptions/checks/check.ts";
import { nonNegative } from "../../assumptions/input.ts";
import { summarizeColumn } from "../../simulation/statistics/columnSummary.ts";

const trialsEach = 2048;
/** Beyond, figures are read otherwise one at a time only. */
const maxCombinations = 256;

/**
 * Lowest p5 and highest p95 of a break-even over all readings of the figures, in combination as far as `mostCombinations`
 * allows. @param breakEven its values over so many trials, with these figures
 */
export function checkReadings(
  figures: readonly CheckFigure[],
  breakEven: (figures: readonly CheckFigure[], trials: number) => Float64Array,
): { low: number; high: number; readings: number } {
  const choices = figures.map((figure) => [figure, ...readingsOf(figure)]);
  const combinations = choices.reduce((product, { length }) => product * length, 1);
  const sets = combinations <= maxCombinations ? allOf(choices) : oneAtATime(choices);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const set of sets) {
    const { p5, p95 } = summarizeColumn(breakEven(set, trialsEach), { isSmoothed: true });
    low = Math.min(low, Number.isNaN(p5!.value) ? low : p5!.value);
    high = Math.max(high, Number.isNaN(p95!.value) ? high : p95!.value);
  }
  return low > high
    ? { low: Number.NaN, high: Number.NaN, readings: sets.length }
    : { low, high, readings: sets.length };
}

/** A figure that is told as positive is not read as negative. */
function readingsOf(figure: CheckFigure): CheckFigure[] {
  const { name, belief, unit, distribution } = figure;
  const bounds = distribution.support[0] >= 0 ? nonNegative(unit) : unit;
  const basis = { kind: "judgement", why: "" } as const;
  return assumptionInterpretations({ name, belief, unit, distribution, basis }, bounds).map(
    ({ assumption }) => ({
      ...figure,
      belief: assumption.belief,
      distribution: assumption.distribution,
    }),
  );
}

function allOf(choices: readonly (readonly CheckFigure[])[]): CheckFigure[][] {
  return choices.reduce<CheckFigure[][]>(
    (sets, figures) => sets.flatMap((set) => figures.map((figure) => [...set, figure])),
    [[]],
  );
}

function oneAtATime(choices: readonly (readonly CheckFigure[])[]): CheckFigure[][] {
  const own = choices.map(([figure]) => figure!);
  const others = choices.flatMap((figures, i) => figures.slice(1).map((figure) => own.with(i, figure)));
  return [own, ...others];
}
