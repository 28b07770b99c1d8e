import { expect, test } from "vitest";
import { chartsOf } from "../../src/charts/chartsOf.ts";
import { exceedance } from "../../src/charts/exceedance.ts";
import { fan } from "../../src/charts/fan.ts";
import { map } from "../../src/charts/heatMap.ts";
import { lineStyles } from "../../src/charts/theme.ts";
import { tornado } from "../../src/charts/tornado.ts";
import { variants } from "../../src/charts/variants.ts";
import { examples } from "../gallery/examples.ts";
import { extremes, hostile } from "./extremes.ts";
import { eventOf, eventSeriesOf, findingsOf, influenceOf, scalarOf, seriesOf } from "./findings.ts";
import { balanceMap, shortfallMap } from "./maps.ts";

const paid = seriesOf(
  "Paid so far",
  "USD",
  24,
  (month) => month * 1e8,
  (month) => month * 2e7,
);
const outputs = {
  paid,
  total: scalarOf("Paid by the end", "USD", 2e9, 0.3),
  broke: eventOf("Runs out of money", 0.3),
  behind: eventSeriesOf("Behind the plan", 24, (month) => month / 48),
};
const influences = [influenceOf("Troops", "soldiers", [11_000, 60_000], [1e9, 4e9])];
const named = (headline: string[], variantTitles = ["As believed", "Less"]) =>
  chartsOf(
    findingsOf({
      headline,
      steps: 24,
      variants: variantTitles.map((title) => [title, outputs]),
      influences,
      tornadoBase: 2e9,
    }),
  );

test("right answer: the headline is the first headline series, and no chart is drawn twice", () => {
  const charts = named(["total", "paid"]);
  expect(charts.map(({ name }) => name)).toEqual([
    "headline",
    "chance-behind",
    "tornado",
    "variants-total",
    "variants-broke",
    "exceedance-total",
  ]);
  expect(charts[0]!.title).toBe("Paid so far: Payments to Pyongyang");
});

test("right answer: without a headline series the exceedance leads, without a scalar the chance", () => {
  const title = (headline: string[]) => named(headline)[0]!.title;
  expect(title(["broke", "total"])).toContain("chance of more than x");
  expect(title(["broke", "behind"])).toBe("Chance of “Behind the plan”: Payments to Pyongyang");
  expect(title(["broke"])).toBe("Chance of “Runs out of money”: Payments to Pyongyang");
});

test("right answer: a lone variant is not set beside itself, but its events are shown", () => {
  const names = named(["paid"], ["As believed"]).map(({ name }) => name);
  expect(names).not.toContain("variants-total");
  expect(names).toContain("variants-broke");
});

test("right answer: a map says how many trials a cell has, and how far its figures may be off", () => {
  const words = { name: "map", figure: "median of “Change”", unit: "soldiers", title: "Manpower" } as const;
  const chart = map(balanceMap, {
    ...words,
    isChance: false,
    trials: 1024,
    horizon: { steps: 12, unit: "month" },
  });
  // By hand: 12 (11,250 − 0.65 · 30.4375 · 1,925) = −322k, and its error is a 500th of it.
  expect([chart.spec.title].flat()).toMatchObject([
    { subtitle: expect.arrayContaining([expect.stringContaining("standard error at most 600 soldiers.")]) },
  ]);
  expect(chart.description).toContain("(1,024 trials a cell; ± is one standard error): from −322.0k ± 0.6k");
  const chance = map(shortfallMap, {
    ...words,
    unit: "share",
    isChance: true,
    trials: 256,
    horizon: { steps: 12, unit: "month" },
  });
  expect(JSON.stringify(chart.spec.title)).toContain("Each cell: 1,024 trials");
  expect(JSON.stringify(chance.spec.title)).toContain("at most 0.2 percentage points");
  expect(chance.description).toMatch(/97\.9 ± 0\.2 % with everything as believed/);
});

test("right answer: the fan's description tells the last step's median and intervals with the unit", () => {
  // By hand: the median of month 24 is 2.4B, its standard deviation 0.48B.
  expect(named(["paid"])[0]!.description).toBe(
    "Fan chart of Paid so far (USD) by month. Month 24: median 2.40B USD, half of the trials 2.08B to 2.72B USD, 9 in 10 1.61B to 3.19B USD. Month 1: median 100M USD, half of the trials 86.5M to 113M USD, 9 in 10 67.1M to 133M USD.",
  );
});

test("right answer: asking for a wrong output or variant says what there is", () => {
  const findings = findingsOf({ headline: ["paid"], steps: 24, variants: [["As believed", outputs]] });
  expect(() => fan.chart({ findings, output: "total" })).toThrow(
    'output "total" of variant "base" is of kind "scalar"',
  );
  expect(() => fan.chart({ findings, output: "paid", variant: "other" })).toThrow(
    'there is no variant "other"; there are base',
  );
  expect(() => variants.chart({ findings, output: "nothing" })).toThrow('"nothing"');
});

