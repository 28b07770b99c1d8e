// Charts in a column: what fits a page must not be bought with letters that nobody can read.
import { expect, test } from "vitest";
import { onPage } from "../../src/charts/layout.ts";
import { renderSvg } from "../../src/node/output/render.ts";
import { examples } from "../gallery/examples.ts";

/** A figure on a telephone of 390 pixels. */
const column = 338;
const names = Object.keys(examples);

const narrow = (name: string) => examples[name]!.laidOut(onPage(column)).spec;
const drawn = async (name: string) => renderSvg(narrow(name));
const widthOf = (svg: string) => Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

test.each(names)("law: %s fits a telephone as drawn, without being shrunk", async (name) => {
  expect(widthOf(await drawn(name))).toBeLessThanOrEqual(column);
});

test("right answer: on a telephone a row says its name whole, its figure and its interval", async () => {
  const texts = textsOf(await drawn("variants-of-a-scalar"));
  expect(texts).toContain("The Pentagon's 11,000 and no more");
  expect(texts).toContain("520M");
  expect(texts).toContain("427M to 633M");
});

test("right answer: on a telephone a name stands above its own bars and below the bars before", async () => {
  const spec = narrow("tornado") as unknown as {
    layer: { name?: string; data: { values: Record<string, number>[] } }[];
  };
  const bars = spec.layer.find(({ data }) => data.values[0]?.top !== undefined)!.data.values;
  const rows = spec.layer.find(({ name }) => name === "row-names-plain")!.data.values;
  expect(rows.length).toBeGreaterThan(2);
  for (const { y } of rows) {
    const row = Math.floor(y!);
    const inRow = bars.filter(({ middle }) => Math.floor(middle!) === row);
    expect(inRow).toHaveLength(2);
    for (const { top, bottom } of inRow) {
      expect(top).toBeGreaterThan(y!);
      expect(bottom).toBeLessThan(row + 1);
    }
  }
});

test("law: on a telephone the line of the base goes down all rows, and gives way only to texts in its place", () => {
  const spec = narrow("variants-of-a-scalar") as unknown as {
    height: number;
    layer: { name?: string; data: { values: { top: number; bottom: number }[] } }[];
  };
  const pieces = spec.layer.find(({ name }) => name === "row-base")!.data.values;
  const rows = spec.layer.find(({ name }) => name === "row-names-plain")!.data.values.length;
  expect(pieces.at(-1)!.bottom).toBeGreaterThanOrEqual(rows);
  const pixels = spec.height / pieces.at(-1)!.bottom;
  for (const [k, { top, bottom }] of pieces.entries()) {
    expect((bottom - top) * pixels).toBeGreaterThan(12);
    // A name over two lines, and its figure.
    if (k > 0) expect((top - pieces[k - 1]!.bottom) * pixels).toBeLessThanOrEqual(3 * 16 + 12);
  }
  const drawnShare = pieces.reduce((sum, { top, bottom }) => sum + bottom - top, 0) / pieces.at(-1)!.bottom;
  expect(drawnShare).toBeGreaterThan(0.5);
});

test("right answer: the numbers of 36 months stand apart, so that 1 and 2 are not read as 12", async () => {
  const { layer } = narrow("crossing") as unknown as {
    layer: { encoding: { x: { axis: { values: number[] } } } }[];
  };
  expect(layer[0]!.encoding.x.axis.values).toEqual([1, 6, 12, 18, 24, 30, 36]);
});
