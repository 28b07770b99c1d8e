// Do the claims close? Each check is sampled: its sides, the chance that it holds, and what would have to be true of
// the unstated for it to hold.
import type { Check, CheckFigure, CheckUnknown } from "../../assumptions/checks/check.ts";
import { scaleOf } from "../../assumptions/checks/dimension.ts";
import type { RelationSign } from "../../assumptions/checks/expression.ts";
import { expressionValue, solveFor } from "../../assumptions/checks/fraction.ts";
import type { Distribution } from "../../distributions/distribution.ts";
import { inputSampler } from "../../sampling/inputs.ts";
import { ownPlan } from "../../sampling/ownPlan.ts";
import { shareOfHits } from "../../simulation/statistics/columnMoments.ts";
import { summarizeColumn } from "../../simulation/statistics/columnSummary.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { CheckedFigure, CheckFindings, UnknownFindings } from "./checkFindings.ts";
import { checkReadings } from "./checkInterpretations.ts";

const trials = 16_384;
const seed = "sandtable";

/** What every check comes to. */
export function checkClaims(checks: readonly Check[]): CheckFindings[] {
  return checks.map(checkOne);
}

function checkOne(check: Check): CheckFindings {
  const { id, title, equation, relation, unit, figures, unknowns, why, place } = check;
  const columns = sampleFigures(check, trials);
  const unstated = unknowns.map(({ name, unstated, unit }): [string, number] => [
    name,
    unstated * scaleOf(unit),
  ]);
  const left = new Float64Array(trials);
  const right = new Float64Array(trials);
  const closes = new Float64Array(trials);
  const values = new Map(unstated);
  for (let trial = 0; trial < trials; trial++) {
    for (const [name, column] of columns) values.set(name, column[trial]!);
    left[trial] = expressionValue(relation.left, values);
    right[trial] = expressionValue(relation.right, values);
    closes[trial] = holds(left[trial]!, right[trial]!, check) ? 1 : 0;
  }
  const chance = shareOfHits(closes, (value) => value === 1);
  const inUnit = (column: Float64Array) => spreadOf(column.map((value) => value / scaleOf(unit)));
  const unstatedFindings = unknowns.map((one) => unknownFindings(check, one, columns, new Map(unstated)));
  return {
    id,
    title,
    equation,
    unit,
    status: statusOf(chance.value, unstatedFindings),
    closes: chance,
    left: inUnit(left),
    right: inUnit(right),
    figures: figures.map(({ name, origin, belief, unit }) => ({ name, origin, belief, unit })),
    unknowns: unstatedFindings,
    ...(why !== undefined && { why }),
    place,
  };
}

function unknownFindings(
  check: Check,
  unknown: CheckUnknown,
  columns: ReadonlyMap<string, Float64Array>,
  unstated: ReadonlyMap<string, number>,
): UnknownFindings {
  const { relation, figures } = check;
  const { name, label, unit, unstated: silent, belief, why } = unknown;
  const scale = scaleOf(unit);
  const needed = breakEvens(check, name, columns, unstated);
  const asTold = new Map([
    ...unstated,
    ...figures.map(({ name, stated, unit }) => [name, stated * scaleOf(unit)] as const),
  ]);
  const read = (over: readonly CheckFigure[], count: number) =>
    breakEvens(check, name, sampleFigures({ ...check, figures: over }, count), unstated).map(
      (value) => value / scale,
    );
  return {
    name,
    label,
    unit,
    unstated: silent,
    ...(why !== undefined && { why }),
    side: sideOf(check, name, asTold),
    asTold: solveFor(relation, name, asTold) / scale,
    needed: spreadOf(needed.map((value) => value / scale)),
    overReadings: checkReadings(figures, read),
    ...(belief && { believed: believed(check, unknown, belief, columns, unstated, needed) }),
  };
}

/** The value of an unknown at which both sides are equal, trial by trial, in basic units. */
function breakEvens(
  { relation }: Check,
  unknown: string,
  columns: ReadonlyMap<string, Float64Array>,
  unstated: ReadonlyMap<string, number>,
): Float64Array {
  const values = new Map(unstated);
  const [first] = columns.values();
  return Float64Array.from({ length: first?.length ?? trials }, (_, trial) => {
    for (const [name, column] of columns) values.set(name, column[trial]!);
    return solveFor(relation, unknown, values);
  });
}

