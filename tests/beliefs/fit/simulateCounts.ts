// Daily counts from known parameters, as the fit believes that they come about.
import type { DailySeries } from "../../../src/beliefs/fit/months.ts";
import { civilDate, dayNumber } from "../../../src/numeric/civilDate.ts";
import { ScenarioRandom } from "../../../src/sampling/random.ts";

/** What the counts are drawn with. */
export interface Truth {
  months: number;
  meanLevel: number;
  memory: number;
  drift: number;
  dispersion: number;
}

/** Counts of so many months from January 2022 on, and the level of the last. */
export function simulateCounts(truth: Truth, seed: string): { series: DailySeries; level: number } {
  const { months, meanLevel, memory, drift, dispersion } = truth;
  const random = new ScenarioRandom(seed, "counts");
  random.trial = 0;
  const [moves, counts] = [random.stream("moves"), random.stream("counts")];
  const days: number[] = [];
  const values: number[] = [];
  let deviation = (drift / Math.sqrt(1 - memory * memory)) * moves.normal();
  let month = -1;
  let at = -1;
  let level = 0;
  for (let day = dayNumber({ year: 2022, month: 1, day: 1 }); ; day++) {
    const civil = civilDate(day);
    if (civil.month !== at) {
      at = civil.month;
      month += 1;
      if (month === months) return { series: { days, values }, level };
      if (month > 0) deviation = memory * deviation + drift * moves.normal();
      level = meanLevel * Math.exp(deviation);
    }
    days.push(day);
    values.push(counts.negativeBinomial(level, dispersion));
  }
}
