// Figures with their standard errors.

/** A figure with one standard error, measured from the independent scramblings of the sampling plan. */
export interface Estimate {
  value: number;
  error: number;
}
/** One estimate a step, as two arrays. */
export interface Estimates {
  value: number[];
  error: number[];
}

/** The bands of a summary, from the lowest up. */
export const bandNames = ["p5", "p25", "p50", "p75", "p95"] as const;
/** A quantile that summaries have. */
export type Band = (typeof bandNames)[number];
/** The figures of a column of numbers, as they stand in summaries. */
export const statisticNames = ["mean", "sd", ...bandNames] as const;
/** A figure of a column of numbers. */
export type Statistic = (typeof statisticNames)[number];

/** The probability of each band. */
export const bandProbabilities: Readonly<Record<Band, number>> = {
  p5: 0.05,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p95: 0.95,
};

/** A value for each name: byName(bandNames, (band) => bandProbabilities[band]) */
export function byName<Name extends string, Value>(
  names: readonly Name[],
  valueFor: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueFor(name)])) as Record<Name, Value>;
}
