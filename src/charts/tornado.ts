// What the answer hangs on: how far one output moves when one assumption moves and all others stay as they are.

import type { Findings, Influence } from "../analysis/findings.ts";
import { formatNumber, readsAsShare, unitWords } from "../format/numbers.ts";
import { axisNumbers, axisTitle, rangeOf } from "./axisNumbers.ts";
import { baseSpec, type Layers } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { baseLine, rowAxis, rowHeight, rowNames, rowPlotWidth } from "./rows.ts";
import { fontSizes, palette, seriesColours, squareKey } from "./theme.ts";

const maxRows = 12;
/** A bar shorter than this part of the longest is no bar: its ends would only tell the assumption's values. */
const minReach = 0.005;
const low = "assumption at its low end (p10)";
const high = "assumption at its high end (p90)";
/** Half the height of a bar, in rows. */
const half = 0.26;

/** A bar for each assumption from its p10 to its p90, the largest swing first; its ends carry the assumption's values. */
export function tornado(findings: Findings): Chart {
  const { label, unit, statistic, base, influences } = findings.tornado;
  const longest = Math.max(0, ...influences.map((one) => reachOf(one, base)));
  const shown = influences.filter((one) => reachOf(one, base) > minReach * longest).slice(0, maxRows);
  const ends = shown.flatMap((influence) => [influence.low.value, influence.high.value]);
  const range = rangeOf([base, ...ends]);
  const percent = statistic === "probability" || readsAsShare(unit, [base, ...ends]);
  const measured = statistic === "probability" ? `Chance of “${label}”` : `Median of “${label}”`;
  const bars = shown.flatMap((influence, row) => barsOf(influence, row, base));
  // Room for the values at the bars' ends.
  const room = 0.16 * (range.high - range.low || Math.abs(base) || 1);
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [range.low - room, range.high + room], nice: false, zero: false },
    axis: {
      title: axisTitle(measured, unit),
      labelExpr: axisNumbers("x", percent),
      tickCount: 5,
      grid: true,
      gridColor: palette.grid,
    },
  });
  const baseText = formatNumber(base, { percent, error: errorOfBase(findings), digits: 3 });
  const left = influences.length - shown.length;

  return baseSpec({
    name: "tornado",
    title: `What ${statistic === "probability" ? "the chance of " : ""}“${label}” hangs on: ${findings.title}`,
    subtitle: `Each assumption at its p10 and p90, all others sampled as they are. Dashed: ${baseText} with all as believed.${left > 0 ? ` Left out: ${left} that ${left === 1 ? "moves" : "move"} it less.` : ""}`,
    description: `Tornado chart: how the ${statistic === "probability" ? "chance" : "median"} of “${label}” (${told(base, unit, percent, errorOfBase(findings))} with all assumptions as believed) moves with each assumption. ${shown.map((influence) => says(influence, unit, percent)).join(" ")}`,
    width: rowPlotWidth + 100,
    height: Math.max(1, shown.length) * rowHeight,
    layer: [
      {
        data: { values: bars },
        mark: { type: "rect", opacity: 1 },
        encoding: {
          x: x("from"),
          x2: { field: "to" },
          y: rowAxis("top", Math.max(1, shown.length)),
          y2: { field: "bottom" },
          fill: {
            field: "end",
            type: "nominal",
            scale: { domain: [low, high], range: [seriesColours.orange, seriesColours.blue] },
            legend: squareKey,
          },
          tooltip: { field: "says", type: "nominal" },
        },
      },
      baseLine(base),
      ...(["left", "right"] as const).map((side): Layers[number] => ({
        data: { values: bars.filter((bar) => bar.side === side) },
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
      ...rowNames(
        shown.map(({ label, unit }) => ({
          text: label,
          ...(unitWords(unit) !== "" && { note: unitWords(unit) }),
        })),
      ),
    ],
  });
}

/** How far the output goes from the base, to whichever side. */
function reachOf({ low, high }: Influence, base: number): number {
  return Math.max(Math.abs(low.value - base), Math.abs(high.value - base));
}

/** The middle is the median or the chance that the base has everywhere else. */
function errorOfBase({ variants, tornado: { output, influences } }: Findings): number {
  const summary = variants[0]?.outputs[output];
  if (summary?.kind === "scalar") return summary.p50.error;
  if (summary?.kind === "event") return summary.probability.error;
  return figureError(influences);
}

/** The two bars of a row. Where both go the same way, one stands above the other so that neither hides. */
function barsOf(influence: Influence, row: number, base: number) {
  const toLow = influence.low.value - base;
  const toHigh = influence.high.value - base;
  const sameSide = toLow * toHigh > 0;
  // The one that does not move takes the side that the other leaves free.
  const lowIsLeft = toLow < 0 || (toLow === 0 && toHigh >= 0);
  const highIsLeft = toHigh < 0 || (toHigh === 0 && !lowIsLeft);
  const percent = readsAsShare(influence.unit, [influence.p10, influence.p90]);
  const middle = row + 0.5;
  const bar = (end: string, value: number, to: number, isLeft: boolean, from: number, until: number) => ({
    end,
    from: base,
    to,
    side: isLeft ? "left" : "right",
    top: middle + from,
    bottom: middle + until,
    middle: middle + (from + until) / 2,
    value: valueText(value, percent),
    says: `${influence.label} = ${valueText(value, percent)}`,
  });
  return [
    bar(low, influence.p10, influence.low.value, lowIsLeft, -half, sameSide ? 0 : half),
    bar(high, influence.p90, influence.high.value, highIsLeft, sameSide ? 0 : -half, half),
  ];
}

/** A value of an assumption in three digits: it marks an end, it is no finding. */
function valueText(value: number, percent: boolean): string {
  return formatNumber(value, { percent, digits: 3 });
}

function figureError(influences: readonly Influence[]): number {
  return rangeOf(influences.flatMap(({ low, high }) => [low.error, high.error])).high;
}

function told(value: number, unit: string, percent: boolean, error = 0): string {
  return formatNumber(value, { unit, percent, error, digits: 3 });
}

function says(influence: Influence, unit: string, percent: boolean): string {
  const share = readsAsShare(influence.unit, [influence.p10, influence.p90]);
  const end = (at: number, figure: { value: number; error: number }) =>
    `${told(figure.value, unit, percent, figure.error)} at ${formatNumber(at, { unit: influence.unit, percent: share, digits: 3 })}`;
  return `${influence.label}: ${end(influence.p10, influence.low)}, ${end(influence.p90, influence.high)}.`;
}
