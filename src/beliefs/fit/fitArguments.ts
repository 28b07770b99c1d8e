// The arguments of fit(file, column, what, until: date).
import { civilDate, dayNumber, fromIsoDate, isoDate } from "../../numeric/civilDate.ts";
import { BeliefProblem } from "../beliefProblem.ts";
import { didYouMean } from "../correction.ts";
import { nearest } from "../nearest.ts";
import type { CallNode, TextNode } from "../syntax.ts";
import { type Fitted, fitted } from "./fitSeries.ts";

/** What a fit is of. */
export interface FitArguments {
  file: TextNode;
  column: TextNode;
  what: Fitted;
  /** The last day that is used, from 1970-01-01. */
  until?: number;
}

/**
 * The arguments of a call.
 * @param example of a call, for hints
 * @throws BeliefProblem where one is missing, unknown or no date
 */
export function fitArguments(call: CallNode, example: string): FitArguments {
  const wrong = () => {
    const message = "fit takes a file and a column in quotes, and what is to be estimated";
    return new BeliefProblem(call.span, message, `as in ${example}`);
  };
  const labelled = call.arguments.filter(({ label }) => label !== undefined);
  const texts = call.arguments.flatMap(({ label, value }) => (label ? [] : [value]));
  const [file, column, what, ...rest] = texts;
  if (file?.kind !== "text" || column?.kind !== "text" || what?.kind !== "text" || rest.length > 0)
    throw wrong();
  const known = fitted.find((one) => one === what.text);
  if (!known) {
    const near = nearest(what.text, fitted);
    const hint = near ? didYouMean(what.span, near) : `known are ${fitted.join(", ")}`;
    throw new BeliefProblem(what.span, `"${what.text}" is nothing that can be estimated`, hint);
  }
  const [until, ...more] = labelled;
  if (!until) return { file, column, what: known };
  if (until.label?.kind !== "name" || until.label.name !== "until" || more.length > 0) throw wrong();
  const { value } = until;
  const day = value.kind === "text" ? dayOf(value.text) : undefined;
  if (day === undefined)
    throw new BeliefProblem(value.span, "until is a day, written as 2024-11-20", `as in ${example}`);
  return { file, column, what: known, until: day };
}

/** The number of a day that is written as "2024-11-20"; undefined where there is none. */
export function dayOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = dayNumber(fromIsoDate(text));
  return isoDate(civilDate(day)) === text ? day : undefined;
}
