// The findings of a run for a person at a terminal: the answer, its figures, and what it hangs on.

import { atEnd, toldOnce } from "../analysis/atEnd.ts";
import type { EventSummary, Findings, ScalarSummary, Tornado } from "../analysis/findings.ts";
import { hasStableMean, meansAreStable, noStableMean, whyNoStableMean } from "../analysis/stableMean.ts";
import { answerSentence } from "../format/answerSentence.ts";
import {
  counted,
  formatCount,
  formatEstimate,
  formatNumber,
  readsAsShare,
  unitWords,
} from "../format/numbers.ts";
import { outputReadsAsShare } from "../format/outputReadsAsShare.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { describeCrossings } from "./describeCrossings.ts";
import { table } from "./terminalTable.ts";
import { shorten, wrap } from "./wrap.ts";

/** Title, answer, figures of all variants, influences. No line end at the end. */
export function describeFindings(findings: Findings): string {
  const { title, question, headline, horizon, trials } = findings;
  const told = toldOnce(findings);
  const isHeadline = (name: string) => headline.includes(name);
  const headlineFigures = told.filter(isHeadline);
  const someUnstable = headlineFigures.some(
    (name) => !meansAreStable(findings.variants.map(({ outputs }) => outputs[name]!)),
  );
  const parts = [
    `${title}\n${wrap(question)}`,
    wrap(answerSentence(findings)),
    wrap(
      `${formatCount(trials)} trials, ${counted(horizon.steps, horizon.unit)}; series at their end. ` +
        "± is one standard error of the simulation; 90 % of the trials lie between 5 % and 95 %.",
    ),
    ...(someUnstable ? [wrap(whyNoStableMean)] : []),
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
function figureTables({ variants }: Findings, outputs: readonly string[]): string[] {
  const numbers: string[][] = [];
  const chances: string[][] = [];
  const someNever = outputs.some((name) => "never" in variants[0]!.outputs[name]!);
  for (const name of outputs) {
    const first = atEnd(variants[0]!.outputs[name]!);
    const percent = outputReadsAsShare(variants, name);
    ("probability" in first ? chances : numbers).push([heading(first)]);
    for (const variant of variants) {
      const figures = atEnd(variant.outputs[name]!);
      const label = `  ${variant.name}`;
      if ("probability" in figures)
        chances.push([label, chance(figures.probability), probabilityWords(figures.probability)]);
      else numbers.push([label, ...numberCells(figures, percent)]);
    }
  }
  const columns = ["", "median", "mean", "5 %", "95 %", ...(someNever ? ["never"] : [])];
  const gap = someNever ? 1 : 2; // five columns of figures are as many as a line of 100 holds
  const titled = (head: string[], rows: string[][]) =>
    rows.length > 0 ? [table([head, ...rows], { gap }).join("\n")] : [];
  return [...titled(columns, numbers), ...titled(["", "chance", ""], chances)];
}

function numberCells(summary: ScalarSummary, percent: boolean): string[] {
  const { unit, p50, mean, p5, p95, never } = summary;
  const figure = (estimate: Estimate) => number(estimate, unit, percent);
  const shownMean = hasStableMean(summary) ? figure(mean) : noStableMean;
  const cells = [figure(p50), shownMean, figure(p5), figure(p95)];
  return never === undefined ? cells : [...cells, chance(never)];
}

const longestLabel = 44;

/** The outputs that are no headline, in the base alone. */
function otherFigures({ variants }: Findings, outputs: readonly string[]): string {
  if (outputs.length === 0) return "";
  const rows = outputs.map((name) => {
    const figures = atEnd(variants[0]!.outputs[name]!);
    const label = `  ${heading(figures, longestLabel)}`;
    if ("probability" in figures) return [label, chance(figures.probability)];
    const percent = outputReadsAsShare(variants, name);
    return [
      label,
      ...[figures.p50, figures.p5, figures.p95].map((figure) => number(figure, figures.unit, percent)),
    ];
  });
  return table([["Also, in the base", "median or chance", "5 %", "95 %"], ...rows]).join("\n");
}

const maxInfluences = 3;

function influences({ label, unit, statistic, influences }: Tornado): string {
  if (influences.length === 0) return "Every assumption is certain: the answer hangs on none of them.";
  const what =
    statistic === "probability" ? `the chance of "${label}"` : `the median of "${label}"${inUnit(unit)}`;
  const most = influences.filter(({ low, high }) => low.value !== high.value).slice(0, maxInfluences);
  if (most.length === 0) return wrap(`No single assumption moves ${what}.`);
  const figure = (estimate: Estimate) =>
    statistic === "probability" ? chance(estimate) : number(estimate, unit, false);
  const rows = most.map((influence) => {
    const { p10, p90, low, high } = influence;
    const percent = readsAsShare(influence.unit, [p10, p90]);
    const [from, to] = [p10, p90].map((value) => formatNumber(value, { of: influence.unit, percent }));
    return [
      `  ${labelled(influence.label, influence.unit, longestLabel)}`,
      from!,
      figure(low),
      to!,
      figure(high),
    ];
  });
  const lead = wrap(`What ${what} hangs on most: one assumption at its p10 and p90, the others as believed`);
  return [lead, ...table([["", "p10", "gives", "p90", "gives"], ...rows])].join("\n");
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

function chance(probability: Estimate): string {
  return formatEstimate(probability, undefined, { percent: true });
}

/** A figure whose unit stands in the heading. */
function number(figure: Estimate, of: string, percent: boolean): string {
  return formatEstimate(figure, undefined, { percent, of });
}
