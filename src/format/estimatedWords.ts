// What a belief was estimated from, and how well, in a sentence.
import { dayName } from "../assumptions/calendar/stepWords.ts";
import type { Estimated } from "../distributions/distribution.ts";
import { fromIsoDate } from "../numeric/civilDate.ts";
import { counted, formatEstimate } from "./numbers.ts";

const autoregression = "AR(1) of the logarithm of the monthly means, by restricted maximum likelihood";
const words: Readonly<Record<string, { what: string; by: string; isInUnit?: true }>> = {
  level: { what: "level of the last month", by: autoregression, isInUnit: true },
  drift: { what: "monthly drift of the level, as sd of its logarithm", by: autoregression },
  memory: { what: "part of a deviation that is left a month later", by: autoregression },
  dispersion: {
    what: "dispersion of the daily counts",
    by: "Negative binomial counts around each month's mean, by maximum likelihood",
  },
};

/**
 * "Estimated from losses in scenarios/data/losses.csv, 1 January 2023 to 19 November 2024 (689 days in 23 months): level of the
 * last month 1,532 ± 59 casualties/day. AR(1) of …"
 */
export function estimatedWords(estimated: Estimated, unit: string): string {
  const { file, column, what, from, to, days, months } = estimated;
  const known = words[what]!;
  const [first, last] = [from, to].map((date) => dayName(fromIsoDate(date)));
  const figure = formatEstimate(estimated, known.isInUnit ? unit : "1");
  return `Estimated from ${column} in ${file}, ${first} to ${last} (${counted(days, "day")} in ${counted(months, "month")}): ${known.what} ${figure}. ${known.by}.`;
}
