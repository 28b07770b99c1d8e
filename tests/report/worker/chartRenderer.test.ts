// What is drawn again and again is drawn as if it were drawn once, and without the work of a first time.

import * as vegaLite from "vega-lite";
import { expect, test, vi } from "vitest";
import { createChartRenderer, drawOnce } from "../../../src/report/worker/chartRenderer.ts";
import { examples } from "../../gallery/examples.ts";

vi.mock("vega-lite", async (original) => {
  const own = await original<typeof vegaLite>();
  return { ...own, compile: vi.fn(own.compile) };
});

type Spec = typeof examples.fan.spec;
interface Values {
  [field: string]: unknown;
}
interface Layered {
  layer: { data?: { values: Values[] }; encoding?: { y?: { scale?: { domain?: [number, number] } } } }[];
}

/** The same chart with an axis that goes further up. */
function higher(spec: Spec, factor: number): Spec {
  const copy = structuredClone(spec) as unknown as Layered;
  for (const { encoding } of copy.layer) {
    const domain = encoding?.y?.scale?.domain;
    if (domain) domain[1] *= factor;
  }
  return copy as unknown as Spec;
}

/** The elements of a picture: clips are numbered through all charts of a process, lines of a grid come in any order. */
const elements = (svg: string) =>
  svg
    .replace(/clip\d+/g, "clip")
    .split(/(?=<)/)
    .sort();

test("law: a chart with another domain is that of a fresh view, from the view that was there", async () => {
  const compile = vi.mocked(vegaLite.compile);
  const drawer = createChartRenderer();
  const { spec } = examples.fan;
  expect(JSON.stringify(higher(spec, 2))).not.toBe(JSON.stringify(spec));
  await drawer.draw(spec);
  for (const factor of [1.3, 2, 1]) {
    compile.mockClear();
    const { svg } = await drawer.draw(higher(spec, factor));
    expect(compile).not.toHaveBeenCalled();
    expect(elements(svg)).toEqual(elements((await drawOnce(higher(spec, factor))).svg));
  }
});
