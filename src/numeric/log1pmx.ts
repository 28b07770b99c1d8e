// log(1 + x) − x without cancellation: the building block of saddle-point probabilities.

/** log(1 + x) − x for x > −1, to full relative accuracy also where x is small: log1pmx(1e-8) → −5e-17 */
export function log1pmx(x: number): number {
  if (x < -0.4 || x > 0.7) return Math.log1p(x) - x;
  // log(1 + x) = 2 artanh(r) with r = x / (2 + x); the part linear in x cancels by hand: 2r − x = −r x.
  const r = x / (2 + x);
  const square = r * r;
  let term = square;
  let sum = 0;
  for (let odd = 3; odd < 60; odd += 2) {
    const part = term / odd;
    sum += part;
    if (part < 1e-17 * sum) break;
    term *= square;
  }
  return r * (2 * sum - x);
}

/**
 * log1pmx(excess) where `ratio` = 1 + excess is given too, both accurate.
 * Near ratio 0 the excess is rounded to −1; the ratio still has all its digits.
 */
export function log1pmxOfRatio(excess: number, ratio: number): number {
  return excess < -0.4 ? Math.log(ratio) - excess : log1pmx(excess);
}
