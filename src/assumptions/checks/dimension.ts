// Units of whole expressions: what is added or compared must be of one kind.
import { parseUnit } from "../units.ts";

/** Powers of basic units, without those of power 0; all units of time are "time". */
export type Dimension = ReadonlyMap<string, number>;

/** The dimension of a unit that is known to be one. */
export function dimensionOf(unit: string): Dimension {
  return withoutZeros(parseUnit(unit)!.powers);
}

/** What a value in `unit` is multiplied by to be in basic units: days, and ones instead of thousands. */
export function scaleOf(unit: string): number {
  const { numerator, denominator } = parseUnit(unit)!;
  return numerator / denominator;
}

/** Whether two dimensions have the same powers. */
export function sameDimension(one: Dimension, other: Dimension): boolean {
  return one.size === other.size && [...one].every(([word, power]) => other.get(word) === power);
}

/** one × other^power */
export function times(one: Dimension, other: Dimension, power: 1 | -1): Dimension {
  const powers = new Map(one);
  for (const [word, exponent] of other) powers.set(word, (powers.get(word) ?? 0) + power * exponent);
  return withoutZeros(powers);
}

/** A dimension as it could be written as a unit, with "day" for time: "USD/person/day"; "1" for a plain number. */
export function dimensionText(dimension: Dimension): string {
  const factors = [...dimension].map(([word, power]) => {
    const name = word === "time" ? "day" : word;
    return { power, text: Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}` };
  });
  const above = factors.filter(({ power }) => power > 0).map(({ text }) => text);
  const below = factors.filter(({ power }) => power < 0).map(({ text }) => `/${text}`);
  return (above.join("*") || "1") + below.join("");
}

function withoutZeros(powers: ReadonlyMap<string, number>): Dimension {
  return new Map([...powers].filter(([, power]) => power !== 0));
}
