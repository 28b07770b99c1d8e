// Which assumption comes first: the one that takes the output farthest from the base, to whichever side.
import { describe, expect, test } from "vitest";
import type { Influence } from "../../src/analysis/findings.ts";
import { byReach, movingInfluences, reachFromBase } from "../../src/analysis/reach.ts";
import { runScenario } from "../../src/analysis/runScenario.ts";
import { tornado } from "../../src/charts/tornado.ts";
import { describeFindings } from "../../src/cli/describeFindings.ts";
import { summaryData } from "../../src/format/summaryJson.ts";
import { defineScenario, scalar } from "../../src/index.ts";
import { judged } from "../judged.ts";

const influence = (name: string, low: number, high: number): Influence => {
  const at = (value: number) => ({ value, error: 0 });
  return { assumption: name, label: name, unit: "1", p10: -1, p90: 1, low: at(low), high: at(high) };
};

describe("right answers: an assumption reaches as far as its farther end", () => {
  test.each([
    ["to both sides", 1, 5, 2, 3],
    ["to one side at both ends", 3, 3, 1, 2],
    ["with one end still", 1, -4, 1, 5],
    ["where the output never happens at one end", Number.NaN, 5, 2, 3],
    ["where it happens at neither", Number.NaN, Number.NaN, 2, 0],
    ["where nothing moves", 2, 2, 2, 0],
  ])("%s", (_, low, high, base, right) => {
    expect(reachFromBase(influence("x", low, high), base)).toBe(right);
  });

  test("the farthest comes first, the others as they came, and what does not show is no mover", () => {
    const influences = [
      influence("across", 0.5, 1.5),
      influence("hair", 1, 1.004),
      influence("both above", 2, 2),
      influence("still", 1, 1),
      influence("as far", 2, 1),
    ];
    const order = byReach(influences, 1);
    expect(order.map(({ label }) => label)).toEqual(["both above", "as far", "across", "hair", "still"]);
    const all = {
      output: "y",
      label: "Y",
      unit: "1",
      statistic: "median",
      trials: 1024,
      base: { value: 1, error: 0 },
      influences: order,
    } as const;
    expect(movingInfluences(all).map(({ label }) => label)).toEqual(["both above", "as far", "across"]);
  });
});

const parabola = defineScenario({
  title: "Parabola",
  question: "How much?",
  answer: "{y}.",
  headline: ["y"],
  step: "month",
  inputs: { z: "1", x: "1" },
  outputs: { y: scalar("1", "Y") },
  trial({ x, z }, out) {
    out.y = x * x + z;
  },
});

describe("y = x² + z for a standard normal x and a uniform z hangs on x most", async () => {
  const assumptions = judged(parabola, { z: "uniform(0, 1)", x: "normal(0, 1)" });
  const { findings } = await runScenario({
    name: "parabola",
    scenario: parabola,
    config: {
      ...{ seed: "u", trials: 4096, steps: 1, correlations: [], levels: [], claims: new Map() },
      variants: [{ name: "base", title: "Base", assumptions }],
    },
  });

  test("in the findings, with the medians of the formula", () => {
    const [x, z] = findings.tornado.influences;
    expect([x?.assumption, z?.assumption]).toEqual(["x", "z"]);
    // x at ∓1.2816 leaves 1.2816² + a uniform; z leaves the median of x², 0.4549, and 0.1 or 0.9. The median of the sum
    // is that of the convolution, by quadrature.
    const near = (found: number | undefined, right: number) => expect(found).toBeCloseTo(right, 1);
    near(findings.tornado.base.value, 1.027);
    near(x?.low.value, 2.1424);
    near(x?.high.value, 2.1424);
    near(z?.low.value, 0.5549);
    near(z?.high.value, 1.3549);
  });

  test("and of four times as many trials from the same ones: influences are of a quarter (law)", async () => {
    const { findings: more } = await runScenario({
      name: "parabola",
      scenario: parabola,
      config: {
        ...{ seed: "u", trials: 16_384, steps: 1, correlations: [], levels: [], claims: new Map() },
        variants: [{ name: "base", title: "Base", assumptions }],
      },
    });
    expect(more.tornado.trials).toBe(4096);
    expect(more.tornado).toEqual(findings.tornado);
  });

  test("in the terminal, which leaves out neither", () => {
    const text = describeFindings(findings).split("hangs on most")[1]!;
    expect(text).toMatch(/\n {2}X .*2\.14.*2\.14.*\n {2}Z .*0\.55.*1\.35/s);
  });

  test("in summary.json", () => {
    const { influences } = summaryData(findings) as unknown as { influences: { assumptions: object } };
    expect(Object.keys(influences.assumptions)).toEqual(["x", "z"]);
  });

  test("in the chart, where both of its bars stand on the right of the base, one above the other", () => {
    const { layer } = tornado.chart({ findings }).spec as unknown as {
      layer: { data: { values: { says: string; side: string; top: number; bottom: number }[] } }[];
    };
    const bars = layer[0]!.data.values.map(({ says, side }) => `${says} ${side}`);
    expect(bars.map((bar) => bar.replace(/ = .* /, " "))).toEqual([
      "X right",
      "X right",
      "Z left",
      "Z right",
    ]);
    const [upper, lower] = layer[0]!.data.values;
    expect(upper!.bottom).toBe(lower!.top);
  });
});
