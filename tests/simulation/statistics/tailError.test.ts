// What tails leave open: right answers by quadrature and by hand, and laws.
import { describe, expect, test } from "vitest";
import { integrate } from "../../../src/numeric/gaussLegendre.ts";
import { t95 } from "../../../src/simulation/statistics/replicateError.ts";
import {
  endsOf,
  fitTails,
  type Tail,
  tailErrors,
  withTail,
} from "../../../src/simulation/statistics/tailError.ts";
import { fitTail } from "../../../src/simulation/statistics/tailShape.ts";

const scramblings = 16;

/** The errors of mean and mean square alone. */
function errorsOf(...ofTails: Parameters<typeof tailErrors>): { mean: number; square: number } {
  const { mean, square } = tailErrors(...ofTails);
  return { mean: mean.error, square: square.error };
}
const infinite = Number.POSITIVE_INFINITY;

/** The excess that a share of a tail of scale 1 lies above. */
const excess = (shape: number, share: number) =>
  Math.abs(shape) < 1e-9 ? -Math.log(share) : (share ** -shape - 1) / shape;

/** Excesses at the middles of equal shares, rising. */
function regular(shape: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => excess(shape, 1 - (i + 0.5) / count));
}

/** `count` equal values and what follows them. */
const lump = (value: number, count: number, ...others: number[]) =>
  Float64Array.of(...new Array<number>(count).fill(value), ...others);

/** A tail as fitted, of a run of this many trials. */
function tailOf(shape: number, length: number, count: number) {
  return { shape, scale: 3, threshold: 5, length, share: length / count };
}

/** The integral of f over one stratum, on the scale of log s: there a tail is smooth. */
function meanOver(from: number, to: number, f: (s: number) => number): number {
  const panels = 10;
  const step = Math.log(to / from) / panels;
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    const start = Math.log(from) + i * step;
    sum += integrate((t) => f(Math.exp(t)) * Math.exp(t), start, start + step);
  }
  return sum / (to - from);
}

/** Errors of mean and mean square by the scatter of one point in each stratum, each integral by quadrature. */
function byQuadrature(tail: ReturnType<typeof tailOf>, count: number, mean: number) {
  const { shape, scale, threshold, length } = tail;
  // Few values make the shape look smaller than it is; what one in ten lies above stays where it is.
  const corrected = shape + Math.min(0.12, 8 / length) * (1 + Math.abs(shape));
  const correctedScale = (scale * excess(shape, 0.1)) / excess(corrected, 0.1);
  const inTail = length / scramblings;
  const distance = (s: number) => threshold - mean + correctedScale * excess(corrected, s / inTail);
  const variances = [1, 2].map((power) => {
    let sum = 0;
    for (let stratum = 0; stratum < Math.min(64, Math.floor(inTail)); stratum++) {
      const from = stratum === 0 ? 0.02 / scramblings : stratum;
      const centre = meanOver(from, stratum + 1, (s) => distance(s) ** power);
      sum += meanOver(from, stratum + 1, (s) => (distance(s) ** power - centre) ** 2);
    }
    return sum;
  });
  // The half width of the model's interval, wider of few values and of heavy tails, and of squares.
  const wider = Math.max(0, 20 + 80 * shape) / length;
  const [ofMean, ofSquare] = variances.map((variance, k) => {
    const halfWidth = 1.65 * (1 + (k === 0 ? 1 : 1.5) * wider);
    return ((halfWidth / t95) * Math.sqrt(variance * scramblings)) / count;
  });
  return { mean: ofMean!, square: ofSquare! };
}

