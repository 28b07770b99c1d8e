// %% [markdown]
// # What the daily series says of the months to come
//
// The article of November 2024 says that over 1,000 Russian soldiers are reported dead or wounded every day. Ukraine's
// General Staff publishes such a figure for each day. It is the claim of one side, it counts the dead and the wounded
// together, and nobody outside can check it; Britain's ministry of defence gave averages for 2024 that agree with it. Behind
// each unit of it stands a person.
//
// This notebook does one thing: it takes the series as it is published, from January 2023 to 19 November 2024, and asks how
// far it alone would let one look ahead, if the months went on as those before them. Why they might not, it does not know.

// %% What is estimated from it
import { defineScenario, nonNegative, scalar, series, share } from "sandtable";
import { md, own, show } from "sandtable/notebook";

const file = "scenarios/data/daily-personnel-losses.csv";
const ahead = defineScenario({
  title: "The daily series, carried on",
  question: "How far does the daily series let one look ahead?",
  answer: "In {end} the mean of a day would be {last}.",
  headline: ["last", "daily"],
  step: "month",
  inputs: {
    level: nonNegative("casualties/day", "Level of the last month"),
    drift: nonNegative("1", "Monthly drift of the level (sd of the log)"),
    memory: share("Part of a drift that is left a month later"),
    dispersion: nonNegative("1", "Overdispersion of daily counts"),
  },
  outputs: {
    daily: series("casualties/day", "Killed and wounded a day"),
    last: scalar("casualties/day", "Killed and wounded a day in the last month"),
  },
  trial({ level, drift, memory, dispersion }, out, { steps, days, random }) {
    const moves = random.stream("level");
    const counts = random.stream("counts");
    let logLevel = 0;
    for (let month = 0; month < steps; month++) {
      logLevel = memory * logLevel + drift * moves.normal();
      const length = days[month]!;
      const counted = counts.negativeBinomialSum(length, level * Math.exp(logLevel), dispersion);
      out.daily[month] = counted / length;
    }
    out.last = out.daily[steps - 1]!;
  },
});
const fitted = (what: string, unit: string) => ({
  belief: `fit("${file}", "losses", ${what})`,
  unit,
  why: "The months go on as those before them.",
});
const scenario = own(ahead, {
  start: "2024-12",
  horizon: "to 2025-11",
  assumptions: {
    level: fitted("level", "casualties/day"),
    drift: fitted("drift", "1"),
    memory: fitted("memory", "share"),
    dispersion: fitted("dispersion", "1"),
  },
  history: {
    daily: {
      file,
      value: "losses",
      unit: "casualties/day",
      source: "Ukrainian General Staff, from PetroIvaniuk/2022-Ukraine-Russia-War-Dataset",
      licence: "MIT",
    },
  },
});
show(scenario.ledger());

// %% [markdown]
// The level is that of November's nineteen days, drawn a little towards the months before. A drift and a memory of 23 months
// are known badly, and the intervals say so: a memory of one, a level that never comes back, fits as well as any.

// %% History and fan
const run = await scenario.run();
show(run.chart("daily"));
md`
  Before December 2024 as counted, one dot for a month of which only a part was counted; then the fan. It opens where the
  counts end: after one month half of the trials lie between ${run.figure("daily.p25", { step: "2024-12" })} and
  ${run.figure("daily.p75", { step: "2024-12" })}, after twelve between ${run.figure("daily.p25")} and
  ${run.figure("daily.p75")}. ${run.answer}
`;

// %% What it hangs on
show(run.chart("tornado"));

// %% [markdown]
// The year ahead is wide, not because the days scatter, which averages out within a month, but because the level itself moves.
// That is why the scenario of recruits and losses ([Two figures that do not add up](manpower.html)) lets the level drift.
