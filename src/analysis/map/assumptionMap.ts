// A map: a figure of an output over the ranges of two assumptions, both fixed in each cell, on common random numbers.

import { assumptionInput } from "../../assumptions/assumptionInput.ts";
import type { Variant } from "../../assumptions/assumptions.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import type { Simulator } from "../../simulation/simulator.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { nextTurn } from "../countRuns.ts";
import { fixAt } from "../fixAt.ts";
import { type Measure, measure, measureSteps } from "../solve/measure.ts";
import type { AxisQuestion, MapAxesQuestion } from "./axisQuestion.ts";
import { believedRegion } from "./believedRegion.ts";
import { contour, type HeightField, type LineSegment } from "./contour.ts";

/** What a map is drawn of. */
export interface MapQuestion extends MapAxesQuestion {
  measure: Measure;
  /** Cells along an axis; time has one for each step. */
  cells: number;
  /** Height of the contour; the break-even unless given: 0 where a number changes sign, an even chance. */
  level?: number | undefined;
}

/** One axis: the range of an assumption, or time. */
export interface MapAxis {
  name: string;
  label: string;
  unit: string;
  /** Middles of the cells. */
  values: number[];
  /** Ends of the cells: one more than there are cells. */
  edges: number[];
  /** Median of the belief; absent for time. */
  believed?: number;
}

/** Figures over two axes. Plain data. */
export interface AssumptionMap {
  x: MapAxis;
  y: MapAxis;
  /** Row by row: the one at (x.values[i], y.values[j]) stands at j · x.values.length + i. NaN where it never happened. */
  figures: Estimate[];
  /** Absent where there is no break-even and none was asked for. */
  level?: number;
  /** The line at the level. */
  contour: LineSegment[];
  /** The outline of 9 in 10 of the belief in both; lines across where one of them is time or certain. */
  believed: LineSegment[];
  /** The figure with both as they are believed; for time that at the end. */
  asBelieved: Estimate;
}

const evenChance = 0.5;

/**
 * Runs all trials for every cell. Throws ScenarioFailure where a trial fails.
 * @param onProgress called with the share of the runs that is done, in [0, 1]
 */
export async function mapOf(
  simulator: Simulator,
  question: MapQuestion,
  onProgress: (share: number) => void = () => undefined,
): Promise<AssumptionMap> {
  const { x: xQuestion, y: yQuestion, measure: wanted, variant } = question;
  const x = axisOf(simulator, xQuestion, question);
  const y = axisOf(simulator, yQuestion, question);
  const plays = xQuestion.kind === "horizon" ? y.values.length : y.values.length * x.values.length;
  const figures: Estimate[] = [];
  const fixed = (at: Record<string, number>) => fixedAt(simulator, variant, at);
  for (const down of y.values) {
    if (xQuestion.kind === "horizon")
      figures.push(...(await measureSteps(simulator, fixed({ [y.name]: down }), wanted)));
    else {
      for (const along of x.values) {
        figures.push(await measure(simulator, fixed({ [y.name]: down, [x.name]: along }), wanted));
        onProgress(figures.length / plays);
      }
    }
    onProgress(Math.min(1, figures.length / plays));
    await nextTurn();
  }
  const level = question.level ?? breakEven(wanted, figures);
  const field = { xs: x.values, ys: y.values, heights: figures.map(({ value }) => value) };
  return {
    x,
    y,
    figures,
    ...(level !== undefined && { level }),
    contour: level === undefined ? [] : contour(toTheEdges(field, x, y), level),
    believed: believedRegion(question, { x: x.edges, y: y.edges }),
    asBelieved: await measure(simulator, variant, wanted),
  };
}

function axisOf(
  { scenario, steps }: Simulator,
  question: AxisQuestion,
  { cells, variant }: MapQuestion,
): MapAxis {
  if (question.kind === "horizon") {
    const values = Array.from({ length: steps }, (_, i) => i + 1);
    const edges = Array.from({ length: steps + 1 }, (_, i) => i + 0.5);
    return { name: "horizon", label: scenario.step, unit: "1", values, edges };
  }
  const { name, range } = question;
  const belief = variant.assumptions.find((assumption) => assumption.name === name)!;
  const { label, unit } = assumptionInput(scenario, belief);
  const width = (range.high - range.low) / cells;
  const edges = Array.from({ length: cells + 1 }, (_, i) =>
    i === cells ? range.high : range.low + i * width,
  );
  const values = Array.from({ length: cells }, (_, i) => range.low + (i + 0.5) * width);
  return { name, label, unit, values, edges, believed: belief.distribution.quantile(0.5) };
}

function fixedAt({ scenario }: Simulator, variant: Variant, fixed: Readonly<Record<string, number>>) {
  const assumptions = variant.assumptions.map((assumption) => {
    const value = ownValue(fixed, assumption.name);
    if (value === undefined) return assumption;
    return fixAt(assumption, value, assumptionInput(scenario, assumption).unit);
  });
  const where = Object.entries(fixed)
    .map(([name, value]) => `${name} at ${value}`)
    .join(" and ");
  return { name: `${variant.name} with ${where}`, assumptions, derived: variant.derived };
}

/** An even chance, or 0 where the figure is negative here and positive there. */
function breakEven({ statistic }: Measure, figures: readonly Estimate[]): number | undefined {
  if (statistic === "probability") return evenChance;
  const changesSign = figures.some(({ value }) => value < 0) && figures.some(({ value }) => value > 0);
  return changesSign ? 0 : undefined;
}

/** The field carried on in straight lines from the outermost middles to the edges of the map, so that a contour reaches them. */
function toTheEdges(field: HeightField, x: MapAxis, y: MapAxis): HeightField {
  const { xs, ys, heights } = field;
  const rows = ys.map((_, j) => extend(heights.slice(j * xs.length, (j + 1) * xs.length)));
  const columns = rows[0]!.map((_, i) => extend(rows.map((row) => row[i]!)));
  const ends = (edges: readonly number[], middles: readonly number[]) =>
    middles.length > 1 ? [edges[0]!, ...middles, edges.at(-1)!] : [...middles];
  return {
    xs: ends(x.edges, xs),
    ys: ends(y.edges, ys),
    heights: columns[0]!.flatMap((_, j) => columns.map((column) => column[j]!)),
  };
}

/** One value more at each end, half a cell on. */
function extend(values: readonly number[]): number[] {
  if (values.length < 2) return [...values];
  const [first, second] = values as [number, number];
  const [last, before] = [values.at(-1)!, values.at(-2)!];
  return [first + (first - second) / 2, ...values, last + (last - before) / 2];
}
