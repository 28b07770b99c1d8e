// The chance of more than x: every level of an outcome with how likely it is to be passed, all variants together.

import type { ExceedanceCurve, Findings } from "../analysis/findings.ts";
import { formatNumber, readsAsShare, unitWords } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { axisDomain, axisNumbers, axisTitle, rangeOf } from "./axisNumbers.ts";
import { type Baseline, baselineLayer } from "./baseline.ts";
import type { ChartParts } from "./baseSpec.ts";
import { shareCell } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { axisBelow, plotWidth } from "./layout.ts";
import { outcomeTable } from "./outcomeTable.ts";
import { ratioAxis, ratioWords, readsByRatio } from "./ratioAxis.ts";
import { exceedanceOf, summaryIn, summaryOf, variantOf } from "./selectors.ts";
import { valuePassedBy } from "./valuePassedBy.ts";
import { lineTitles, variantChannels } from "./variantLines.ts";

/** Exceedance curves of a scalar, one a variant, told apart by dash as well as by colour. */
export const exceedance = defineChart({
  kind: "exceedance",
  appliesTo: { quantity: "number", shape: "single" },
  isDrawable: ({ findings, output }) => findings.exceedance.some((one) => one.output === output),
  draw: drawExceedance,
  table: tableOf,
  isQuick: false,
  headline: { rank: 2, title: "Curve", table: outcomeTable },
  baselineWords: "the base",
});

/** The axis ends where tails are as thin as this: they would squeeze everything else to the left. */
const thinnestTail = 0.01;
const size = { width: 620, height: 320 } as const;

function drawExceedance({ findings, output, baseline }: Subject, drawing: Drawing): ChartParts {
  const curve = exceedanceOf(findings, output);
  if (!curve) throw new RangeError(`there is no exceedance curve of output "${output}"`);
  const { label, unit } = curve;
  const titles = lineTitles(
    curve.curves.map((one) => (one.x.length > 0 ? one : { ...one, title: `Never: ${one.title}` })),
  );
  const curves = curve.curves.map((one) => fromTheStart(findings, output, one));
  const seen = curves.flatMap(withoutTails).map(({ x }) => x);
  const percent = readsAsShare(unit, seen);
  const byRatio =
    seen.every((x) => x > 0) &&
    readsByRatio(findings.variants.map((one) => summaryOf(one, output, "number", "single")));
  const { scale, axis } = byRatio ? ratioAxis(seen, percent) : plainAxis(seen);
  const { domain } = scale;
  const lines = curves.map((points, i) =>
    onAxis(points, domain).map((point) => ({ ...point, variant: titles[i], base: i === 0 })),
  );
  const isCut = curves.some((points) => points.some(({ x }) => x < domain[0] || x > domain[1]));
  const x = {
    field: "x",
    type: "quantitative" as const,
    scale: { ...scale, domain: drawing.domain("x", domain) },
    axis: axisBelow(
      { title: axisTitle(label, unit), labelExpr: axisNumbers("x", percent), ...axis },
      drawing.layout,
      { isLog: byRatio },
    ),
  };

  return {
    title: `${label}, chance of more than x: ${findings.title}`,
    subtitle: [
      "Read upwards from a value: the height is the share of trials that pass it.",
      ...(isCut ? ["Off the axis: tails of at most 1 %."] : []),
      ...(byRatio ? [ratioWords] : []),
    ].join(" "),
    description: `Exceedance curves of ${axisTitle(label, unit)}, ${titles.length === 1 ? "one curve" : `${titles.length} variants`}. ${curve.curves.map((one, i) => says(one, titles[i]!, unit, percent)).join(" ")}`,
    ...size,
    width: plotWidth(size.width, drawing.layout),
    layer: [
      {
        data: drawing.data(lines.flat()),
        mark: { type: "line", interpolate: "linear" },
        encoding: { x, y: chanceAxis(drawing), ...variantChannels(titles, drawing) },
      },
      ...(baseline
        ? [baselineLayer(publishedCurve(baseline, output, domain), { x: "x", y: "more" }, drawing)]
        : []),
    ],
  };
}

