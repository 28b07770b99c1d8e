// Stirling's series: log Γ for large arguments (Abramowitz and Stegun 6.1.41).

/** log √(2π) */
export const logRootTwoPi = 0.9189385332046728;

/** From here on ten terms of Stirling's series are accurate to 1e-18. */
export const stirlingSeriesStart = 10;

// Bernoulli number B(2k) over 2k(2k − 1), for k = 1, 2, …
const coefficients = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
  -174611 / 125400,
] as const;

/** log Γ(x) − [(x − 1/2) log x − x + log √(2π)] for x ≥ 10. */
export function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x);
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * inverseSquare + coefficients[k];
  return sum / x;
}
