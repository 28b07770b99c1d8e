// How a column spreads over buckets: right answers by counting one by one, and by hand.
import { describe, expect, test } from "vitest";
import { ColumnScratch } from "../../../src/simulation/statistics/columnScratch.ts";
import {
  bucketOfRank,
  bucketOfTrial,
  bucketOfValue,
  type Spread,
  spreadOf,
  withoutNaN,
} from "../../../src/simulation/statistics/spread.ts";

const scramblings = 16;
/** Values in no order, the same on every run. */
const scattered = (trial: number) => (trial * 0.6180339887498949) % 1;
const columnOf = (length: number, valueAt: (trial: number) => number) =>
  Float64Array.from({ length }, (_, t) => valueAt(t));

const columns: [string, Float64Array][] = [
  ["one value", Float64Array.of(5)],
  ["two values", Float64Array.of(-3, 7)],
  ["fewer values than a scrambling has", columnOf(11, scattered)],
  ["an odd number of values", columnOf(1001, scattered)],
  ["whole strata", columnOf(4096, (t) => scattered(t) ** 4 - 0.3)],
  ["not whole strata, in more passes than one", columnOf(3 * 1024 + 23, scattered)],
  ["a heavy tail", columnOf(5000, (t) => scattered(t + 1) ** -3)],
  ["a constant", columnOf(2048, () => 42.5)],
  ["two lumps", columnOf(2000, (t) => (t % 3 === 0 ? 1e9 : -1))],
  ["an infinite value", columnOf(2048, (t) => (t === 77 ? Number.POSITIVE_INFINITY : scattered(t)))],
  ["one in three that happens", columnOf(2999, (t) => (t % 3 === 1 ? scattered(t) : Number.NaN))],
  ["one that does not happen, the last", columnOf(2048, (t) => (t === 2047 ? Number.NaN : scattered(t)))],
  // Every fifth of 2,048 trials is looked at first.
  [
    "only trials that the sample does not see",
    columnOf(2048, (t) => (t % 5 === 3 ? scattered(t) : Number.NaN)),
  ],
];

describe.each(columns)("of %s", (_, column) => {
  const spreadNow = () => spreadOf(column, new ColumnScratch()) as Spread;
  const happened = Array.from(column.keys()).filter((trial) => !Number.isNaN(column[trial]!));

  test("counts, sums and squares are those of each scrambling (right answer: one by one)", () => {
    const spread = spreadNow();
    for (let r = 0; r < scramblings; r++) {
      const distances = happened.filter((t) => t % scramblings === r).map((t) => column[t]! - spread.centre);
      expect(spread.counts[r]! + 0).toBe(distances.length); // no minus before a zero
      const sum = distances.reduce((all, one) => all + one, 0);
      const square = distances.reduce((all, one) => all + one * one, 0);
      expect([spread.sums[r], spread.squares[r]]).toEqual([sum, square]);
    }
    expect(spread.count).toBe(happened.length);
  });

  test("a trial's bucket is that of its value, and none where nothing happened (right answer)", () => {
    const spread = spreadNow();
    const wrong = Array.from(column.keys()).filter((trial) => {
      const value = column[trial]!;
      return (
        bucketOfTrial(spread, trial) !== (Number.isNaN(value) ? spread.absent : bucketOfValue(spread, value))
      );
    });
    expect(wrong).toEqual([]);
  });

  test("the values in lower buckets are counted, in all and by scrambling (right answer: one by one)", () => {
    const spread = spreadNow();
    const { below, belowBy, absent } = spread;
    expect([below.length, belowBy.length]).toEqual([absent + 1, (absent + 1) * scramblings]);
    const right = new Uint32Array((absent + 1) * scramblings);
    for (const trial of happened) {
      for (let bucket = bucketOfTrial(spread, trial) + 1; bucket <= absent; bucket++)
        right[bucket * scramblings + (trial % scramblings)]!++;
    }
    expect(Array.from(belowBy)).toEqual(Array.from(right));
    for (let bucket = 0; bucket <= absent; bucket++) {
      const own = right.subarray(bucket * scramblings, (bucket + 1) * scramblings);
      expect(below[bucket]).toBe(own.reduce((all, one) => all + one, 0));
    }
  });

  test("a rank's bucket is that of the value at it, ranks outside are taken to the nearest (right answer: sorting)", () => {
    const spread = spreadNow();
    const sorted = withoutNaN(column.slice().sort());
    expect(sorted.length).toBe(happened.length);
    const ranks = Array.from(sorted.keys());
    expect(
      ranks.filter((rank) => bucketOfRank(spread, rank) !== bucketOfValue(spread, sorted[rank]!)),
    ).toEqual([]);
    expect(bucketOfRank(spread, -5)).toBe(bucketOfValue(spread, sorted[0]!));
    expect(bucketOfRank(spread, sorted.length + 5)).toBe(bucketOfValue(spread, sorted.at(-1)!));
  });

  test("buckets rise with the value, of equal width between the first and the last (law)", () => {
    const spread = spreadNow();
    const { centre, scale, absent } = spread;
    const wrong = withoutNaN(column.slice().sort()).filter((value) => {
      const place = (value - centre) * scale + 1;
      const right = Number.isNaN(place) ? absent - 1 : Math.max(0, Math.min(absent - 1, Math.floor(place)));
      return bucketOfValue(spread, value) !== right;
    });
    expect(Array.from(wrong)).toEqual([]);
  });
});

