import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { axisNumbers } from "../../../src/charts/axisNumbers.ts";
import type { ChartSpec } from "../../../src/charts/chart.ts";
import { formatNumber } from "../../../src/format/numbers.ts";
import { readFont } from "../../../src/node/output/fontWidths.ts";
import { renderPng, renderSvg } from "../../../src/node/output/render.ts";
import { extremes } from "../../charts/extremes.ts";
import { examples } from "../../gallery/examples.ts";

const fan = examples.fan!.spec;

describe("laws: the same bytes", () => {
  test("one after the other and together with others (in another process and time zone: cli/process.test.ts)", async () => {
    const first = await renderSvg(fan);
    const [, again] = await Promise.all([renderSvg(examples.tornado!.spec), renderSvg(fan)]);
    expect(again).toBe(first);
  });

  test("a chart that fails does not stop the next", async () => {
    const broken = renderSvg({ mark: "bar", data: { values: [] }, transform: [{ filter: "(" }] } as never);
    const next = renderSvg(fan);
    await expect(broken).rejects.toThrow();
    expect(await next).toContain("<svg");
  });
});

describe("right answers", () => {
  /** A picture of nothing but an axis with one label. */
  const axisAlone = (domain: [number, number], value: number, labelExpr: string): ChartSpec => ({
    mark: "point",
    data: { values: [{ x: value }] },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        scale: { domain, nice: false },
        axis: { values: [value], labelExpr },
      },
    },
  });

  test.each([0, 2000, 350_000, 1.2e9, -1.2e9, 1e3, 1e6, 1e9, 1e12, 0.001, 264e6, 11_000])(
    "an axis writes %f as texts do",
    async (value) => {
      const domain: [number, number] = value < 0 ? [value, 0] : [0, value || 1];
      const svg = await renderSvg(axisAlone(domain, value, axisNumbers("x")));
      expect(svg).toContain(`>${formatNumber(value)}</text>`);
    },
  );

  test.each([0, 0.12, 0.125, 1])("an axis writes the share %f as texts do", async (value) => {
    const svg = await renderSvg(axisAlone([0, 1], value, axisNumbers("x", true)));
    expect(svg).toContain(`>${formatNumber(value, { percent: true })}</text>`);
  });

  test("one axis keeps to one letter", async () => {
    const svg = await renderSvg(fan);
    for (const label of ["0", "0.5B", "1B", "1.5B"]) expect(svg).toContain(`>${label}</text>`);
  });

  test("the picture has the chart's description as its alternative text, and no text breaks it", async () => {
    const { spec, description } = extremes["fan-of-hostile-text"]!;
    const svg = await renderSvg(spec);
    expect(svg).toMatch(/^<svg role="img" aria-label="Fan chart of /);
    expect(description).toContain("</script>");
    expect(svg).not.toMatch(/<(script|img|\/script)/);
    expect((await renderPng(svg)).length).toBeGreaterThan(10_000);
  });

  test("the PNG has two pixels for each of the SVG's", async () => {
    const svg = await renderSvg(fan);
    const [, width, height] = svg.match(/width="(\d+)" height="(\d+)"/)!;
    const png = Buffer.from(await renderPng(svg));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  });

  test("texts are as wide as the font's makers say", () => {
    const file = createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
    const width = readFont(readFileSync(file));
    // Advance widths of DejaVu Sans 2.37 in 2048 units per em: "0" 1303, "M" 1767, space 651.
    expect(width("0")).toBe(1303 / 2048);
    expect(width("M 0")).toBe((1767 + 651 + 1303) / 2048);
    expect(width("")).toBe(0);
  });
});