describe("the errors of a tail", () => {
  test.each([
    [-0.4, 384, 16_384, 1],
    [-0.1, 384, 16_384, 7],
    [0.05, 384, 16_384, -2],
    [0.15, 96, 1024, 1],
    [0.3, 384, 16_384, 4],
    [0.3, 3072, 1_048_576, 4],
  ])(
    "of shape %s, %s values of %s, are those of one point a stratum (right answer: quadrature)",
    (shape, length, count, mean) => {
      const tail = tailOf(shape, length, count);
      const found = errorsOf({ low: "none", high: tail }, count, mean);
      const right = byQuadrature(tail, count, mean);
      expect(found.mean / right.mean).toBeCloseTo(1, 6);
      expect(found.square / right.square).toBeCloseTo(1, 5);
    },
  );

  // A correction of 0.01 (1 + |shape|) leads to the shapes at which an integral has a pole.
  test.each([0, 1 / 4, 1 / 3])("has no pole at shape %s (right answer: quadrature)", (pole) => {
    const [length, count] = [800, 65_536];
    for (const near of [-0.002, 0, 0.002]) {
      const corrected = pole + near;
      const shape = corrected < 0.01 ? (corrected - 0.01) / 0.99 : (corrected - 0.01) / 1.01;
      const tail = tailOf(shape, length, count);
      const found = errorsOf({ low: "none", high: tail }, count, 4);
      const right = byQuadrature(tail, count, 4);
      // The shape steps aside by up to 0.006.
      expect(Math.abs(found.mean / right.mean - 1)).toBeLessThan(0.04);
      expect(Math.abs(found.square / right.square - 1)).toBeLessThan(0.07);
    }
  });

  test("of the mean has no pole where the variance of values ends, at shape 1/2 (right answer: quadrature)", () => {
    const tail = tailOf((0.5 - 0.01) / 1.01, 800, 65_536);
    const found = errorsOf({ low: "none", high: tail }, 65_536, 4);
    expect(Math.abs(found.mean / byQuadrature(tail, 65_536, 4).mean - 1)).toBeLessThan(0.05);
  });

  test("of an exponential tail is that of its neighbours (law)", () => {
    const errors = [-1e-6, 0, 1e-10, 1e-6].map((shape) =>
      errorsOf({ low: "none", high: tailOf(shape, 384, 16_384) }, 16_384, 1),
    );
    for (const { mean, square } of errors) {
      expect(mean / errors[0]!.mean).toBeCloseTo(1, 4);
      expect(square / errors[0]!.square).toBeCloseTo(1, 4);
    }
  });

  test("are told up to a shape that could be 0.8, of squares 0.46 (right answer by hand)", () => {
    // 225 values: the shape could be 1.5 (1 + shape)/15 larger.
    const errors = (shape: number) => errorsOf({ low: "none", high: tailOf(shape, 225, 10_000) }, 10_000, 0);
    expect([0.63, 0.65].map((shape) => Number.isFinite(errors(shape).mean))).toEqual([true, false]);
    expect([0.32, 0.34].map((shape) => Number.isFinite(errors(shape).square))).toEqual([true, false]);
  });

  test("of both tails add up as variances, and of a mirrored column are the same (law)", () => {
    const [one, other] = [tailOf(0.1, 384, 16_384), tailOf(0.25, 384, 16_384)];
    const both = errorsOf({ low: one, high: other }, 16_384, 3);
    const [low, high] = [
      errorsOf({ low: one, high: "none" }, 16_384, 3),
      errorsOf({ low: "none", high: other }, 16_384, 3),
    ];
    expect(both.mean).toBeCloseTo(Math.hypot(low.mean, high.mean), 12);
    expect(both.square).toBeCloseTo(Math.hypot(low.square, high.square), 12);
    expect(errorsOf({ low: other, high: one }, 16_384, -3)).toEqual(both);
    expect(low.square).not.toBeCloseTo(errorsOf({ low: "none", high: one }, 16_384, 3).square, 3);
  });

  test("are none of a tail without a shape, and not told of too few values (right answer)", () => {
    expect(errorsOf({ low: "none", high: "none" }, 1024, 5)).toEqual({ mean: 0, square: 0 });
    for (const tails of [
      { low: "few", high: "none" },
      { low: "none", high: "few" },
    ] as const) {
      expect(errorsOf(tails, 1024, 5)).toEqual({ mean: infinite, square: infinite });
    }
  });
});

