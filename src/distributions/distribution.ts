// What every distribution gives, and how a family of distributions is described to the belief language.

import { numeral } from "../numeric/numeral.ts";

/**
 * The distribution of one number. A distribution is its quantile function; the rest is for showing and checking.
 * Values are in the unit of the quantity, probabilities in [0, 1].
 */
export interface Distribution {
  readonly kind: "continuous" | "discrete";
  /** Smallest and largest possible value; infinite where there is no bound. */
  readonly support: readonly [low: number, high: number];
  /** NaN where it does not exist, Infinity where it diverges. */
  readonly mean: number;
  /** Standard deviation; NaN or Infinity likewise. */
  readonly sd: number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** P(X > x), accurate also where it is tiny. */
  upperTail(x: number): number;
  /** inf{x : P(X ≤ x) ≥ p} for p in [0, 1]; p near 1 is accurate because 1 − p is exact there. */
  quantile(p: number): number;
  /** inf{x : P(X > x) ≤ q}: the quantile counted from above, accurate where q is tiny. */
  upperQuantile?(q: number): number;
  /** Conditional on [min, max], where there is a more exact way than through the tails. */
  truncate?(min: number, max: number): Distribution;
  /** P(min ≤ X ≤ max), where single values may have a chance although the kind is "continuous". */
  chanceBetween?(min: number, max: number): number;
  /** Where it was estimated from data: by what, and with which error. */
  readonly estimated?: Estimated;
  /** True where the quantile needs iteration: sampling then reads it from a table. */
  readonly iterative?: true;
}

/** By what a belief was estimated, for the ledger. Plain data. */
export interface Estimated {
  file: string;
  column: string;
  /** "level", "drift", "memory" or "dispersion". */
  what: string;
  /** First and last day that were used: "2023-01-01" */
  from: string;
  to: string;
  days: number;
  months: number;
  /** In the unit of the belief. */
  value: number;
  /** One standard error. */
  error: number;
}

/** What a parameter may be: "shape" from 1e-6 to 1e12, "count" from 0 to 1e12, "log" and "logSd" up to 700 in size. */
export type ParameterRange =
  | "finite"
  | "positive"
  | "notNegative"
  | "probability"
  | "shape"
  | "count"
  | "log"
  | "logSd";

/** What a parameter of a family means, for messages, completion and the live page. */
export interface Parameter {
  name: string;
  meaning: string;
  /** A "value" carries the unit of the quantity; a "number" has none (a shape); a "probability" is in [0, 1]. */
  kind: "value" | "number" | "probability";
  /** What `signature` (parameters.ts) checks; without it any number is handed on. */
  range?: ParameterRange;
  /** Used where the parameter is left out. */
  default?: number;
}

/** Values of a signature's parameters by name. */
export type Parameters = Readonly<Record<string, number>>;

/**
 * One way to give a family's parameters. Positional arguments fill them in order;
 * with names, the signature that has exactly those names is taken.
 */
export interface Signature {
  parameters: readonly Parameter[];
  /** The distribution; throws `ParameterProblem` where the values allow none. */
  create(parameters: Parameters): Distribution;
}

/** The figures that describe a range: two ends and, where there is one, a most likely value between them. */
export interface Figures {
  low: number;
  high: number;
  mode?: number | undefined;
}

/** The parameters, by name, of a family's first signature that a person thinks of as its figures. */
export type FigureParameters =
  /** Hard ends and, where the family has one, the most likely value. */
  | { kind: "range"; low: string; high: string; mode?: string }
  /** A central value and the standard deviation around it. */
  | { kind: "location"; location: string; sd: string };

/** A distribution of a family with given figures, for the interpretations of a belief. */
export interface FamilyShape {
  /** "PERT", "normal, p5 to p95": unique among the shapes of all families. */
  name: string;
  /** "shape" for another family; "scale" for a logarithmic scale made linear or the other way round. */
  aspect: "shape" | "scale";
  /** The names of one of the family's signatures, those with a default left out. */
  parameters: Parameters;
  /** Whether the distribution is truncated to the figures' ends. */
  truncated?: true;
}

/**
 * A family by the name it has in a belief: `pert(11k, 14k, 100k)`. All that the rest of the kit knows of a family:
 * a new one is a file with its description and a line in index.ts.
 */
export interface Family {
  name: string;
  /** One sentence on when to take it. */
  meaning: string;
  /** At least one; the first is the usual. */
  signatures: readonly Signature[];
  /** Absent where no parameter is such a figure: a slider then moves the median between p1 and p99. */
  figures?: FigureParameters;
  /** The family as other interpretations of a belief with these figures; absent where it is none. */
  shapesOf?(figures: Figures & { mode: number }): readonly FamilyShape[];
  /** The distribution with two given quantiles, low.p < high.p and low.x < high.x; absent where the family has none for any two. */
  throughQuantiles?(low: QuantilePoint, high: QuantilePoint): Distribution;
  /**
   * A belief in words, from its positional arguments as they are written: `quantity` is followed by the unit, then comes
   * `remark`. Absent, or undefined for these arguments, where the belief is shown as it is written.
   */
  inWords?(written: readonly string[]): { quantity: string; remark: string } | undefined;
}

/** A quantile: P(X ≤ x) = p, with 0 < p < 1. */
export interface QuantilePoint {
  p: number;
  x: number;
}

/** Parameters that no distribution of the family has; `parameter` is the name of the one at fault, where there is one. */
export class ParameterProblem extends Error {
  readonly parameter: string | undefined;

  constructor(message: string, parameter?: string) {
    super(message);
    this.name = "ParameterProblem";
    this.parameter = parameter;
  }
}

/** The problem of a truncation to [min, max] that leaves nothing. */
export function nothingLeft(min: number, max: number, why = "the chance of it is 0"): ParameterProblem {
  return new ParameterProblem(`nothing is left ${rangeWords(min, max)}: ${why}`);
}

/** "between 1 and 5", "above 1", "below 5" for a range of which one end may be infinite. */
export function rangeWords(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === -max ? "anywhere" : `above ${numeral(min)}`;
  return min === Number.NEGATIVE_INFINITY
    ? `below ${numeral(max)}`
    : `between ${numeral(min)} and ${numeral(max)}`;
}
