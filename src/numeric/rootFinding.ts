// Roots of a function of one number: brackets and Brent's method.

/** A value y = f(x) of a function. */
export interface Point {
  x: number;
  y: number;
}

/** Two points of opposite sign, between which there is a root; the same point twice where it is a root itself. */
export type Bracket = readonly [Point, Point];

/** The brackets among points in the order of x: neighbours of opposite sign, and exact zeros once each. */
export function findBrackets(points: readonly Point[]): Bracket[] {
  const brackets: Bracket[] = [];
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    if (point.y === 0) brackets.push([point, point]);
    else if (next && point.y * next.y < 0) brackets.push([point, next]);
  }
  return brackets;
}

/** Enough evaluations to bracket even a jump by neighbouring doubles. */
const maxCalls = 100;

/**
 * Refines a bracket until it is at most `tolerance` wide, by Brent's method: Brent (1973), Algorithms for Minimization
 * without Derivatives, chapter 4. Interpolates where that converges, bisects where it does not, so that it always ends.
 * `evaluate` is called one point at a time, at most 100 times; its rejection is passed on.
 * @returns the two ends of the last bracket, the one with the smaller value first
 */
export async function refineBracket(
  evaluate: (x: number) => Promise<number>,
  [start, end]: Bracket,
  tolerance: number,
): Promise<Bracket> {
  let [other, best] = [start, end];
  if (best === other) return [best, other];
  if (Math.abs(other.y) < Math.abs(best.y)) [other, best] = [best, other];
  let previous = other;
  let step = best.x - other.x;
  let stepBefore = step;
  for (let calls = 0; calls < maxCalls; calls++) {
    const smallest = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (other.x - best.x) / 2;
    if (Math.abs(half) <= smallest || best.y === 0) break;
    const proposed = interpolate(previous, best, other);
    const limit = Math.min(3 * Math.abs(half) - smallest, Math.abs(stepBefore));
    const converges = Math.abs(stepBefore) >= smallest && Math.abs(previous.y) > Math.abs(best.y);
    if (converges && 2 * Math.abs(proposed) < limit && proposed * half > 0) {
      [stepBefore, step] = [step, proposed];
    } else [stepBefore, step] = [half, half];
    previous = best;
    const x = best.x + (Math.abs(step) > smallest ? step : Math.sign(half) * smallest);
    best = { x, y: await evaluate(x) };
    if (best.y !== 0 && best.y * other.y > 0) {
      other = previous;
      step = best.x - previous.x;
      stepBefore = step;
    }
    if (Math.abs(other.y) < Math.abs(best.y)) [previous, best, other] = [best, other, best];
  }
  return best.y === 0 ? [best, best] : [best, other];
}

/** The step from `best` that a line (or, with three different values, an inverse parabola) proposes; NaN where none is. */
function interpolate(previous: Point, best: Point, other: Point): number {
  const ratio = best.y / previous.y;
  if (previous.x === other.x) return ((other.x - best.x) * ratio) / (ratio - 1);
  const q = previous.y / other.y;
  const r = best.y / other.y;
  const numerator = ratio * ((other.x - best.x) * q * (q - r) - (best.x - previous.x) * (r - 1));
  const denominator = (q - 1) * (r - 1) * (ratio - 1);
  return -numerator / denominator;
}