describe("what scatter shows of a tail", () => {
  /** Errors of the mean (order 1) and of the mean square (2) are so much larger than what scatter shows of them. */
  const wider = (order: number, shape: number, length: number) =>
    (1.65 * (1 + (order === 1 ? 1 : 1.5) * (Math.max(0, 20 + 80 * shape) / length))) / t95;

  // Shares by the line 0.86 − 0.8 · order · shape, which ends at 0.95 and 0.15.
  test.each([
    [-0.4, 384, 0.95, 0.95],
    [0, 384, 0.86, 0.86],
    [0.1, 384, 0.78, 0.7],
    [0.2, 384, 0.7, 0.54],
    [0.45, 60_000, 0.5, 0.15],
  ])(
    "of shape %s with %s values is a share of its error (right answer by hand)",
    (shape, length, ofMean, ofSquare) => {
      const { mean, square } = tailErrors({ low: "none", high: tailOf(shape, length, 1e6) }, 1e6, 1);
      expect(mean.seen / mean.error).toBeCloseTo(ofMean / wider(1, shape, length), 9);
      expect(square.seen / square.error).toBeCloseTo(ofSquare / wider(2, shape, length), 9);
      // Of squares the rest scatters too little as well.
      expect(mean.others).toBe(1);
      expect(square.others).toBeCloseTo(1 / Math.sqrt(ofSquare), 9);
    },
  );

  test("of both tails adds up as variances; of the rest the heavier tail counts (law)", () => {
    const [one, other] = [tailOf(0.1, 384, 16_384), tailOf(0.25, 384, 16_384)];
    const errors = (low: Tail, high: Tail) => tailErrors({ low, high }, 16_384, 3);
    const [both, low, high] = [errors(one, other), errors(one, "none"), errors("none", other)];
    for (const of of ["mean", "square"] as const)
      expect(both[of].seen).toBeCloseTo(Math.hypot(low[of].seen, high[of].seen), 12);
    expect(both.square.others).toBe(high.square.others);
    expect(high.square.others).toBeGreaterThan(low.square.others);
  });

  test("is replaced by all of the tail's error, and what is beyond it stays (right answers by hand)", () => {
    const tail = { error: 6, seen: 4, others: 2 };
    // √(6² + (2 · √(5² − 4²))²)
    expect(withTail(5, tail)).toBeCloseTo(Math.sqrt(72), 12);
    expect(withTail(4, tail)).toBe(6);
    expect(withTail(1, tail)).toBe(6);
    expect(withTail(5, { error: 0, seen: 0, others: 1 })).toBe(5);
  });

  test("a shape at a pole steps to larger ones: no error is made smaller by it (law)", () => {
    const [length, count] = [800, 65_536];
    const errorAt = (corrected: number) =>
      errorsOf({ low: "none", high: tailOf((corrected - 0.01) / 1.01, length, count) }, count, 4);
    for (const pole of [1 / 4, 1 / 3]) {
      const [at, beyond] = [errorAt(pole + 0.003), errorAt(pole + 0.0041)];
      expect(Math.abs(at.mean / beyond.mean - 1)).toBeLessThan(0.004);
      expect(Math.abs(at.square / beyond.square - 1)).toBeLessThan(0.008);
    }
  });
});

describe("the ends of a column", () => {
  test("are a fifth or three roots of it, in whole strata, and one value more (right answer by hand)", () => {
    const { count, lowest, highest } = endsOf(Float64Array.from({ length: 10_000 }, (_, k) => k));
    expect([count, lowest.length, lowest[0], lowest.at(-1)]).toEqual([10_000, 305, 0, 304]);
    expect([highest.length, highest[0], highest.at(-1)]).toEqual([305, 9695, 9999]);
    // A fifth of 160 values are two strata; three roots would be 38.
    expect(endsOf(new Float64Array(160)).highest).toHaveLength(33);
  });

  test("of few values are all of them (right answer by hand)", () => {
    const sorted = Float64Array.of(1, 2, 3, 5, 8);
    expect(endsOf(sorted)).toEqual({ count: 5, lowest: sorted, highest: sorted });
  });
});

