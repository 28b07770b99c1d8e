// The same two or three figures as other distributions: what a belief with these figures could as well mean.
import type { Family, FamilyShape, Figures } from "../distributions/distribution.ts";
import { families as allFamilies } from "../distributions/index.ts";
import { numeral } from "../numeric/numeral.ts";
import { intervalFamily } from "./familyCall.ts";

/** In what an interpretation differs from the belief as written. */
export type Aspect =
  /** Another family with the same figures. */
  | "shape"
  /** Logarithmic or linear between the same figures. */
  | "scale"
  /** The free parameter of a hedge at another plausible value. */
  | "parameter"
  /** A limit taken for a typical value. */
  | "figure"
  /** One component of a mixture alone. */
  | "part";

/** Another interpretation of a belief. */
export interface Interpretation {
  /** "PERT", "lognormal, p5 to p95": unique among the interpretations of one belief. */
  name: string;
  aspect: Aspect;
  /** As it would have been written. */
  belief: string;
}

/**
 * Ends as hard limits or as a 90 % interval, on a logarithmic or linear scale, with and without a most likely value: every
 * shape that a family has for these figures, other families before other scales.
 * alternativeShapes({ low: -5, high: 10 })[3].belief → "-5 to 10"
 */
export function alternativeShapes(
  { low, high, mode = typicalBetween(low, high) }: Figures,
  families: readonly Family[] = allFamilies,
): Interpretation[] {
  const shapes = families.flatMap((family) =>
    (family.shapesOf?.({ low, high, mode }) ?? []).map((shape): Interpretation => {
      const { name, aspect } = shape;
      return { name, aspect, belief: beliefOf(family, shape, { low, high }) };
    }),
  );
  const withAspect = (wanted: Aspect) => shapes.filter(({ aspect }) => aspect === wanted);
  return [...withAspect("shape"), ...withAspect("scale")];
}

/** The shape as a belief: "11k to 100k" where an interval means it, else a call of the family. */
function beliefOf(family: Family, shape: FamilyShape, { low, high }: Figures): string {
  const { p5, p95 } = shape.parameters;
  const isInterval = p5 === low && p95 === high && family.name === intervalFamily(low);
  const belief = isInterval ? `${numeral(low)} to ${numeral(high)}` : callText(family, shape);
  return shape.truncated ? `truncate(${belief}, min: ${numeral(low)}, max: ${numeral(high)})` : belief;
}

/** Parameters by their places where they are the first of the family's first signature, else by their names. */
function callText({ name, signatures }: Family, { parameters }: FamilyShape): string {
  const given = Object.entries(parameters);
  const isPositional = given.every(([key], i) => signatures[0]!.parameters[i]?.name === key);
  const written = given.map(([key, value]) => (isPositional ? "" : `${key}: `) + numeral(value));
  return `${name}(${written.join(", ")})`;
}

const maxDigits = 17;

/**
 * A most likely value where none is given: the geometric mean of positive ends, as they differ by a factor, else their
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
