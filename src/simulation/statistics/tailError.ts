// What the scatter of sixteen scramblings cannot show of a heavy tail: how far its few largest values lead.
import { pow } from "../../numeric/exactMath/pow.ts";
import { replicates } from "../../sampling/plan.ts";
import { t95 } from "./replicateError.ts";
import { fitTail, type TailShape } from "./tailShape.ts";

/** Largest and smallest values of a column, as far as a tail is fitted to them. */
export interface ColumnEnds {
  /** How many values the column has. */
  count: number;
  /** Rising; one more than the tail has. */
  lowest: Float64Array;
  /** Rising; one more than the tail has. */
  highest: Float64Array;
}

/** What the tails add to an error. */
export interface TailError {
  /** All of it; infinite where no number of this many trials could tell. */
  error: number;
  /** What of it the scatter between the scramblings shows in one run of two. */
  seen: number;
  /** What scatter does not come from the tail's strata is so many times larger than it looks. */
  others: number;
}

/** What the tails add to the errors of a column. */
export interface TailErrors {
  mean: TailError;
  /** Of the mean square around the mean. */
  square: TailError;
}

/** An error from the scatter between the scramblings, with all of the tails in place of what it shows of them. */
export function withTail(scatter: number, { error, seen, others }: TailError): number {
  return scatter > seen ? Math.hypot(error, others * Math.sqrt((scatter - seen) * (scatter + seen))) : error;
}

/** Values that a tail is fitted to: Vehtari, Simpson, Gelman, Yao and Gabry (2024), section 3.2, in whole strata. */
export function tailLength(count: number): number {
  return Math.ceil(Math.min(0.2 * count, 3 * Math.sqrt(count)) / replicates) * replicates;
}

/** The ends of a rising column, which has two values at least. */
export function endsOf(sorted: Float64Array): ColumnEnds {
  const count = sorted.length;
  const length = Math.min(tailLength(count), count - 1);
  return { count, lowest: sorted.subarray(0, length + 1), highest: sorted.subarray(count - 1 - length) };
}

/** Fewer values than this tell no shape; fewer than the second no distribution, where all others are one value. */
const [minTail, minBesideLump] = [16, 64];
/**
 * From where the shape could be this much a mean, a standard deviation is not told: of 400 values the first is Vehtari's
 * k̂ of 0.7, of fewer it is less. The square of a value has twice the shape of the value.
 */
const [maxShapeOfMean, maxShapeOfSquare] = [0.8, 0.46];
/** The shape could be so many of its standard errors larger. */
const shapeErrors = 1.5;
/** Values so large that fewer than this many are expected in a whole run do not count for its 95 % interval. */
const expectedBeyond = 0.02;
/** What is further in adds nothing. */
const maxStrata = 64;
/**
 * Half of a 95 % interval in errors of the model: of a sum that one of 16 values leads 95 % lie closer than of a normal one.
 */
const modelHalfWidth = 1.65;
/** So much wider it is for each value that the tail is short of, and the more the heavier it is. */
const widerOfFew = { exponential: 20, perShape: 80 };
/** What scatter shows of a tail's error in one run of two, by its order times its shape: measured from −0.1 to 0.7. */
const seenOf = { exponential: 0.86, perShape: -0.8, least: 0.15, most: 0.95 };
/** Few values make the shape look smaller than it is: measured for tails of 48 to 1,000 values. */
const [shapeCorrection, maxShapeCorrection] = [8, 0.12];

/** The tails of a column: both ends as seen from its middle, so that the lower one is mirrored. */
export interface ColumnTails {
  low: Tail;
  high: Tail;
}

/** A tail beyond a threshold; "none" where values are too equal to have a shape, "few" where they are too few to tell it. */
export type Tail = "none" | "few" | (TailShape & { threshold: number; length: number; share: number });

/** The shapes of both tails of a column. */
export function fitTails({ count, lowest, highest }: ColumnEnds): ColumnTails {
  const tails = { low: tailOf(mirrored(lowest), count), high: tailOf(highest, count) };
  // Both thresholds are one value: nearly all trials have it, and the others are all there is to see. Elsewhere a few
  // values among many equal ones are the last of them.
  const isLump = lowest.at(-1) === highest[0];
  const seen = (tail: Tail): Tail => {
    if (!isLump) return tail === "few" ? "none" : tail;
    return typeof tail === "object" && tail.length < minBesideLump ? "few" : tail;
  };
  return { low: seen(tails.low), high: seen(tails.high) };
}

/**
 * The errors that the two tails alone give to the mean and to the mean square of a column of `count` values.
 *
 * A scrambling has one point in each stratum of 1/(n/16) of the probability. Of a skewed column nearly all error comes
 * from where the point of the last stratum lies, and sixteen points of a heavy tail scatter less than they should in most
 * runs. A generalized Pareto distribution fitted to all of the tail says how far they can scatter: Σ over the strata of
 * the variance within each, the least that any plan leaves. Measured coverage is in tests/analysis/coverage.long.ts.
 */
export function tailErrors({ low, high }: ColumnTails, count: number, mean: number): TailErrors {
  const tails = [tailVariances(low, count, -mean), tailVariances(high, count, mean)];
  const error = (of: "mean" | "square"): TailError => {
    const [low, high] = tails.map((one) => one[of]);
    const root = (part: "all" | "seen") => Math.sqrt((low![part] + high![part]) * replicates) / count;
    return { error: root("all"), seen: root("seen"), others: Math.max(low!.others, high!.others) };
  };
  return { mean: error("mean"), square: error("square") };
}

