// The beta distribution through two quantiles.
import { betaTails } from "../numeric/incompleteBeta.ts";
import { ParameterProblem, type QuantilePoint } from "./distribution.ts";

/** Halvings until neighbouring doubles: 60 more bits than the bracket's own. */
const halvings = 80;
/** Logarithms of alpha + beta between which it is looked for. */
const [narrowest, widest] = [Math.log(1e10), Math.log(1e-3)];

/**
 * Shapes of the beta distribution with P(X ≤ low.x) = low.p and P(X ≤ high.x) = high.p. For each sum of the shapes one mean
 * meets the first, since P(X ≤ x) falls with the mean; the larger the sum, the more lies below the second.
 * @throws ParameterProblem where the quantiles are so near or so far apart that no shapes in range have them
 */
export function betaThrough(low: QuantilePoint, high: QuantilePoint): { alpha: number; beta: number } {
  const shapes = (logTotal: number) => {
    const total = Math.exp(logTotal);
    const logit = root(-40, 40, (at) => low.p - below(low.x, shapesOf(total, at)));
    return shapesOf(total, logit);
  };
  const logTotal = root(widest, narrowest, (at) => below(high.x, shapes(at)) - high.p);
  const found = shapes(logTotal);
  const misses = [low, high].map(({ p, x }) => Math.abs(below(x, found) - p));
  if (Math.max(...misses) > 1e-9) throw new ParameterProblem("no beta distribution has these quantiles");
  return found;
}

function shapesOf(total: number, logit: number): { alpha: number; beta: number } {
  return { alpha: total / (1 + Math.exp(-logit)), beta: total / (1 + Math.exp(logit)) };
}

function below(x: number, { alpha, beta }: { alpha: number; beta: number }): number {
  return betaTails(alpha, beta).lower(x, 1 - x);
}

/** Where a rising function passes zero between two ends, by bisection. */
function root(from: number, to: number, rising: (x: number) => number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
