// Quantiles as names of parameters: "p5", "p2.5".

/** A quantile as a parameter of a family: "p10", "p2.5". */
const pattern = /^p(\d{1,2}(?:\.\d+)?)$/;

/** The probability that a parameter's name stands for; undefined where it is no quantile. namedProbability("p10") → 0.1 */
export function namedProbability(name: string): number | undefined {
  const [, percent] = pattern.exec(name) ?? [];
  const p = Number(`${percent}e-2`);
  return p > 0 && p < 1 ? p : undefined;
}
