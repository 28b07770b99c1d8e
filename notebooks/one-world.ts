// %% [markdown]
// # One world: from soldiers to Seoul
//
// The article of November 2024 on North Korean soldiers in Russia's war against Ukraine gives a handful of figures. Six
// scenarios ask what follows from them. They are not six worlds: how many soldiers there are decides what the war does to
// them, what is owed for them, what each side gets and gives, and what South Korea makes of it. Behind the numbers are
// people, on either side and at home; this notebook says what the figures allow to say about them together, and what not.

// %% What moves what
import { readFileSync } from "node:fs";
import { load, md, number, show, together } from "sandtable/notebook";

const world = await together("deployment", "contingent", "payments", "bargain", "seoul", "manpower");
show(world.matrix());
md`
  Each row sets one of the beliefs that several scenarios share at its tenth and at its ninetieth percentile; the columns
  show where that moves each headline. A dash stands where a scenario does not hear of it. The chain behind the table: the
  deployment says how many are there and how many relieve them; the contingent fights and is replaced in part; who serves in
  it is owed pay; what is paid, and what technology may come, is the bargain; its technology and the contingent's losses
  reach Seoul, and the contingent's strength stands beside Russia's own balance of recruits against losses.
`;

// %% [markdown]
// ## If soldiers come as reported
//
// Trial 4,217 is the same future in every scenario. So it can be asked what becomes of one where something happens in another.

// %% Where as many come as the high report says, in all
const asReported = world.given("deployment.sendsReport");
md`
  In ${asReported.share} of all futures as many are sent within the year as the high report says, mostly by relief or in
  batches and not at once. In half of these more than ${asReported.figure("contingent.totalKilled")} are killed, in half of
  all others more than ${asReported.otherwise("contingent.totalKilled")}. Pyongyang is owed
  ${asReported.figure("payments.totalOwed")} at the median, otherwise ${asReported.otherwise("payments.totalOwed")}. And
  weapons from Seoul for Ukraine's defence have a chance of ${asReported.figure("seoul.defensiveWeapons")}, otherwise
  ${asReported.otherwise("seoul.defensiveWeapons")}.
`;
show(
  asReported.table([
    "contingent.totalCasualties",
    "payments.totalOwed",
    "bargain.total",
    "seoul.defensiveWeapons",
  ]),
);

// %% Where technology comes
const withTechnology = world.given("bargain.technologyComes");
md`
  Where technology is transferred, which is the case in ${withTechnology.share} of all futures, Seoul gives weapons for
  Ukraine's defence with a chance of ${withTechnology.figure("seoul.defensiveWeapons")}, otherwise of
  ${withTechnology.otherwise("seoul.defensiveWeapons")}; what Pyongyang receives is worth
  ${withTechnology.figure("bargain.total")} at the median, otherwise ${withTechnology.otherwise("bargain.total")}. What the war
  does to the soldiers is the same in both.
`;

// %% [markdown]
// ## A look back
//
// How good is the part of this world that can be tried? The scenario of recruits and losses lets the level of casualties
// drift with a memory, as estimated from the daily claims of Ukraine's General Staff. Here it stands at the end of 2023, sees
// nothing later, and says what the claims of January to November 2024 will be. Then we put beside it what they were.

