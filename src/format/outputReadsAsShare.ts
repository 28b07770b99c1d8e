// Percent or plain: decided once an output, so that the rows of a table and the marks of a chart can be compared.

import type { OutputSummary, VariantFindings } from "../analysis/findings.ts";
import { hasProbability } from "../analysis/summaries.ts";
import { readsAsShare } from "./numbers.ts";

/**
 * Whether the figures of an output read best as percent, in every variant alike: chances do, and numbers whose p5 and
 * p95 are shares in all variants and at every step. Differences between variants are told as the output itself is.
 */
export function outputReadsAsShare(variants: readonly VariantFindings[], output: string): boolean {
  return variants.every(({ outputs }) => isShare(outputs[output]!));
}

function isShare(summary: OutputSummary): boolean {
  if (hasProbability(summary)) return true;
  const { unit, p5, p95 } = summary;
  return readsAsShare(unit, [p5.value, p95.value].flat());
}
