// The start of a run: the day, month, quarter or year of its first step.
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { dayNumber, isoDate } from "../../numeric/civilDate.ts";
import { type Step, stepUnits } from "./calendar.ts";
import { periodText, readPeriod } from "./period.ts";

/**
 * The first day of the first step. readStart("2024-Q4", "month") → "2024-10-01". Days and weeks may begin on any day: a
 * week then begins on that day of the week. Longer steps begin with a month, quarter or year that is at least as long.
 * @throws BeliefProblem where it is no date, or finer than a step of months, quarters or years
 */
export function readStart(text: string, step: Step): string {
  const { kind, first } = readPeriod(text, "start", step);
  const isFine = stepUnits.indexOf(kind) < stepUnits.indexOf(step);
  if (isFine && step !== "week") {
    const rule = `the scenario plays whole ${step}s and cannot begin within one`;
    const hint = `write ${periodText(dayNumber(first), step)}`;
    throw new BeliefProblem({ start: 0, end: text.length }, `start is "${text.trim()}", ${rule}`, hint);
  }
  return isoDate(first);
}
