import { describe, expect, test } from "vitest";
import { type MapQuestion, mapOf } from "../../../src/analysis/map/assumptionMap.ts";
import { believedRegion } from "../../../src/analysis/map/believedRegion.ts";
import { contour } from "../../../src/analysis/map/contour.ts";
import { pearsonOfRank } from "../../../src/assumptions/correlation.ts";
import { defineScenario, event, scalar, series } from "../../../src/index.ts";
import { stageOf } from "../models.ts";

const scenario = defineScenario({
  title: "Profit",
  question: "At which price?",
  answer: "{profit}",
  headline: ["profit"],
  step: "month",
  inputs: { price: "1", cost: "1", weather: "1" },
  outputs: { profit: scalar("1", "Profit"), soFar: series("1", "So far"), loss: event("Loss") },
  trial({ price, cost, weather }, out, { steps }) {
    for (let step = 0; step < steps; step++) out.soFar[step] = (step + 1) * price;
    out.profit = 3 * price - cost + weather;
    out.loss = 3 * price + weather < cost;
  },
});
const beliefs = { price: "uniform(0, 10)", cost: "normal(15, 3)", weather: "uniform(-1, 1)" };

function question(change: Partial<MapQuestion>, variant: MapQuestion["variant"]): MapQuestion {
  return {
    measure: { output: "profit", statistic: "p50" },
    x: { kind: "input", name: "price", range: { low: 0, high: 10 } },
    y: { kind: "input", name: "cost", range: { low: 5, high: 25 } },
    cells: 10,
    variant,
    correlations: [],
    ...change,
  };
}

describe("a map", () => {
  test("has in each cell the figure with both assumptions at its middle (right answer)", async () => {
    const { simulator, variant } = stageOf(scenario, { ...beliefs, weather: "0" });
    const { x, y, figures, level } = await mapOf(simulator, question({}, variant));
    expect(x.values[0]).toBe(0.5);
    expect(y.edges).toHaveLength(11);
    for (const [k, { value, error }] of figures.entries()) {
      expect(value).toBeCloseTo(3 * x.values[k % 10]! - y.values[Math.floor(k / 10)]!, 10);
      expect(error).toBe(0);
    }
    expect(level).toBe(0);
  });

  test("breaks even where income equals cost, from edge to edge (right answer)", async () => {
    const { simulator, variant } = stageOf(scenario, { ...beliefs, weather: "0" });
    const pieces = (await mapOf(simulator, question({}, variant))).contour;
    for (const { x, y, x2, y2 } of pieces) {
      expect(3 * x).toBeCloseTo(y, 8);
      expect(3 * x2).toBeCloseTo(y2, 8);
    }
    const ends = pieces.flatMap(({ y, y2 }) => [y, y2]);
    expect([Math.min(...ends), Math.max(...ends)]).toEqual([expect.closeTo(5, 8), expect.closeTo(25, 8)]);
  });

  test("meets the same random numbers in every cell: neighbours differ by what is asked alone (law)", async () => {
    const { simulator, variant } = stageOf(scenario, beliefs, { trials: 256 });
    const { figures } = await mapOf(simulator, question({}, variant));
    for (let k = 0; k + 1 < 10; k++) expect(figures[k + 1]!.value - figures[k]!.value).toBeCloseTo(3, 10);
    expect(new Set(figures.map(({ error }) => error.toFixed(12))).size).toBe(1);
  });

  test("of a chance has its line at an even chance (right answer)", async () => {
    const { simulator, variant } = stageOf(scenario, beliefs);
    const measure = { output: "loss", statistic: "probability" } as const;
    const { level, contour: pieces } = await mapOf(simulator, question({ measure, cells: 40 }, variant));
    expect(level).toBe(0.5);
    expect(pieces.length).toBeGreaterThan(20);
    // The weather is even-handed: an even chance of loss is where 3 · price = cost, up to half a cell.
    for (const { x, y } of pieces) expect(Math.abs(3 * x - y)).toBeLessThan(1);
  });

  test("along time reads all steps from one play (right answer)", async () => {
    const { simulator, variant } = stageOf(scenario, beliefs, { steps: 6 });
    const measure = { output: "soFar", statistic: "p50" } as const;
    const y = { kind: "input", name: "price", range: { low: 0, high: 10 } } as const;
    const map = await mapOf(simulator, question({ measure, x: { kind: "horizon" }, y, level: 12 }, variant));
    expect(map.x.values).toEqual([1, 2, 3, 4, 5, 6]);
    expect(map.figures[2 * 6 + 4]!.value).toBeCloseTo(2.5 * 5, 12);
    expect(map.level).toBe(12);
  });

  test("of what never changes sign has no line (right answer)", async () => {
    const { simulator, variant } = stageOf(scenario, { ...beliefs, weather: "100" });
    expect(await mapOf(simulator, question({}, variant))).not.toHaveProperty("level");
  });
});

