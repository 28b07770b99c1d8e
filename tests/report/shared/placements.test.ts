// Which charts a page has, and what it still shows while a hand moves.
import { expect, test } from "vitest";
import type { Findings } from "../../../src/analysis/findings.ts";
import { chartsOf } from "../../../src/charts/chartsOf.ts";
import { inlineDrawing } from "../../../src/charts/drawing.ts";
import { inFile } from "../../../src/charts/layout.ts";
import type { LiveFindings } from "../../../src/report/shared/liveFindings.ts";
import { headlineOutput, placedChart, placementsFor } from "../../../src/report/shared/placements.ts";
import type { PageSettings } from "../../../src/report/shared/settings.ts";
import { eventOf, eventSeriesOf, findingsOf, scalarOf, seriesOf } from "../../charts/findings.ts";

const outputs = {
  month: scalarOf("Month of it", "months", 6, 0.3, 0.6),
  broke: eventOf("Runs out of money", 0.3),
  behind: eventSeriesOf("Behind the plan", 24, (month) => month / 48),
  paid: seriesOf(
    "Paid so far",
    "USD",
    24,
    (month) => month * 1e8,
    (month) => month * 2e7,
  ),
};
const made = (headline: string[], steps = 24) =>
  findingsOf({ headline, steps, variants: [["As believed", outputs]], tornadoBase: 2e9 });
const settings: PageSettings = {
  set: {},
  variant: "base",
  horizon: "24 months",
  seed: "made up",
  view: "bands",
};

test.each([
  { headline: ["broke", "behind", "month"], drawn: "behind" },
  { headline: ["month", "paid", "behind"], drawn: "paid" },
  { headline: ["broke", "month"], drawn: "month" },
  { headline: ["broke"], drawn: "broke" },
])(
  "right answer: a page heads with the chart that is the scenario's headline: $drawn",
  ({ headline, drawn }) => {
    const findings = made(headline);
    expect(headlineOutput(findings)).toBe(drawn);
    expect(chartsOf(findings)[0]!.description).toContain(findings.variants[0]!.outputs[drawn]!.label);
  },
);

test("right answer: a quick run shows its headline though an output of the headline was not played", () => {
  const published = made(["behind", "paid", "month"]);
  const [base] = published.variants;
  const { paid: _, ...played } = base!.outputs;
  const quick: Findings = { ...published, variants: [{ ...base!, outputs: played }] };
  const live: LiveFindings = { findings: quick, answers: {} };
  expect(placedChart(placementsFor(published)[0]!, live, settings, published)?.name).toBe("chance-behind");
});

test("right answer: what was run before stays inside a plot of a single step", () => {
  const published = made(["paid"]);
  const changed = { ...made(["paid"]), horizon: { steps: 1, unit: "month" as const } };
  const one = seriesOf(
    "Paid so far",
    "USD",
    1,
    () => 1e8,
    () => 2e7,
  );
  const [base] = changed.variants;
  const live: LiveFindings = {
    findings: { ...changed, variants: [{ ...base!, outputs: { ...base!.outputs, paid: one } }] },
    answers: {},
  };
  const { draw } = placedChart(placementsFor(published)[0]!, live, settings, published)!;
  const { layer } = draw(inlineDrawing(inFile)) as unknown as {
    layer: { data: { values: { step?: number }[] } }[];
  };
  const steps = layer.flatMap(({ data }) => data.values.map(({ step = 1 }) => step));
  expect(Math.min(...steps)).toBeGreaterThan(0.5);
  expect(Math.max(...steps)).toBeLessThan(1.5);
});
