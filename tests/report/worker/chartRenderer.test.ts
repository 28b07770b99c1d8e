// What is drawn again and again is drawn as if it were drawn once, and without the work of a first time.

import * as vegaLite from "vega-lite";
import { expect, test, vi } from "vitest";
import { boundChart, type Draw, ResizableChart } from "../../../src/charts/baseSpec.ts";
import { fan } from "../../../src/charts/fan.ts";
import { chartKinds } from "../../../src/charts/index.ts";
import { onPage } from "../../../src/charts/layout.ts";
import { createChartRenderer, drawOnce } from "../../../src/report/worker/chartRenderer.ts";
import { findingsOf, seriesOf } from "../../charts/findings.ts";
import { subjectsOf } from "../../gallery/examples.ts";

vi.mock("vega-lite", async (original) => {
  const own = await original<typeof vegaLite>();
  return { ...own, compile: vi.fn(own.compile) };
});

const layout = onPage(700);
/** A fan whose figures, and so its axis, go `factor` times as far up. */
const fanOf = (factor: number): Draw => {
  const paid = seriesOf(
    "Paid so far",
    "USD",
    24,
    (month) => factor * month * 1e8,
    (month) => factor * month * 2e7,
  );
  const findings = findingsOf({ headline: ["paid"], steps: 24, variants: [["As believed", { paid }]] });
  const subject = { findings, variant: "base", name: "fan-paid", output: "paid" };
  return (drawing) => fan.draw(subject, drawing);
};

/** The elements of a picture: clips are numbered through all charts of a process, lines of a grid come in any order. */
const elements = (svg: string) =>
  svg
    .replace(/clip\d+/g, "clip")
    .split(/(?=<)/)
    .sort();

test("law: a chart with other figures and another domain is that of a fresh view, from the view that was there", async () => {
  const compile = vi.mocked(vegaLite.compile);
  const drawer = createChartRenderer();
  const once = (factor: number) => new ResizableChart("fan-paid", fanOf(factor), layout).spec;
  expect(JSON.stringify(once(2))).not.toBe(JSON.stringify(once(1)));
  await drawer.draw(boundChart(fanOf(1), layout));
  for (const factor of [1.3, 2, 1]) {
    compile.mockClear();
    const { svg } = await drawer.draw(boundChart(fanOf(factor), layout));
    expect(compile).not.toHaveBeenCalled();
    expect(elements(svg)).toEqual(elements((await drawOnce(once(factor))).svg));
  }
});

test("law: every chart of the gallery is the same with its data beside it as with its data inside", async () => {
  const drawer = createChartRenderer();
  for (const kind of chartKinds) {
    for (const [name, subject] of Object.entries(subjectsOf(kind))) {
      const draw: Draw = (drawing) => kind.draw(subject, drawing);
      const { svg } = await drawer.draw(boundChart(draw, layout));
      const inside = await drawOnce(new ResizableChart(name, draw, layout).spec);
      expect(elements(svg), name).toEqual(elements(inside.svg));
    }
  }
});