/**
 * The chance that the check closes with what we believe of an unknown: drawn like the figures for <= and >=. An equation
 * would never hold to the last digit: it closes where the value needed lies in the belief's 90 % interval.
 */
function believed(
  check: Check,
  { name, unit }: CheckUnknown,
  { text, distribution }: NonNullable<CheckUnknown["belief"]>,
  columns: ReadonlyMap<string, Float64Array>,
  unstated: ReadonlyMap<string, number>,
  needed: Float64Array,
): NonNullable<UnknownFindings["believed"]> {
  const scale = scaleOf(unit);
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => distribution.quantile(p)) as [number, number, number];
  const drawn = sampleFigures(check, trials, { name, distribution, unit }).get(name)!;
  const values = new Map(unstated);
  const closes = needed.map((value, trial) => {
    if (check.relation.sign === "=") return value >= p5 * scale && value <= p95 * scale ? 1 : 0;
    for (const [figure, column] of columns) values.set(figure, column[trial]!);
    values.set(name, drawn[trial]!);
    const { left, right } = check.relation;
    return holds(expressionValue(left, values), expressionValue(right, values), check) ? 1 : 0;
  });
  return { belief: text, p5, p50, p95, closes: shareOfHits(closes, (value) => value === 1) };
}

/** Columns of the figures in basic units, and of an unknown after them where one is given. */
function sampleFigures(
  { id, figures }: Check,
  count: number,
  unknown?: { name: string; distribution: Distribution; unit: string },
): Map<string, Float64Array> {
  const drawn = unknown ? [...figures, unknown] : figures;
  const names = drawn.map(({ name }) => name);
  const sample = inputSampler(seed, ownPlan(`check ${id}`, names, []));
  return new Map(
    drawn.map(({ name, distribution, unit }) => {
      const column = new Float64Array(count);
      const basis = { kind: "judgement", why: "" } as const;
      sample({ name, belief: "", unit, distribution, basis }, column, 0);
      const scale = scaleOf(unit);
      return [name, column.map((value) => value * scale)];
    }),
  );
}

/** Rounding of the arithmetic, as a share: equal figures are equal however they are worked out. */
const rounding = 1e-12;

function holds(left: number, right: number, { relation: { sign }, within }: Check): boolean {
  const larger = Math.max(Math.abs(left), Math.abs(right));
  // A side that divides by nothing is no figure, and closes with none.
  if (!Number.isFinite(larger)) return false;
  if (sign === "=") return Math.abs(left - right) <= (within + rounding) * larger;
  return sign === "<=" ? left <= right + rounding * larger : left >= right - rounding * larger;
}

/** Whether the check closes below or above the break-even, seen at the figures as told. */
function sideOf(check: Check, unknown: string, asTold: Map<string, number>): UnknownFindings["side"] {
  const { left, right, sign } = check.relation;
  if (sign === "=") return "exactly";
  const breakEven = solveFor(check.relation, unknown, asTold);
  const step = Math.abs(breakEven) * 0.01 || 1;
  const values = new Map(asTold).set(unknown, breakEven + step);
  return compares(expressionValue(left, values), sign, expressionValue(right, values))
    ? "at least"
    : "at most";
}

function compares(left: number, sign: RelationSign, right: number): boolean {
  return sign === "<=" ? left <= right : left >= right;
}

/** ICD 203: under 5 % is almost no chance. */
const brokenBelow = 0.05;
const evenChance = 0.5;

function statusOf(asTheyStand: number, unknowns: readonly UnknownFindings[]): CheckFindings["status"] {
  if (asTheyStand >= evenChance) return "closes";
  const best = Math.max(asTheyStand, ...unknowns.map(({ believed }) => believed?.closes.value ?? 0));
  return best >= evenChance ? "conditional" : best >= brokenBelow ? "strained" : "broken";
}

function spreadOf(column: Float64Array): CheckedFigure {
  const { mean, sd, p5, p50, p95 } = summarizeColumn(column, { isSmoothed: true });
  if (sd.value === 0) return { p5: exactly(mean), p50: exactly(mean), p95: exactly(mean) };
  return { p5, p50, p95 };
}

function exactly({ value }: Estimate): Estimate {
  return { value, error: 0 };
}
