// Readings for a person at a terminal: the verdict, every reading's figures, and what each assumption's wording moves.

import type {
  FigureRange,
  InterpretationFindings,
  Outcome,
  OutputSpread,
} from "../analysis/interpretations/interpretationFindings.ts";
import { isTold } from "../analysis/stableMean.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { outputFigures } from "../format/figures/outputFigures.ts";
import { horizonWords } from "../format/horizonWords.ts";
import { formatCount, formatEstimate, readsAsShare, unitWords } from "../format/numbers.ts";
import { figureCells } from "../format/tables/cells.ts";
import type { Cell } from "../format/tables/table.ts";
import { tableLines } from "../format/tables/tableText.ts";
import { fillParagraph, shorten } from "../format/text.ts";
import { verdictSentence } from "../format/verdictSentence.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** Title, verdict, a table of readings, and the spreads of all headline outputs. No line end at the end. */
export function describeReadings(findings: InterpretationFindings): string {
  const { title, question, readings, trials, horizon } = findings;
  const head = [`${title}\n${fillParagraph(question)}`, fillParagraph(verdictSentence(findings))];
  if (readings.length === 0) return head.join("\n\n");
  return [
    ...head,
    fillParagraph(
      `${formatCount(trials)} trials, ${horizonWords(horizon)}; series at their end. One assumption ` +
        "is read otherwise at a time, all on the same random draws. ± is one standard error of the simulation.",
    ),
    readingTable(findings),
    ...shapeLines(findings),
    combinedLine(findings),
    spreadTable(findings),
  ].join("\n\n");
}

const longestBelief = 52;

/** All readings of the headline, those of the most moving assumption first. */
function readingTable({ readings, base, target, spreads }: InterpretationFindings): string {
  const spread = spreads.find(({ output }) => output === target)!;
  const own = base[target]!;
  const rows = spread.assumptions.flatMap(({ assumption, label }) => [
    [label],
    ...readings
      .filter((reading) => reading.assumption === assumption)
      .map(({ belief, outcomes }) => [`  ${shorten(belief, longestBelief)}`, ...cells(outcomes[target]!)]),
  ]);
  const heads = hasProbability(own) ? ["chance"] : ["median", "mean", "5 %", "95 %"];
  const columns = [heading(spread), ...heads];
  return tableLines({ columns, rows: [["As written", ...cells(own)], ...rows] }, { gap: 1 }).join("\n");
}

function heading({ label, unit }: OutputSpread): string {
  return shorten(unitWords(unit) === "" ? label : `${label} (${unitWords(unit)})`, longestBelief);
}

function cells(outcome: Outcome): Cell[] {
  const names = hasProbability(outcome) ? ["probability"] : ["p50", "mean", "p5", "p95"];
  return figureCells(outputFigures(outcome), names);
}

const maxShapeLines = 3;

/** What the choice of a family alone does, for the assumptions whose wording moves the headline most. */
function shapeLines({ spreads, target }: InterpretationFindings): string[] {
  const spread = spreads.find(({ output }) => output === target)!;
  const lines = spread.assumptions.flatMap(({ label, shapes }) => {
    if (!shapes || shapes.means.low.value === shapes.means.high.value) return [];
    const what = spread.isEvent ? "the chance" : "the mean";
    return [`  ${label}: ${what} from ${rangeText(shapes.means, spread)}`];
  });
  if (lines.length === 0) return [];
  return [
    ["The shape alone, through the same figures, makes of", ...lines.slice(0, maxShapeLines)].join("\n"),
  ];
}

function combinedLine({ combined: { played, most, assumptions, leftOut } }: InterpretationFindings): string {
  if (played === 0)
    return fillParagraph(
      `No readings are combined: fewer than two assumptions move the answer, or theirs make more than ${most} combinations (--combinations allows more).`,
    );
  const rest =
    leftOut.length > 0
      ? `; as written stay ${leftOut.join(", ")} (at most ${most} are played, --combinations allows more)`
      : "";
  return fillParagraph(
    `Combined are all readings of ${assumptions.join(", ")}: ${played} combinations${rest}.`,
  );
}

/** Each headline output: how far it spreads within the reading as written, and how far over readings. */
function spreadTable({ spreads, base }: InterpretationFindings): string {
  const rows = spreads.flatMap((spread) => {
    const { output, within, medians, means, combined, most, isEvent } = spread;
    const told = base[output]!;
    const isStable = hasProbability(told) || isTold(told.mean);
    const line = (name: string, range: FigureRange | undefined) =>
      range ? [[`  ${name}`, rangeText(range, spread)]] : [];
    return [
      [heading(spread)],
      ...line("5 % to 95 % as written", within),
      ...line(isEvent ? "chance over readings" : "median over readings", medians),
      ...(isEvent || !isStable ? [] : line("mean over readings", means)),
      ...line(isEvent ? "chance over combinations" : "median over combinations", combined?.medians),
      [
        most
          ? `  moved most by ${most.assumption} as ${shorten(most.belief, longestBelief)}`
          : "  moved by no reading",
      ],
    ];
  });
  const title = ["Spread over readings beside the spread within one"];
  return tableLines({ columns: ["", ""], rows: [title, ...rows] }).join("\n");
}

function rangeText({ low, high }: FigureRange, { unit, isEvent }: OutputSpread): string {
  const percent = isEvent || readsAsShare(unit, [low.value, high.value]);
  const text = (figure: Estimate) => formatEstimate(figure, undefined, { percent, of: unit });
  return `${text(low)} to ${text(high)}`;
}