describe("the tails of a column", () => {
  const count = 16_384;
  const away = Float64Array.of(-2, -1);
  const highOf = (highest: Float64Array, lowest = away): Tail => fitTails({ count, lowest, highest }).high;
  const summaryOf = (tail: Tail) => (typeof tail === "string" ? tail : tail.length);

  test("are fitted beyond the first value, the lower one mirrored; the values stay as they are (right answer)", () => {
    const rising = Float64Array.of(0, ...regular(0.2, 96)).map((value) => 10 + value);
    const falling = rising.map((value) => -value).reverse();
    const ends = { count, lowest: falling.slice(), highest: rising.slice() };
    const tail = { ...fitTail(regular(0.2, 96)), threshold: 10, length: 96, share: 96 / count };
    const { low, high } = fitTails(ends);
    for (const found of [low, high]) {
      expect(found).toMatchObject({ threshold: 10, length: 96, share: tail.share });
      expect((found as typeof tail).shape).toBeCloseTo(tail.shape, 9);
      expect((found as typeof tail).scale).toBeCloseTo(tail.scale, 9);
    }
    expect(ends).toEqual({ count, lowest: falling, highest: rising });
  });

  test("whose threshold is in a lump are the upper half of what lies above (right answer)", () => {
    const above = regular(0.2, 64);
    const tail = highOf(lump(0, 100, ...above));
    const excesses = above.subarray(33).map((value) => value - above[32]!);
    expect(tail).toEqual({ ...fitTail(excesses), threshold: above[32], length: 31, share: 31 / count });
  });

  test("above a lump are all of it where half were too few (right answer)", () => {
    expect(summaryOf(highOf(lump(0, 100, ...regular(0.2, 30))))).toBe(30);
    expect(summaryOf(highOf(lump(0, 100, ...regular(0.2, 32))))).toBe(32);
    expect(summaryOf(highOf(lump(0, 100, ...regular(0.2, 33))))).toBe(16);
    expect(summaryOf(highOf(lump(0, 100, ...regular(0.2, 40))))).toBe(19);
    expect(summaryOf(highOf(lump(0, 1, ...regular(0.2, 40))))).toBe(40);
    expect(summaryOf(highOf(lump(0, 1, ...regular(0.2, 16))))).toBe(16);
  });

  test.each<[string, Float64Array]>([
    ["all values are one", lump(3, 97)],
    ["all above the threshold are one", lump(3, 1, ...lump(4, 96))],
    [
      "a quarter of the tail is one value",
      lump(0, 1, ...lump(0.1, 25), ...regular(0.2, 71).map((x) => 1 + x)),
    ],
    [
      "the upper half is one value",
      lump(0, 1, ...regular(0.2, 40).map((x) => Math.min(x, 1)), ...lump(1, 56)),
    ],
    ["it is wider than numbers are", lump(-1.5e308, 1, ...regular(0, 96).map((x) => 1e307 * x))],
    ["it has less than 16 values, the last of many equal ones", lump(0, 80, ...regular(0.2, 15))],
  ])("have no shape where %s (right answer)", (_, highest) => {
    expect(highOf(highest)).toBe("none");
  });

  test("are too few where they are all that differs from one value (right answer)", () => {
    // Thresholds of both ends are the same value.
    const flat = lump(0, 100);
    expect(summaryOf(highOf(lump(0, 90, ...regular(0.2, 10)), flat))).toBe("few");
    expect(summaryOf(highOf(lump(0, 70, ...regular(0.2, 30)), flat))).toBe("few");
    // 128 above: the tail is their upper half, 63 or 64 of them.
    expect(summaryOf(highOf(lump(0, 70, ...regular(0.2, 129)), flat))).toBe(64);
    expect(summaryOf(highOf(lump(0, 70, ...regular(0.2, 127)), flat))).toBe("few");
    expect(summaryOf(highOf(flat, flat))).toBe("none");
    expect(summaryOf(highOf(lump(0, 90, ...lump(1, 10)), flat))).toBe("none");
    expect(summaryOf(highOf(lump(0, 70, ...regular(0.2, 30)), Float64Array.of(-3, -2, ...flat)))).toBe("few");
  });
});
