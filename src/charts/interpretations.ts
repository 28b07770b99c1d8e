// Does the headline survive? A row each for the beliefs as written and for every other reading of one of them.

import type {
  InterpretationFindings,
  InterpretationOutcome,
  Outcome,
  OutputSpread,
} from "../analysis/interpretations/interpretationFindings.ts";
import { formatInterval, formatNumber, readsAsShare } from "../format/numbers.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import { verdictSentence } from "../format/verdictSentence.ts";
import { axisDomain, axisNumbers, axisTitle } from "./axisNumbers.ts";
import { baseSpec, type Layers } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { error95 } from "./error95.ts";
import { baseLine, type RowName, rowAxis, rowFigures, rowHeight, rowNames, rowPlotWidth } from "./rows.ts";
import { palette, seriesColours } from "./theme.ts";

const maxRows = 24;
/** What is longer would be cut off; the reading's name says it too. */
const longestNote = 38;

interface Row {
  name: RowName;
  says: string;
  outcome: Outcome;
}

/** Interval, median and mean of the headline under every reading, those of the most moving assumption first. */
export function readings(findings: InterpretationFindings): Chart {
  const { title, target, base } = findings;
  const dodge = findings.spreads.find(({ output }) => output === target)!;
  const { shown, left } = maxMoving(dodge, findings.readings);
  const rows: Row[] = [
    { name: { text: "As written", strong: true }, says: "As written", outcome: base[target]! },
    ...shown.map((reading) => rowOf(reading, target)),
  ];
  const marks = rows.map(({ outcome }) => marksOf(outcome));
  const ends = marks.flatMap(({ low, high, mean }) => [low, high, mean]).filter(Number.isFinite);
  const percent = dodge.isEvent || readsAsShare(dodge.unit, ends);
  const figures = rows.map(({ outcome }) => figureOf(outcome, percent));
  const told = rows.map(({ says }, i) => `${says}: ${figures[i]!.text} (${figures[i]!.note})`);
  const values = marks.flatMap((mark, i) =>
    Number.isNaN(mark.centre) ? [] : [{ ...mark, row: i + 0.5, base: i === 0, says: told[i]! }],
  );
  const measured = dodge.isEvent ? `Chance of “${dodge.label}”` : dodge.label;
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: dodge.isEvent ? [0, 1] : axisDomain(ends), nice: true, zero: false },
    axis: {
      title: axisTitle(measured, dodge.unit),
      labelExpr: axisNumbers("x", percent),
      tickCount: 5,
      grid: true,
      gridColor: palette.grid,
    },
  });
  const y = rowAxis("row", rows.length);
  const color = { condition: { test: "datum.base", value: seriesColours.blue }, value: seriesColours.grey };
  const point = (field: string, shape: "circle" | "diamond", fill: object): Layers[number] => ({
    data: { values },
    mark: { type: "point", shape, size: shape === "circle" ? 90 : 60, strokeWidth: 1.5, opacity: 1 },
    encoding: {
      x: x(field),
      y,
      fill,
      stroke: shape === "circle" ? { value: palette.background } : color,
      tooltip: { field: "says", type: "nominal" },
    },
  });

  return baseSpec({
    name: "readings",
    title: `The same figures, read otherwise: ${title}`,
    subtitle: `${dodge.isEvent ? "Dot: chance. Line: 95 % error interval of the simulation." : "Dot: median. Diamond: mean. Line: 9 in 10 trials (p5 to p95)."} One assumption read otherwise at a time; dashed: all as written.${left > 0 ? ` Left out: ${left} readings that move it less.` : ""}`,
    description: `${measured} as written and under ${shown.length} other readings. ${verdictSentence(findings)} ${told.map((one) => `${one}.`).join(" ")}`,
    width: rowPlotWidth,
    height: rows.length * rowHeight,
    layer: [
      ...(values[0]?.base ? [baseLine(values[0].centre)] : []),
      {
        data: { values },
        mark: { type: "rule", strokeCap: "butt" },
        encoding: {
          x: x("low"),
          x2: { field: "high" },
          y,
          color,
          strokeWidth: { condition: { test: "datum.base", value: 5 }, value: 2.5 },
        },
      },
      ...(dodge.isEvent ? [] : [point("mean", "diamond", { value: palette.background })]),
      point("centre", "circle", {
        condition: { test: "datum.base", value: palette.median },
        value: palette.text,
      }),
      ...rowNames(rows.map(({ name }) => name)),
      ...rowFigures(figures),
    ],
  });
}

/** The readings of the assumptions that move the output most, as many as there is room for. */
function maxMoving(
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
    name: belief.length > longestNote ? { text } : { text, note: belief },
    says: `${label} as ${belief}`,
    outcome: outcomes[target]!,
  };
}

function marksOf(outcome: Outcome): { low: number; high: number; centre: number; mean: number } {
  if (outcome.kind === "event") {
    const { value } = outcome.probability;
    return { ...error95(outcome.probability), centre: value, mean: value };
  }
  const { p5, p50, p95, mean } = outcome;
  return { low: p5.value, high: p95.value, centre: p50.value, mean: mean.value };
}

function figureOf(outcome: Outcome, percent: boolean): { text: string; note: string } {
  if (outcome.kind === "event") {
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
