// What was counted before the start, before the fan: a line with its gaps, months counted in part as open dots.
import type { Findings } from "../../analysis/findings.ts";
import { type DatedCalendar, isDated } from "../../assumptions/calendar/calendar.ts";
import type { History, HistoryPoint } from "../../assumptions/calendar/history.ts";
import { stepName } from "../../assumptions/calendar/stepWords.ts";
import { formatNumber } from "../../format/numbers.ts";
import type { Cell, TableRow } from "../../format/tables/table.ts";
import type { Layers } from "../baseSpec.ts";
import type { Drawing } from "../drawing.ts";
import { lineChannel } from "../steps.ts";
import { palette } from "../theme.ts";

/** A history with the calendar that gives its steps their dates. */
export interface DrawnHistory extends History {
  calendar: DatedCalendar;
}

/** The history of an output; undefined where it has none. */
export function historyOf({ history = [], horizon }: Findings, output: string): DrawnHistory | undefined {
  const found = history.find((one) => one.output === output);
  return found && isDated(horizon) && found.points.length > 0 ? { ...found, calendar: horizon } : undefined;
}

const legendName = "as counted";

/** The colour of its line, for the legend of a chart. */
export const historyColour = { [legendName]: palette.text };

/**
 * The line of what was counted, its open dots, and a rule where the forecast begins.
 * @param colours of all lines of the chart by name
 */
export function historyLayers(
  { points }: DrawnHistory,
  drawing: Drawing,
  colours: Readonly<Record<string, string>>,
): Layers {
  const rows = points.map(({ step, value }, i) => ({ step, value, part: partOf(points, i) }));
  const partial = points.filter(isPartial).map(({ step, value }) => ({ step, value }));
  const place = {
    x: { field: "step", type: "quantitative" },
    y: { field: "value", type: "quantitative" },
  } as const;
  const dot = { type: "point", filled: true, opacity: 1, aria: false } as const;
  return [
    {
      data: drawing.data([{ start: startAt }]),
      mark: { type: "rule", color: palette.line, strokeWidth: 1, strokeDash: [3, 3], aria: false },
      encoding: { x: { field: "start", type: "quantitative" } },
    },
    {
      data: drawing.data(rows),
      mark: { type: "line", strokeWidth: 1.8, strokeCap: "round" },
      encoding: {
        ...place,
        detail: { field: "part", type: "nominal" },
        stroke: lineChannel(legendName, colours, drawing),
      },
    },
    // A month alone between gaps is no line.
    {
      data: drawing.data(rows.filter(isAlone)),
      mark: { ...dot, size: 16, fill: palette.text },
      encoding: place,
    },
    {
      data: drawing.data(partial),
      mark: { ...dot, size: 46, fill: palette.background, stroke: palette.text, strokeWidth: 1.6 },
      encoding: place,
    },
  ];
}

/** Between the last step before the start and the first of the run. */
const startAt = 0.5;

function isPartial({ days, of }: HistoryPoint): boolean {
  return days < of;
}

/** How many gaps lie before a point: lines go no further. */
function partOf(points: readonly HistoryPoint[], at: number): number {
  return points.slice(1, at + 1).filter(({ step }, i) => step > points[i]!.step + 1).length;
}

function isAlone({ part }: { part: number }, _: number, rows: readonly { part: number }[]): boolean {
  return rows.filter((row) => row.part === part).length === 1;
}

/** What each step says under the pointer: "October 2024: 1,354 casualties/day, as counted" */
export function historyWords({ points, calendar }: DrawnHistory, unit: string, percent: boolean): string[] {
  return points.map((point) => {
    const figure = formatNumber(point.value, { unit, percent, digits: 4 });
    return `${stepName(calendar, point.step)}: ${figure}, as counted${partWords(point)}.`;
  });
}

function partWords(point: HistoryPoint): string {
  return isPartial(point) ? ` on ${point.days} of ${point.of} days` : "";
}

/** How to read it, at the end of a subtitle. */
export function historyReading({ points, calendar }: DrawnHistory, isSentence: boolean): string {
  const open = points.some(isPartial) ? "; open dots: on some of the days" : "";
  return `${isSentence ? "" : "."} Before ${stepName(calendar, 1)}: as counted${open}.`;
}

/** At the end of the alternative text. */
export function historyDescription({ points, calendar, source }: DrawnHistory): string {
  const [first, last] = [points[0]!, points.at(-1)!].map(({ step }) => stepName(calendar, step));
  return ` From ${first} to ${last} as counted: ${source}.`;
}

/** Rows of a table: the step and what was counted; the figures of the forecast are left empty. */
export function historyRows({ points, calendar }: DrawnHistory, unit: string, percent: boolean): TableRow[] {
  return points.map((point): TableRow => {
    const text = formatNumber(point.value, { of: unit, percent, digits: 4 });
    const cell: Cell = { text: isPartial(point) ? `${text} (${point.days} of ${point.of} days)` : text };
    return [stepName(calendar, point.step), cell];
  });
}
