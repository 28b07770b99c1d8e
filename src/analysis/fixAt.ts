// One assumption with one certain value, all others as they are believed.
import type { Assumption } from "../assumptions/assumptions.ts";
import { constant } from "../distributions/constant.ts";
import { decimalText } from "../numeric/numeral.ts";

/** The assumption with one certain value, given in the unit of the scenario's input. */
export function fixAt(assumption: Assumption, value: number, unit: string): Assumption {
  return { ...assumption, belief: decimalText(String(value)), unit, distribution: constant(value) };
}
