// The analyses of every run: each is a file (or folder) and a line here, under the key that findings hold it by.
import type { Analyses } from "./analysis.ts";
import { comparisons } from "./comparison.ts";
import { crossings } from "./crossings.ts";
import { exceedanceCurves } from "./exceedanceCurves.ts";
import { influences } from "./influences.ts";
import { variantSummaries } from "./summary.ts";

/** In the order that findings, and with them pages, hold them in. */
export const analyses = {
  variants: variantSummaries,
  comparisons,
  exceedance: exceedanceCurves,
  crossings,
  tornado: influences,
} satisfies Analyses;
