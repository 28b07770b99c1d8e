// Charts at the edges: nothing, one step, many rows, texts that try to be code.
import { chance } from "../../src/charts/chance.ts";
import type { Chart } from "../../src/charts/chart.ts";
import { exceedance } from "../../src/charts/exceedance.ts";
import { fan } from "../../src/charts/fan.ts";
import { tornado } from "../../src/charts/tornado.ts";
import { variants } from "../../src/charts/variants.ts";
import { eventOf, eventSeriesOf, findingsOf, influenceOf, scalarOf, seriesOf } from "./findings.ts";

/** Titles that would break a page, an SVG or an expression if they were taken for more than text. */
export const hostile = `</script><img src=x onerror=alert(1)> "quoted" 'single' {{x}} \${y} datum['a'] & [b]\n\u0000 ${"long ".repeat(30)}`;

const one = (make: () => ReturnType<typeof seriesOf>) => {
  const output = make();
  return findingsOf({
    headline: ["output"],
    steps: output.steps.length,
    variants: [["As believed", { output }]],
  });
};

const manyVariants = findingsOf({
  headline: ["cost"],
  steps: 36,
  variants: Array.from({ length: 8 }, (_, i) => [
    [
      "As believed",
      "Short",
      "A rather long title of a variant that says all that it sets otherwise",
      hostile,
    ][i] ?? `Variant number ${i}`,
    {
      cost: scalarOf("Cost", "USD", i === 5 ? -2e6 : 1e6 * (i + 1), 0.1 * i),
      happens: eventOf("It happens", i / 7),
    },
  ]),
});

const manyInfluences = findingsOf({
  title: hostile,
  headline: ["cost"],
  steps: 36,
  variants: [["As believed", { cost: scalarOf("Cost", "USD", 1e6, 0.4) }]],
  tornadoBase: 0,
  influences: [
    influenceOf(hostile, "USD/soldier/month/and/a/very/long/unit/indeed", [1e-7, 1.5e13], [-9e6, 4e6]),
    influenceOf("Both ends lower", "1", [0.1, 0.4], [-5e6, -2e6]),
    influenceOf("Both ends higher", "soldiers", [-11_000, 61_000], [1e6, 4.5e6]),
    influenceOf("One end still", "months", [2, 9], [0, 3e6]),
    influenceOf("The other still", "months", [2, 9], [-2e6, 0]),
    ...Array.from({ length: 9 }, (_, i) =>
      influenceOf(`Number ${i}`, "1", [0.5, 2.5], [-1e6 / (i + 1), 1e6 / (i + 1)]),
    ),
    influenceOf("No effect", "1", [0.25, 0.5], [0, 0]),
  ],
});

const certainInfluence = findingsOf({
  headline: ["cost"],
  steps: 1,
  variants: [["As believed", { cost: scalarOf("Cost", "USD", 264e6, 0) }]],
  tornadoBase: 264e6,
  influences: [influenceOf("No effect", "1", [0.25, 0.5], [264e6, 264e6])],
});

const neverHappened = findingsOf({
  headline: ["delay"],
  steps: 12,
  variants: ["As believed", "Otherwise"].map((title) => [
    title,
    { delay: scalarOf("Delay", "months", Number.NaN, 0, 1) },
  ]),
});

export const extremes: Record<string, Chart> = {
  "fan-of-zeros": fan.chart({
    findings: one(() =>
      seriesOf(
        "Nothing",
        "USD",
        24,
        () => 0,
        () => 0,
      ),
    ),
    output: "output",
  }),
  "fan-of-one-step": fan.chart({
    findings: one(() =>
      seriesOf(
        "One step",
        "USD",
        1,
        () => 5e9,
        () => 1e9,
      ),
    ),
    output: "output",
  }),
  "fan-of-one-certain-step": fan.chart({
    findings: one(() =>
      seriesOf(
        "One certain step",
        "USD",
        1,
        () => 5e9,
        () => 0,
      ),
    ),
    output: "output",
  }),
  "fan-of-a-certainty": fan.chart({
    findings: one(() =>
      seriesOf(
        "Certain",
        "soldiers",
        36,
        () => 11_000,
        () => 0,
      ),
    ),
    output: "output",
  }),
  "fan-below-zero": fan.chart({
    findings: one(() =>
      seriesOf(
        "Losses",
        "soldiers",
        12,
        (i) => -1e4 * i,
        (i) => 500 * i,
      ),
    ),
    output: "output",
  }),
  "fan-of-tiny-numbers": fan.chart({
    findings: one(() =>
      seriesOf(
        "Rate",
        "1/month",
        12,
        (i) => 1e-4 * i,
        (i) => 2e-5 * i,
      ),
    ),
    output: "output",
  }),
  "fan-of-huge-numbers": fan.chart({
    findings: one(() =>
      seriesOf(
        "Debt",
        "USD",
        120,
        (i) => 3e13 + 1e11 * i,
        (i) => 1e11 * i,
      ),
    ),
    output: "output",
  }),
  "fan-of-hostile-text": fan.chart({
    findings: one(() =>
      seriesOf(
        hostile,
        "</script>\"'",
        3,
        (i) => i,
        (i) => i / 4,
      ),
    ),
    output: "output",
  }),
  "chance-of-one-step": chance.chart({
    findings: findingsOf({
      headline: ["e"],
      steps: 1,
      variants: [["As believed", { e: eventSeriesOf("It rains", 1, () => 1, 0) }]],
    }),
    output: "e",
  }),
  "chance-of-many-days": chance.chart({
    findings: findingsOf({
      headline: ["e"],
      steps: 365,
      unit: "day",
      variants: [
        ["As believed", { e: eventSeriesOf("It rains", 365, (day) => 0.5 + 0.5 * Math.sin(day / 40), 0.03) }],
      ],
    }),
    output: "e",
  }),
  "variants-of-many": variants.chart({ findings: manyVariants, output: "cost" }),
  "variants-of-many-events": variants.chart({ findings: manyVariants, output: "happens" }),
  "exceedance-of-many": exceedance.chart({ findings: manyVariants, output: "cost" }),
  "exceedance-of-a-certainty": exceedance.chart({ findings: certainInfluence, output: "cost" }),
  "variants-of-what-never-happened": variants.chart({ findings: neverHappened, output: "delay" }),
  "exceedance-of-what-never-happened": exceedance.chart({ findings: neverHappened, output: "delay" }),
  "tornado-of-many": tornado.chart({ findings: manyInfluences }),
  "tornado-without-effect": tornado.chart({ findings: certainInfluence }),
};
