// Figures by reference: "totalPaid.p50" of a variant's outputs, as a number with its error and as words.

import { atStep } from "../../analysis/atEnd.ts";
import type {
  EventSummary,
  Findings,
  OutputSummary,
  ScalarSummary,
  VariantFindings,
} from "../../analysis/findings.ts";
import { hasStableMean, noStableMean } from "../../analysis/stableMean.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { isOfMean, medianAndInterval, sentenceDigits } from "../../format/answerSentence.ts";
import { formatEstimate, formatNumber, readsAsShare } from "../../format/numbers.ts";
import { probabilityWords } from "../../format/probabilityWords.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { hint } from "./unknownNames.ts";

/** How a figure is written. */
export interface FigureStyle {
  /** The step of a series, from 1; the last unless given. */
  step?: number;
  /** With its standard error: "812M ± 4M USD". */
  error?: boolean;
}

/** A reference taken apart: variant, output, and the figure if one was named. */
interface Found {
  summary: ScalarSummary | EventSummary;
  output: string;
  figure: string | undefined;
  reference: string;
}

/**
 * "totalPaid.p50" or "pentagon.totalPaid.p50" as words: "812M USD". Without a figure: the median with its 90 %
 * interval, or the probability of an event with its words.
 */
export function figureText(findings: Findings, reference: string, { step, error }: FigureStyle = {}): string {
  const found = find(findings, reference, step);
  const { summary, figure } = found;
  if (summary.kind === "event" && figure === "words") return probabilityWords(summary.probability);
  if (summary.kind === "scalar" && isOfMean(figure) && !hasStableMean(summary)) return noStableMean;
  const estimate = estimateOf(found);
  const unit = summary.kind === "event" || figure === "never" ? "1" : summary.unit;
  const percent = figure === "never" || isShare(summary, unit);
  const text = error
    ? formatEstimate(estimate, unit, { percent })
    : formatNumber(estimate.value, { error: estimate.error, unit, percent, digits: sentenceDigits });
  if (figure !== undefined) return text;
  if (summary.kind === "event") return `${probabilityWords(summary.probability)} (${text})`;
  return medianAndInterval(summary, { unit, percent, ...(error !== undefined && { error }) });
}

/** Whether all figures of an output read best as percent, so that they are written alike. */
function isShare(summary: ScalarSummary | EventSummary, unit: string): boolean {
  if (summary.kind === "event") return true;
  const ends = [summary.p5.value, summary.p50.value, summary.p95.value];
  return readsAsShare(unit, ends);
}

/** The number behind a reference, with its standard error. Of a scalar without a figure its median. */
export function estimate(findings: Findings, reference: string, step?: number): Estimate {
  return estimateOf(find(findings, reference, step));
}

/** All figures of an output, of a series those of its end. */
export function summaryAt(findings: Findings, reference: string): ScalarSummary | EventSummary {
  return find(findings, reference, undefined).summary;
}

function estimateOf(found: Found): Estimate {
  const { summary, figure } = found;
  const name = figure ?? (summary.kind === "event" ? "probability" : "p50");
  const value = (summary as unknown as Record<string, unknown>)[name];
  if (typeof value !== "object" || value === null || !("error" in value)) throw unknownFigure(found);
  return value as Estimate;
}

function find(findings: Findings, reference: string, step: number | undefined): Found {
  const words = reference.split(".");
  const named = words.length > 1 ? findings.variants.find(({ name }) => name === words[0]) : undefined;
  const [variant, rest] = named ? [named, words.slice(1)] : [findings.variants[0]!, words];
  const [output = "", ...figure] = rest;
  const summary = ownValue(variant.outputs, output);
  if (!summary) throw unknownOutput(findings, variant, output, reference);
  return {
    summary: atAskedStep(summary, step, reference),
    output,
    figure: figure.length > 0 ? figure.join(".") : undefined,
    reference,
  };
}

/** An output at one step; one without steps is what it is. */
function atAskedStep(
  summary: OutputSummary,
  step: number | undefined,
  reference: string,
): ScalarSummary | EventSummary {
  if (summary.kind === "scalar" || summary.kind === "event") {
    if (step === undefined) return summary;
    throw new RangeError(`"${reference}" has no steps, so none can be asked for`);
  }
  const index = (step ?? summary.steps.length) - 1;
  if (summary.steps[index] === undefined) {
    throw new RangeError(`"${reference}" has steps 1 to ${summary.steps.length}, not ${step}`);
  }
  return atStep(summary, index);
}

function unknownOutput(
  findings: Findings,
  variant: VariantFindings,
  word: string,
  reference: string,
): RangeError {
  const outputs = Object.keys(variant.outputs);
  const names = [...outputs, ...findings.variants.map(({ name }) => name)];
  return new RangeError(
    `"${reference}": ${findings.scenario} has no output "${word}" (${hint(word, names, outputs)})`,
  );
}

function unknownFigure({ summary, figure, reference, output }: Found): RangeError {
  const figures =
    summary.kind === "event" ? ["probability", "words"] : ["mean", "sd", "p5", "p25", "p50", "p75", "p95"];
  if ("never" in summary) figures.push("never");
  const word = figure ?? "";
  return new RangeError(`"${reference}": ${output} has no figure "${word}" (${hint(word, figures)})`);
}
