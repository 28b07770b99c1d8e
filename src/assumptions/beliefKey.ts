// When two beliefs about an input are the same: their columns and distributions can be used for each other.
import type { Assumption } from "./assumptions.ts";

/** A text that is equal for assumptions about the same input with the same belief in the same unit. */
export function beliefKey({ name, belief, unit }: Pick<Assumption, "name" | "belief" | "unit">): string {
  return JSON.stringify([name, belief, unit]);
}
