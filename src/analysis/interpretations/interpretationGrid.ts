// Which readings are combined: the full grid of those assumptions that move the headline most.
import type { AssumptionInterpretation } from "../../assumptions/assumptionInterpretations.ts";
import type { InterpretationOutcome, Outcomes } from "./interpretationFindings.ts";
import { swingOf } from "./interpretationSpread.ts";

/**
 * The assumptions whose readings are all combined: those that move `target` most come first, and one is taken where the
 * grid then still has at most `most` combinations; one that moves nothing is not. None where that leaves fewer than two.
 */
export function chooseGrid(
  readings: readonly InterpretationOutcome[],
  target: string,
  base: Outcomes,
  most: number,
): string[] {
  const names = [...new Set(readings.map(({ assumption }) => assumption))];
  const of = (name: string) => readings.filter(({ assumption }) => assumption === name);
  const ranked = names
    .map((name) => ({ name, count: of(name).length + 1, swing: swingOf(target, base, of(name)) }))
    .sort((a, b) => b.swing - a.swing);
  const chosen: string[] = [];
  let combinations = 1;
  for (const { name, count, swing } of ranked) {
    if (swing === 0 || combinations * count > most) continue;
    combinations *= count;
    chosen.push(name);
  }
  return chosen.length > 1 ? names.filter((name) => chosen.includes(name)) : [];
}

/** Every combination of one reading, or none, of each assumption; the base is the first. Nothing for no assumption. */
export function gridOf(
  byAssumption: readonly (readonly AssumptionInterpretation[])[],
): AssumptionInterpretation[][] {
  if (byAssumption.length === 0) return [];
  return byAssumption.reduce<AssumptionInterpretation[][]>(
    (grid, readings) => grid.flatMap((some) => [some, ...readings.map((reading) => [...some, reading])]),
    [[]],
  );
}
