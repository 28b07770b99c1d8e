// Quantiles as weighted means of the order statistics around them: closer than one order statistic, where the column is smooth.
import { sampleStandardDeviation } from "simple-statistics";
import { solveLinear } from "../../numeric/linearSystem.ts";
import { normalQuantile } from "../../numeric/normalQuantile.ts";
import { normalCdf } from "../../numeric/normalTail.ts";
import { replicates } from "../../sampling/plan.ts";
import { ColumnScratch, type Weights } from "./columnScratch.ts";
import type { Estimate } from "./estimate.ts";

/** Half widths of the window, in normal scores, from the widest: the first that passes is taken. */
const halfWidths = [0.8, 0.5, 0.3, 0.2];
/** Orders of the polynomials that the estimate and its coarser judge reproduce. */
const [order, judgeOrder] = [5, 3];
/** A scrambling with fewer values cannot be smoothed by itself. */
const minValues = 100;
/** Values of the shortest scrambling in the narrowest window that is used. */
const minRanks = 14;
/** From this share of equal neighbours on a column has atoms. */
const maxEqual = 0.02;
/** A space between neighbours of more than this part of the window is a hole in the distribution. */
const maxSpace = 0.05;
/** A judge may differ by so many standard errors of the difference. */
const maxDisagreement = 3;

/** A column in order, whole and by scrambling; NaN is left out. */
export interface OrderedColumn {
  all: Float64Array;
  byReplicate: readonly Float64Array[];
}

/** Sorts a column, NaN (did not happen) left out, and each scrambling of it. */
export function orderColumn(column: Float64Array): OrderedColumn {
  const byReplicate = Array.from({ length: replicates }, (_, r) => {
    const own = new Float64Array(Math.ceil((column.length - r) / replicates));
    let count = 0;
    for (let trial = r; trial < column.length; trial += replicates) {
      const value = column[trial]!;
      if (!Number.isNaN(value)) own[count++] = value;
    }
    return own.subarray(0, count).sort();
  });
  return { all: mergeSorted(byReplicate), byReplicate };
}

/** All values of rising columns, rising: pairs are merged until one is left. */
function mergeSorted(columns: readonly Float64Array[]): Float64Array {
  if (columns.length === 1) return columns[0]!;
  const half = columns.length >> 1;
  const [one, other] = [mergeSorted(columns.slice(0, half)), mergeSorted(columns.slice(half))];
  const merged = new Float64Array(one.length + other.length);
  let [i, j] = [0, 0];
  for (let k = 0; k < merged.length; k++) {
    merged[k] = j === other.length || (i < one.length && one[i]! <= other[j]!) ? one[i++]! : other[j++]!;
  }
  return merged;
}

/**
 * The quantile at a probability and its standard error, or undefined where smoothing cannot work: in atoms, at a hole or
 * a jump of the density, with too few trials. Local polynomial regression on the normal scores of the ranks, with
 * Epanechnikov's kernel (Fan and Gijbels 1996, Local Polynomial Modelling and Its Applications, section 3.1); the error is
 * the scatter of the same weighted mean between the scramblings. What makes it honest is the gate: a lower order and a
 * half as wide window, both coarser, must agree within their own scatter.
 */
export function smoothedQuantile(
  { all, byReplicate }: OrderedColumn,
  probability: number,
  scratch = new ColumnScratch(),
): Estimate | undefined {
  const shortest = Math.min(...byReplicate.map(({ length }) => length));
  if (shortest < minValues) return undefined;
  const score = normalQuantile(probability);
  for (const halfWidth of halfWidths) {
    const { from, to } = windowOf(shortest, score, halfWidth / 2);
    if (to - from < minRanks) continue;
    if (isBroken(all, score, halfWidth)) continue;
    const [own, lowOrder, narrow] = [
      [halfWidth, order],
      [halfWidth, judgeOrder],
      [halfWidth / 2, order],
    ].map(([width, degree]) =>
      weighedMeans({ all, byReplicate }, (count) =>
        scratch.remember(`${count} ${probability} ${width} ${degree}`, () =>
          quantileWeights(count, score, width!, degree!),
        ),
      ),
    ) as [Means, Means, Means];
    if (agrees(own, lowOrder) && agrees(own, narrow)) {
      return { value: own.value, error: scatter(own.byReplicate) };
    }
  }
  return undefined;
}

interface Means {
  value: number;
  byReplicate: number[];
}

/** The same weighted mean of all values and of those of each scrambling. */
function weighedMeans({ all, byReplicate }: OrderedColumn, weightsFor: (count: number) => Weights): Means {
  const mean = (sorted: Float64Array) => {
    const { from, values } = weightsFor(sorted.length);
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i]! * sorted[from + i]!;
    return sum;
  };
  return { value: mean(all), byReplicate: byReplicate.map(mean) };
}

/**
 * Weights of `count` order statistics that give the value at a normal score: they add up to 1 and reproduce every
 * polynomial of the score up to `degree`.
 */
export function quantileWeights(count: number, score: number, halfWidth: number, degree: number): Weights {
  const { from, to } = windowOf(count, score, halfWidth);
  const places = new Float64Array(to - from);
  const values = new Float64Array(to - from);
  const moments = new Float64Array(2 * degree + 1);
  for (let i = 0; i < places.length; i++) {
    const x = (normalQuantile((from + i + 0.5) / count) - score) / halfWidth;
    places[i] = x;
    let term = 1 - x * x;
    for (let power = 0; power < moments.length; power++, term *= x) moments[power]! += term;
  }
  const matrix = Array.from({ length: degree + 1 }, (_, a) =>
    Array.from(moments.subarray(a, a + degree + 1)),
  );
  const coefficients = solveLinear(matrix, [1, ...new Array<number>(degree).fill(0)]);
  for (let i = 0; i < places.length; i++) {
    const x = places[i]!;
    values[i] = (1 - x * x) * coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  }
  return { from, values };
}

/** The ranks, from `from` to before `to`, of `count` values whose scores are less than a half width away. */
function windowOf(count: number, score: number, halfWidth: number): { from: number; to: number } {
  const rankAt = (at: number) => Math.ceil(normalCdf(at) * count - 0.5);
  return { from: Math.max(0, rankAt(score - halfWidth)), to: Math.min(count, rankAt(score + halfWidth)) };
}

/** Whether the window has atoms or a hole: no polynomial goes through them. */
function isBroken(all: Float64Array, score: number, halfWidth: number): boolean {
  const { from, to } = windowOf(all.length, score, halfWidth);
  let equal = 0;
  let widest = 0;
  for (let rank = from + 1; rank < to; rank++) {
    const space = all[rank]! - all[rank - 1]!;
    if (space === 0) equal++;
    else if (space > widest) widest = space;
  }
  return equal > maxEqual * (to - from) || widest > maxSpace * (all[to - 1]! - all[from]!);
}

function agrees(own: Means, judge: Means): boolean {
  const differences = own.byReplicate.map((value, r) => value - judge.byReplicate[r]!);
  return Math.abs(own.value - judge.value) <= maxDisagreement * scatter(differences);
}

/** Standard error of the mean of one number a scrambling. */
function scatter(numbers: number[]): number {
  return sampleStandardDeviation(numbers) / Math.sqrt(replicates);
}
