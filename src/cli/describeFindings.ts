// The findings of a run for a person at a terminal: the answer, its figures, and what it hangs on.

import { atEnd, toldOnce } from "../analysis/atEnd.ts";
import type { EventSummary, Findings, ScalarSummary, Tornado } from "../analysis/findings.ts";
import { movingInfluences } from "../analysis/reach.ts";
import { allAreStable, whyNoStableMean } from "../analysis/stableMean.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { answerSentence } from "../format/answerSentence.ts";
import { chanceFigure } from "../format/figures/figure.ts";
import { outputFigures } from "../format/figures/outputFigures.ts";
import { horizonWords } from "../format/horizonWords.ts";
import { formatCount, formatNumber, readsAsShare, unitWords } from "../format/numbers.ts";
import { outputReadsAsShare } from "../format/outputReadsAsShare.ts";
import { figureCell, figureCells } from "../format/tables/cells.ts";
import { outputRows } from "../format/tables/outputRows.ts";
import type { Table } from "../format/tables/table.ts";
import { tableLines } from "../format/tables/tableText.ts";
import { fillParagraph, shorten } from "../format/text.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { describeCrossings } from "./describeCrossings.ts";

/** Title, answer, figures of all variants, influences. No line end at the end. */
export function describeFindings(findings: Findings): string {
  const { title, question, headline, horizon, trials } = findings;
  const told = toldOnce(findings);
  const isHeadline = (name: string) => headline.includes(name);
  const headlineFigures = told.filter(isHeadline);
  const someUnstable = headlineFigures.some(
    (name) => !allAreStable(findings.variants.map(({ outputs }) => outputs[name]!)),
  );
  const parts = [
    `${title}\n${fillParagraph(question)}`,
    fillParagraph(answerSentence(findings)),
    fillParagraph(
      `${formatCount(trials)} trials, ${horizonWords(horizon)}; series at their end. ` +
        "± is one standard error of the simulation; 90 % of the trials lie between 5 % and 95 %.",
    ),
    ...(someUnstable ? [fillParagraph(whyNoStableMean)] : []),
    ...figureTables(findings, headlineFigures),
    otherFigures(
      findings,
      told.filter((name) => !isHeadline(name)),
    ),
    describeCrossings(findings),
    influences(findings.tornado),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

type Figures = ScalarSummary | EventSummary;

/** The outputs with all variants: a table of the numbers and one of the chances. */
function figureTables(findings: Findings, outputs: readonly string[]): string[] {
  const base = findings.variants[0]!;
  const someNever = outputs.some((name) => "never" in base.outputs[name]!);
  const rowsOf = (names: readonly string[]) =>
    names.flatMap((name) => [
      [heading(atEnd(base.outputs[name]!))],
      ...outputRows(findings, name, {
        nameOf: (variant) => `  ${variant.name}`,
        figures: ["p50", "mean", "p5", "p95", "never"],
      }),
    ]);
  const isChance = (name: string) => hasProbability(base.outputs[name]!);
  const numbers = rowsOf(outputs.filter((name) => !isChance(name)));
  const chances = rowsOf(outputs.filter(isChance));
  const columns = ["", "median", "mean", "5 %", "95 %", ...(someNever ? ["never"] : [])];
  const gap = someNever ? 1 : 2; // five columns of figures are as many as a line of 100 holds
  const titled = (table: Table) => (table.rows.length > 0 ? [tableLines(table, { gap }).join("\n")] : []);
  return [...titled({ columns, rows: numbers }), ...titled({ columns: ["", "chance", ""], rows: chances })];
}

const longestLabel = 44;

/** The outputs that are no headline, in the base alone. */
function otherFigures({ variants }: Findings, outputs: readonly string[]): string {
  if (outputs.length === 0) return "";
  const rows = outputs.map((name) => {
    const summary = atEnd(variants[0]!.outputs[name]!);
    const figures = outputFigures(summary);
    const names = hasProbability(summary) ? ["probability"] : ["p50", "p5", "p95"];
    const cells = figureCells(figures, names, { percent: outputReadsAsShare(variants, name) });
    return [`  ${heading(summary, longestLabel)}`, ...cells];
  });
  const columns = ["Also, in the base", "median or chance", "5 %", "95 %"];
  return tableLines({ columns, rows }).join("\n");
}

const maxInfluences = 3;
const plainNumber = { percent: false, isChance: false };

function influences(tornado: Tornado): string {
  const { label, unit, statistic, trials, influences } = tornado;
  if (influences.length === 0) return "Every assumption is certain: the answer hangs on none of them.";
  const what =
    statistic === "probability" ? `the chance of "${label}"` : `the median of "${label}"${inUnit(unit)}`;
  const most = movingInfluences(tornado).slice(0, maxInfluences);
  if (most.length === 0) return fillParagraph(`No single assumption moves ${what}.`);
  const figure = (estimate: Estimate) =>
    figureCell(statistic === "probability" ? chanceFigure(estimate) : { ...estimate, ...plainNumber, unit });
  const rows = most.map((influence) => {
    const { p10, p90, low, high } = influence;
    const percent = readsAsShare(influence.unit, [p10, p90]);
    const [from, to] = [p10, p90].map((value) => formatNumber(value, { of: influence.unit, percent }));
    const name = labelled(influence.label, influence.unit, longestLabel);
    return [`  ${name}`, from!, figure(low), to!, figure(high)];
  });
  const lead = fillParagraph(
    `What ${what} hangs on most: one assumption at its p10 and p90, the others as believed, in ${trials.toLocaleString("en-US")} trials`,
  );
  return [lead, ...tableLines({ columns: ["", "p10", "gives", "p90", "gives"], rows })].join("\n");
}

/** "Paid by the end (USD)" */
function heading(figures: Figures, length = 80): string {
  return labelled(figures.label, "unit" in figures ? figures.unit : "1", length);
}

function labelled(label: string, unit: string, length: number): string {
  return shorten(label, length - inUnit(unit).length) + inUnit(unit);
}

function inUnit(unit: string): string {
  const words = unitWords(unit);
  return words === "" ? "" : ` (${words})`;
}
