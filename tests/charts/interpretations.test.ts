import { expect, test } from "vitest";
import type {
  InterpretationFindings,
  InterpretationOutcome,
  Outcome,
} from "../../src/analysis/interpretations/interpretationFindings.ts";
import { spreadsOf } from "../../src/analysis/interpretations/interpretationSpread.ts";
import { readings } from "../../src/charts/interpretations.ts";
import { renderSvg } from "../../src/node/output/render.ts";
import { eventOf, scalarOf } from "./findings.ts";

function findings(base: Outcome, others: Outcome[]): InterpretationFindings {
  const made = others.map(
    (outcome, i): InterpretationOutcome => ({
      assumption: `input${Math.floor(i / 5)}`,
      label: `Input ${Math.floor(i / 5)}`,
      name: `reading ${i}`,
      aspect: "shape",
      belief: `uniform(${i}, 100k)`,
      outcomes: { total: outcome },
    }),
  );
  return {
    scenario: "payments",
    title: "Payments",
    question: "How much?",
    seed: "s",
    trials: 256,
    horizon: { steps: 12, unit: "month" },
    target: "total",
    base: { total: base },
    readings: made,
    combined: { most: 0, played: 0, assumptions: [], leftOut: [] },
    spreads: spreadsOf({ outputs: ["total"], base: { total: base }, readings: made, combined: [] }),
    verdict: { survival: "survives" },
  };
}

const scalar = (median: number) => scalarOf("Paid by the end", "USD", median, 0.4);

test("right answer: a row for the belief as written and for each reading, those that move it most first", async () => {
  const chart = readings(
    findings(
      scalar(1e9),
      [1, 1, 1, 1, 1, 3].map((factor) => scalar(factor * 1e9)),
    ),
  );
  const svg = await renderSvg(chart.spec);
  expect(svg).toContain("As written");
  for (let i = 0; i < 6; i++) expect(svg).toContain(`reading ${i}`);
  expect(svg.indexOf("reading 5")).toBeLessThan(svg.indexOf("reading 0"));
  expect(chart.description).toContain("The headline survives 6 readings");
  expect(chart.description).toContain("uniform(5, 100k): 3.00B");
});

test("law: what there is no room for is counted", () => {
  const many = Array.from({ length: 40 }, (_, i) => scalar(1e9 + i));
  const { subtitle } = readings(findings(scalar(1e9), many)).spec.title as { subtitle: string[] };
  expect(subtitle.join(" ")).toContain("Left out: 16 readings");
});

test("law: a chance and what never happens are drawn too", async () => {
  const chances = findings(eventOf("It ends", 0.3), [eventOf("It ends", 0.7)]);
  expect(await renderSvg(readings(chances).spec)).toContain("likely");
  const nothing = findings(scalarOf("Months", "months", Number.NaN, 0, 1), [
    scalarOf("Months", "months", 3, 0.2, 0.5),
  ]);
  expect(readings(nothing).description).toContain("did not happen");
  await expect(renderSvg(readings(nothing).spec)).resolves.toContain("Months");
});
