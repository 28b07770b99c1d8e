// A run as a notebook has it: its charts, tables and figures by name.

import type { Findings, Influence, OutputComparison } from "../../analysis/findings.ts";
import { hasProbability, hasSteps, neverOf } from "../../analysis/summaries.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import type { Chart } from "../../charts/chart.ts";
import { chartsOf, kindFor } from "../../charts/chartsOf.ts";
import { answerSentence } from "../../format/answerSentence.ts";
import { formatFigure, sentenceDigits } from "../../format/figures/formatFigure.ts";
import { outputFigures } from "../../format/figures/outputFigures.ts";
import { formatInterval, formatNumber, readsAsShare } from "../../format/numbers.ts";
import { outputReadsAsShare } from "../../format/outputReadsAsShare.ts";
import { figureCells } from "../../format/tables/cells.ts";
import { chanceColumns } from "../../format/tables/outputRows.ts";
import { type Cell, cellText, type TextTable } from "../../format/tables/table.ts";
import { outputNamed } from "../../report/shared/placements.ts";
import type { SingleSummary } from "../../simulation/outputKinds/kindOf.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import { type LiveOptions, type LivePanel, livePanel } from "./livePanel.ts";
import { estimate, type FigureStyle, figureText, summaryAt } from "./runFigures.ts";
import { unknownChart } from "./unknownNames.ts";

/** What many trials of a scenario show. References are `output`, `output.figure` or `variant.output.figure`. */
export interface NotebookRun {
  /** Everything, as plain data. */
  readonly findings: Findings;
  /** The scenario's answer in a sentence, with its figures. */
  readonly answer: string;
  /**
   * A chart by its name ("headline", "tornado", "fan-paid") or by the output it shows: a series as a fan, a scalar
   * as its chance of more than x, an event by variant. Of the base, unless a chart of all variants or another is named.
   */
  chart(name: string, options?: { variant?: string }): Chart;
  /**
   * A part of the live report for `show`: the answer, a chart, and a control for each assumption named. A reader moves
   * them, and both follow: live({ chart: "paid", controls: ["troops"] })
   */
  live(options?: LiveOptions): LivePanel;
  /** Words for a figure, in as many digits as its error justifies: figure("totalPaid.p50") → "812M USD". */
  figure(reference: string, style?: FigureStyle): string;
  /** The number behind a figure and its standard error, to reckon with. */
  estimate(reference: string, options?: Pick<FigureStyle, "step">): Estimate;
  /** Median and 90 % interval (or the chance) of outputs, a row a variant; of the headline unless named. */
  table(outputs?: readonly string[]): TextTable;
  /** The paired difference of a variant to the base, trial by trial: "−312M USD (median; 90 % interval −2.1B to −0.1B USD)". */
  difference(variant: string, output: string): string;
  /** The chance that the variant's output is greater than the base's in the same trial: "3.1 %". */
  chanceGreater(variant: string, output: string): string;
  /** What the first headline output hangs on, the largest swing first. Throws where the run was to leave them out. */
  readonly influences: readonly Influence[];
}

/** The findings of a run as a notebook asks for them. */
export function notebookRun(
  findings: Findings,
  model: LoadedScenario,
  { influences }: { influences: boolean },
): NotebookRun {
  const hasInfluences = () => {
    if (!influences) throw new RangeError(`${findings.scenario} was run with influences: false`);
  };
  return {
    findings,
    answer: answerSentence(findings),
    chart: (name, options = {}) => {
      if (name === "tornado") hasInfluences();
      return chartOf(findings, name, options.variant);
    },
    live: (options) => livePanel(findings, model, options),
    figure: (reference, style) => figureText(findings, reference, style),
    estimate: (reference, { step } = {}) => estimate(findings, reference, step),
    table: (outputs = headlineFigures(findings)) => tableOf(findings, outputs),
    difference: (variant, output) =>
      differenceText(comparisonOf(findings, variant, output), outputReadsAsShare(findings.variants, output)),
    chanceGreater: (variant, output) => shareText(comparisonOf(findings, variant, output).chanceGreater),
    get influences() {
      hasInfluences();
      return findings.tornado.influences;
    },
  };
}

