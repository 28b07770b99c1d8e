// Quantiles of what buckets hold: right answers by hand from few buckets, and laws against the values themselves.
import { describe, expect, test } from "vitest";
import { nextDown, nextUp } from "../../../src/numeric/nextDouble.ts";
import { bucketsBetween } from "../../../src/simulation/sketch/buckets.ts";
import { createSketch, update } from "../../../src/simulation/sketch/sketch.ts";
import { sketchQuantiles, surelyWithinErrors } from "../../../src/simulation/sketch/sketchQuantiles.ts";
import { ColumnScratch } from "../../../src/simulation/statistics/columnScratch.ts";
import { ratioError } from "../../../src/simulation/statistics/replicateError.ts";

const scramblings = 16;

/** The quantiles of these values, counted in buckets between these edges. */
function quantilesOf(values: ArrayLike<number>, edges: readonly number[]) {
  const buckets = bucketsBetween(Float64Array.from(edges));
  const sketch = createSketch(0, buckets, (length) => new Float64Array(length));
  update({ sketch, values: Float64Array.from(values) }, new ColumnScratch());
  const { sharesUpTo, estimate } = sketchQuantiles(sketch, buckets);
  return { at: (probability: number) => estimate(probability).value, sharesUpTo, estimate };
}

const repeated = (...parts: [value: number, times: number][]) =>
  parts.flatMap(([value, times]) => new Array<number>(times).fill(value));

describe("values between edges", () => {
  // Four below 10, two from there to 30, two above: not whole, from 0.5 to 42.5.
  const values = [0.5, 2.5, 5, 7.5, 12.5, 27.5, 33, 42.5];
  const quantiles = () => quantilesOf(values, [10, 30]);

  test("are taken as spread evenly, between the smallest and the largest (right answer by hand)", () => {
    const { at } = quantiles();
    // Ranks 0 to 3 stand in the middles of quarters of 0.5 … 10, 4 and 5 in those of halves of 10 … 30.
    const places = [0, 1, 2, 3].map((k) => 0.5 + (9.5 * (k + 0.5)) / 4);
    const all = [...places, 15, 25, 30 + 12.5 / 4, 30 + (12.5 * 3) / 4];
    for (const [rank, value] of all.entries()) expect(at(rank / 7)).toBeCloseTo(value, 12);
    expect(at(3.25 / 7)).toBeCloseTo(places[3]! + 0.25 * (15 - places[3]!), 12);
    expect([at(-1), at(2)]).toEqual([at(0), at(1)]);
  });

  test("have shares below them that rise evenly within a bucket (right answer by hand)", () => {
    const { sharesUpTo } = quantiles();
    for (const [value, share] of [
      [-3, 0],
      [0.5, 0],
      [5.25, 0.25],
      [10, 0.5],
      [15, 0.5625],
      [30, 0.75],
      [36.25, 0.875],
      [42.5, 1],
      [50, 1],
    ] as const) {
      const { below, upTo } = sharesUpTo(value);
      expect([value, below, upTo]).toEqual([value, share, share]);
    }
  });
});

describe("many values", () => {
  const count = 4096;
  const values = Float64Array.from(
    { length: count },
    (_, t) => 100 * ((t * 0.6180339887498949) % 1) ** 2 - 20.5,
  );
  const sorted = values.slice().sort();
  const edges = Array.from({ length: 60 }, (_, k) => 2 * k - 20);
  const quantiles = () => quantilesOf(values, edges);
  const exact = (p: number) => {
    const rank = (count - 1) * p;
    const [low, high] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
    return low + (rank % 1) * (high - low);
  };
  const probabilities = [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999];

  test("have quantiles within a bucket, and surely within so many errors (law)", () => {
    const { at, estimate } = quantiles();
    for (const p of probabilities) {
      const { value, error } = estimate(p);
      expect(value).toBe(at(p));
      expect(Math.abs(value - exact(p))).toBeLessThanOrEqual(Math.min(2, surelyWithinErrors * error));
    }
  });

  test("have the error of the scatter between scramblings, carried over by the slope (right answer)", () => {
    const { at, estimate } = quantiles();
    for (const p of [0.25, 0.5, 0.75]) {
      const limit = at(p);
      const upTo = new Float64Array(scramblings);
      for (const [trial, value] of values.entries()) if (value <= limit) upTo[trial % scramblings]!++;
      const shareError = Math.max(
        ratioError(upTo, new Float64Array(scramblings).fill(count / scramblings)),
        1 / count,
      );
      const slope = (exact(p + 0.02) - exact(p - 0.02)) / 0.04;
      const { error } = estimate(p);
      // A bucket is 2 wide, of which a part is open; the share is counted to a few values.
      expect(error).toBeLessThan(Math.hypot(slope * (shareError + 2 / count), 2 / surelyWithinErrors));
      expect(error).toBeGreaterThan(
        Math.hypot(slope * (shareError - 1 / count), 0.9 / surelyWithinErrors) * 0.9,
      );
    }
  });

  test("share and quantile undo each other (law)", () => {
    const { at, sharesUpTo } = quantiles();
    for (const p of [0.05, 0.3, 0.5, 0.8, 0.99]) {
      const { below, upTo } = sharesUpTo(at(p));
      expect(below).toBe(upTo);
      expect(Math.abs(upTo - p)).toBeLessThan(1 / count);
    }
  });
});

