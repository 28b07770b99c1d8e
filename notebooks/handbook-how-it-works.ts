// %% [markdown]
// # How it works, and how exact it is
//
// From two files of YAML to a chart in a few steps, each of which can be looked at. The second half measures, here on this
// page, how far the figures can be trusted.
//
// ```
// payments.yaml + claims.yaml ─ read ─▶ Assumptions ─ sample ─▶ input columns ─ play trials ─▶ Run
//      outputs/payments/*  ◀─ write ─  Chart[]  ◀─ draw ─  Findings  ◀─ analyse ───────────────┘
// ```
//
// Beliefs are read into distributions. A plan of points draws one value of each input for every trial, the scenario plays
// each trial once, and what it wrote becomes columns, one number a trial. Findings are what the columns say: medians,
// intervals, chances, differences, influences, each with its error. Charts and pages are drawn from findings alone.
//
// ## The folders
//
// | folder | holds |
// | --- | --- |
// | `scenarios/` | the questions, in the words of their subject: `claims.yaml`, `checks.yaml`, and a `.ts` and a `.yaml` for each scenario |
// | `notebooks/` | arguments with live numbers, and this handbook |
// | `outputs/` | written by the machine, safe to delete; git keeps each scenario's summary and headline chart |
// | `src/numeric/` | special functions, roots, tables of quantiles; knows nothing of the kit |
// | `src/distributions/` | one file a family of distributions |
// | `src/beliefs/` | the expression language: text into distributions, hedges, other ways to read a belief |
// | `src/assumptions/` | claims, units, configs, checks: YAML into assumptions |
// | `src/sampling/` | where chance comes from: scrambled Sobol points, correlations, streams inside a trial |
// | `src/simulation/` | a scenario's trials, played into columns |
// | `src/analysis/` | columns into findings, one file a question |
// | `src/format/` | findings into words: numbers, chances, sentences, figure references |
// | `src/charts/` | findings into Vega-Lite, one file a chart |
// | `src/report/` | the live page, and its panels in notebooks |
// | `src/node/` | all that only Node can do: files, threads, rendering, notebooks, preview |
// | `src/cli/` | words into calls, one file a command |
//
// Imports go one way, `cli → node → report → charts → format → analysis → simulation → sampling → assumptions → beliefs →
// distributions → numeric`; a test keeps it so. From `report` down everything runs in Node, in a worker and in a browser alike: the live report holds the same engine.
//
// ## Three rules
//
// **Inputs are scrambled Sobol points** in 16 independent scramblings. Such points fill the space of all inputs more evenly
// than dice, and the scatter among the scramblings measures the error of every figure. Trials are rounded up to what the
// plan can use; the summary says how many were played. The inputs of each scenario, and the common assumptions, are points
// of their own in a shuffled order, so that inputs of different scenarios meet by chance ([One world](handbook-one-world.html)).
//
// **Chance is addressed**, not walked: what trial 4,217 draws depends on seed, scenario, stream and trial alone. All variants
// meet the same chance, and threads, block size, a longer run or an input added at the end change no draw.
//
// **Same config, same bytes**, for any number of threads. Time, versions and machine stand in `run.json` alone.
// `sandtable verify` plays again with other numbers of threads and compares with what `outputs/` holds.
//
// ## A figure with a known answer
//
// Two numbers, each anywhere between 0 and 1 with the same chance, are added. What comes out can be reckoned on paper, so we
// can look how far the simulation is off, and whether it knows.

// %% Simulated and exact
import { defineScenario, event, scalar, share } from "sandtable";
import { md, number, own, show } from "sandtable/notebook";

const sum = defineScenario({
  title: "The sum of two numbers",
  question: "How large is it?",
  answer: "It is {total}.",
  headline: ["total"],
  step: "year",
  inputs: { one: share(), other: share() },
  outputs: { total: scalar("1", "Sum"), large: event("More than one and a half") },
  trial({ one, other }, out) {
    out.total = one + other;
    out.large = one + other > 1.5;
  },
});
const anywhere = { belief: "uniform(0, 1)", unit: "1", why: "An example with a known answer." };
const scenario = own(sum, { horizon: "1 year", assumptions: { one: anywhere, other: anywhere } });
const run = await scenario.run({ influences: false });
// The sum has a triangular density: a share p of it lies below √(2p), for p up to a half.
const exact = {
  "total.mean": 1,
  "total.p5": Math.sqrt(0.1),
  "total.p25": Math.sqrt(0.5),
  "total.p50": 1,
  "total.p95": 2 - Math.sqrt(0.1),
  "large.probability": 1 / 8,
};
const plain = (value: number) => value.toFixed(6);
show({
  caption: `Simulated in ${run.findings.trials.toLocaleString("en-US")} trials, and exact`,
  columns: ["Figure", "Simulated", "Standard error", "Exact"],
  rows: Object.entries(exact).map(([name, right]) => {
    const { value, error } = run.estimate(name);
    return [name, plain(value), error.toPrecision(2), plain(right)];
  }),
});
show(run.chart("total"));

// %% [markdown]
// A standard error says how far off the figure is likely to be: two errors to either side hold the exact value in about 19
// of 20 runs. Whether that is so can be tried with another seed each time.

