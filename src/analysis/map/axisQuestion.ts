// What an axis of a map runs over.
import type { Variant } from "../../assumptions/assumptions.ts";
import type { Correlation } from "../../assumptions/samplingPlan.ts";
import type { Range } from "../solve/plausible.ts";

/** An assumption over a range, or time: a series holds all its steps. */
export type AxisQuestion = { kind: "input"; name: string; range: Range } | { kind: "horizon" };

/** The axes of a map, and what its figures and beliefs are of. */
export interface MapAxesQuestion {
  x: AxisQuestion;
  y: Extract<AxisQuestion, { kind: "input" }>;
  /** What all other assumptions are. */
  variant: Variant;
  correlations: readonly Correlation[];
}
