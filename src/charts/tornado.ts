// What the answer hangs on: how far one output moves when one assumption moves and all others stay as they are.

import type { Findings, Influence } from "../analysis/findings.ts";
import { movingInfluences } from "../analysis/reach.ts";
import { formatNumber, readsAsShare, unitWords } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { axisNumbers, axisTitle, rangeOf } from "./axisNumbers.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import { chartFigureCell } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { axisBelow, legendFor } from "./layout.ts";
import type { RowsLayout } from "./rowLayers.ts";
import { rowAxis, rowPlotWidth, rowsLayout } from "./rows.ts";
import { fontSizes, palette, seriesColours, squareKey } from "./theme.ts";

const maxRows = 12;
const low = "assumption at its low end (p10)";
const high = "assumption at its high end (p90)";
/** Half the height of a bar, in rows. */
const half = 0.26;

/** A bar for each assumption from its p10 to its p90, the one that reaches farthest from the base first; its ends carry the assumption's values. */
export const tornado = defineChart({
  kind: "tornado",
  appliesTo: {},
  places: (findings) => [{ name: "tornado", output: findings.tornado.output }],
  isDrawable: ({ findings }) => findings.tornado.influences.length > 0,
  draw: drawTornado,
  table: tableOf,
  isQuick: false,
  hasRows: true,
});

function drawTornado({ findings }: Subject, drawing: Drawing): ChartParts {
  const { label, unit, statistic, trials, base: estimate, influences } = findings.tornado;
  const base = estimate.value;
  const shown = movingInfluences(findings.tornado).slice(0, maxRows);
  const ends = shown.flatMap((influence) => [influence.low.value, influence.high.value]);
  const percent = statistic === "probability" || readsAsShare(unit, [base, ...ends]);
  const style = { percent, error: estimate.error, digits: 3 };
  const left = influences.length - shown.length;
  const stand = rowsLayout(
    shown.map(({ label, unit }) => ({ name: label, ...(unitWords(unit) && { note: unitWords(unit) }) })),
    drawing,
    rowPlotWidth + 100,
  );

  return {
    title: `What ${statistic === "probability" ? "the chance of " : ""}“${label}” hangs on: ${findings.title}`,
    subtitle: `Each assumption at its p10 and p90, all others sampled as they are, in ${trials.toLocaleString("en-US")} trials. Dashed: ${formatNumber(base, style)} with all as believed.${left > 0 ? ` Left out: ${left} that ${left === 1 ? "moves" : "move"} it less.` : ""}`,
    description: `Tornado chart: how the ${statistic === "probability" ? "chance" : "median"} of “${label}” (${formatNumber(base, { ...style, unit })} with all assumptions as believed) moves with each assumption. ${shown.map((influence) => says(influence, unit, percent)).join(" ")}`,
    width: stand.width,
    height: stand.height,
    layer: [...barLayers(findings, { shown, ends, percent }, stand, drawing), ...stand.names()],
  };
}

