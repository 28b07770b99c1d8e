// From a declared output, or its summary, to its kind.
import { outputKinds } from "./index.ts";
import type { OutputKind, Quantity, Shape } from "./outputKind.ts";

type Kind = (typeof outputKinds)[number];

/** What a scenario declares of an output. */
export type Output = Parameters<Kind["summarize"]>[0];
/** What a run shows of an output: a chance has `probability`, a series has `steps`. */
export type OutputSummary = Awaited<ReturnType<Kind["summarize"]>>;
/** An output at one moment: a series stands at one of its steps. */
export type SingleSummary = ReturnType<Kind["atStep"]>;
/** What is declared for a quantity in a shape. */
type Declaring<Q extends Quantity, S extends Shape> = Parameters<
  Extract<Kind, { quantity: Q; shape: S }>["summarize"]
>[0];
/** What a trial writes for an output: a number, 0 or 1 (or a boolean), or a buffer with a number for each step. */
export type Written<Declared> = [Declared] extends [Declaring<"number", "single">]
  ? number
  : [Declared] extends [Declaring<"chance", "single">]
    ? number | boolean
    : Float64Array;

/**
 * The kind of a declared output or of a summary.
 * @throws RangeError for a kind that is not in the index
 */
export function kindOf({ kind }: { kind: string }): OutputKind<Output, OutputSummary, SingleSummary> {
  const found = outputKinds.find((one) => one.kind === kind);
  if (!found) throw new RangeError(`there is no output kind "${kind}"`);
  return found;
}

/** Whether an output is of a quantity in a shape: isOf(scalar("USD", "Paid"), "number", "single") → true */
export function isOf(output: { kind: string }, quantity: Quantity, shape: Shape): boolean {
  const kind = kindOf(output);
  return kind.quantity === quantity && kind.shape === shape;
}

/** How many numbers a trial gives: one, or one a step. */
export function numbersPerTrial(output: Output, steps: number): number {
  return kindOf(output).shape === "series" ? steps : 1;
}
