// Maps made up for charts: smooth heights without any simulation.

import type { AssumptionMap, MapAxis } from "../../src/analysis/map/assumptionMap.ts";
import type { LineSegment } from "../../src/analysis/map/contour.ts";
import { contour } from "../../src/analysis/map/contour.ts";

function axisOf(
  name: string,
  label: string,
  unit: string,
  [low, high]: [number, number],
  { cells = 8, believed }: { cells?: number; believed?: number } = {},
): MapAxis {
  const width = (high - low) / cells;
  return {
    ...{ name, label, unit },
    values: Array.from({ length: cells }, (_, i) => low + (i + 0.5) * width),
    edges: Array.from({ length: cells + 1 }, (_, i) => low + i * width),
    ...(believed !== undefined && { believed }),
  };
}

function mapFrom(
  x: MapAxis,
  y: MapAxis,
  height: (x: number, y: number) => number,
  level: number | undefined,
  believed: LineSegment[],
): AssumptionMap {
  const heights = y.values.flatMap((b) => x.values.map((a) => height(a, b)));
  return {
    x,
    y,
    figures: heights.map((value) => ({ value, error: Math.abs(value) / 500 })),
    ...(level !== undefined && { level }),
    contour: level === undefined ? [] : contour({ xs: x.values, ys: y.values, heights }, level),
    believed,
    asBelieved: { value: height(x.believed ?? x.values.at(-1)!, y.believed ?? y.values[0]!), error: 0.002 },
  };
}

/** An ellipse around a middle. */
function ellipse([x, y]: [number, number], [width, height]: [number, number]): LineSegment[] {
  const corners = 32;
  const at = (i: number) => {
    const angle = (2 * Math.PI * i) / corners;
    return { x: x + (width / 2) * Math.cos(angle), y: y + (height / 2) * Math.sin(angle) };
  };
  return Array.from({ length: corners }, (_, i) => {
    const end = at((i + 1) % corners);
    return { ...at(i), x2: end.x, y2: end.y };
  });
}

const recruits = axisOf("recruits", "Recruits a month", "recruits/month", [10_000, 30_000], {
  believed: 17_000,
});
const casualties = axisOf("casualties", "Killed and wounded a day", "casualties/day", [800, 2000], {
  believed: 1250,
});
const belief = ellipse([17_000, 1300], [9000, 500]);

/** A scalar of both signs. */
export const balanceMap = mapFrom(recruits, casualties, (a, b) => 12 * (a - 0.65 * 30.4375 * b), 0, belief);
/** A chance. */
export const shortfallMap = mapFrom(
  recruits,
  casualties,
  (a, b) => 1 / (1 + Math.exp((a - 0.65 * 30.4375 * b) / 2000)),
  0.5,
  belief,
);
/** A series along time, with a level that was asked for. */
export const paidMap = mapFrom(
  {
    ...axisOf("horizon", "month", "1", [0.5, 24.5], { cells: 24 }),
    values: Array.from({ length: 24 }, (_, i) => i + 1),
  },
  axisOf("troops", "Troops", "soldiers", [11_000, 80_000], { believed: 25_000 }),
  (month, troops) => month * troops * 2000,
  1e9,
  [12_000, 54_000].map((y) => ({ x: 0.5, x2: 24.5, y, y2: y })),
);