describe("a value with a bucket of its own", () => {
  test("is told to the last digit, with the share that it has (right answer)", () => {
    const atom = 2.5;
    const { at, estimate, sharesUpTo } = quantilesOf(repeated([1.25, 160], [atom, 640], [7.75, 160]), [
      atom,
      nextUp(atom),
      5,
    ]);
    expect(estimate(0.5)).toEqual({ value: atom, error: 0 });
    expect([at(0.2), at(0.8)]).toEqual([atom, atom]);
    expect(sharesUpTo(atom)).toEqual({ below: 1 / 6, upTo: 5 / 6 });
    expect(sharesUpTo(nextDown(atom)).upTo).toBeCloseTo(1 / 6, 9);
    expect(sharesUpTo(4)).toMatchObject({ below: expect.closeTo(5 / 6, 9) });
    // The median of all values is the smallest of all: half of those that equal it count as below.
    const { estimate: ofEqual } = quantilesOf(repeated([atom, 32], [3.5, 16]), [atom, nextUp(atom), 3]);
    expect(ofEqual(0.25).value).toBe(atom);
  });

  test("of one value alone is it, with no error (right answer)", () => {
    const { at, estimate, sharesUpTo } = quantilesOf(repeated([-3.25, 64]), [-10, 0, 10]);
    expect([at(0), at(0.5), at(1)]).toEqual([-3.25, -3.25, -3.25]);
    expect(estimate(0.5)).toEqual({ value: -3.25, error: 0 });
    expect([sharesUpTo(-4), sharesUpTo(-3.25), sharesUpTo(-3)]).toEqual([
      { below: 0, upTo: 0 },
      { below: 0, upTo: 1 },
      { below: 1, upTo: 1 },
    ]);
  });
});

describe("whole numbers", () => {
  const dice = repeated([-1, 16], [0, 16], [1, 16], [2, 16], [3, 16], [4, 16]);

  test("have quantiles that are whole numbers in their buckets (right answer by hand)", () => {
    const { at } = quantilesOf(dice, [-0.5, 0.5, 1.5, 2.5, 3.5]);
    const values = [0.05, 0.2, 0.45, 0.6, 0.75, 0.95].map(at);
    expect(values).toEqual([-1, 0, 1, 2, 3, 4]);
    // A zero has no sign.
    expect(Object.is(at(0.2), 0)).toBe(true);
  });

  test("lie from the first in a bucket to the last before the next edge (right answer by hand)", () => {
    // −1, 0 and 1 in one bucket, 2 to 4 in the next: an edge at 2 belongs to the bucket above it.
    const { at, sharesUpTo, estimate } = quantilesOf(dice, [2]);
    expect([at(0), at(0.25), at(0.49), at(0.51), at(0.75), at(1)]).toEqual([-1, 0, 1, 2, 3, 4]);
    expect([sharesUpTo(1).upTo, sharesUpTo(2).below, sharesUpTo(4).upTo]).toEqual([0.5, 0.5, 1]);
    // 48 values from 2 to 4: the exact one is 1 away at most.
    const { value, error } = estimate(0.75);
    expect(value).toBe(3);
    expect(surelyWithinErrors * error).toBeGreaterThanOrEqual(1);
  });

  test("with a bucket each are told exactly (right answer)", () => {
    const { estimate, sharesUpTo } = quantilesOf(dice, [-1, 0, 1, 2, 3, 4]);
    expect(estimate(0.25)).toMatchObject({ value: 0 });
    expect(sharesUpTo(2)).toEqual({ below: 0.5, upTo: 4 / 6 });
    const { estimate: mostly } = quantilesOf(repeated([1, 32], [2, 256], [3, 32]), [1, 2, 3]);
    expect(mostly(0.5)).toEqual({ value: 2, error: 0 });
  });

  test("between two atoms are the first at which the probability is reached (right answer by hand)", () => {
    const { at } = quantilesOf(repeated([1, 4], [2, 4]), [1, 2]);
    expect([at(0.5), at(0.51)]).toEqual([1, 2]);
  });
});