function chartOf(findings: Findings, name: string, variant = findings.variants[0]!.name): Chart {
  const names = findings.variants.map((one) => one.name);
  if (!names.includes(variant)) throw withoutVariant(findings, variant, names);
  const output = outputNamed(name);
  const kind = kindFor(findings.variants[0]!.outputs[output]);
  if (kind) return kind.chart({ findings, output, variant });
  const chart = chartsOf(findings).find((one) => one.name === name);
  if (!chart) throw unknownChart(findings, name);
  return chart;
}

function withoutVariant({ scenario }: Findings, variant: string, names: readonly string[]): RangeError {
  return new RangeError(
    `${scenario} was run without a variant "${variant}" (${nearestHint(variant, names)})`,
  );
}

/** The headline's outputs that are one figure; a series ends as one of them mostly does. */
function headlineFigures({ headline, variants }: Findings): string[] {
  const { outputs } = variants[0]!;
  return headline.filter((name) => outputs[name] && !hasSteps(outputs[name]));
}

function tableOf(findings: Findings, outputs: readonly string[]): TextTable {
  const { title, variants } = findings;
  const rows = outputs.flatMap((output) =>
    variants.map((variant) => {
      const summary = summaryAt(findings, `${variant.name}.${output}`);
      const { label } = summary;
      return { isChance: hasProbability(summary), label, variant: variant.title, cells: cells(summary) };
    }),
  );
  // What all rows have in common is the caption.
  const [first] = rows;
  const [oneOutput, oneVariant] = [outputs.length === 1, variants.length === 1];
  const name = ({ label, variant }: { label: string; variant: string }) =>
    oneVariant ? label : oneOutput ? variant : `${label}: ${variant}`;
  return {
    caption: oneOutput && first && !oneVariant ? `${first.label}: ${title}` : title,
    columns: columnsOf(rows.map(({ isChance }) => isChance)),
    rows: rows.map((row) => [name(row), ...row.cells.map(cellText)]),
  };
}

function columnsOf(areChances: readonly boolean[]): string[] {
  if (!areChances.includes(true)) return ["", "Median", "9 in 10 trials"];
  return areChances.includes(false) ? ["", "Median, or chance", "9 in 10 trials"] : ["", "Chance", ""];
}

function cells(summary: SingleSummary): Cell[] {
  const figures = outputFigures(summary);
  if (hasProbability(summary)) return figureCells(figures, chanceColumns, { plain: true });
  const { p5, p50, p95, unit } = summary;
  const never = neverOf(summary);
  if (!Number.isFinite(p50.value)) return [{ text: "did not happen" }, { text: "" }];
  const percent = readsAsShare(unit, [p5.value, p50.value, p95.value]);
  const happened = never ? ` (in ${shareText({ ...never, value: 1 - never.value })} of the trials)` : "";
  const median = { ...p50, unit, percent, isChance: false };
  return [
    { text: formatFigure(median, { digits: sentenceDigits }), figure: median },
    { text: formatInterval(p5, p95, unit, { percent }) + happened },
  ];
}

function comparisonOf(findings: Findings, variant: string, output: string): OutputComparison {
  const comparison = findings.comparisons.find((one) => one.variant === variant);
  const names = findings.comparisons.map((one) => one.variant);
  if (!comparison) throw withoutVariant(findings, variant, names);
  const compared = ownValue(comparison.outputs, output);
  if (!compared) {
    const names = Object.keys(comparison.outputs);
    throw new RangeError(`no differences are known of "${output}" (${nearestHint(output, names)})`);
  }
  return compared;
}

function differenceText({ unit, difference: { p5, p50, p95 } }: OutputComparison, percent: boolean): string {
  const isOne = p5.value === p95.value;
  const figure = { ...p50, unit, percent, isChance: false, ...(!isOne && { ends: { p5, p95 } }) };
  return formatFigure(figure, { digits: sentenceDigits });
}

function shareText({ value, error }: Estimate): string {
  return formatNumber(value, { error, percent: true });
}
