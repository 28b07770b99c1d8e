// Sobol points, unscrambled, one dimension at a time.
const bits = 32;

/**
 * The 32 direction numbers of a dimension as unsigned integers, most significant bit first.
 * Bratley and Fox (1988), Algorithm 659.
 * @param numbers the dimension's polynomial with leading and trailing 1, and its first numbers m
 */
export function sobolDirections([polynomial, ...m]: readonly number[]): Uint32Array {
  const directions = new Uint32Array(bits);
  if (m.length === 0) return directions.map((_, bit) => 2 ** (bits - 1 - bit));
  const degree = m.length;
  for (let bit = 0; bit < bits; bit++) {
    if (bit < degree) {
      directions[bit] = m[bit]! * 2 ** (bits - 1 - bit);
      continue;
    }
    let direction = directions[bit - degree]! ^ (directions[bit - degree]! >>> degree);
    for (let term = 1; term < degree; term++) {
      if ((polynomial! >>> (degree - term)) & 1) direction ^= directions[bit - term]!;
    }
    directions[bit] = direction;
  }
  return directions;
}

/** Point `index` of a dimension as a 32-bit integer, in Gray-code order; point 0 is the origin. */
export function sobolPoint(directions: Uint32Array, index: number): number {
  let point = 0;
  for (let bit = 0, gray = (index ^ (index >>> 1)) >>> 0; gray !== 0; bit++, gray >>>= 1) {
    if (gray & 1) point ^= directions[bit]!;
  }
  return point >>> 0;
}

/** The direction number that turns point `index` into the next. */
export function nextDirection(directions: Uint32Array, index: number): number {
  const lowestZero = 31 - Math.clz32(~index & (index + 1));
  return directions[lowestZero]!;
}
