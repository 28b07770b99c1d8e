// What an axis of a map runs over.
import type { Range } from "../solve/plausible.ts";

/** An assumption over a range, or time: a series holds all its steps. */
export type AxisQuestion = { kind: "input"; name: string; range: Range } | { kind: "horizon" };
