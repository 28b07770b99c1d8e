// %% [markdown]
// # The calendar and history
//
// A run numbers its steps unless it knows when they begin. With a start they have dates: axes, tables and words then say
// November 2025 and not month 12.

// %% [open] A scenario with a start
import { defineScenario, nonNegative, scalar, series } from "sandtable";
import { md, own, show } from "sandtable/notebook";

const heating = defineScenario({
  title: "The school's heating",
  question: "How much gas does the school burn until the summer?",
  answer: "By {end} it has burnt {burnt}.",
  headline: ["burnt", "soFar"],
  step: "month",
  inputs: { winter: nonNegative("kWh/day", "Burnt on a winter's day"), spring: nonNegative("kWh/day") },
  outputs: { soFar: series("kWh", "Burnt so far"), burnt: scalar("kWh", "Burnt by the end") },
  trial({ winter, spring }, out, { steps, days, dates }) {
    let burnt = 0;
    for (let month = 0; month < steps; month++) {
      const isWinter = ["11", "12", "01", "02"].includes(dates[month]!.slice(5, 7));
      burnt += (isWinter ? winter : spring) * days[month]!;
      out.soFar[month] = burnt;
    }
    out.burnt = burnt;
  },
});
const run = await own(heating, {
  start: "2024-11",
  horizon: "to 2025-05",
  assumptions: {
    winter: { belief: "about 900", unit: "kWh/day", why: "Last winter's bill." },
    spring: { belief: "200 to 400", unit: "kWh/day", why: "It depends on the weather." },
  },
  levels: [{ output: "soFar", above: "100k" }],
}).run({ trials: 4096, influences: false });
show(run.chart("soFar"));
show(run.chart("crossing-soFar-above-100k"));
md`**${run.answer}** By the end of 2024 it was ${run.figure("soFar.p50", { step: "2024-12" })} at the median.`;

