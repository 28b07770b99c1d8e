// The tables of scenarios together, for terminal, page and notebook alike.
import type { CommonInfluence } from "../../analysis/together/playedScenario.ts";
import type { Split, SplitFigure, WorldOutcome } from "../../analysis/together/splitFigures.ts";
import type { CommonRow, WorldFindings } from "../../analysis/together/worldFindings.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { formatEstimate, formatNumber, readsAsShare, unitWords } from "../numbers.ts";
import { noFigure } from "../tables/cells.ts";
import type { Table } from "../tables/table.ts";
import { conditionWords } from "./conditionWords.ts";

/** Stands for a figure that too few trials tell. */
const cannotBeTold = "cannot be told";
/** Said beside the matrix where a scenario believes otherwise. */
export const ownBeliefNote = "* with the scenario's own belief, which differs from the common one.";

const cellDigits = 3;

/** Whether figures of an outcome are told in percent. */
function isPercent({ isChance, unit }: WorldOutcome, values: readonly number[]): boolean {
  return isChance || readsAsShare(unit, values);
}

/** An outcome's figure with its unit; what cannot be told is said to be so. */
export function outcomeFigure(
  outcome: WorldOutcome,
  figure: Estimate | undefined,
  withError = false,
): string {
  if (!figure) return cannotBeTold;
  const { value, error } = figure;
  const percent = isPercent(outcome, [value]);
  return withError
    ? formatEstimate(figure, outcome.unit, { percent })
    : formatNumber(value, { error, unit: outcome.unit, percent, digits: cellDigits });
}

/** "Earned (market)" */
function outcomeWords({ label, scenario }: WorldOutcome): string {
  return `${label} (${scenario})`;
}

/** "market: Earned (USD, median)" */
export function headlineWords({ scenario, label, unit, isChance }: WorldOutcome): string {
  const words = isChance ? "chance" : [unitWords(unit), "median"].filter(Boolean).join(", ");
  return `${scenario}: ${label} (${words})`;
}

/** "12.1k → 38.5k", a scenario's headline with an assumption at its p10 and at its p90; "none" where that changes nothing. */
export function influenceText(outcome: WorldOutcome, { low, high, isOwnBelief }: CommonInfluence): string {
  if (low.value === high.value) return "none";
  const percent = isPercent(outcome, [low.value, high.value]);
  const [from, to] = [low, high].map(({ value, error }) => {
    const text = formatNumber(value, { error, of: outcome.unit, percent, digits: cellDigits });
    return Number.isNaN(value) ? "never" : text;
  });
  const ends = percent ? `${from!.replace(/ %$/, "")} → ${to}` : `${from} → ${to}`;
  return isOwnBelief ? `${ends} *` : ends;
}

/** "100 to 200 USD/t" */
export function beliefText({ belief, unit }: CommonRow): string {
  return `${belief} ${unitWords(unit)}`.trim();
}

/** "As believed, in 4,096 trials" where not all tell what assumptions move. */
export function asBelievedLabel({ scenarios, trials }: WorldFindings): string {
  const few = scenarios[0]?.reference.trials ?? trials;
  return few < trials ? `As believed, in ${few.toLocaleString("en-US")} trials` : "As believed";
}

/** What each common assumption moves: a row each, a column for each scenario. */
export function matrixTable(findings: WorldFindings): Table {
  const { scenarios, common } = findings;
  return {
    caption: "What the common assumptions move",
    columns: ["", ...scenarios.map(({ scenario }) => scenario)],
    rows: [
      [asBelievedLabel(findings), ...scenarios.map((one) => outcomeFigure(one, one.reference.base))],
      ...movingRows(common).map((row) => [
        row.label,
        ...scenarios.map((one) => {
          const influence = ownValue(row.influences, one.scenario);
          return influence ? influenceText(one, influence) : noFigure;
        }),
      ]),
    ],
  };
}

/** The common assumptions that some scenario is examined in: neither certain nor derived. */
export function movingRows(common: readonly CommonRow[]): CommonRow[] {
  return common.filter(({ influences }) => Object.keys(influences).length > 0);
}

/** "“Good and demanded” (market): 45 % of all futures" */
function splitCaption(split: Split): string {
  const { value, error } = split.chance;
  const share = formatNumber(value, { error, percent: true, digits: cellDigits });
  return `${conditionWords(split)}: ${share} of all futures`;
}

/** The figure of a split that a sentence is about: of another scenario than the condition's where there is one that can be told. */
export function tellingFigure({ parts, figures }: Split): SplitFigure | undefined {
  const told = figures.filter(({ given, otherwise }) => given && otherwise);
  const own = new Set(parts.map(({ scenario }) => scenario));
  return told.find(({ scenario }) => !own.has(scenario)) ?? told[0];
}

/** Outcomes in some futures and in all others, with their errors. */
export function splitTable(split: Split, figures: readonly SplitFigure[] = split.figures): Table {
  // Only events happen together with others.
  const hasEvents = figures.some(({ joint }) => joint !== undefined);
  return {
    caption: splitCaption(split),
    columns: ["", "then", "otherwise", ...(hasEvents ? ["both"] : [])],
    rows: figures.map((figure) => [
      outcomeWords(figure),
      outcomeFigure(figure, figure.given, true),
      outcomeFigure(figure, figure.otherwise, true),
      ...(hasEvents ? [figure.joint ? outcomeFigure(figure, figure.joint, true) : noFigure] : []),
    ]),
  };
}

/** "In the futures in which “A good year” (field), the median of “Earned” (market) is 9,010 USD, otherwise 4,520 USD." */
export function splitSentence(split: Split, figure: SplitFigure): string {
  const { isChance, label, scenario } = figure;
  const what = isChance ? `the chance of “${label}” (${scenario})` : `the median of “${label}” (${scenario})`;
  const [given, otherwise] = [figure.given, figure.otherwise].map((one) => outcomeFigure(figure, one));
  const is = (text: string) => (text === cannotBeTold ? text : `is ${text}`);
  return `In the futures in which ${conditionWords(split)}, ${what} ${is(given!)}, otherwise ${otherwise!}.`;
}

/** Where scenarios differ from common.yaml on purpose. */
export function differencesTable({ differences }: Pick<WorldFindings, "differences">): Table {
  return {
    caption: "Believed otherwise than in common.yaml",
    columns: [
      "",
      { head: "common", align: "start" },
      { head: "here", align: "start" },
      { head: "why", align: "start" },
    ],
    rows: differences.map(({ scenario, name, common, own, why }) => [
      `${scenario}: ${name}`,
      common,
      own,
      why,
    ]),
  };
}

/** Each quantity under the scenario that computes it. */
export function quantitiesTable({ quantities }: Pick<WorldFindings, "quantities">): Table {
  const scenarios = [...new Set(quantities.map(({ scenario }) => scenario))];
  return {
    caption: "Outputs by scenario",
    columns: ["", { head: "unit", align: "start" }, { head: "taken by", align: "start" }],
    rows: scenarios.flatMap((name) => [
      [name],
      ...quantities
        .filter(({ scenario }) => scenario === name)
        .map(({ label, unit, takenBy }) => [label, unitWords(unit), takenBy.join(", ")]),
    ]),
  };
}
