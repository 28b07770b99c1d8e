// Where a function of one number is greatest.

const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The x in [low, high] at which a function with one peak is greatest, to within `tolerance`; the end itself where it rises
 * to there. Golden section search: Kiefer (1953). goldenSection((x) => -((x - 1) ** 2), 0, 3, 1e-6) → 1
 */
export function goldenSection(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number {
  let [from, to] = [low, high];
  let [a, b] = [to - golden * (to - from), from + golden * (to - from)];
  let [fa, fb] = [f(a), f(b)];
  while (to - from > tolerance) {
    if (fa >= fb) {
      [to, b, fb] = [b, a, fa];
      a = to - golden * (to - from);
      fa = f(a);
    } else {
      [from, a, fa] = [a, b, fb];
      b = from + golden * (to - from);
      fb = f(b);
    }
  }
  const middle = (from + to) / 2;
  const ends = [low, middle, high].map((x) => ({ x, y: f(x) }));
  return ends.reduce((best, one) => (one.y > best.y ? one : best), ends[1]!).x;
}
