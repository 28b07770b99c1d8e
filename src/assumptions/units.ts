// Units as products of powers: "USD/soldier/month", "1/month", "thousand soldiers", "%".
// "1" is a plain number, "share" a plain number that is a part of a whole and is shown as percent.
// Two units convert into each other where only time or a power of ten differs: thousand USD, kUSD; t, kg, g; km, m.
import { pow } from "../numeric/exactMath/pow.ts";
import { ownValue } from "./ownValue.ts";

/** Length of the time units in days: the mean of the Gregorian calendar's four-year cycle. */
const days: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  year: 365.25,
};
const scales: Readonly<Record<string, number>> = {
  "%": 1e-2,
  percent: 1e-2,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
/** What a prefix stands for, before the symbols and words of measures and currencies. */
const measured: Readonly<Record<string, readonly [base: string, scale: number]>> = {
  g: ["gram", 1],
  gram: ["gram", 1],
  kg: ["gram", 1e3],
  kilogram: ["gram", 1e3],
  t: ["gram", 1e6],
  tonne: ["gram", 1e6],
  kt: ["gram", 1e9],
  Mt: ["gram", 1e12],
  cm: ["metre", 1e-2],
  m: ["metre", 1],
  metre: ["metre", 1],
  meter: ["metre", 1],
  km: ["metre", 1e3],
  kilometre: ["metre", 1e3],
  kilometer: ["metre", 1e3],
  W: ["watt", 1],
  kW: ["watt", 1e3],
  MW: ["watt", 1e6],
  GW: ["watt", 1e9],
  Wh: ["watt-hour", 1],
  kWh: ["watt-hour", 1e3],
  MWh: ["watt-hour", 1e6],
  GWh: ["watt-hour", 1e9],
  TWh: ["watt-hour", 1e12],
};

const thousands: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, bn: 1e9 };
const currencies =
  "USD|EUR|GBP|CHF|JPY|CNY|RUB|UAH|KRW|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|TRY|BRL|MXN|ZAR|ILS";
/** "kUSD", "MEUR" */
const ofCurrency = new RegExp(`^(k|K|M|B|bn)(${currencies})$`);

/** A word that has a prefix, as its base and the scale of it; undefined for any other. */
function prefixed(word: string): readonly [base: string, scale: number] | undefined {
  const [, letter, currency] = ofCurrency.exec(word) ?? [];
  if (letter !== undefined && currency !== undefined) return [currency.toLowerCase(), thousands[letter]!];
  return ownValue(measured, word) ?? ownValue(measured, singular(word.toLowerCase()));
}

const irregular: Readonly<Record<string, string>> = { men: "man", women: "woman", people: "person" };

/** The unit of a part of a whole: 0.25 of it is shown as 25 %. */
export const shareUnit = "share";

/** Units that are measured, not counted, so that fractions of them are usual. Units of time are measures too. */
const measures: ReadonlySet<string> = new Set(
  (
    "metre meter kilometre kilometer mile foot yard inch knot litre liter gallon barrel gram kilogram tonne ton pound ounce " +
    "hectare acre hour minute second degree point share dollar cent euro rouble ruble watt kilowatt joule calorie byte"
  ).split(" "),
);

const longestUnit = 200;
const highestPower = 9;
const wordPattern = /^(1|%|[\p{L}_][\p{L}\p{N}_-]*)(?:\^(-?\d))?$/u;

/** A parsed unit. Its scale, numerator/denominator, is a fraction, so that a month per day is exactly 30.4375. */
export interface Unit {
  numerator: number;
  denominator: number;
  /** Power of each word in the singular; all units of time count as "time". */
  powers: Map<string, number>;
}

/**
 * What a value in `from` is to be multiplied by to be in `to`; undefined where that is not possible.
 * conversionFactor("soldiers/day", "soldiers/month") → 30.4375
 */
export function conversionFactor(from: string, to: string): number | undefined {
  const [source, target] = [parseUnit(from), parseUnit(to)];
  if (!source || !target || !sameDimension(source, target)) return undefined;
  return (source.numerator * target.denominator) / (source.denominator * target.numerator);
}

/** Whether a text is a unit. isUnit("USD/soldier/month") → true */
export function isUnit(text: string): boolean {
  return parseUnit(text) !== undefined;
}

/**
 * Whether a unit is a plain noun in the plural, of what is counted in whole numbers: people, votes, rides. Neither measures
 * ("months", "tonnes"), symbols ("USD", "km") nor what is composed ("soldiers/month") are.
 */
export function isCount(unit: string): boolean {
  const word = unit.trim();
  const one = singular(word);
  return /^\p{Ll}+$/u.test(word) && one !== word && !measures.has(one) && !Object.hasOwn(days, one);
}

/** A unit's scale and powers; undefined where the text is no unit. */
export function parseUnit(text: string): Unit | undefined {
  if (text.length > longestUnit) return undefined;
  const unit: Unit = { numerator: 1, denominator: 1, powers: new Map() };
  // Alone only: in "USD/share" it is a thing that is counted.
  if (text.trim() === shareUnit) return unit;
  const spelt = text.trim().replace(/\s+per\s+/g, "/");
  const factors = spelt.split(/([/*·])/);
  for (let i = 0; i < factors.length; i += 2) {
    const sign = factors[i - 1] === "/" ? -1 : 1;
    // Words side by side belong together: "USD/thousand soldiers" is per thousand.
    for (const word of factors[i]!.trim().split(/\s+/)) {
      const [, name, exponent = "1"] = wordPattern.exec(word) ?? [];
      if (name === undefined || Math.abs(Number(exponent)) > highestPower) return undefined;
      multiply(unit, name, sign * Number(exponent));
    }
  }
  return unit;
}

function multiply(unit: Unit, written: string, power: number): void {
  if (written === "1" || power === 0) return;
  const word = written.toLowerCase();
  const [base, prefix] = prefixed(written) ?? [singular(word), undefined];
  const name = base;
  const time = ownValue(days, name);
  const ofTen = ownValue(scales, word);
  const scale = ofTen ?? time ?? prefix;
  if (scale !== undefined) {
    // 1 % is kept as the fraction 1/100, which a factor of 0.01 is not.
    const [numerator, denominator] = scale < 1 ? [1, Math.round(1 / scale)] : [scale, 1];
    unit.numerator *= pow(power > 0 ? numerator : denominator, Math.abs(power));
    unit.denominator *= pow(power > 0 ? denominator : numerator, Math.abs(power));
  }
  if (ofTen !== undefined) return;
  const dimension = time === undefined ? name : "time";
  unit.powers.set(dimension, (unit.powers.get(dimension) ?? 0) + power);
}

function sameDimension({ powers: one }: Unit, { powers: other }: Unit): boolean {
  const words = new Set([...one.keys(), ...other.keys()]);
  return [...words].every((word) => (one.get(word) ?? 0) === (other.get(word) ?? 0));
}

/** "soldiers" → "soldier", "casualties" → "casualty", "losses" → "loss" */
function singular(word: string): string {
  const known = ownValue(irregular, word);
  if (known !== undefined) return known;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