/** Bars, the line of the base, and the values at the bars' ends. */
function barLayers(
  { tornado: { label, unit, statistic, base: estimate } }: Findings,
  { shown, ends, percent }: { shown: readonly Influence[]; ends: readonly number[]; percent: boolean },
  stand: RowsLayout,
  drawing: Drawing,
): Layers {
  const base = estimate.value;
  const range = rangeOf([base, ...ends]);
  // Room for the values at the bars' ends.
  const room = 0.16 * (range.high - range.low || Math.abs(base) || 1);
  const domain = [range.low - room, range.high + room] as const;
  const measured = `${statistic === "probability" ? "Chance" : "Median"} of “${label}”`;
  const grid = { grid: true, gridColor: palette.grid };
  const numbers = { title: axisTitle(measured, unit), labelExpr: axisNumbers("x", percent), tickCount: 5 };
  const axis = axisBelow({ ...numbers, ...grid }, drawing.layout);
  const bars = shown.flatMap((influence, row) => barsOf(influence, row, base, stand));
  return [
    {
      data: drawing.data(bars),
      mark: { type: "rect", opacity: 1 },
      encoding: {
        x: {
          field: "from",
          type: "quantitative",
          scale: { domain: drawing.domain("x", domain), nice: false, zero: false },
          axis,
        },
        x2: { field: "to" },
        y: rowAxis("top", Math.max(1, shown.length), drawing),
        y2: { field: "bottom" },
        fill: {
          field: "end",
          type: "nominal",
          scale: { domain: [low, high], range: [seriesColours.orange, seriesColours.blue] },
          legend: legendFor(squareKey, drawing.layout),
        },
        tooltip: { field: "says", type: "nominal" },
      },
    },
    stand.baseLine(base, { domain }),
    ...(["left", "right"] as const).map((side): Layers[number] => ({
      data: drawing.data(bars.filter((bar) => bar.side === side)),
      mark: {
        type: "text",
        align: side === "left" ? "right" : "left",
        baseline: "middle",
        dx: side === "left" ? -6 : 6,
        fontSize: fontSizes.small,
        color: palette.text,
        aria: false,
      },
      encoding: {
        x: { field: "to", type: "quantitative" },
        y: { field: "middle", type: "quantitative" },
        text: { field: "value", type: "nominal" },
      },
    })),
  ];
}

/** The two bars of a row. Where both go the same way, one stands above the other so that neither hides. */
function barsOf(influence: Influence, row: number, base: number, { at }: RowsLayout) {
  const toLow = influence.low.value - base;
  const toHigh = influence.high.value - base;
  const sameSide = toLow * toHigh > 0;
  // The one that does not move takes the side that the other leaves free.
  const lowIsLeft = toLow < 0 || (toLow === 0 && toHigh >= 0);
  const highIsLeft = toHigh < 0 || (toHigh === 0 && !lowIsLeft);
  const percent = readsAsShare(influence.unit, [influence.p10, influence.p90]);
  const middle = row + 0.5;
  const bar = (end: string, at10or90: number, to: number, isLeft: boolean, from: number, until: number) => {
    // In three digits: it marks an end, it is no finding.
    const value = formatNumber(at10or90, { percent, digits: 3 });
    return {
      ...{ end, from: base, to, side: isLeft ? "left" : "right" },
      ...{ top: at(middle + from), bottom: at(middle + until), middle: at(middle + (from + until) / 2) },
      ...{ value, says: `${influence.label} = ${value}` },
    };
  };
  return [
    bar(low, influence.p10, influence.low.value, lowIsLeft, -half, sameSide ? 0 : half),
    bar(high, influence.p90, influence.high.value, highIsLeft, sameSide ? 0 : -half, half),
    // At an end at which the output never happens there is nothing to draw to.
  ].filter(({ to }) => Number.isFinite(to));
}

function says({ label, unit: own, p10, p90, low, high }: Influence, unit: string, percent: boolean): string {
  const share = readsAsShare(own, [p10, p90]);
  const end = (at: number, { value, error }: Estimate) =>
    `${formatNumber(value, { unit, percent, error, digits: 3 })} at ${formatNumber(at, { unit: own, percent: share, digits: 3 })}`;
  return `${label}: ${end(p10, low)}, ${end(p90, high)}.`;
}

function tableOf({ findings: { tornado } }: Subject): Table | undefined {
  if (tornado.influences.length === 0) return undefined;
  const values = tornado.influences.flatMap(({ low, high }) => [low.value, high.value]);
  const percent = tornado.statistic === "probability" || readsAsShare(tornado.unit, values);
  const rows = tornado.influences.map(({ label, unit, p10, p90, low, high }) => {
    const own = readsAsShare(unit, [p10, p90]);
    const at = (value: number) => formatNumber(value, { unit, percent: own, digits: 3 });
    const gives = (one: Estimate) => chartFigureCell(one, percent, tornado.unit);
    return [label, at(p10), gives(low), at(p90), gives(high)];
  });
  const words = unitWords(tornado.unit);
  const gives = words === "" ? "gives" : `gives (${words})`;
  return { columns: ["Assumption", "p10", gives, "p90", gives], rows };
}
