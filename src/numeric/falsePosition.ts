// The root of an increasing function, also of one with jumps and flats, by the method of false position.

const roundingWidth = 2 ** -51;

/**
 * The smallest x in [low, high] with f(x) ≥ 0, to the last two or three bits, and the nearest point `below` it that was
 * found with f < 0. `f` is increasing, negative at `low` and not at `high`; it may jump, stay flat, and be infinite.
 * falsePosition((x) => x - 2, 0, 8).x → 2
 *
 * Illinois correction (Dowell and Jarratt 1971); bisection where that is slow.
 */
export function falsePosition(
  f: (x: number) => number,
  low: number,
  high: number,
): { below: number; x: number } {
  const enough = roundingWidth * roundingWidth * (high - low);
  let [a, fa, b, fb] = [low, f(low), high, f(high)];
  if (fa >= 0) return { below: a, x: a };
  let retained = 0;
  let halve = false;
  while (b - a > Math.max(enough, roundingWidth * Math.min(Math.abs(a), Math.abs(b)))) {
    const width = b - a;
    let x = halve ? halfway(a, b) : a + width * (fa / (fa - fb));
    if (!(x > a && x < b)) x = halfway(a, b);
    if (!(x > a && x < b)) break;
    const fx = f(x);
    if (fx < 0) {
      [a, fa] = [x, fx];
      if (retained === 1) fb /= 2;
      retained = 1;
    } else {
      [b, fb] = [x, fx];
      if (retained === -1) fa /= 2;
      retained = -1;
    }
    halve = !halve && b - a > width / 2;
  }
  return { below: a, x: b };
}

/** The midpoint of a < b for bisection: geometric where they are of one sign and far apart, else arithmetic. */
export function halfway(a: number, b: number): number {
  if (a >= 0 && b > 4 * a) return Math.sqrt(Math.max(a, Number.MIN_VALUE)) * Math.sqrt(b);
  if (b <= 0 && a < 4 * b) return -Math.sqrt(Math.max(-b, Number.MIN_VALUE)) * Math.sqrt(-a);
  return a + (b - a) / 2;
}
