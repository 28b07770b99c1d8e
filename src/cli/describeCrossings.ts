// First crossings for a person at a terminal: when, and in how many trials never.

import type { Crossing, Findings } from "../analysis/findings.ts";
import { levelWords } from "../format/levelText.ts";
import { formatEstimate } from "../format/numbers.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { table } from "./terminalTable.ts";
import { shorten, wrap } from "./wrap.ts";

const longestLabel = 90;

/** A block of rows for each level, one row a variant; nothing where the config names no level. */
export function describeCrossings({ crossings, horizon }: Findings): string {
  if (crossings.length === 0) return "";
  const { unit } = horizon;
  const lead = wrap(
    `First ${unit} in which a level is crossed, and the share of trials in which it never is; ` +
      `the ${unit}s are those of the trials that cross`,
  );
  const rows = crossings.flatMap((one) => [
    [shorten(levelWords(one), longestLabel)],
    ...one.variants.map((variant) => [`  ${variant.variant}`, ...cells(variant)]),
  ]);
  return [lead, ...table([["", "never", "median", "5 %", "95 %", "most often"], ...rows])].join("\n");
}

function cells({ never, p50, p5, p95, mode }: Crossing["variants"][number]): string[] {
  const share = formatEstimate(never, undefined, { percent: true });
  if (mode === undefined) return [share];
  const step = (figure: Estimate) => formatEstimate(figure);
  return [share, step(p50), step(p5), step(p95), String(mode)];
}
