// Does the headline survive? A row each for the beliefs as written and for every other reading of one of them.

import type {
  InterpretationFindings,
  InterpretationOutcome,
  Outcome,
  OutputSpread,
} from "../analysis/interpretations/interpretationFindings.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { formatInterval, formatNumber, readsAsShare } from "../format/numbers.ts";
import { verdictSentence } from "../format/verdictSentence.ts";
import { axisDomain, axisNumbers, axisTitle } from "./axisNumbers.ts";
import { type ChartParts, type Layers, ResizableChart } from "./baseSpec.ts";
import type { Drawing } from "./drawing.ts";
import { error95 } from "./error95.ts";
import {
  baseOr,
  type ChartRow,
  chanceFigureOf,
  type RowMarks,
  type RowsAxis,
  rowDigits,
  rowsChart,
  rowWords,
} from "./rowChart.ts";
import { palette } from "./theme.ts";

const maxRows = 24;
/** What is longer would be cut off; the reading's name says it too. */
const longestNote = 38;

/** Interval, median and mean of the headline under every reading, those of the most moving assumption first. */
export function readings(findings: InterpretationFindings): ResizableChart {
  return new ResizableChart("readings", (drawing) => drawReadings(findings, drawing));
}

/** The interval, its middle (a median or a chance) and the mean. */
interface Marks {
  low: number;
  high: number;
  centre: number;
  mean: number;
}

function drawReadings(findings: InterpretationFindings, drawing: Drawing): ChartParts {
  const { title, target, base } = findings;
  const spread = findings.spreads.find(({ output }) => output === target)!;
  const { isEvent, unit, label } = spread;
  const { shown, left } = mostMoving(spread, findings.readings);
  const outcomes = [base[target]!, ...shown.map(({ outcomes }) => outcomes[target]!)];
  const marks = outcomes.map(marksOf);
  const ends = marks.flatMap(({ low, high, mean }) => [low, high, mean]).filter(Number.isFinite);
  const percent = isEvent || readsAsShare(unit, ends);
  const named = [{ text: { name: "As written", strong: true }, title: "As written" }, ...shown.map(namesOf)];
  const rows = named.map(
    (row, i): ChartRow<Marks> => ({
      ...row,
      marks: Number.isNaN(marks[i]!.centre) ? undefined : marks[i],
      figure: figureOf(outcomes[i]!, percent),
    }),
  );
  const measured = isEvent ? `Chance of “${label}”` : label;
  const chart: RowsAxis = {
    axis: { title: axisTitle(measured, unit), labelExpr: axisNumbers("x", percent), tickCount: 5 },
    scale: { domain: isEvent ? [0, 1] : axisDomain(ends), nice: true, zero: false },
  };

  return {
    title: `The same figures, read otherwise: ${title}`,
    subtitle: `${isEvent ? "Dot: chance. Line: 95 % error interval of the simulation." : "Dot: median. Diamond: mean. Line: 9 in 10 trials (p5 to p95)."} One assumption read otherwise at a time; dashed: all as written.${left > 0 ? ` Left out: ${left} readings that move it less.` : ""}`,
    description: `${measured} as written and under ${shown.length} other readings. ${verdictSentence(findings)} ${rows.map((row) => `${rowWords(row)}.`).join(" ")}`,
    ...rowsChart(rows, chart, (of) => layersOf(of, !isEvent, drawing), rows[0]!.marks?.centre, drawing),
  };
}

/** The intervals, and on them the means and the medians. */
function layersOf({ values, x, y, color }: RowMarks<Marks>, hasMean: boolean, drawing: Drawing): Layers {
  const point = (field: keyof Marks, mark: object, fill: object, stroke: object): Layers[number] => ({
    data: drawing.data(values),
    mark: { type: "point", ...mark, strokeWidth: 1.5, opacity: 1 },
    encoding: { x: x(field), y, fill, stroke, tooltip: { field: "says", type: "nominal" } },
  });
  const background = { value: palette.background };
  return [
    {
      data: drawing.data(values),
      mark: { type: "rule", strokeCap: "butt" },
      encoding: { x: x("low"), x2: { field: "high" }, y, color, strokeWidth: baseOr(5, 2.5) },
    },
    ...(hasMean ? [point("mean", { shape: "diamond", size: 60 }, background, color)] : []),
    point("centre", { shape: "circle", size: 90 }, baseOr<string>(palette.median, palette.text), background),
  ];
}

/** The readings of the assumptions that move the output most, as many as there is room for. */
function mostMoving(
  { assumptions }: OutputSpread,
  all: readonly InterpretationOutcome[],
): { shown: InterpretationOutcome[]; left: number } {
  const ranked = assumptions.flatMap(({ assumption }) => all.filter((one) => one.assumption === assumption));
  const shown = ranked.slice(0, maxRows);
  return { shown, left: ranked.length - shown.length };
}

function namesOf({ label, name, belief }: InterpretationOutcome): Pick<ChartRow<Marks>, "text" | "title"> {
  const text = `${label}: ${name}`;
  return {
    text: belief.length > longestNote ? { name: text } : { name: text, note: belief },
    title: `${label} as ${belief}`,
  };
}

function marksOf(outcome: Outcome): Marks {
  if (hasProbability(outcome)) {
    const { value } = outcome.probability;
    return { ...error95(outcome.probability), centre: value, mean: value };
  }
  const { p5, p50, p95, mean } = outcome;
  return { low: p5.value, high: p95.value, centre: p50.value, mean: mean.value };
}

function figureOf(outcome: Outcome, percent: boolean): ChartRow<Marks>["figure"] {
  if (hasProbability(outcome)) return chanceFigureOf(outcome);
  const { unit, p5, p50, p95, never } = outcome;
  if (Number.isNaN(p50.value)) return { text: "did not happen", note: "" };
  const share = { percent: true, digits: rowDigits };
  const happened = never?.value ? `, in ${formatNumber(1 - never.value, share)}` : "";
  const beside = [p5.value, p95.value] as const;
  return {
    text: formatNumber(p50.value, { error: p50.error, percent, of: unit, digits: rowDigits, beside }),
    note: formatInterval(p5, p95, undefined, { percent, of: unit }) + happened,
  };
}
