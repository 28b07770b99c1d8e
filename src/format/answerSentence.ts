// Figures in a sentence: "{totalPaid}" becomes "4.1B USD (median; 90 % interval 2.0B to 8.3B USD)".

import type { EventSummary, Findings, OutputSummary, ScalarSummary } from "../analysis/findings.ts";
import { hasStableMean, noStableMean } from "../analysis/stableMean.ts";
import { ownValue } from "../assumptions/ownValue.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { counted, formatEstimate, formatInterval, formatNumber, readsAsShare } from "./numbers.ts";
import { probabilityWords } from "./probabilityWords.ts";

const placeholder = /\{([A-Za-z][\w-]*)(?:\.([a-z0-9]+))?\}/g;

/**
 * The answer of a variant, the base unless one is given, with its figures filled in. A scalar alone gives its median and 90 % interval, an event its
 * words and probability; `.mean`, `.p95`, `.probability`, `.never` … a single figure.
 */
export function answerSentence(
  { answerTemplate, horizon, variants }: Pick<Findings, "answerTemplate" | "horizon" | "variants">,
  { outputs }: { outputs: Readonly<Record<string, OutputSummary>> } = variants[0]!,
): string {
  return answerTemplate.replace(placeholder, (whole, name: string, figure: string | undefined) => {
    if (name === "horizon") return counted(horizon.steps, horizon.unit);
    const summary = ownValue(outputs, name);
    if (!summary || "steps" in summary) return whole;
    return (figure === undefined ? told(summary) : single(summary, figure)) ?? whole;
  });
}

function told(summary: ScalarSummary | EventSummary): string {
  if (summary.kind === "event")
    return `${probabilityWords(summary.probability)} (${shareOf(summary.probability)})`;
  const { p5, p50, p95, unit } = summary;
  const percent = readsAsShare(unit, [p5.value, p95.value]);
  return medianAndInterval({ p5, p50, p95 }, { unit, percent });
}

/** "960M USD (median; 90 % interval 460M to 2.18B USD)": wherever a sentence tells an output as a whole. */
export function medianAndInterval(
  { p5, p50, p95 }: Record<"p5" | "p50" | "p95", Estimate>,
  { unit, percent, error = false }: { unit: string | undefined; percent: boolean; error?: boolean },
): string {
  const style = { error: p50.error, percent, digits: sentenceDigits, ...(unit !== undefined && { unit }) };
  const median = error
    ? formatEstimate(p50, unit, { percent })
    : formatNumber(p50.value, { ...style, beside: [p5.value, p95.value] });
  return `${median} (median; 90 % interval ${formatInterval(p5, p95, unit, { percent })})`;
}

function single(summary: ScalarSummary | EventSummary, figure: string): string | undefined {
  if (summary.kind === "event")
    return figure === "words" ? probabilityWords(summary.probability) : shareOf(summary.probability);
  if (!(figure in summary)) return undefined;
  if (isOfMean(figure) && !hasStableMean(summary)) return noStableMean;
  const estimate = (summary as unknown as Record<string, Estimate>)[figure]!;
  if (figure === "never") return shareOf(estimate);
  return figureOf(estimate, summary.unit, readsAsShare(summary.unit, [summary.p5.value, summary.p95.value]));
}

/** Whether a figure is told by the mean or by the distances from it. */
export function isOfMean(figure: string | undefined): boolean {
  return figure === "mean" || figure === "sd";
}

/** A sentence is quoted: it claims no more digits than a reader keeps, and as many as the charts beside it. */
export const sentenceDigits = 3;

function figureOf({ value, error }: Estimate, unit: string, percent: boolean): string {
  return formatNumber(value, { error, unit, percent, digits: sentenceDigits });
}

function shareOf({ value, error }: Estimate): string {
  return formatNumber(value, { error, percent: true, digits: sentenceDigits });
}