describe("buckets", () => {
  test("lie between the first and the last hundredth of a sample, 150 values each (right answer by hand)", () => {
    // Of 3,000 values every fifth is looked at: 600 values, of which the sixth and the last but six are 25 and 2,970.
    const { centre, scale, absent } = spreadOf(
      columnOf(3000, (t) => t),
      new ColumnScratch(),
    ) as Spread;
    expect([centre, absent - 2]).toEqual([25, 20]);
    expect(scale).toBeCloseTo(20 / (2970 - 25), 12);
    const few = spreadOf(Float64Array.of(1, 2, 4), new ColumnScratch()) as Spread;
    expect([few.centre, few.scale, few.absent]).toEqual([1, 1 / 3, 3]);
  });

  test("are 2,048 at most (right answer by hand)", () => {
    const { absent } = spreadOf(columnOf(400_000, scattered), new ColumnScratch()) as Spread;
    expect(absent).toBe(2050);
  });

  test("of a constant are one width of nothing: all values are in one (right answer)", () => {
    const { scale, below, absent } = spreadOf(
      columnOf(320, () => 3),
      new ColumnScratch(),
    ) as Spread;
    expect([scale, below[1], below[2], below[absent]]).toEqual([0, 0, 320, 320]);
  });

  test("are none where nothing happened", () => {
    expect(spreadOf(new Float64Array(64).fill(Number.NaN), new ColumnScratch())).toBeUndefined();
    expect(spreadOf(new Float64Array(0), new ColumnScratch())).toBeUndefined();
  });

  test("do not depend on what memory held before (law)", () => {
    const scratch = new ColumnScratch();
    spreadOf(columnOf(2048, scattered), scratch);
    const sparse = columnOf(1001, (t) => (t % 7 === 0 ? scattered(t) : Number.NaN));
    expect(spreadOf(sparse, scratch)).toEqual(spreadOf(sparse, new ColumnScratch()));
  });
});

test("numbers of a sorted column are those before NaN (right answer)", () => {
  expect(withoutNaN(Float64Array.of(1, 2, Number.NaN, Number.NaN))).toEqual(Float64Array.of(1, 2));
  expect(withoutNaN(Float64Array.of(Number.NaN))).toHaveLength(0);
  expect(withoutNaN(Float64Array.of(1, 2))).toHaveLength(2);
});
