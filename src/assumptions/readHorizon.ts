// The horizon of a scenario: "24 months", "2 years".

import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import { conversionFactor } from "./units.ts";

type Step = "day" | "week" | "month" | "year";

/** Longer horizons are slips: 100,000 days are 273 years. */
const maxSteps = 100_000;

/**
 * The number of steps in a horizon. readHorizon("2 years", "month") → 24
 * @throws BeliefProblem where it is no duration or no whole number of steps from 1 to 100,000
 */
export function readHorizon(text: string, step: Step): number {
  const wrong = (message: string, hint?: string) =>
    new BeliefProblem({ start: 0, end: text.length }, `horizon is "${text}"${message}`, hint);
  const example = `write as in "24 ${step}s"`;
  const [, count, unit] = /^\s*(\S+)\s+(days?|weeks?|months?|years?)\s*$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw wrong(", it is a number of days, weeks, months or years", example);
  const steps = readCount(count, wrong) * conversionFactor(unit, step)!;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) {
    const inSteps = `${Number(steps.toPrecision(4))} ${step}s`;
    throw wrong(` or ${inSteps}, the scenario plays whole ${step}s`, example);
  }
  if (steps < 1 || steps > maxSteps) throw wrong(`, it must be 1 to ${maxSteps} ${step}s`);
  return Math.round(steps);
}

/** A number that counts: as in beliefs, but no percentage. `wrong` makes the problem of any other text. */
export function readCount(text: string, wrong: (message: string, hint?: string) => BeliefProblem): number {
  try {
    const count = readNumber(text);
    if (!text.includes("%")) return count;
  } catch (error) {
    if (!(error instanceof BeliefProblem)) throw error;
    throw wrong(`, ${error.message}`, error.hint);
  }
  throw wrong(", a percentage counts nothing");
}
