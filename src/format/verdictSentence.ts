// Whether the headline survives other readings, in a sentence.

import type {
  FigureRange,
  InterpretationFindings,
  Outcome,
  OutputSpread,
  Survival,
} from "../analysis/interpretations/interpretationFindings.ts";
import { readingOverturn } from "../analysis/overturn.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { formatInterval, formatNumber } from "./numbers.ts";
import { overturnSentence } from "./overturnSentence.ts";
import { probabilityWords } from "./probabilityWords.ts";

/** "The headline survives 12 readings, one at a time: the median of … runs from … to …, within …" */
export function verdictSentence(findings: InterpretationFindings): string {
  const { verdict, base, readings, combined, spreads, target } = findings;
  if (readings.length === 0) return "Every assumption is certain: there is nothing to read otherwise.";
  const { survival, combined: combinedSurvival } = verdict;
  const spread = spreads.find(({ output }) => output === target)!;
  const does = survival === "shifts" ? "shifts under" : survival;
  const one = `The headline ${does} ${readings.length} readings, one at a time: ${told(spread, spread.medians)}, ${against(survival, base[target]!)}.`;
  const all =
    combinedSurvival === undefined
      ? ""
      : ` In ${combined.played} combinations of readings it ${combinedSurvival}: ${rangeWords(spread, spread.combined!.medians)}.`;
  const overturn = readingOverturn(findings);
  const other = overturn ? ` ${overturnSentence(overturn, false)}` : "";
  return `${one}${all}${other}`;
}

function told(spread: OutputSpread, range: FigureRange): string {
  const what = spread.isEvent ? `the chance of “${spread.label}”` : `the median of “${spread.label}”`;
  return `${what} runs from ${rangeWords(spread, range)}`;
}

function rangeWords({ unit, isEvent }: OutputSpread, { low, high }: FigureRange): string {
  if (!isEvent) return formatInterval(low, high, unit);
  const words = [low, high].map(
    (chance) =>
      `${formatNumber(chance.value, { error: chance.error, percent: true })} (${probabilityWords(chance)})`,
  );
  return words.join(" to ");
}

function against(survival: Survival, base: Outcome): string {
  if (hasProbability(base)) {
    const apart = {
      survives: "the same words",
      shifts: "one step",
      "does not survive": "more than one step",
    };
    return `${apart[survival]} from “${probabilityWords(base.probability)}” as written`;
  }
  const middle = formatInterval(base.p25, base.p75, base.unit);
  const interval = formatInterval(base.p5, base.p95, base.unit);
  if (survival === "survives") return `within the middle half of the trials as written (${middle})`;
  return survival === "shifts"
    ? `within the 90 % interval as written (${interval}) but not within its middle half (${middle})`
    : `which leaves the 90 % interval as written (${interval})`;
}
