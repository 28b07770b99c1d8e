// A chart kind is one definition and one entry of the list: all that knows of charts knows of it then.
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { boundChart, ResizableChart } from "../../src/charts/baseSpec.ts";
import { chartNames, chartsOf, headlineChart, headlineOf, viewsOf } from "../../src/charts/chartsOf.ts";
import { defineChart } from "../../src/charts/defineChart.ts";
import { chartKinds } from "../../src/charts/index.ts";
import { onPage, plotWidth } from "../../src/charts/layout.ts";
import { outputsOf, summaryOf, variantOf } from "../../src/charts/selectors.ts";
import {
  placedChart,
  placedTable,
  placementNamed,
  placementsFor,
} from "../../src/report/shared/placements.ts";
import type { PageSettings } from "../../src/report/shared/settings.ts";
import { galleryOf } from "../gallery/examples.ts";
import { eventOf, findingsOf, scalarOf } from "./findings.ts";

/** A bar as long as a chance. */
const bar = defineChart({
  kind: "bar",
  appliesTo: { quantity: "chance", shape: "single" },
  draw({ findings, output, variant, baseline }, drawing) {
    const { label, probability } = summaryOf(variantOf(findings, variant), output, "chance", "single");
    const before = baseline?.isShown
      ? [summaryOf(variantOf(baseline.findings, "base"), output, "chance", "single").probability]
      : [];
    return {
      title: label,
      subtitle: "As long as it is likely.",
      description: `A bar of ${probability.value}.`,
      width: plotWidth(300, drawing.layout),
      height: 40,
      layer: [
        {
          data: drawing.data([probability, ...before]),
          mark: "bar",
          encoding: {
            x: { field: "value", type: "quantitative", scale: { domain: drawing.domain("x", [0, 1]) } },
          },
        },
      ],
    };
  },
  table: ({ findings, output, variant }) => ({
    columns: ["Chance"],
    rows: [[String(summaryOf(variantOf(findings, variant), output, "chance", "single").probability.value)]],
  }),
  isQuick: true,
  headline: { rank: 0, title: "Bar" },
  view: { name: "bar", title: "As a bar" },
});

const kinds = [...chartKinds, bar];
const outputs = {
  total: scalarOf("Paid by the end", "USD", 2e9, 0.3),
  broke: eventOf("Runs out of money", 0.3),
};
const findings = findingsOf({
  headline: ["total", "broke"],
  steps: 24,
  variants: [
    ["As believed", outputs],
    ["Less", { ...outputs, broke: eventOf("Runs out of money", 0.9) }],
  ],
});
const settings: PageSettings = { set: {}, variant: "variant-1", horizon: "", seed: "", view: "bands" };
const live = { findings, answers: {} };

test("right answer: a kind on the list has files, heads what it may head, and leaves other lists as they are", () => {
  expect(headlineOf(findings, kinds)).toEqual({ kind: bar, output: "broke" });
  expect(headlineOf(findings)!.output).toBe("total");
  expect(headlineChart(findings, onPage(400), kinds).description).toBe("A bar of 0.3.");
  expect(viewsOf(findings, kinds).map(({ title }) => title)).toEqual(["Bar", "Twenty dots", "As a bar"]);
  const names = chartNames(findings, kinds);
  expect(names).toEqual(chartsOf(findings, kinds).map(({ name }) => name));
  // As the headline it is not a second time among the others.
  expect(names).toEqual(["headline", "variants-total", "variants-broke", "exceedance-total"]);
  const lower = kinds.map((kind) => (kind === bar ? { ...bar, headline: { rank: 9, title: "Bar" } } : kind));
  expect(chartNames(findings, lower)).toContain("bar-broke");
  expect(chartNames(findings)).not.toContain("bar-broke");
});

test("right answer: a page has its place, its chart with what was published, and its table", () => {
  const placements = placementsFor({ ...findings, headline: ["total"] }, kinds);
  const placement = placements.find(({ kind }) => kind === "bar")!;
  expect(placement).toEqual({ name: "bar-broke", kind: "bar", output: "broke", quick: true });
  expect(placementNamed("broke", findings, kinds)).toEqual(placement);
  expect(placedTable(placement, live, settings, kinds)).toEqual({ columns: ["Chance"], rows: [["0.9"]] });
  const { draw } = placedChart(placement, live, settings, findings, kinds)!;
  expect(JSON.stringify(new ResizableChart("bar", draw).spec)).toContain(
    '"values":[{"value":0.9,"error":0.004},{"value":0.3,"error":0.004}]',
  );
  const [headline] = placementsFor(findings);
  const viewed = placedChart(headline!, live, { ...settings, view: "bar" }, findings, kinds)!;
  expect(viewed.name).toBe("bar-broke");
});

test("law: with other figures it keeps its shape, so that it can be drawn again while a slider moves", () => {
  const shapeOf = (variant: string) => {
    const subject = { findings, variant, name: "bar-broke", output: "broke" };
    const { spec, data } = boundChart((drawing) => bar.draw(subject, drawing), onPage(400));
    return { spec: JSON.stringify(spec), data: JSON.stringify([...data]) };
  };
  expect(shapeOf("variant-1").spec).toBe(shapeOf("base").spec);
  expect(shapeOf("variant-1").data).not.toBe(shapeOf("base").data);
});

test("right answer: the gallery has an example of it for every sample that it applies to", () => {
  const gallery = galleryOf(kinds);
  expect(Object.keys(gallery)).toContain("bar-shortfall");
  expect(outputsOf(findings, bar.appliesTo)).toEqual(["broke"]);
  expect(Object.keys(galleryOf([bar]))).toEqual(["bar-shortfall"]);
  expect(compile(gallery["bar-shortfall"]!.spec as unknown as TopLevelSpec).spec.marks).toHaveLength(1);
});
