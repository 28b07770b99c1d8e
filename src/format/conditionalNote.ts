// Outputs that need not happen are compared in fewer trials than the others: whoever reads the differences is told.

import type { Findings } from "../analysis/findings.ts";
import { neverOf } from "../analysis/summaries.ts";

/**
 * Says which differences count only the trials in which something happened in base and variant alike; undefined where
 * all of them count every trial. It is shown beside a table of differences and nowhere else.
 */
export function conditionalNote({ comparisons, variants }: Findings): string | undefined {
  const compared = new Set(comparisons.flatMap(({ outputs }) => Object.keys(outputs)));
  const labels = [...compared].flatMap((name) => {
    const summaries = variants.map(({ outputs }) => outputs[name]!);
    return summaries.some((one) => (neverOf(one)?.value ?? 0) > 0) ? [`“${summaries[0]!.label}”`] : [];
  });
  if (labels.length === 0) return undefined;
  const which = labels.length === 1 ? labels[0]! : `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
  return `Differences of ${which} count only the trials in which it happened in the base and in the variant.`;
}
