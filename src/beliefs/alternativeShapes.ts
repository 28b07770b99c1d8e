// The same two or three figures through other shapes: what a belief could as well have meant by them.
import { shorthand } from "./numberSyntax.ts";

/** In what a reading differs from the belief as written. */
export type Aspect =
  /** Another family through the same figures. */
  | "shape"
  /** Logarithmic or linear between the same figures. */
  | "scale"
  /** The free parameter of a hedge at another plausible value. */
  | "parameter"
  /** A limit taken for a typical value. */
  | "figure"
  /** One part of a mixture alone. */
  | "part";

/** Another way to read a belief. */
export interface Interpretation {
  /** "PERT", "lognormal, p5 to p95": unique among the readings of one belief. */
  name: string;
  aspect: Aspect;
  /** As it would have been written. */
  belief: string;
}

/** The figures of a belief: two ends and, where it names one, a most likely value between them. */
export interface Figures {
  low: number;
  high: number;
  mode?: number | undefined;
}

/** Ends as hard limits or as a 90 % interval, logarithmic or linear, with and without a most likely value. */
export function alternativeShapes({
  low,
  high,
  mode = typicalBetween(low, high),
}: Figures): Interpretation[] {
  const ends = `${numeral(low)}, ${numeral(high)}`;
  const peaked = `${numeral(low)}, ${numeral(mode)}, ${numeral(high)}`;
  const interval = `${numeral(low)} to ${numeral(high)}`;
  const hardOrSoft: Interpretation[] = [
    { name: "uniform", aspect: "shape", belief: `uniform(${ends})` },
    { name: "triangular", aspect: "shape", belief: `triangular(${peaked})` },
    { name: "PERT", aspect: "shape", belief: `pert(${peaked})` },
  ];
  if (low <= 0) {
    // No logarithm: the interval itself is the linear one.
    return [...hardOrSoft, { name: "normal, p5 to p95", aspect: "shape", belief: interval }];
  }
  return [
    ...hardOrSoft,
    { name: "lognormal, p5 to p95", aspect: "shape", belief: interval },
    {
      name: "normal, p5 to p95",
      aspect: "scale",
      belief: `normal(p5: ${numeral(low)}, p95: ${numeral(high)})`,
    },
    {
      name: "lognormal, hard limits",
      aspect: "scale",
      belief: `truncate(${interval}, min: ${numeral(low)}, max: ${numeral(high)})`,
    },
  ];
}

const maxDigits = 17;

/**
 * A most likely value where none is named: the geometric mean of positive ends, as they differ by a factor, else their
 * middle; with the fewest digits that keep it between the ends, since a guess has no more.
 * typicalBetween(11_000, 100_000) → 30000
 */
export function typicalBetween(low: number, high: number): number {
  const middle = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : low / 2 + high / 2;
  for (let digits = 1; digits <= maxDigits; digits++) {
    const rounded = Number(middle.toPrecision(digits));
    if (rounded > low && rounded < high) return rounded;
  }
  return middle;
}

/** A number as a belief holds it: 11000 → "11k". */
export function numeral(value: number): string {
  const written = String(value);
  return written.includes("e") ? written : shorthand(value);
}

const figureDigits = 4;

/** A computed figure with as many digits as a person would write. */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(figureDigits));
}