// %% [markdown]
// ## What a start means
//
// `start:` stands beside `horizon:`. Days are those of the Gregorian calendar in UTC, so that the same run has the same bytes in
// every time zone.
//
// | `start:` | the first step begins |
// | --- | --- |
// | `2024-12-04` | on that day; for steps of days and weeks alone, and weeks then go from Wednesday to Wednesday |
// | `2024-12` | on the first day of that month |
// | `2024-Q4` | on the first day of that quarter, 1 October |
// | `2024` | on 1 January |
//
// Step k covers all days from its first to that of the next. A step is a day, week, month, quarter or year; a start may be
// longer than a step, which then begins with it, and shorter only for days and weeks.
//
// A **horizon** can end on a date as well: `to 2025-12` goes through the end of that month, `to 2025` through that of the year.
// Weeks go on to the one that holds the last day. `--horizon "to 2025-12"` says the same for one run.
//
// The **trial** has in its third argument `days`, the length of each step in days (31, 31, 28 … from December on), and `dates`,
// their first days as texts. Without a start `days` are mean lengths, 30.4375 a month, and `dates` is empty. Units of assumptions
// convert by the mean lengths in either case: 100 a day are 3,043.75 a month.
//
// Where a step is named, its date will do: `--step 2025-06`, `{appeal.base.raised.p50@2025-06}` in prose,
// `figure("raised.p50", { step: "2025-06" })` in a notebook. In an answer, `{end}` is the last step.
//
// ## History before the fan
//
// What was counted before the start can stand before the forecast. The counts are a CSV in the project's folder, with one
// column of days:
//
// ```csv scenarios/data/visitors.csv
// month,visitors
// 2024-01-01,8200
// 2024-02-01,8900
// 2024-03-01,9400
// 2024-04-01,9100
// 2024-05-01,9900
// 2024-06-01,10400
// 2024-08-01,10100
// 2024-09-01,10800
// ```
//
// ```ts scenarios/library.ts
// import { defineScenario, nonNegative, scalar, series } from "sandtable";
//
// export default defineScenario({
//   title: "Visitors of the library",
//   question: "How many come in a month, a year from now?",
//   answer: "In {end} there come {last}.",
//   headline: ["last", "visitors"],
//   step: "month",
//   inputs: { now: nonNegative("visitors/month"), growth: "1/year" },
//   outputs: {
//     visitors: series("visitors/month", "Visitors"),
//     last: scalar("visitors/month", "Visitors in the last month"),
//   },
//   trial({ now, growth }, out, { steps, days }) {
//     let years = 0;
//     for (let month = 0; month < steps; month++) {
//       years += days[month]! / 365.25;
//       out.visitors[month] = now * Math.exp(growth * years);
//     }
//     out.last = out.visitors[steps - 1]!;
//   },
// });
// ```
//
// ```yaml scenarios/library.yaml
// start: 2024-10
// horizon: to 2025-09
// trials: 4096
// assumptions:
//   now: { belief: about 10.5k (within 5%), unit: visitors/month, why: The last counts. }
//   growth: { belief: 0% to 20%, unit: 1/year, why: Our judgement. }
// levels:
//   - { output: visitors, above: 11k }
// history:
//   visitors:
//     file: scenarios/data/visitors.csv
//     value: visitors
//     unit: visitors/month
//     source: The library's gate
//     licence: CC0
// ```
//
// ```console
// $ npm run --silent sandtable -- run library
// Visitors of the library
// How many come in a month, a year from now?
//
// In September 2025 there come 11.6k visitors/month (median; 90 % interval 10.4k to 13.0k
// visitors/month).
//
// 4,096 trials, 12 months, October 2024 to September 2025; series at their end. ± is one standard
// error of the simulation; 90 % of the trials lie between 5 % and 95 %.
//
//         median    mean             5 %            95 %
// Visitors in the last month (visitors/month)
//   base   11.6k  11.63k  10.38k ± 0.01k  12.96k ± 0.01k
//
// First month in which a level is crossed, and the share of trials in which it never is; the months
// are those of the trials that cross, ± is in months
//                never    median       5 %      95 %  most often
// Visitors above 11k visitors/month
//   base  21.4 ± 0.2 %  Feb 2025  Oct 2024  Aug 2025    Oct 2024
//
// What the median of "Visitors in the last month" (visitors/month) hangs on most: one assumption at
// its p10 and p90, the others as believed, in 4,096 trials
//                             p10   gives      p90   gives
//   Growth (per year)     2.209 %  10.73k  17.79 %  12.54k
//   Now (visitors/month)   10.11k  11.17k   10.91k  12.05k
//
// Files: outputs/library/report.html, outputs/library/summary.json, outputs/library/charts/
// ```
//
// The chart `headline` now begins in January 2024, with a gap in July, of which there is no count, and the fan opens where the
// counts end. `unit:` says how a value becomes a step's. A level or a rate is averaged: visits a day to visits a month. Where the
// output counts what a rate comes to, it is added up: visits a day to visits. A step that is counted on some of its days alone
// is drawn at their rate, as an open dot. `until: 2024-08-31` would leave out what comes later.
//
// In a notebook, `run({ start: "2024-01", horizon: "to 2024-11" })` looks back: the same scenario from an earlier first step, its
// history ending there. Give what a belief takes from a file an `until:` before it, and put what came beside what was said.
//
// Days that are there twice or out of order, another unit, days after the start: all of it is told at once, with file and line.
//
// ## Beliefs estimated from a file
//
// A belief can be what a file of daily counts says: `fit("scenarios/data/visits.csv", "visits", level)`, cut where you like with
// `until: 2024-08-31`.
//
// | `fit(…)` of | is | unit |
// | --- | --- | --- |
// | `level` | the level of the last month, where a forecast begins | that of the counts |
// | `drift` | by how much the level moves in a month: standard deviation of its logarithm | 1 |
// | `memory` | the part of a deviation from the long-run level that is left a month later | share |
// | `dispersion` | by how much days scatter within their month: variance mean + dispersion · mean² | 1 |
//
// Counts are taken as negative binomial around their month's mean, and the logarithm of these means as an AR(1), its parameters
// by restricted maximum likelihood. The belief is the likelihood itself: its 5 % and 95 % quantiles are the ends of the 90 %
// likelihood interval, as lopsided as few months leave it. In simulated series of 24 and 36 months these intervals held the truth
// in 85 to 93 of 100. The ledger says what was estimated, from which days, and with which error. Level, drift and memory want
// twelve months, the dispersion sixty days:
//
// ```console
// $ npm run --silent sandtable -- run library --set "now=fit('scenarios/data/visitors.csv', 'visitors', level)"
// --set now: scenarios/data/visitors.csv: there are 8 days, at least 60 are wanted for the level
// ```
//
// Next: [Charts and notebooks](handbook-charts.html), [Commands](handbook-commands.html).
