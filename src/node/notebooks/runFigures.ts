// Figures by reference: "totalPaid.p50" of a variant's outputs, as a number with its error and as words.

import { atStep } from "../../analysis/atEnd.ts";
import type { Findings, OutputSummary, VariantFindings } from "../../analysis/findings.ts";
import { hasSteps } from "../../analysis/summaries.ts";
import { isDated } from "../../assumptions/calendar/calendar.ts";
import { readStepDate } from "../../assumptions/calendar/period.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import type { Figure, FigureNode } from "../../format/figures/figure.ts";
import { formatFigure, sentenceDigits } from "../../format/figures/formatFigure.ts";
import { outputFigures } from "../../format/figures/outputFigures.ts";
import type { SingleSummary } from "../../simulation/outputKinds/kindOf.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";

/** How a figure is written. */
export interface FigureStyle {
  /** The step of a series, from 1 or, with a start, by its date ("2025-06"); the last unless given. */
  step?: number | string;
  /** With its standard error: "812M ± 4M USD". */
  error?: boolean;
}

/** An output's figures at the step that was asked for, and the name of the one that is wanted. */
interface Found {
  summary: SingleSummary;
  figures: FigureNode;
  output: string;
  figure: string | undefined;
  reference: string;
}

/**
 * "totalPaid.p50" or "pentagon.totalPaid.p50" as words: "812M USD". Without a figure: the median with its 90 %
 * interval, or the probability of an event with its words.
 * @throws RangeError where there is no such output, figure or step
 */
export function figureText(findings: Findings, reference: string, { step, error }: FigureStyle = {}): string {
  const figure = figureIn(find(findings, reference, step));
  return formatFigure(figure, { digits: sentenceDigits, ...(error !== undefined && { error }) });
}

/**
 * The number behind a reference, with its standard error. Of a scalar without a figure its median.
 * @throws RangeError where there is no such output, figure or step, or where it is no number
 */
export function estimate(findings: Findings, reference: string, step?: number | string): Estimate {
  const found = find(findings, reference, step);
  const figure = figureIn(found);
  if ("text" in figure) throw unknownFigure(found);
  const { value, error } = figure;
  return { value, error };
}

/** All figures of an output, of a series those of its end. */
export function summaryAt(findings: Findings, reference: string): SingleSummary {
  return find(findings, reference, undefined).summary;
}

function figureIn(found: Found): Figure {
  const { figures, figure: name } = found;
  const { figure } = (name === undefined ? figures : figures.below.get(name)) ?? {};
  if (!figure) throw unknownFigure(found);
  return figure;
}

function find(findings: Findings, reference: string, step: number | string | undefined): Found {
  const words = reference.split(".");
  const named = words.length > 1 ? findings.variants.find(({ name }) => name === words[0]) : undefined;
  const [variant, rest] = named ? [named, words.slice(1)] : [findings.variants[0]!, words];
  const [output = "", ...figure] = rest;
  const whole = ownValue(variant.outputs, output);
  if (!whole) throw unknownOutput(findings, variant, output, reference);
  const summary = atAskedStep(whole, numberOf(step, findings, reference), reference);
  return {
    summary,
    figures: outputFigures(summary),
    output,
    figure: figure.length > 0 ? figure.join(".") : undefined,
    reference,
  };
}

/** The number of a step that may be told by its date. */
function numberOf(
  step: number | string | undefined,
  { horizon }: Findings,
  reference: string,
): number | undefined {
  if (typeof step !== "string") return step;
  if (!isDated(horizon)) {
    throw new RangeError(
      `"${reference}": "${step}" is a date, and the steps have none: the config has no start`,
    );
  }
  try {
    return readStepDate(step, horizon);
  } catch (error) {
    if (!(error instanceof BeliefProblem)) throw error;
    throw new RangeError(`"${reference}": ${error.message} (${error.hint})`);
  }
}

/** An output at one step; one without steps is what it is. */
function atAskedStep(summary: OutputSummary, step: number | undefined, reference: string): SingleSummary {
  if (!hasSteps(summary)) {
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
    `"${reference}": ${findings.scenario} has no output "${word}" (${nearestHint(word, names, outputs)})`,
  );
}

function unknownFigure({ figures, figure, reference, output }: Found): RangeError {
  const word = figure ?? "";
  return new RangeError(
    `"${reference}": ${output} has no figure "${word}" (${nearestHint(word, [...figures.below.keys()])})`,
  );
}