/** The y axis of a chance. */
function chanceAxis(drawing: Drawing) {
  const labelExpr = axisNumbers("y", true);
  return {
    field: "more",
    type: "quantitative" as const,
    scale: { domain: drawing.domain("y", [0, 1]) },
    axis: { title: "Chance of more", labelExpr, values: [0, 0.25, 0.5, 0.75, 1] },
  };
}

/** The curve of the published base, as far as the axis goes. */
function publishedCurve({ findings, isShown }: Baseline, output: string, domain: Domain): Point[] {
  const curve = exceedanceOf(findings, output)?.curves[0];
  return curve && isShown ? onAxis(fromTheStart(findings, output, curve), domain) : [];
}

type Curve = ExceedanceCurve["curves"][number];
interface Point {
  x: number;
  more: number;
}

/** The curve with the share of trials that had a value at all before it: a certain value falls at once. */
function fromTheStart(findings: Findings, output: string, { variant, x, more }: Curve): Point[] {
  if (x.length === 0) return [];
  const never = summaryIn(variantOf(findings, variant), output, "number", "single")?.never?.value ?? 0;
  return [{ x: x[0]!, more: 1 - never }, ...x.map((level, i) => ({ x: level, more: more[i]! }))];
}

/** What is drawn of a curve: it begins at the left edge of the plot, and ends with itself or at the right edge. */
function onAxis(points: readonly Point[], [from, to]: Domain): Point[] {
  const inside = points.filter(({ x }) => x >= from && x <= to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return [];
  const before = points.findLast(({ x }) => x < from);
  const after = points.find(({ x }) => x > to);
  return [
    // Below its first value all that happens is still to come.
    ...(first.x > from ? [{ x: from, more: before ? between(before, first, from) : first.more }] : []),
    ...inside,
    ...(after && last.x < to ? [{ x: to, more: between(last, after, to) }] : []),
  ];
}

/** The height of the line from one point to the next. */
function between(one: Point, next: Point, x: number): number {
  return one.more + ((x - one.x) / (next.x - one.x)) * (next.more - one.more);
}

/** A certain value alone would stand on the edge of the plot: it gets room. */
function plainAxis(seen: readonly number[]) {
  const [from, to] = axisDomain(seen);
  const { low, high } = rangeOf(seen);
  const room = low === high ? (to - from) / 10 : 0;
  const domain: Domain = [from < 0 ? from - room : from, to > 0 ? to + room : to];
  return { scale: { domain, nice: false, zero: false }, axis: { tickCount: 8 } };
}

/** From where the lower tail has passed to where no more than the upper one is left. */
function withoutTails(points: readonly Point[]): readonly Point[] {
  const start = points[0]?.more ?? 0;
  const first = points.findLastIndex(({ more }) => more >= start - thinnestTail);
  const last = points.findIndex(({ more }) => more <= thinnestTail);
  return first < last ? points.slice(first, last + 1) : points;
}

function says({ x, more }: Curve, title: string, unit: string, percent: boolean): string {
  if (x.length === 0) return `${title}: it never happened.`;
  const parts = [0.5, 0.05].flatMap((share) => {
    if (more[0]! < share) return [];
    const level = formatNumber(valuePassedBy({ x, more }, share), { unit, percent, digits: 3 });
    return [`more than ${level} with a chance of ${formatNumber(share, { percent: true })}`];
  });
  const most = () => `not more than ${formatNumber(rangeOf(x).high, { unit, percent })}`;
  return `${title}: ${parts.join(", ") || most()}.`;
}

/** Rows of the table: every curve at these chances. */
const chancesTold = [0.95, 0.75, 0.5, 0.25, 0.05];

function tableOf({ findings, output }: Subject): Table | undefined {
  const curve = exceedanceOf(findings, output);
  if (!curve) return undefined;
  const percent = curve.curves.every(({ x }) => readsAsShare(curve.unit, x));
  const rows = curve.curves.map(({ title, x, more }) => [
    title,
    ...chancesTold.map((chance) =>
      x.length === 0 || more[0]! < chance
        ? "–"
        : formatNumber(valuePassedBy({ x, more }, chance), { percent, of: curve.unit, digits: 3 }),
    ),
  ]);
  return {
    unit: unitWords(curve.unit),
    columns: ["More than … with a chance of", ...chancesTold.map((chance) => shareCell(chance).text)],
    rows,
  };
}
