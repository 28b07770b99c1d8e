// Right answers: the incomplete gamma functions where each of their ways of computing begins and ends, from their series
// and continued fraction in 50 digits, the largest shape by quadrature (mpmath 1.3).
import { describe, expect, test } from "vitest";
import { gammaTails } from "../../src/numeric/incompleteGamma.ts";
import { expectRelative } from "./expectRelative.ts";

const cases: readonly [shape: number, x: number, below: number, above: number, slope: number][] = [
  [0.00001, 0.001, 0.9999366865285947, 6.331347140529355e-5, 9.98937259630571e-6],
  [0.01, 2 ** -17, 0.8939148197340923, 0.10608518026590777, 0.0089390806725567],
  [0.3, 0.75, 0.8770065090192785, 0.12299349098072153, 0.14484332810383826],
  [0.3, 0.875, 0.8985121190846386, 0.10148788091536137, 0.1338738403273998],
  [0.3, 30, 0.9999999999999972, 2.8285793848940106e-15, 8.677665332623681e-14],
  [1.5, 2 ** -40, 6.524752769875579e-19, 1, 9.787129154809808e-19],
  [1.5, 1.4375, 0.5886980741934197, 0.4113019258065803, 0.46192186673187924],
  [1.5, 1.625, 0.6453374402175119, 0.35466255978248806, 0.4602635408355334],
  [1.5, 80, 1, 1.8328665315368283e-34, 1.4572413549075163e-32],
  [9.9, 2, 5.496633297887388e-5, 0.9999450336670211, 0.00044607528636702063],
  [10, 10, 0.5420702855281478, 0.4579297144718522, 1.251100357211333],
  [10, 16, 0.9567016840581342, 0.043298315941865805, 0.3409769982849128],
  [30, 8, 2.1025836307149643e-9, 0.9999999978974163, 4.6968310056123206e-8],
  [30, 75, 0.9999999988387842, 1.1612157500765536e-9, 5.410195250505938e-8],
  [300, 360, 0.9994731717862343, 0.0005268282137657289, 0.034360142474069766],
  [9999, 9700, 0.0012758454353069548, 0.9987241545646931, 0.4166568385337891],
  [9999, 10400, 0.9999627028017937, 3.7297198206280035e-5, 0.015828140704713962],
  [20000, 19500, 0.00018327005188799395, 0.999816729948112, 0.09794407667154716],
  [20000, 19999, 0.4981193330532751, 0.501880666946725, 56.417312778804856],
  [20000, 20300, 0.9827064487220966, 0.017293551277903448, 6.080281239529394],
  [1e12, 999_998_000_000, 0.0227500779571857, 0.9772499220428144, 53990.82253724885],
  [1e12, 1e12, 0.5000001329807602, 0.4999998670192399, 398942.2804013994],
  [1e12, 1_000_003_000_000, 0.9986500901500831, 0.0013499098499169014, 4431.888298663091],
];

describe("gamma of shape", () => {
  test.each(cases)("%s at %s lies %s below and %s above (right answer)", (shape, x, below, above, slope) => {
    const tails = gammaTails(shape);
    expectRelative(tails.lower(x), below, 3e-14);
    expectRelative(tails.upper(x), above, 3e-14);
    expectRelative(tails.slope(x), slope, 3e-14);
  });

  test("1e-308 has the exponential integral for its upper tail: shape × E₁(x) (right answer: E₁(2))", () => {
    // Of such small numbers the last digits are missing.
    expectRelative(gammaTails(1e-308).upper(2), 4.8900510708061e-310, 1e-12);
  });

  test.each([0.3, 1, 5, 30, 20_000])(
    "%s: nothing below 0, all of it below infinity (right answer)",
    (shape) => {
      const { lower, upper, slope } = gammaTails(shape);
      for (const x of [Number.NEGATIVE_INFINITY, -1e-300, 0]) {
        expect([lower(x), upper(x), slope(x)]).toEqual([0, 1, 0]);
      }
      for (const x of [1e9, 1e300, Number.POSITIVE_INFINITY]) {
        expect([lower(x), upper(x), slope(x)]).toEqual([1, 0, 0]);
      }
    },
  );

  test("20,000 has tails of 0 where they are no doubles any more (right answer)", () => {
    const { lower, upper } = gammaTails(20_000);
    expect([lower(100), upper(100), lower(1e6), upper(1e6)]).toEqual([0, 1, 1, 0]);
  });

  test.each([0.5, 7, 40])("%s: the slope's logarithm bends by shape − x along log x (law)", (shape) => {
    const { slope, bend } = gammaTails(shape);
    const step = 1e-4;
    for (const x of [0.25, 2, 8, 50]) {
      const rise = Math.log(slope(x * Math.exp(step)) / slope(x * Math.exp(-step))) / (2 * step);
      expect(Math.abs(bend(x) - rise)).toBeLessThan(1e-7 * (1 + x));
    }
  });
});