// %% Do the intervals hold what they promise?
const seeds = 200;
// Half a width, in standard errors, of the interval of 95 % where the error is measured from 16 parts (Student's t, 15 df).
const width = 2.131;
const figures = ["total.p5", "total.p50", "total.p95", "large.probability"] as const;
const held = Object.fromEntries(figures.map((name) => [name, 0]));
for (let seed = 1; seed <= seeds; seed++) {
  const one = await scenario.run({ seed: `${seed}`, trials: 1024, influences: false });
  for (const name of figures) {
    const { value, error } = one.estimate(name);
    if (Math.abs(value - exact[name]) <= width * error) held[name]! += 1;
  }
}
show({
  caption: `How often the 95 % interval held the exact value, in ${seeds} seeds of 1,024 trials`,
  columns: ["Figure", "Held it"],
  rows: figures.map((name) => [name, number(held[name]! / seeds, { percent: true, digits: 3 })]),
});
md`
  The scatter of such a share in ${seeds} tries is itself some
  ${number(Math.sqrt((0.95 * 0.05) / seeds), { percent: true, digits: 2 })} (one standard deviation). \`npm run test:long\` measures the same for models
  like the bundled scenarios, and of some that are built to mislead, over 1,000 seeds.
`;

// %% [markdown]
// ## Which value a quantile is
//
// The quantile at a probability p, as the median at one half, is the smallest value at which p is reached: the smallest x
// with P(X ≤ x) ≥ p. On a curve there is only one such value. Where single values have a chance of their own it is one of
// them, never a number between two that cannot happen: the median of the belief `discrete(50%: 0, 50%: 5k)` is 0, since
// half of the chance is reached there, and the 5 % quantile of `poisson(3)` is 1. An output that is a count or a choice in
// every trial is told by the same rule. Of an output that varies smoothly, the quantile is interpolated between the two
// trials next to it (type 7 of Hyndman and Fan 1996), which is closer to that of the curve behind them.

// %% [markdown]
// ## What the errors do not say
//
// They are about the simulation alone. It can be made as small as you like by more trials (`--until 1%` goes on until it is), and what
// you do not know of the world stays as it is: that is the width of the interval.
//
// - **Digits** that are noise are not printed, and the error is left out where it is smaller than the last digit.
// - **A mean that a handful of trials decide** is called "no stable mean" (`"meanIsStable": false` in `summary.json`, its
//   error `null`). Its median stands. A standard deviation goes first (`"sdIsStable": false`), since large values count
//   twice in it. Both are judged by the shape of the tails: a generalized Pareto distribution is fitted to each
//   (Zhang and Stephens 2009), and its whole scatter stands in the error in the place of what 16 scramblings show of it.
// - **What happened in no trial** is not impossible: "under 0.02 %" is the end of its 95 % interval, 3 in the number of
//   trials (the rule of three). What happened in all is "over 99.98 %". No chance has a smaller error than that.
// - **Quantiles of counts and choices** are values that there are: the smallest at which the probability is reached, as
//   for beliefs. Elsewhere a quantile of a single figure, or of a series at its end, is smoothed over the values around it
//   where they are smooth: that makes its error smaller by a third to two thirds, and lets it differ, within the error,
//   from the one that you take from `trials.parquet` yourself.
// - **Words for chances** ("likely", "very unlikely") mean fixed ranges; where the error reaches over a border, both are given.
// - **Quantiles are those of all trials** up to a million (1,048,576), as long as the columns fit into 256 MiB of memory. Beyond,
//   values are counted in buckets; the run says so, and the errors of quantiles hold what a bucket leaves open: the exact
//   quantile of the trials is surely within four of them. Mean, sd and chances stay exact.
//
// ## How much the points are worth
//
// At 16,384 trials the mean of the bundled scenario `payments` is 73 times as close as with plain Monte Carlo, the median 4
// times, the 95 % quantile 2 times. The smoother a figure hangs on the inputs, and the less on chance inside the trial, the
// more is gained.
//
// ## How fast it is
//
// `npm run bench` compares, in one run on your machine, with a hand-written loop and with Squiggle. On 25 November 2026, on two
// shared cores with Node 20.20.2, in milliseconds, warm, mean, sd and five quantiles included (and, on our side alone, the
// errors of all of them):
//
// | model (trials) | 1 worker | 2 workers | by hand | Squiggle 0.10 |
// | --- | --- | --- | --- | --- |
// | soldiers × pay × months (100,000) | 17 | 9.5 | 20 | 134 |
// | 36-month stock and flow, end value (100,000) | 35 | 25 | 44 | 980 |
// | 36-month stock and flow, five bands a month (100,000) | 94 | 50 | 352 | not tried |
// | 360 days of overdispersed counts (20,000) | 364 | 180 | 335 | about 166,000 |
//
// ## How it is kept right
//
// `npm test` passes the tests: right answers from paper and from other software, laws such as "the same seed gives the
// same figures", and frozen outputs. The console blocks of this handbook are run and compared there, too. `npm run check` lints,
// type-checks and refuses what is not formatted, your notebooks and scenarios too (`npm run format` formats them);
// `npm run test:long` runs the tests that take longer; `npm run gallery` draws an example of every chart into `outputs/gallery/`.
