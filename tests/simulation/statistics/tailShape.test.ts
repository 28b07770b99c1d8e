// Right answers from generalized Pareto tails whose shape is known, and laws of the fit.
import { describe, expect, test } from "vitest";
import { t95 } from "../../../src/simulation/statistics/replicateError.ts";
import {
  type ColumnEnds,
  fitTails,
  tailErrors,
  tailLength,
  withTail,
} from "../../../src/simulation/statistics/tailError.ts";
import { fitTail } from "../../../src/simulation/statistics/tailShape.ts";

/** The excess that a share s of a tail of scale 1 lies above. */
const excess = (shape: number, s: number) => (shape === 0 ? -Math.log(s) : (s ** -shape - 1) / shape);

/** Excesses at the middles of equal shares, rising. */
function regular(shape: number, count: number, scale = 1): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => scale * excess(shape, 1 - (i + 0.5) / count));
}

describe("the shape of a tail", () => {
  test.each([-0.5, -0.2, 0, 0.2, 0.5, 0.8, 1.2])(
    "of regular excesses is theirs: %d (right answer)",
    (shape) => {
      const fitted = fitTail(regular(shape, 400, 7));
      // Regular points lack the largest of random ones: the fit is a little light.
      expect(Math.abs(fitted.shape - shape)).toBeLessThan(0.04);
      expect(Math.abs(fitted.scale / 7 - 1)).toBeLessThan(0.04);
    },
  );

  test("does not depend on the unit, and the scale is in it (law)", () => {
    const [one, other] = [fitTail(regular(0.3, 96)), fitTail(regular(0.3, 96, 1e9))];
    expect(other.shape).toBeCloseTo(one.shape, 9);
    expect(other.scale / 1e9).toBeCloseTo(one.scale, 9);
  });
});

describe("what tails leave open", () => {
  const count = 16_384;
  const length = tailLength(count);
  const errorsOf = (ends: ColumnEnds, mean: number) => tailErrors(fitTails(ends), count, mean);
  /** A column that is only its upper tail of this shape; below it is flat. */
  function endsOf(shape: number) {
    const highest = Float64Array.of(0, ...regular(shape, length));
    return { count, lowest: Float64Array.from({ length: length + 1 }, (_, k) => -1 + 1e-6 * k), highest };
  }

  test("holds 95 % of the means of one point a stratum in each of 16 scramblings (right answer: played)", () => {
    // Means of 24 strata of the tail, 16 points each; a generator of our own keeps them the same.
    let state = 1;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const strata = length / 16;
    const plays = 4000;
    const distances = new Float64Array(plays);
    for (let play = 0; play < plays; play++) {
      let sum = 0;
      for (let stratum = 0; stratum < strata; stratum++) {
        for (let r = 0; r < 16; r++) {
          const expected = -(
            (stratum + 1) * Math.log((stratum + 1) / strata) -
            (stratum + 1) -
            (stratum && stratum * Math.log(stratum / strata)) +
            stratum
          );
          sum += excess(0, (stratum + uniform()) / strata) - expected;
        }
      }
      distances[play] = Math.abs(sum) / count;
    }
    const holds95 = distances.sort()[Math.floor(0.95 * plays)]!;
    const { mean } = errorsOf(endsOf(0), 0);
    // The interval allows for scatter that is added where it shows more than this.
    expect((t95 * mean.error) / holds95).toBeGreaterThan(0.85);
    expect((t95 * mean.error) / holds95).toBeLessThan(1.1);
    expect(mean.seen).toBeLessThan(holds95 / 1.96);
  });

  test("takes the place of what scatter shows of it (laws)", () => {
    const tail = { error: 3, seen: 2, others: 1 };
    expect([0, 1, 2].map((scatter) => withTail(scatter, tail))).toEqual([3, 3, 3]);
    // 3² + 4² − 2² by hand.
    expect(withTail(4, tail)).toBeCloseTo(Math.sqrt(21), 12);
    expect(withTail(4, { ...tail, others: 2 })).toBeCloseTo(Math.sqrt(9 + 4 * 12), 12);
    expect(withTail(1000, tail) / 1000).toBeCloseTo(1, 4);
    expect(withTail(5, { error: Number.POSITIVE_INFINITY, seen: 0, others: 1 })).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  test("grows with the shape, until no error is told of sd and mean (law)", () => {
    const errors = [-0.2, 0, 0.2, 0.3, 0.6, 0.9].map((shape) => errorsOf(endsOf(shape), 0));
    for (const [k, { mean, square }] of errors.entries()) {
      if (k === 0) continue;
      expect(mean.error).toBeGreaterThan(errors[k - 1]!.mean.error);
      expect(square.error).toBeGreaterThanOrEqual(errors[k - 1]!.square.error);
    }
    expect(errors.map(({ mean }) => Number.isFinite(mean.error))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(errors.map(({ square }) => Number.isFinite(square.error))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("is nothing where all values are a few atoms (right answer), and untold where a handful stands out of one", () => {
    const flat = new Float64Array(length + 1);
    const atoms = flat.map((_, k) => Math.floor(k / 100));
    expect(errorsOf({ count, lowest: atoms.map((value) => -value).reverse(), highest: atoms }, 0)).toEqual({
      mean: { error: 0, seen: 0, others: 1 },
      square: { error: 0, seen: 0, others: 1 },
    });
    const handful = flat.slice();
    handful.set([3, 50, 700], length - 2);
    expect(errorsOf({ count, lowest: flat, highest: handful }, 0).mean.error).toBe(Number.POSITIVE_INFINITY);
  });
});