function mirrored(rising: Float64Array): Float64Array {
  const mirror = rising.slice().reverse();
  for (let k = 0; k < mirror.length; k++) mirror[k] = -mirror[k]!;
  return mirror;
}

function tailOf(rising: Float64Array, count: number): Tail {
  let first = firstAbove(rising, 0);
  // The threshold is within a lump of equal values: what lies above may be a whole distribution, of which this is the tail.
  if (first > 1 && rising.length - first > 2 * minTail) {
    first = firstAbove(rising, first + ((rising.length - first) >> 1));
  }
  const threshold = rising[first - 1]!;
  const length = rising.length - first;
  const largest = rising[rising.length - 1]!;
  if (length === 0 || rising[first] === largest) return "none";
  if (length < minTail) return "few";
  if (rising[first] === rising[first + (length >> 2)] || rising[first + (length >> 1)] === largest)
    return "none";
  if (!Number.isFinite(largest - threshold)) return "none";
  const excesses = rising.slice(first);
  for (let k = 0; k < length; k++) excesses[k]! -= threshold;
  return { ...fitTail(excesses), threshold, length, share: length / count };
}

/** The place of the first value that is above the one at a place. */
function firstAbove(rising: Float64Array, place: number): number {
  let next = place + 1;
  while (next < rising.length && rising[next] === rising[place]) next++;
  return next;
}

/** Integrals of s^(−order · shape) have a pole where order · shape is 1, and sums of them cancel near 0. */
const poles = [0, 1 / 4, 1 / 3, 1 / 2, 1];
const distanceFromPoles = 0.004;

/** Of one tail: the squares of `error` and `seen`, in the unit of strata. */
interface Variances extends Pick<TailError, "others"> {
  all: number;
  seen: number;
}
const noVariance: Variances = { all: 0, seen: 0, others: 1 };
const untold: Variances = { all: Number.POSITIVE_INFINITY, seen: 0, others: 1 };

/** Variances within the strata of a tail, added up: of the values, and of their squared distances from the centre. */
function tailVariances(tail: Tail, count: number, centre: number): { mean: Variances; square: Variances } {
  if (tail === "none") return { mean: noVariance, square: noVariance };
  if (tail === "few") return { mean: untold, square: untold };
  const { shape, scale, threshold, length, share } = tail;
  const couldBe = shape + (shapeErrors * (1 + Math.abs(shape))) / Math.sqrt(length);
  const correction = Math.min(maxShapeCorrection, shapeCorrection / length);
  const corrected = awayFromPoles(shape + correction * (1 + Math.abs(shape)));
  // The value that one in ten of the tail lies above is well known: it stays where it is.
  const correctedScale = (scale * excessAt(0.1, shape)) / excessAt(0.1, corrected);
  const inTail = (share * count) / replicates;
  const strata = Math.min(maxStrata, Math.floor(inTail));
  // A value that s strata lie above is at a + b · s^−shape from the centre.
  const a = threshold - centre - correctedScale / corrected;
  const b = (correctedScale / corrected) * pow(inTail, corrected);
  let [mean, square] = [0, 0];
  for (let stratum = 0; stratum < strata; stratum++) {
    const from = stratum || expectedBeyond / replicates;
    const [m1, m2, m3, m4] = meanPowers(corrected, from, stratum + 1);
    const second = a * a + 2 * a * b * m1 + b * b * m2;
    const fourth = a * a * (a * a + 4 * a * b * m1 + 6 * b * b * m2) + b * b * b * (4 * a * m3 + b * m4);
    mean += b * b * Math.max(0, m2 - m1 * m1);
    square += Math.max(0, fourth - second * second);
  }
  const wider = Math.max(0, widerOfFew.exponential + widerOfFew.perShape * shape) / length;
  const variances = (order: 1 | 2, variance: number): Variances => {
    const seen = Math.min(
      seenOf.most,
      Math.max(seenOf.least, seenOf.exponential + seenOf.perShape * order * shape),
    );
    const toT = (modelHalfWidth * (1 + (order === 2 ? 1.5 : 1) * wider)) / t95;
    return {
      all: variance * toT * toT,
      seen: variance * seen * seen,
      others: order === 2 ? 1 / Math.sqrt(seen) : 1,
    };
  };
  return {
    mean: couldBe > maxShapeOfMean ? untold : variances(1, mean),
    square: couldBe > maxShapeOfSquare ? untold : variances(2, square),
  };
}

/** The excess that a share of the tail lies above, in units of the scale. */
function excessAt(share: number, shape: number): number {
  return Math.abs(shape) < 1e-9 ? -Math.log(share) : (pow(share, -shape) - 1) / shape;
}

/** Means over an interval of s^−shape and its second to fourth power. */
function meanPowers(shape: number, from: number, to: number): [number, number, number, number] {
  const [lower, upper] = [pow(from, -shape), pow(to, -shape)];
  const mean = (order: number, low: number, high: number) =>
    (to * high - from * low) / (1 - order * shape) / (to - from);
  const [lower2, upper2] = [lower * lower, upper * upper];
  return [
    mean(1, lower, upper),
    mean(2, lower2, upper2),
    mean(3, lower2 * lower, upper2 * upper),
    mean(4, lower2 * lower2, upper2 * upper2),
  ];
}

function awayFromPoles(shape: number): number {
  const pole = poles.find((one) => Math.abs(shape - one) < distanceFromPoles);
  return pole === undefined ? shape : pole + distanceFromPoles;
}
