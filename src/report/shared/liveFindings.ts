// What a page shows of a run.
import type { Findings } from "../../analysis/findings.ts";

/** Findings with the sentence that answers the question in each variant. */
export interface LiveFindings {
  findings: Findings;
  /** The answer's sentence by variant. */
  answers: Readonly<Record<string, string>>;
  /** The first series of the headline in single trials of the chosen variant. */
  futures?: { output: string; variant: string; paths: readonly (readonly number[])[] };
}
