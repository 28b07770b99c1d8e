// Reading data of unknown shape: a summary.json may be from another version, or edited.
import type { Estimate } from "../../simulation/statistics/estimate.ts";

/** What a document holds under its names. */
export type Data = Readonly<Record<string, unknown>>;

/** The object itself; an empty one where it is none. */
export function dataOf(value: unknown): Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

/** Names and values of an object; none where it is none. */
export function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(dataOf(value));
}

/** The estimates of { value, error } with numbers or lists of them; JSON writes "did not happen" as null, here NaN. */
export function estimatesOf(figure: unknown): Estimate[] {
  if (!("value" in dataOf(figure))) return [];
  const { value, error } = dataOf(figure);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const errors: unknown[] = Array.isArray(error) ? error : [error];
  const number = (one: unknown) => (typeof one === "number" ? one : Number.NaN);
  return values.map((one, i) => ({ value: number(one), error: number(errors[i]) }));
}
