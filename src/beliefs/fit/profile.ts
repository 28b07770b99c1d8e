// One parameter's likelihood: its estimate, its standard error, and how far from it a value is.
import type { LikelihoodRoot } from "../../distributions/fromLikelihood.ts";
import { goldenSection } from "../../numeric/goldenSection.ts";

/** A parameter's estimate and what its likelihood says around it. */
export interface Profile {
  /** Where the likelihood is greatest. */
  value: number;
  /** Half of the interval in which the log-likelihood is within ½ of its greatest. */
  error: number;
  roots: LikelihoodRoot[];
}

/** Which values a parameter can have, and on which scale its likelihood is looked at. */
export interface ProfileScale {
  low: number;
  high: number;
  /** From the scale to the parameter itself: Math.exp for one that is looked at by its logarithm. */
  toValue(x: number): number;
}

/** Beyond so many standard errors nothing is looked at. */
const farthest = 4;
/** Standard errors from point to point. */
const apart = 0.25;
const tolerance = 1e-7;

/** The profile of a log-likelihood, already at its greatest over all other parameters. */
export function profileOf(
  logLikelihood: (x: number) => number,
  { low, high, toValue }: ProfileScale,
): Profile {
  const best = goldenSection(logLikelihood, low, high, (high - low) * tolerance);
  const top = logLikelihood(best);
  const rootAt = (x: number) => {
    const drop = Math.max(0, top - logLikelihood(x));
    return Math.sign(x - best) * Math.sqrt(2 * drop);
  };
  const side = (end: number): LikelihoodRoot[] => {
    if (end === best) return [];
    const reach = reachOf(rootAt, best, end);
    const steps = Math.round(farthest / apart);
    const points: LikelihoodRoot[] = [];
    for (let i = 1; i <= steps; i++) {
      const x = best + (i / steps) * (reach - best);
      const root = rootAt(x);
      const before = points.at(-1)?.root ?? 0;
      // Flat or turning back by rounding: what says nothing is left out.
      if (Math.abs(root) > Math.abs(before)) points.push({ x, root });
    }
    return points;
  };
  const scaled = [...side(low).reverse(), { x: best, root: 0 }, ...side(high)];
  const roots = scaled.map(({ x, root }) => ({ x: toValue(x), root }));
  const ends = [-1, 1].map((root) => endAt(roots, root));
  return { value: toValue(best), error: (ends[1]! - ends[0]!) / 2, roots };
}

/** The value towards `end` that is `farthest` standard errors away; the end itself where that is nearer. */
function reachOf(rootAt: (x: number) => number, best: number, end: number): number {
  if (Math.abs(rootAt(end)) <= farthest) return end;
  let [near, far] = [best, end];
  for (let i = 0; i < 24; i++) {
    const middle = (near + far) / 2;
    if (Math.abs(rootAt(middle)) > farthest) far = middle;
    else near = middle;
  }
  return far;
}

function endAt(points: readonly LikelihoodRoot[], wanted: number): number {
  const i = points.findIndex(({ root }) => root >= wanted);
  if (i < 0) return points.at(-1)!.x;
  if (i === 0) return points[0]!.x;
  const [from, to] = [points[i - 1]!, points[i]!];
  return from.x + ((wanted - from.root) / (to.root - from.root)) * (to.x - from.x);
}
