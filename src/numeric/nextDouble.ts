// The neighbours of a double, by its bits (nextUp and nextDown of IEEE 754-2008).

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The smallest double above `x`; NaN and Infinity stay. nextUp(1) → 1.0000000000000002 */
export function nextUp(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  if (x === 0) return Number.MIN_VALUE;
  float[0] = x;
  bits[0] += x > 0 ? 1n : -1n;
  return float[0];
}

/** The largest double below `x`; NaN and −Infinity stay. nextDown(1) → 0.9999999999999999 */
export function nextDown(x: number): number {
  return -nextUp(-x);
}
