// Where curves begin and end, and what axis holds variants of very different size.
import { expect, test } from "vitest";
import { chance } from "../../src/charts/chance.ts";
import { exceedance } from "../../src/charts/exceedance.ts";
import { variants } from "../../src/charts/variants.ts";
import { eventSeriesOf, findingsOf, scalarOf } from "./findings.ts";

/** Findings with one scalar that has these medians in the base and the variants. */
function ofMedians(medians: readonly number[], spread = 0.3, never?: number) {
  return findingsOf({
    headline: ["total"],
    steps: 24,
    variants: medians.map((median, i) => [
      `Number ${i}`,
      { total: scalarOf("Paid by the end", "USD", median, spread, never) },
    ]),
  });
}

/** What comes in whole numbers: no value lies between the last two, and many trials have the last. */
const months = ofMedians([6]);
months.exceedance[0]!.curves[0] = {
  ...months.exceedance[0]!.curves[0]!,
  x: [1, 4, 8, 11, 12],
  more: [0.9, 0.6, 0.3, 0.05, 0],
};

interface Drawn {
  title: { subtitle: string[] };
  layer: {
    data: { values: { x: number; more: number; variant: string }[] };
    encoding: {
      x?: { scale?: { domain: [number, number]; type?: string }; axis?: { values?: number[] } };
      fill?: { legend?: object | null };
    };
  }[];
}
const drawn = (chart: { spec: object }) => chart.spec as Drawn;
const scaleOf = ({ layer }: Drawn) =>
  layer.map(({ encoding }) => encoding.x?.scale).find((scale) => scale !== undefined)!;
const subtitleOf = ({ title }: Drawn) => title.subtitle.join(" ");

test.each([
  ["one curve", ofMedians([2e9])],
  ["curves far apart", ofMedians([2e9, 1e8, 3e10])],
  ["one that mostly does not happen", ofMedians([2e9, 3e9], 0.3, 0.8)],
  ["one below zero", ofMedians([-2e9, 3e9])],
  ["certainties", ofMedians([2e9, 3e9], 0)],
  ["whole months, one in twenty the last", months],
])("law: no exceedance curve begins or ends in mid-air (%s)", (_, findings) => {
  const chart = drawn(exceedance.chart({ findings, output: "total" }));
  const { domain } = scaleOf(chart);
  const { values } = chart.layer[0]!.data;
  for (const title of new Set(values.map(({ variant }) => variant))) {
    const curve = values.filter(({ variant }) => variant === title);
    expect(curve[0]!.x).toBe(domain[0]);
    const end = curve.at(-1)!;
    // A curve is known up to about its 99.9 % quantile, and the axis is as long as the words say.
    expect(end.more).toBeLessThanOrEqual(end.x === domain[1] ? 0.01 : 0.0012);
    for (const [i, { x, more }] of curve.slice(1).entries()) {
      expect(x).toBeGreaterThanOrEqual(curve[i]!.x);
      expect(more).toBeLessThanOrEqual(curve[i]!.more);
    }
  }
});

test("right answer: a chart says that tails lie off its axis, and only then", () => {
  const told = "Off the axis: tails of at most 1 %.";
  expect(subtitleOf(drawn(exceedance.chart({ findings: ofMedians([2e9]), output: "total" })))).toContain(
    told,
  );
  expect(
    subtitleOf(drawn(exceedance.chart({ findings: ofMedians([2e9], 0), output: "total" }))),
  ).not.toContain(told);
});

test("right answer: where one variant goes eight times as far as another, equal steps multiply, and the chart says so", () => {
  for (const kind of [variants, exceedance]) {
    const squeezed = drawn(kind.chart({ findings: ofMedians([1e9, 2e9, 9e9]), output: "total" }));
    expect(scaleOf(squeezed).type).toBe("log");
    expect(subtitleOf(squeezed)).toContain("Log scale");
    const near = drawn(kind.chart({ findings: ofMedians([1e9, 2e9, 7e9]), output: "total" }));
    expect(scaleOf(near).type).toBeUndefined();
    expect(subtitleOf(near)).not.toContain("Log scale");
  }
});

test("right answer: what can be zero or less has an axis of equal differences, however far apart", () => {
  for (const kind of [variants, exceedance]) {
    expect(
      scaleOf(drawn(kind.chart({ findings: ofMedians([1e9, -2e9, 2e10]), output: "total" }))).type,
    ).toBeUndefined();
    expect(
      scaleOf(drawn(kind.chart({ findings: ofMedians([0, 2e10]), output: "total" }))).type,
    ).toBeUndefined();
  }
});

test("right answer: ticks of equal ratios are 1, 2 and 5 times a power of ten", () => {
  const { layer } = drawn(variants.chart({ findings: ofMedians([1e9, 2e10], 0), output: "total" }));
  const ticks = layer.map(({ encoding }) => encoding.x?.axis?.values).find((values) => values !== undefined);
  expect(ticks).toEqual([1e9, 2e9, 5e9, 1e10, 2e10]);
});

test("right answer: a dashed line at the base is said to be one, where there is one", () => {
  expect(subtitleOf(drawn(variants.chart({ findings: ofMedians([2e9, 3e9]), output: "total" })))).toContain(
    "Dashed: the base.",
  );
  expect(subtitleOf(drawn(variants.chart({ findings: ofMedians([2e9]), output: "total" })))).not.toContain(
    "Dashed",
  );
});

test("right answer: an error band has a key where it is seen, else the words say that it is not", () => {
  const legendOf = (error: number) => {
    const outputs = { behind: eventSeriesOf("Behind the plan", 24, (month) => month / 48, error) };
    const findings = findingsOf({ headline: ["behind"], steps: 24, variants: [["As believed", outputs]] });
    const chart = drawn(chance.chart({ findings, output: "behind" }));
    const { legend } = chart.layer.find(({ encoding }) => encoding.fill)!.encoding.fill!;
    return { hasKey: legend !== null, saysSo: subtitleOf(chart).includes("as narrow as the line") };
  };
  expect(legendOf(0.02)).toEqual({ hasKey: true, saysSo: false });
  expect(legendOf(0.001)).toEqual({ hasKey: false, saysSo: true });
});
