// Scenarios together for a person at a terminal: what moves what, and what holds in the same futures.
import type { Split, SplitFigure } from "../analysis/together/splitFigures.ts";
import type { WorldFindings } from "../analysis/together/worldFindings.ts";
import { formatCount } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { tableLines } from "../format/tables/tableText.ts";
import { fillParagraph } from "../format/text.ts";
import {
  differencesTable,
  headlineWords,
  matrixTable,
  ownBeliefNote,
  splitTable,
} from "../format/together/worldTables.ts";

/**
 * The findings in a screen or two. No line end at the end.
 * @param isAsked whether its conditions were asked for: then all headlines are told, otherwise the first of each scenario
 */
export function describeTogether(findings: WorldFindings, isAsked: boolean): string {
  const { scenarios, seed, trials, splits, differences, feeds } = findings;
  const lead =
    `The same ${formatCount(trials)} trials in ${scenarios.length} scenarios, seed ${seed}. ` +
    "Medians and chances; then: in the futures in which the condition holds, otherwise: in all others; " +
    "± is one standard error.";
  const firsts = scenarios.map(({ scenario, output }) => `${scenario}.${output}`);
  const shown = ({ figures }: Split): SplitFigure[] =>
    isAsked ? figures : figures.filter(({ scenario, output }) => firsts.includes(`${scenario}.${output}`));
  const feeding = feeds.map(({ from, to, outputs }) => `${from} → ${to}: ${outputs.join(", ")}`);
  const blocks = [
    fillParagraph(lead),
    ["Headlines", ...scenarios.map((one) => `  ${headlineWords(one)}`)].join("\n"),
    isMatrixEmpty(findings) ? "" : matrixText(findings),
    ...splits.map((split) => tableText(splitTable(split, shown(split)))),
    splits.length === 0 ? `No headline has an event: ask with --given "SCENARIO.OUTPUT > 40k".` : "",
    differences.length > 0 ? tableText(differencesTable(findings)) : "",
    feeding.length > 0 ? ["Who feeds whom", ...feeding.map((line) => `  ${line}`)].join("\n") : "",
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function isMatrixEmpty({ common }: WorldFindings): boolean {
  return common.every(({ influences }) => Object.keys(influences).length === 0);
}

function matrixText(findings: WorldFindings): string {
  const isDiffering = findings.common.some(({ influences }) =>
    Object.values(influences).some(({ isOwnBelief }) => isOwnBelief),
  );
  const text = tableText({
    ...matrixTable(findings),
    caption: "What the common assumptions move: each at its p10 → at its p90, the others as believed",
  });
  return isDiffering ? `${text}\n  ${ownBeliefNote}` : text;
}

function tableText(table: Table): string {
  return [fillParagraph(table.caption ?? ""), ...tableLines(table, { indent: "  " })].join("\n");
}
