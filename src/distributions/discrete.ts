// Discrete: finitely many values, each with its weight.

import { binarySearch } from "../numeric/binarySearch.ts";
import { constant } from "./constant.ts";
import { type Distribution, nothingLeft, ParameterProblem } from "./distribution.ts";
import { normaliseWeights } from "./normaliseWeights.ts";
import { requireRange } from "./parameters.ts";

/** One possible value; the weights of all are taken relative to their sum. */
export interface WeightedValue {
  value: number;
  weight: number;
}

/**
 * The categorical distribution over numbers: P(X = value) = weight / sum of the weights.
 * discrete([{ value: 1, weight: 3 }, { value: 2, weight: 1 }]).mean → 1.25
 * A quantile is the smallest value at which the probability is reached: with equal weights of 0 and 5000 the median is 0.
 * https://en.wikipedia.org/wiki/Categorical_distribution
 * @throws ParameterProblem where there are no values, or a value or a weight is not allowed
 */
export function discrete(values: readonly WeightedValue[]): Distribution {
  if (values.length === 0) throw new ParameterProblem("there are no values, at least one is needed");
  for (const { value } of values) requireRange("value", value, "finite");
  const shares = normaliseWeights(values.map(({ weight }) => weight));
  const points = inOrder(values.map(({ value }, i) => ({ value, weight: shares[i] })));
  if (points.length === 1) return constant(points[0].value);

  const n = points.length;
  const atoms = points.map(({ value }) => value);
  // below[i] is P(X ≤ atom i), above[i] is P(X > atom i), each summed from its own end.
  const below = new Float64Array(n);
  const above = new Float64Array(n);
  for (let i = 0, sum = 0; i < n - 1; i++) below[i] = sum += points[i].weight;
  for (let i = n - 2, sum = 0; i >= 0; i--) above[i] = sum += points[i + 1].weight;
  below[n - 1] = 1;

  const mean = points.reduce((sum, { value, weight }) => sum + weight * value, 0);
  const variance = points.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
  /** How many atoms are at or below x. */
  const rank = (x: number) => binarySearch(n, (i) => atoms[i] > x);
  const at = (p: number, q: number) =>
    atoms[binarySearch(n - 1, p <= 0.5 ? (i) => below[i] >= p : (i) => above[i] <= q)];

  return {
    kind: "discrete",
    support: [atoms[0], atoms[n - 1]],
    mean,
    sd: Math.sqrt(variance),
    cdf: (x) => (x < atoms[0] ? 0 : below[rank(x) - 1]),
    upperTail: (x) => (x < atoms[0] ? 1 : above[rank(x) - 1]),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
    truncate: (min, max) => discrete(within(points, min, max)),
  };
}

/** Rising values, equal ones made one, those without weight left out. */
function inOrder(values: readonly WeightedValue[]): WeightedValue[] {
  const points: WeightedValue[] = [];
  for (const { value, weight } of [...values].sort((a, b) => a.value - b.value)) {
    const last = points.at(-1);
    if (weight === 0) continue;
    if (last?.value === value) last.weight += weight;
    else points.push({ value, weight });
  }
  return points;
}

function within(points: readonly WeightedValue[], min: number, max: number): readonly WeightedValue[] {
  const kept = points.filter(({ value }) => value >= min && value <= max);
  if (kept.length > 0) return kept;
  throw nothingLeft(min, max, "no value lies there");
}
