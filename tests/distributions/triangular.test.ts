// Right answers by hand: the triangular distribution, whose quantiles are square roots.
import { describe, expect, test } from "vitest";
import { triangular } from "../../src/distributions/triangular.ts";
import { expectRelative } from "../numeric/expectRelative.ts";

const create = (min: number, mode: number, max: number) =>
  triangular.signatures[0]!.create({ min, mode, max });

describe("triangular", () => {
  test("(0, 1, 4) by hand", () => {
    const { kind, support, mean, sd, quantile, upperQuantile, cdf, upperTail } = create(0, 1, 4);
    expect([kind, ...support, mean]).toEqual(["continuous", 0, 4, 5 / 3]);
    expectRelative(sd, Math.sqrt(13 / 18), 1e-15);
    // Below the mode P = x²/4, above it 1 − (4 − x)²/12.
    for (const [x, below] of [
      [0.25, 1 / 64],
      [0.5, 1 / 16],
      [0.875, 49 / 256],
      [1, 1 / 4],
      [1.5, 1 - 25 / 48],
      [2.5, 13 / 16],
      [3.75, 1 - 1 / 192],
    ] as const) {
      expectRelative(cdf(x), below, 4e-16);
      expectRelative(upperTail(x), 1 - below, 1e-14);
      expectRelative(quantile(below), x, 1e-15);
      expectRelative(upperQuantile!(1 - below), x, 1e-15);
    }
    expectRelative(upperTail(3.75), 1 / 192, 4e-16);
  });

  test("moved and stretched is the same on another scale (law)", () => {
    const [one, other] = [create(0, 1, 4), create(-5, -2, 7)];
    for (const x of [0.25, 0.5, 0.875, 1.5, 2.5, 3.75]) {
      expectRelative(other.cdf(3 * x - 5), one.cdf(x), 1e-15);
      expectRelative(other.upperTail(3 * x - 5), one.upperTail(x), 1e-15);
      expect(other.quantile(one.cdf(x))).toBeCloseTo(3 * x - 5, 13);
    }
    expectRelative(other.mean, 3 * one.mean - 5, 1e-13);
    expectRelative(other.sd, 3 * one.sd, 1e-15);
  });

  test("begins and ends at its ends (right answer)", () => {
    for (const mode of [2, 3, 5]) {
      const { quantile, upperQuantile, cdf, upperTail } = create(2, mode, 5);
      expect([quantile(0), quantile(1), upperQuantile!(0), upperQuantile!(1)]).toEqual([2, 5, 5, 2]);
      expect([cdf(2), upperTail(2), cdf(5), upperTail(5)]).toEqual([0, 1, 1, 0]);
      expect([cdf(1), upperTail(1), cdf(6), upperTail(6)]).toEqual([0, 1, 1, 0]);
    }
  });

  test("keeps its digits towards both ends (right answer by hand)", () => {
    const { quantile, upperQuantile, cdf, upperTail } = create(0, 1, 4);
    expectRelative(quantile(1e-300), 2e-150, 1e-15);
    expectRelative(cdf(2e-150), 1e-300, 1e-15);
    const below = create(-4, -1, 0);
    expectRelative(below.upperQuantile!(1e-300), -2e-150, 1e-15);
    expectRelative(below.upperTail(-2e-150), 1e-300, 1e-15);
    expect(upperQuantile!(1e-300)).toBe(4);
    expectRelative(upperTail(4 - 2 ** -40), 2 ** -80 / 12, 1e-14);
  });

  test("keeps its digits on both sides of a mode at 0 (right answer by hand)", () => {
    const { quantile, upperQuantile, cdf, upperTail } = create(-1, 0, 1);
    // (1 − x)²/2 lies above x > 0.
    for (const p of [0.5 + 1e-9, 0.5 + 1e-3]) {
      const right = (2 * (p - 0.5)) / (1 + Math.sqrt(1 - 2 * (p - 0.5)));
      expectRelative(quantile(p), right, 1e-15);
      expectRelative(upperQuantile!(p), -right, 1e-15);
      expectRelative(quantile(1 - p), -right, 1e-15);
    }
    expect([quantile(0.5), cdf(0), upperTail(0)]).toEqual([0, 0.5, 0.5]);
    // Sides of a billionth of the other.
    const steep = create(-(2 ** -30), 0, 1);
    expectRelative(steep.cdf(-(2 ** -31)), 2 ** -32 / (1 + 2 ** -30), 1e-15);
    expectRelative(steep.upperTail(2 ** -31), (1 - 2 ** -31) ** 2 / (1 + 2 ** -30), 1e-15);
    expectRelative(steep.quantile(2 ** -32 / (1 + 2 ** -30)), -(2 ** -31), 1e-15);
    const above = (2 ** -33 * (2 - 2 ** -33)) / (1 + 2 ** -30);
    expectRelative(steep.quantile(2 ** -30 / (1 + 2 ** -30) + above), 2 ** -33, 1e-14);
    const gentle = create(-1, 0, 2 ** -30);
    expectRelative(gentle.upperQuantile!(2 ** -32 / (1 + 2 ** -30)), 2 ** -31, 1e-15);
    expectRelative(gentle.upperQuantile!((49 * 2 ** -36) / (1 + 2 ** -30)), 2 ** -33, 1e-14);
    expectRelative(gentle.cdf(-(2 ** -31)), (1 - 2 ** -31) ** 2 / (1 + 2 ** -30), 1e-15);
  });

  test("with the mode at an end is a straight line (right answer by hand)", () => {
    const falling = create(0, 0, 1);
    const rising = create(0, 1, 1);
    for (const x of [0.125, 0.5, 0.75]) {
      expectRelative(falling.upperTail(x), (1 - x) ** 2, 1e-15);
      expectRelative(falling.cdf(x), 1 - (1 - x) ** 2, 1e-15);
      expectRelative(falling.quantile(1 - (1 - x) ** 2), x, 1e-15);
      expectRelative(rising.cdf(x), x * x, 1e-15);
      expectRelative(rising.quantile(x * x), x, 1e-15);
    }
    expect([falling.mean, rising.mean]).toEqual([1 / 3, 2 / 3]);
    expectRelative(falling.sd, Math.sqrt(1 / 18), 1e-15);
    expect([falling.cdf(0), rising.upperTail(1)]).toEqual([0, 0]);
    expect(rising.quantile(1 - 2 ** -53)).toBeLessThanOrEqual(1);
  });

  test("is a range: of a lowest, a most likely and a highest figure (right answer)", () => {
    const { name, figures, shapesOf, signatures } = triangular;
    expect([name, signatures.map(({ parameters }) => parameters.map((one) => one.name))]).toEqual([
      "triangular",
      [["min", "mode", "max"]],
    ]);
    expect(figures).toEqual({ kind: "range", low: "min", high: "max", mode: "mode" });
    expect(shapesOf?.({ low: 1, mode: 2, high: 4 })).toEqual([
      { name: "triangular", aspect: "shape", parameters: { min: 1, mode: 2, max: 4 } },
    ]);
  });

  test("of no width is its value (right answer), and a mode outside is refused", () => {
    expect([create(3, 3, 3).mean, create(3, 3, 3).sd, create(3, 3, 3).quantile(0.3)]).toEqual([3, 0, 3]);
    expect(() => create(1, 5, 3)).toThrow("mode");
  });
});
