// An axis for outcomes of very different size: equal steps on it multiply equally.
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { ownNumbers } from "./axisNumbers.ts";

/** Where the farthest outcome goes so many times as far as the nearest, a common axis would squeeze the small ones. */
const farApart = 8;

/** For the subtitle of a chart with such an axis. */
export const ratioWords = "Log scale: equal steps multiply equally.";

/** Whether outcomes are to be told apart by their ratio: all are positive, and some reach many times as far as others. */
export function readsByRatio(intervals: readonly Record<"p5" | "p95", Estimate>[]): boolean {
  const known = intervals.filter(({ p5, p95 }) => Number.isFinite(p5.value) && Number.isFinite(p95.value));
  const reaches = known.map(({ p95 }) => p95.value);
  return known.every(({ p5 }) => p5.value > 0) && Math.max(...reaches) >= farApart * Math.min(...reaches);
}

/** Scale and ticks of an axis that holds all values and leaves room for what is drawn on them. */
export function ratioAxis(values: readonly number[], percent: boolean) {
  const room = 1.1;
  const domain: [number, number] = [Math.min(...values) / room, Math.max(...values) * room];
  const axis = {
    values: ratioTicks(domain),
    labelExpr: ownNumbers(percent),
    // On a telephone there is not room for all.
    labelOverlap: "greedy",
    labelSeparation: 6,
  } as const;
  return { scale: { type: "log", domain, nice: false } as const, axis };
}

/** Numbers under such an axis: 1, 2, 5, 10, … and over many powers of ten these alone. */
function ratioTicks([from, to]: readonly [number, number]): number[] {
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const parts = last - first > 4 ? [1] : [1, 2, 5];
  // Read from decimals: multiplied, 5 × 10⁻⁷ would be 4.999…
  const ticks = powers.flatMap((power) => parts.map((part) => Number(`${part}e${power}`)));
  return ticks.filter((tick) => tick >= from && tick <= to);
}
