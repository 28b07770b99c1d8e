// What every family of distributions gives, and how a family is described to the belief language.

/** A belief about one number. A distribution is its quantile function; the rest is for showing and checking. */
export interface Distribution {
  readonly kind: "continuous" | "discrete";
  /** Smallest and largest possible value; infinite where there is no bound. */
  readonly support: readonly [low: number, high: number];
  /** NaN where it does not exist, Infinity where it diverges. */
  readonly mean: number;
  readonly sd: number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** P(X > x), accurate also where it is tiny. */
  upperTail(x: number): number;
  /** inf{x : P(X ≤ x) ≥ p} for p in [0, 1]; p near 1 is accurate because 1 − p is exact there. */
  quantile(p: number): number;
  /** inf{x : P(X > x) ≤ q}: the quantile counted from above, accurate where q is tiny. */
  upperQuantile?(q: number): number;
  /** Restricted to [min, max], where the family knows a more exact way than through its tails. */
  truncate?(min: number, max: number): Distribution;
  /** True where the quantile needs iteration: sampling then reads it from a table. */
  readonly iterative?: true;
}

/** What a parameter of a family means, for messages, completion and the live page. */
export interface Parameter {
  name: string;
  meaning: string;
  /** A "value" carries the unit of the quantity; a "number" has none (a shape); a "probability" is in [0, 1]. */
  kind: "value" | "number" | "probability";
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

/** A family by the name it has in a belief: `pert(11k, 14k, 100k)`. */
export interface Family {
  name: string;
  /** One sentence on when to take it. */
  meaning: string;
  /** At least one; the first is the usual. */
  signatures: readonly Signature[];
}

/** Parameters that no distribution of the family has. `parameter` names the culprit where there is one. */
export class ParameterProblem extends Error {
  readonly parameter: string | undefined;

  constructor(message: string, parameter?: string) {
    super(message);
    this.name = "ParameterProblem";
    this.parameter = parameter;
  }
}