test("right answer: the tornado's ends carry the assumption's values, wherever the output goes", () => {
  const findings = findingsOf({
    headline: ["total"],
    steps: 24,
    variants: [["As believed", outputs]],
    influences: [influenceOf("Loss", "share", [0.01, 0.06], [2.4e9, 1.8e9])],
    tornadoBase: 2e9,
  });
  const texts = JSON.stringify(tornado.chart({ findings }).spec);
  expect(texts).toContain('"side":"right","top":0.24,"bottom":0.76,"middle":0.5,"value":"1 %"');
  expect(texts).toContain('"side":"left","top":0.24,"bottom":0.76,"middle":0.5,"value":"6 %"');
});

test("right answer: what moves nothing has no bar to lie about, and is counted instead", () => {
  const findings = findingsOf({
    headline: ["total"],
    steps: 24,
    variants: [["As believed", outputs]],
    influences: [
      influenceOf("Loss", "share", [0.01, 0.06], [2.4e9, 1.8e9]),
      influenceOf("Spoils", "USD", [10, 40], [2e9, 2.0001e9]),
    ],
    tornadoBase: 2e9,
  });
  const { title, layer } = tornado.chart({ findings }).spec as unknown as {
    title: { subtitle: string[] };
    layer: unknown;
  };
  expect(JSON.stringify(layer)).not.toContain("Spoils");
  expect(title.subtitle.join(" ")).toContain("Left out: 1 that moves it less.");
});

test("right answer: a long title parts between what is told and the scenario", () => {
  const { title } = findingsOf({ headline: ["total"], steps: 24, variants: [["As believed", outputs]] });
  const long = { ...outputs, total: scalarOf("Paid by the end to all who were there", "USD", 2e9, 0.3) };
  const findings = findingsOf({ headline: ["total"], steps: 24, variants: [["As believed", long]] });
  const { text } = (
    exceedance.chart({ findings, output: "total" }).spec as unknown as { title: { text: string[] } }
  ).title;
  expect(text).toEqual(["Paid by the end to all who were there, chance of more than x:", title]);
});

test("right answer: a line that runs along with the base is seen on it, not hidden below", () => {
  const findings = findingsOf({
    headline: ["total"],
    steps: 24,
    variants: [
      ["As believed", outputs],
      ["The same", outputs],
    ],
  });
  const { layer } = exceedance.chart({ findings, output: "total" }).spec as unknown as {
    layer: { data: { values: { variant: string }[] } }[];
  };
  const drawn = [...new Set(layer[0]!.data.values.map(({ variant }) => variant))];
  expect(drawn).toEqual(["As believed", "The same"]);
});

test("right answer: the words of an exceedance curve agree with the quantiles that are told elsewhere", () => {
  const findings = findingsOf({ headline: ["total"], steps: 24, variants: [["As believed", outputs]] });
  // The median by construction; the 95 % quantile of this curve by its own formula.
  const p95 = 2e9 * Math.exp((0.3 * Math.log(19)) / 1.702);
  const { description } = exceedance.chart({ findings, output: "total" });
  expect(description).toContain("more than 2B USD with a chance of 50 %");
  expect(description).toContain(`more than ${(p95 / 1e9).toFixed(2)}B USD with a chance of 5 %`);
});

test("law: lines are told apart by dash as well as by colour", () => {
  const both = lineStyles.map(({ color, dash }) => [color, dash.join(" ")]);
  for (const i of [0, 1]) expect(new Set(both.map((style) => style[i])).size).toBe(lineStyles.length);
});

test.each(Object.entries({ ...examples, ...extremes }))("law: %s is plain data without holes", (_, chart) => {
  const holes: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value === "function" || value === undefined) holes.push(path);
    if (typeof value === "number" && !Number.isFinite(value)) holes.push(path);
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
  };
  look(chart.spec, "spec");
  expect(holes).toEqual([]);
  expect(chart.spec.description).toBe(chart.description);
  expect(chart.description.length).toBeGreaterThan(40);
});

test("law: a text never becomes an expression, a field name or an address", () => {
  for (const name of ["fan-of-hostile-text", "tornado-of-many", "exceedance-of-many", "variants-of-many"]) {
    const code: string[] = [];
    const look = (value: unknown, key: string): void => {
      if (
        typeof value === "string" &&
        ["labelExpr", "expr", "signal", "test", "field", "url", "href"].includes(key)
      )
        code.push(value);
      if (typeof value === "object" && value !== null)
        for (const [inner, child] of Object.entries(value)) look(child, inner);
    };
    look(extremes[name]!.spec, "");
    expect(code.length).toBeGreaterThan(0);
    expect(code.filter((text) => text.includes(hostile.slice(0, 9)))).toEqual([]);
  }
});
