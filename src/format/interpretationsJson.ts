// readings.json: what other readings of the assumptions make of the headline.

import type { InterpretationFindings, Outcomes } from "../analysis/interpretations/interpretationFindings.ts";
import { readingOverturn } from "../analysis/overturn.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { overturnData } from "./overturnData.ts";
import { probabilityWords } from "./probabilityWords.ts";
import { verdictSentence } from "./verdictSentence.ts";

/** The findings as they are written and printed as JSON. */
export function readingsData(findings: InterpretationFindings) {
  return {
    format: "sandtable/readings@1",
    ...findings,
    base: withWords(findings.base),
    readings: findings.readings.map((one) => ({ ...one, outcomes: withWords(one.outcomes) })),
    verdict: { ...findings.verdict, sentence: verdictSentence(findings) },
    ...overturnData(readingOverturn(findings)),
  };
}

function withWords(outcomes: Outcomes) {
  return Object.fromEntries(
    Object.entries(outcomes).map(([name, outcome]) => [
      name,
      hasProbability(outcome) ? { ...outcome, words: probabilityWords(outcome.probability) } : outcome,
    ]),
  );
}