describe("a contour", () => {
  const grid = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
  const field = (height: (x: number, y: number) => number) => ({
    xs: grid,
    ys: grid,
    heights: grid.flatMap((y) => grid.map((x) => height(x, y))),
  });

  test("of a cone is a circle (right answer)", () => {
    const pieces = contour(
      field((x, y) => Math.hypot(x, y)),
      1.5,
    );
    let length = 0;
    for (const { x, y, x2, y2 } of pieces) {
      expect(Math.hypot(x, y)).toBeCloseTo(1.5, 2);
      length += Math.hypot(x2 - x, y2 - y);
    }
    expect(length).toBeCloseTo(2 * Math.PI * 1.5, 1);
  });

  test("never crosses itself at a saddle, and leaves out what is unknown (right answers)", () => {
    const square = (heights: number[]) => contour({ xs: [0, 1], ys: [0, 1], heights }, 0);
    const high = square([3, -1, -1, 3]);
    expect(high).toHaveLength(2);
    // The mean is high: the two high corners are joined, each low corner is cut off by a piece of its own.
    for (const { x, y, x2, y2 } of high) expect(Math.abs((x + x2) / 2 - (y + y2) / 2)).toBeGreaterThan(0.5);
    const low = square([1, -3, -3, 1]);
    for (const { x, y, x2, y2 } of low)
      expect(Math.abs((x + x2) / 2 - (1 - (y + y2) / 2))).toBeGreaterThan(0.5);
    expect(square([1, -1, Number.NaN, 1])).toEqual([]);
  });
});

describe("the believed region", () => {
  const region = (belief: Record<string, string>, correlations: MapQuestion["correlations"] = []) => {
    const { variant } = stageOf(scenario, { ...beliefs, ...belief });
    const wide = { x: [-1000, 1000], y: [-1000, 1000] };
    const axis = (name: string) => ({ kind: "input", name, range: { low: 0, high: 1 } }) as const;
    return believedRegion({ x: axis("price"), y: axis("cost"), variant, correlations }, wide);
  };

  test("holds 9 in 10 of two independent beliefs (law)", () => {
    const pieces = region({ price: "uniform(0, 1)", cost: "uniform(0, 1)" });
    const n = 200;
    let inside = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) if (within(pieces, (i + 0.5) / n, (j + 0.5) / n)) inside++;
    // A polygon of 96 corners lies a little inside its curve.
    expect(inside / n ** 2).toBeCloseTo(0.9, 2);
  });

  test("is a tilted ellipse where two normals correlate (right answer)", () => {
    const rank = 0.6;
    const pieces = region({ price: "normal(0, 1)", cost: "normal(0, 1)" }, [
      { between: ["price", "cost"], rank },
    ]);
    const r = pearsonOfRank(rank);
    for (const { x, y } of pieces) {
      expect((x * x - 2 * r * x * y + y * y) / (1 - r * r)).toBeCloseTo(-2 * Math.log(0.1), 6);
    }
  });

  test("is lines where an assumption is certain (right answer)", () => {
    const pieces = region({ price: "4", cost: "uniform(0, 20)" });
    expect(pieces.map(({ x, y }) => [x, Number(y.toFixed(9))])).toEqual([
      [-1000, 1],
      [-1000, 19],
      [4, -1000],
    ]);
  });
});

/** By the number of sides that a ray to the right crosses. */
function within(
  pieces: readonly { x: number; y: number; x2: number; y2: number }[],
  x: number,
  y: number,
): boolean {
  const crossed = pieces.filter(
    (piece) =>
      piece.y > y !== piece.y2 > y &&
      x < piece.x + ((y - piece.y) / (piece.y2 - piece.y)) * (piece.x2 - piece.x),
  );
  return crossed.length % 2 === 1;
}
