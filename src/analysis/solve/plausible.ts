// Where an assumption may lie: the range in which a search looks and a map is drawn.
import type { Distribution } from "../../distributions/distribution.ts";

/** A range of an assumption, in the unit of the scenario's input. */
export interface Range {
  low: number;
  high: number;
}

const lowTail = 0.001;
const highTail = 0.999;

/** The range from p0.1 to p99.9 of a belief; of width 0 where it is certain. */
export function plausibleRange(distribution: Distribution): Range {
  return { low: distribution.quantile(lowTail), high: distribution.quantile(highTail) };
}
