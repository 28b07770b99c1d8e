// Figures in a sentence: "{totalPaid}" becomes "4.1B USD (90 % interval 2.0B to 8.3B USD)".
import { ownValue } from "../assumptions/ownValue.ts";
import type { Step } from "../simulation/scenario.ts";
import { counted, formatInterval, formatNumber } from "./digits.ts";
import type { Estimate, OutputSummary } from "./findings.ts";

const placeholder = /\{([A-Za-z][\w-]*)(?:\.([a-z0-9]+))?\}/g;

/**
 * The sentence with its figures filled in. A scalar alone gives its median and 90 % interval, an event its
 * words and probability; `.mean`, `.p95`, `.probability`, `.never` … a single figure.
 */
export function answer(
  text: string,
  outputs: Readonly<Record<string, OutputSummary>>,
  horizon: { steps: number; unit: Step },
): string {
  return text.replace(placeholder, (whole, name: string, figure: string | undefined) => {
    if (name === "horizon") return counted(horizon.steps, horizon.unit);
    const summary = ownValue(outputs, name);
    if (!summary) return whole;
    return (figure === undefined ? told(summary) : single(summary, figure)) ?? whole;
  });
}

function told(summary: OutputSummary): string | undefined {
  if (summary.kind === "event") return `${summary.words} (${shareOf(summary.probability)})`;
  if (summary.kind !== "scalar") return undefined;
  const { p5, p50, p95, unit } = summary;
  return `${figureOf(p50, unit)} (90 % interval ${formatInterval(p5, p95, unit)})`;
}

function single(summary: OutputSummary, figure: string): string | undefined {
  if (summary.kind === "event") return figure === "words" ? summary.words : shareOf(summary.probability);
  if (summary.kind !== "scalar" || !(figure in summary)) return undefined;
  const estimate = (summary as unknown as Record<string, Estimate>)[figure]!;
  return figure === "never" ? shareOf(estimate) : figureOf(estimate, summary.unit);
}

/** A sentence is quoted: it claims no more digits than a reader keeps, and as many as the charts beside it. */
const digits = 3;

function figureOf({ value, error }: Estimate, unit: string): string {
  return formatNumber(value, { error, unit, digits });
}

function shareOf({ value, error }: Estimate): string {
  return formatNumber(value, { error, percent: true, digits });
}
