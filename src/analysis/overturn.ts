// What the answer must not hide: a variant that puts the headline on the other side of one half, of zero or of a named level.
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { interval95 } from "../simulation/statistics/replicateError.ts";
import type { Crossing, Findings, OutputSummary, VariantFindings } from "./findings.ts";
import type { InterpretationFindings } from "./interpretations/interpretationFindings.ts";
import { isTold } from "./stableMean.ts";
import { hasProbability, hasSteps } from "./summaries.ts";

/** What of the headline is on another side. */
export type OverturnedFigure =
  /** An event, or the first passing of a named level: its chance is beyond one half. */
  | { threshold: "half"; output: string; label: string; crossing?: Crossing }
  /** A number that can be negative: its median is beyond zero. */
  | { threshold: "zero"; output: string; label: string; unit: string };

/** A variant in which the headline is on the other side. */
export interface Overturn {
  figure: OverturnedFigure;
  /** As believed. */
  base: Estimate;
  variant: string;
  title: string;
  /** In the variant. */
  there: Estimate;
  /** Whether its 95 % interval is all on the other side. */
  isClear: boolean;
  /** The other variants that do so too, less far. */
  others: readonly { variant: string; title: string }[];
}

/** The base and what it is held against: variants, or readings of assumptions. */
interface OverturnFindings extends Pick<Findings, "headline" | "crossings"> {
  variants: readonly Pick<VariantFindings, "name" | "title" | "outputs">[];
}

/** A figure of the headline, in every variant. */
interface Figures {
  figure: OverturnedFigure;
  limit: number;
  /** In the order of the variants; undefined where it has none. */
  values: readonly (Estimate | undefined)[];
}

/**
 * The variant that puts the headline farthest on the other side: of the first output of the headline that any does, events
 * and numbers before levels of series. Undefined where none does, or where it cannot be told on which side the base is.
 */
export function overturnOf(findings: OverturnFindings): Overturn | undefined {
  for (const figures of headlineFigures(findings)) {
    const found = overturnIn(figures, findings.variants);
    if (found) return found;
  }
  return undefined;
}

function overturnIn(
  { figure, limit, values }: Figures,
  variants: OverturnFindings["variants"],
): Overturn | undefined {
  const [base, ...others] = values;
  if (!base || !isBeyond(base, limit)) return undefined;
  const side = Math.sign(base.value - limit);
  const turned = others
    .flatMap((there, k) => (there ? [{ there, variant: variants[k + 1]! }] : []))
    .filter(({ there }) => isTold(there) && side * (there.value - limit) <= 0)
    .sort((a, b) => side * (a.there.value - b.there.value));
  const [farthest, ...rest] = turned;
  if (!farthest) return undefined;
  const { there, variant } = farthest;
  return {
    figure,
    base,
    variant: variant.name,
    title: variant.title,
    there,
    isClear: isBeyond(there, limit),
    others: rest.map(({ variant: { name, title } }) => ({ variant: name, title })),
  };
}

/** Whether it is told on which side of the limit a figure is. */
function isBeyond(figure: Estimate, limit: number): boolean {
  const [low, high] = interval95(figure);
  return low > limit || high < limit;
}

function headlineFigures({ headline, variants, crossings }: OverturnFindings): Figures[] {
  const singles = headline.flatMap((output): Figures[] => {
    const summaries = variants.map(({ outputs }) => outputs[output]);
    const [first] = summaries;
    if (!first || hasSteps(first)) return [];
    if (hasProbability(first)) {
      const values = summaries.map((one) => one && probabilityIn(one));
      return [{ figure: { threshold: "half", output, label: first.label }, limit: half, values }];
    }
    if (!summaries.some(canBeNegative)) return [];
    const values = summaries.map((one) => one && medianIn(one));
    const { label, unit } = first;
    return [{ figure: { threshold: "zero", output, label, unit }, limit: 0, values }];
  });
  const levels = crossings
    .filter(({ output }) => headline.includes(output))
    .map((crossing): Figures => {
      const { output, outputLabel: label } = crossing;
      const values = variants.map(({ name }) => {
        const never = crossing.variants.find(({ variant }) => variant === name)?.never;
        return never && { value: 1 - never.value, error: never.error };
      });
      return { figure: { threshold: "half", output, label, crossing }, limit: half, values };
    });
  return [...singles, ...levels];
}

const half = 0.5;

function probabilityIn(summary: OutputSummary): Estimate | undefined {
  return hasProbability(summary) && !hasSteps(summary) ? summary.probability : undefined;
}

function medianIn(summary: OutputSummary): Estimate | undefined {
  return hasProbability(summary) || hasSteps(summary) ? undefined : summary.p50;
}

function canBeNegative(summary: OutputSummary | undefined): boolean {
  return summary !== undefined && !hasProbability(summary) && !hasSteps(summary) && summary.p5.value < 0;
}

/** The reading of an assumption that puts the headline farthest on the other side, as a variant of its own. */
export function readingOverturn({ spreads, base, readings }: InterpretationFindings): Overturn | undefined {
  const read = readings.map(({ assumption, label, name, outcomes }) => ({
    name: `${assumption}: ${name}`,
    title: `${label} read as ${name}`,
    outputs: outcomes,
  }));
  return overturnOf({
    headline: spreads.map(({ output }) => output),
    variants: [{ name: "base", title: "Base", outputs: base }, ...read],
    crossings: [],
  });
}
