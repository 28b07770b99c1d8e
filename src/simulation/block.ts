// Which trials are run in one call, and where they stand.
import type { InputColumns } from "../sampling/inputs.ts";
import type { OutputColumns } from "./columns.ts";

/** Trials of one variant, in columns of `stride` trials: [first … first + count) at `offset` in the columns. */
export interface Block {
  variant: string;
  /** The scenario upstream whose trials they are; of the one that is asked where it is left out. */
  stage?: string | undefined;
  /** By input: one number a trial, or those of all steps of a series upstream, laid out like outputs. */
  inputs: InputColumns;
  /** What the values of an input are multiplied by to be in its unit; 1 where it is left out. */
  factors?: Readonly<Record<string, number>>;
  /** Only those that are wanted. */
  outputs: OutputColumns;
  /** Trials in a column: the distance between the steps of a series. */
  stride: number;
  /** Number of the first trial. */
  first: number;
  /** Where in the columns it stands. */
  offset: number;
  count: number;
}

/** The number of the trial at a position of the columns. */
export function trialAt({ first, offset }: Block, position: number): number {
  return first + (position - offset);
}
