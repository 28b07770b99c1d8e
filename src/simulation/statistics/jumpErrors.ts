// What a jump leaves open: of a column with a hole or with atoms, the share on either side is never known for certain.
import { minShareError } from "./replicateError.ts";
import type { Spread } from "./spread.ts";
import type { ColumnEnds } from "./tailError.ts";

/** The least errors that jumps leave. */
export interface JumpErrors {
  mean: number;
  /** Of the mean square around the mean. */
  square: number;
}

/**
 * The least errors of a column's mean and mean square around the mean: the widest space between neighbouring values, times
 * the least error of the share below it. Between the ends spaces are seen where buckets are empty.
 */
export function jumpErrors(spread: Spread, { lowest, highest }: ColumnEnds, mean: number): JumpErrors {
  const widest = { mean: 0, square: 0 };
  const see = (low: number, high: number) => {
    widest.mean = Math.max(widest.mean, high - low);
    widest.square = Math.max(widest.square, Math.abs((high - low) * (high + low - 2 * mean)));
  };
  for (const end of [lowest, highest]) {
    for (let k = 1; k < end.length; k++) see(end[k - 1]!, end[k]!);
  }
  const { below, centre, scale, absent, count } = spread;
  let firstEmpty = 1;
  for (let bucket = 1; bucket < absent && scale > 0; bucket++) {
    const isEmpty = below[bucket] === below[bucket + 1];
    if (isEmpty && bucket < absent - 1) continue;
    if (bucket > firstEmpty) see(centre + (firstEmpty - 1) / scale, centre + (bucket - 1) / scale);
    firstEmpty = bucket + 1;
  }
  const share = minShareError(count);
  return { mean: share * widest.mean, square: share * widest.square };
}
