// Where on a map the beliefs in both assumptions lie together.
import type { Assumption } from "../../assumptions/assumptions.ts";
import { pearsonOfRank } from "../../assumptions/correlation.ts";
import type { Correlation } from "../../assumptions/samplingPlan.ts";
import { normalCdf } from "../../numeric/normalTail.ts";
import { isCertain } from "../../sampling/inputs.ts";
import type { MapAxesQuestion } from "./axisQuestion.ts";
import type { LineSegment } from "./contour.ts";

/** Share of the joint belief that the outline holds. */
export const believedShare = 0.9;
const outlinePoints = 96;

/** Ends of the cells on both axes, rising. */
interface Frame {
  x: readonly number[];
  y: readonly number[];
}

/**
 * The outline of 9 in 10 of the belief. In normal scores the joint belief is a (correlated) normal, of which the
 * ellipse at the radius √(−2 ln 0.1) holds nine tenths; each of its points goes back through the two quantile
 * functions. Where an axis is time or an assumption certain, lines across the map: p5 and p95, or the certain value.
 */
export function believedRegion(
  { x, y, variant, correlations }: MapAxesQuestion,
  frame: Frame,
): LineSegment[] {
  const belief = (name: string) => variant.assumptions.find((assumption) => assumption.name === name)!;
  const [left, right] = [frame.x[0]!, frame.x.at(-1)!];
  const [bottom, top] = [frame.y[0]!, frame.y.at(-1)!];
  const acrossX = (at: number): LineSegment => ({ x: left, x2: right, y: at, y2: at });
  const acrossY = (at: number): LineSegment => ({ x: at, x2: at, y: bottom, y2: top });
  const down = belief(y.name);
  const pieces = () => {
    if (x.kind === "horizon") return endsOf(down).map(acrossX);
    const along = belief(x.name);
    return isCertain(along.distribution) || isCertain(down.distribution)
      ? [...endsOf(down).map(acrossX), ...endsOf(along).map(acrossY)]
      : outline(along, down, correlationOf(x.name, y.name, correlations));
  };
  return pieces().flatMap((piece) => clip(piece, frame));
}

/** p5 and p95, or the one value that is certain. */
function endsOf({ distribution }: Assumption): number[] {
  if (isCertain(distribution)) return [distribution.support[0]];
  const tail = (1 - believedShare) / 2;
  return [tail, 1 - tail].map((p) => distribution.quantile(p));
}

/** Of the normal scores. */
function correlationOf(one: string, other: string, correlations: readonly Correlation[]): number {
  const found = correlations.find(({ between }) => between.includes(one) && between.includes(other));
  return found ? pearsonOfRank(found.rank) : 0;
}

function outline(along: Assumption, down: Assumption, correlation: number): LineSegment[] {
  const radius = Math.sqrt(-2 * Math.log(1 - believedShare));
  const points = Array.from({ length: outlinePoints + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % outlinePoints)) / outlinePoints;
    const [one, two] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    const other = correlation * one + Math.sqrt(1 - correlation ** 2) * two;
    return {
      x: along.distribution.quantile(normalCdf(one)),
      y: down.distribution.quantile(normalCdf(other)),
    };
  });
  return points.slice(1).map((to, i) => ({ ...points[i]!, x2: to.x, y2: to.y }));
}

/** The part of a piece that lies in the frame (Liang and Barsky 1984); none where it lies outside. */
function clip({ x, y, x2, y2 }: LineSegment, frame: Frame): LineSegment[] {
  let [from, to] = [0, 1];
  const sides = [
    { step: x - x2, room: x - frame.x[0]! },
    { step: x2 - x, room: frame.x.at(-1)! - x },
    { step: y - y2, room: y - frame.y[0]! },
    { step: y2 - y, room: frame.y.at(-1)! - y },
  ];
  for (const { step, room } of sides) {
    if (step === 0 && room < 0) return [];
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  if (from > to) return [];
  const at = (share: number) => ({ x: x + share * (x2 - x), y: y + share * (y2 - y) });
  const [start, end] = [at(from), at(to)];
  return [{ ...start, x2: end.x, y2: end.y }];
}
