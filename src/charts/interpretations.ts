// Does the headline survive? A row each for the beliefs as written and for every other reading of one of them.

import type {
  InterpretationFindings,
  InterpretationOutcome,
  Outcome,
  OutputSpread,
} from "../analysis/interpretations/interpretationFindings.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { formatInterval, formatNumber, readsAsShare } from "../format/numbers.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import { verdictSentence } from "../format/verdictSentence.ts";
import { axisDomain, axisNumbers, axisTitle } from "./axisNumbers.ts";
import { type ChartParts, type Layers, ResizableChart } from "./baseSpec.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { error95 } from "./error95.ts";
import { axisBelow } from "./layout.ts";
import { type RowText, rowAxis } from "./rows.ts";
import { rowsLayout } from "./rowsLayout.ts";
import { palette, seriesColours } from "./theme.ts";

const maxRows = 24;
/** What is longer would be cut off; the reading's name says it too. */
const longestNote = 38;

interface Row {
  text: RowText;
  says: string;
  outcome: Outcome;
}

/** Interval, median and mean of the headline under every reading, those of the most moving assumption first. */
export function readings(findings: InterpretationFindings): ResizableChart {
  return new ResizableChart("readings", (drawing) => drawReadings(findings, drawing));
}

function drawReadings(findings: InterpretationFindings, drawing: Drawing): ChartParts {
  const { title, target, base } = findings;
  const spread = findings.spreads.find(({ output }) => output === target)!;
  const { shown, left } = mostMoving(spread, findings.readings);
  const rows: Row[] = [
    { text: { name: "As written", strong: true }, says: "As written", outcome: base[target]! },
    ...shown.map((reading) => rowOf(reading, target)),
  ];
  const marks = rows.map(({ outcome }) => marksOf(outcome));
  const ends = marks.flatMap(({ low, high, mean }) => [low, high, mean]).filter(Number.isFinite);
  const percent = spread.isEvent || readsAsShare(spread.unit, ends);
  const figures = rows.map(({ outcome }) => figureOf(outcome, percent));
  const told = rows.map(({ says }, i) => `${says}: ${figures[i]!.text} (${figures[i]!.note})`);
  const stand = rowsLayout(
    rows.map(({ text }, i) => ({ ...text, figure: figures[i]! })),
    drawing,
  );
  const values = marks.flatMap((mark, i) =>
    Number.isNaN(mark.centre) ? [] : [{ ...mark, row: stand.at(i + 0.5), base: i === 0, says: told[i]! }],
  );
  const domain = spread.isEvent ? ([0, 1] as const) : axisDomain(ends);
  const measured = spread.isEvent ? `Chance of “${spread.label}”` : spread.label;
  const axis = {
    title: axisTitle(measured, spread.unit),
    labelExpr: axisNumbers("x", percent),
    tickCount: 5,
  };

  return {
    title: `The same figures, read otherwise: ${title}`,
    subtitle: `${spread.isEvent ? "Dot: chance. Line: 95 % error interval of the simulation." : "Dot: median. Diamond: mean. Line: 9 in 10 trials (p5 to p95)."} One assumption read otherwise at a time; dashed: all as written.${left > 0 ? ` Left out: ${left} readings that move it less.` : ""}`,
    description: `${measured} as written and under ${shown.length} other readings. ${verdictSentence(findings)} ${told.map((one) => `${one}.`).join(" ")}`,
    width: stand.width,
    height: stand.height,
    layer: [
      ...(values[0]?.base ? [stand.baseLine(values[0].centre, { domain })] : []),
      ...markLayers({ values, rows: rows.length, domain, axis, hasMean: !spread.isEvent }, drawing),
      ...stand.names(),
      ...stand.figures(),
    ],
  };
}

interface Marks {
  values: readonly object[];
  rows: number;
  domain: Domain;
  axis: { title: string; labelExpr: string; tickCount: number };
  hasMean: boolean;
}

/** The intervals, and on them the means and the medians. */
function markLayers({ values, rows, domain, axis, hasMean }: Marks, drawing: Drawing): Layers {
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: drawing.domain("x", domain), nice: true, zero: false },
    axis: { ...axisBelow(axis, drawing.layout), grid: true, gridColor: palette.grid },
  });
  const y = rowAxis("row", rows, drawing);
  const color = { condition: { test: "datum.base", value: seriesColours.blue }, value: seriesColours.grey };
  const point = (field: string, shape: "circle" | "diamond", fill: object): Layers[number] => ({
    data: drawing.data(values),
    mark: { type: "point", shape, size: shape === "circle" ? 90 : 60, strokeWidth: 1.5, opacity: 1 },
    encoding: {
      x: x(field),
      y,
      fill,
      stroke: shape === "circle" ? { value: palette.background } : color,
      tooltip: { field: "says", type: "nominal" },
    },
  });
  return [
    {
      data: drawing.data(values),
      mark: { type: "rule", strokeCap: "butt" },
      encoding: {
        x: x("low"),
        x2: { field: "high" },
        y,
        color,
        strokeWidth: { condition: { test: "datum.base", value: 5 }, value: 2.5 },
      },
    },
    ...(hasMean ? [point("mean", "diamond", { value: palette.background })] : []),
    point("centre", "circle", {
      condition: { test: "datum.base", value: palette.median },
      value: palette.text,
    }),
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

function rowOf({ label, name, belief, outcomes }: InterpretationOutcome, target: string): Row {
  const text = `${label}: ${name}`;
  return {
    text: belief.length > longestNote ? { name: text } : { name: text, note: belief },
    says: `${label} as ${belief}`,
    outcome: outcomes[target]!,
  };
}

function marksOf(outcome: Outcome): { low: number; high: number; centre: number; mean: number } {
  if (hasProbability(outcome)) {
    const { value } = outcome.probability;
    return { ...error95(outcome.probability), centre: value, mean: value };
  }
  const { p5, p50, p95, mean } = outcome;
  return { low: p5.value, high: p95.value, centre: p50.value, mean: mean.value };
}

function figureOf(outcome: Outcome, percent: boolean): { text: string; note: string } {
  if (hasProbability(outcome)) {
    const { value, error } = outcome.probability;
    return {
      text: formatNumber(value, { error, percent, digits: 3 }),
      note: probabilityWords(outcome.probability),
    };
  }
  const { unit, p5, p50, p95, never } = outcome;
  if (Number.isNaN(p50.value)) return { text: "did not happen", note: "" };
  const happened = never?.value ? `, in ${formatNumber(1 - never.value, { percent: true, digits: 3 })}` : "";
  return {
    text: formatNumber(p50.value, { error: p50.error, percent, of: unit, digits: 3 }),
    note: formatInterval(p5, p95, undefined, { percent, of: unit }) + happened,
  };
}
