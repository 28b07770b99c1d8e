// The neighbours of a number among the doubles.

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The smallest double above `x`. */
export function nextUp(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  if (x === 0) return Number.MIN_VALUE;
  float[0] = x;
  bits[0] += x > 0 ? 1n : -1n;
  return float[0];
}

/** The largest double below `x`. */
export function nextDown(x: number): number {
  return -nextUp(-x);
}