// %% January to November 2024 as seen from the end of 2023, and as it was
const file = "scenarios/data/daily-personnel-losses.csv";
const fitted = (what: string) => `fit("${file}", "losses", ${what}, until: 2023-12-31)`;
const manpower = await load("manpower");
const lookBack = await manpower.run({
  start: "2024-01",
  horizon: "to 2024-11",
  set: {
    claimedCasualties: fitted("level"),
    levelDrift: fitted("drift"),
    levelMemory: fitted("memory"),
    dispersion: fitted("dispersion"),
  },
  variants: [],
  influences: false,
});
const [, ...rows] = readFileSync(file, "utf8").trim().split("\n");
const counted = new Map<string, number[]>();
for (const row of rows) {
  const [day, losses] = row.split(",") as [string, string];
  const month = day.slice(0, 7);
  counted.set(month, [...(counted.get(month) ?? []), Number(losses)]);
}
const months = [...counted]
  .filter(([month]) => month >= "2024-01")
  .map(([month, days]) => {
    const daily = days.reduce((sum, losses) => sum + losses, 0) / days.length;
    const [year, ordinal] = month.split("-").map(Number) as [number, number];
    const length = new Date(Date.UTC(year, ordinal, 0)).getUTCDate();
    const at = (p: string) => lookBack.estimate(`claimed.${p}`, { step: month }).value / length;
    return {
      month,
      daily,
      days: days.length,
      p5: at("p5"),
      p25: at("p25"),
      p50: at("p50"),
      p75: at("p75"),
      p95: at("p95"),
    };
  });
const label = (value: number) => number(value, { digits: 3 });
show({
  name: "look-back",
  title: "Killed and wounded a day as claimed, seen from the end of 2023",
  description:
    `For each month from January to November 2024 the forecast from the data of 2023, as a band of 9 in 10 futures, and the claim as a dot. ` +
    months
      .map(({ month, daily, p5, p95 }) => `${month}: ${label(daily)}, forecast ${label(p5)} to ${label(p95)}`)
      .join("; ") +
    ".",
  spec: {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: 560,
    height: 260,
    data: { values: months.map((one) => ({ ...one, date: `${one.month}-15` })) },
    encoding: {
      x: {
        field: "date",
        type: "temporal",
        timeUnit: "utcyearmonth",
        scale: { type: "utc" },
        axis: { title: null, format: "%b %Y", labelOverlap: true },
      },
    },
    layer: [
      {
        mark: { type: "area", opacity: 0.2, color: "#3b6ea5" },
        encoding: {
          y: {
            field: "p5",
            type: "quantitative",
            title: "Killed and wounded a day, as claimed",
            scale: { zero: true },
          },
          y2: { field: "p95" },
        },
      },
      {
        mark: { type: "area", opacity: 0.3, color: "#3b6ea5" },
        encoding: { y: { field: "p25", type: "quantitative" }, y2: { field: "p75" } },
      },
      { mark: { type: "line", color: "#3b6ea5" }, encoding: { y: { field: "p50", type: "quantitative" } } },
      {
        mark: { type: "point", filled: true, size: 60, color: "#b04a3a", opacity: 1 },
        encoding: { y: { field: "daily", type: "quantitative" } },
      },
    ],
  },
});
show({
  caption: "Killed and wounded a day, as claimed",
  columns: ["Month", "As it was", "Seen from 2023: median", "9 in 10 futures"],
  rows: months.map(({ month, daily, days, p5, p50, p95 }) => [
    days < 28 ? `${month} (${days} days)` : month,
    label(daily),
    label(p50),
    `${label(p5)} to ${label(p95)}`,
  ]),
});
const inside = months.filter(({ daily, p5, p95 }) => daily >= p5 && daily <= p95).length;
const above = months.filter(({ daily, p50 }) => daily > p50).length;
const total = (of: (one: (typeof months)[number]) => number) =>
  months.reduce((sum, one) => sum + of(one), 0) / months.length;
md`
  Of ${months.length} months ${inside} lie inside the band of 9 in 10 futures, and ${above} above the median. The months hang
  together, so this is one look back and not ${months.length}: a band that holds a rising year within it was wide enough, and
  a median of ${label(total(({ p50 }) => p50))} a day beside ${label(total(({ daily }) => daily))} in truth says that the
  series alone did not know that the fighting would grow. Nor does it know now.
`;

// %% [markdown]
// ## What this world leaves out
//
// Nothing here says what happens at a place or on a day. The scenarios do not act back on each other within a year: Seoul's
// choice changes nothing for the soldiers, nor do losses change Pyongyang's mind. Food, the treaty's promise of help and what an army
// learns have no price here. And all rests on what was known on 20 November 2024, of which much was hedged.
