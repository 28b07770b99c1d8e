// The answer of a run. Figures in a sentence: "{totalPaid}" becomes "4.1B USD (median; 90 % interval 2.0B to 8.3B USD)".

import type { Findings, OutputSummary } from "../analysis/findings.ts";
import { overturnOf } from "../analysis/overturn.ts";
import { hasSteps } from "../analysis/summaries.ts";
import { stepName } from "../assumptions/calendar/stepWords.ts";
import { ownValue } from "../assumptions/ownValue.ts";
import { formatFigure, sentenceDigits } from "./figures/formatFigure.ts";
import { outputFigures } from "./figures/outputFigures.ts";
import { counted } from "./numbers.ts";
import { overturnSentence } from "./overturnSentence.ts";

const placeholder = /\{([A-Za-z][\w-]*)(?:\.([a-z0-9]+))?\}/g;

type AnsweredFindings = Pick<Findings, "answerTemplate" | "horizon" | "variants" | "headline" | "crossings">;

/**
 * The answer of a variant, the base unless one is given, with its figures filled in; that of the base tells in a second
 * sentence which variant puts the headline on the other side (`overturnOf`). A scalar alone gives its median and 90 % interval, an event its
 * words and probability; `.mean`, `.p95`, `.probability`, `.never` … a single figure. What has no such figure stays a placeholder.
 */
export function answerSentence(
  findings: AnsweredFindings,
  variant: { outputs: Readonly<Record<string, OutputSummary>> } = findings.variants[0]!,
): string {
  const answer = filledAnswer(findings, variant.outputs);
  const overturn = variant === findings.variants[0] ? overturnOf(findings) : undefined;
  if (!overturn) return answer;
  const told = [...findings.answerTemplate.matchAll(placeholder)].map(([, name]) => name!);
  const isOnly = told.every((name) => name === "horizon" || name === overturn.figure.output);
  return `${answer} ${overturnSentence(overturn, isOnly)}`;
}

function filledAnswer(
  { answerTemplate, horizon }: Pick<Findings, "answerTemplate" | "horizon">,
  outputs: Readonly<Record<string, OutputSummary>>,
): string {
  return answerTemplate.replace(placeholder, (whole, name: string, figureName: string | undefined) => {
    if (name === "horizon") return counted(horizon.steps, horizon.unit);
    const summary = ownValue(outputs, name);
    if (!summary && name === "end") return stepName(horizon, horizon.steps);
    if (!summary || hasSteps(summary)) return whole;
    const node = outputFigures(summary);
    const { figure } = (figureName === undefined ? node : node.below.get(figureName)) ?? {};
    return figure ? formatFigure(figure, { digits: sentenceDigits }) : whole;
  });
}
