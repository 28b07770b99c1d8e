// Daily counts by calendar month.
import { civilDate, isoDate } from "../../numeric/civilDate.ts";

/** Counts of days, in the order of their days. */
export interface DailySeries {
  /** From 1970-01-01, rising. */
  days: readonly number[];
  values: readonly number[];
}

/** The counts of one month. */
export interface Month {
  /** Months from the first that has any. */
  index: number;
  values: number[];
  mean: number;
  /** Its first day that is there: "2024-11-01" */
  from: string;
}

/** The months that have counts, in order. */
export function monthsOf({ days, values }: DailySeries): Month[] {
  const months: Month[] = [];
  let first: number | undefined;
  for (const [i, day] of days.entries()) {
    const civil = civilDate(day);
    const count = civil.year * 12 + civil.month;
    first ??= count;
    const index = count - first;
    if (months.at(-1)?.index !== index) months.push({ index, values: [], mean: 0, from: isoDate(civil) });
    months.at(-1)!.values.push(values[i]!);
  }
  for (const month of months) {
    month.mean = month.values.reduce((sum, value) => sum + value, 0) / month.values.length;
  }
  return months;
}
