// Right answers: the truncated normal near, far out, narrow and wide, in 50 digits (mpmath 1.3).
import { describe, expect, test } from "vitest";
import { ParameterProblem } from "../../src/distributions/distribution.ts";
import { type TruncatedNormal, truncatedNormal } from "../../src/distributions/truncatedNormal.ts";
import { expectRelative } from "../numeric/expectRelative.ts";

interface Case extends TruncatedNormal {
  moments: [mean: number, sd: number];
  quantiles: [p: number, x: number][];
  tails: [x: number, below: number, above: number][];
}

const infinite = Number.POSITIVE_INFINITY;
const oneIn1024 = 2 ** -10;
const oneInAMillion = 2 ** -20;

const cases: readonly Case[] = [
  {
    mean: 0,
    sd: 1,
    min: -1,
    max: 2,
    moments: [0.22963717909132897, 0.7209455868590458],
    quantiles: [
      [oneInAMillion, -0.9999967736948292],
      [0.03125, -0.8993379648128648],
      [0.5, 0.17116391801782477],
      [0.75, 0.7474407239640593],
      [1 - oneIn1024, 1.985408136085492],
    ],
    tails: [
      [-1 + oneIn1024, 0.0002888058535928376, 0.9997111941464072],
      [-0.25, 0.2964085228515105, 0.7035914771484896],
      [0, 0.41698875142898584, 0.5830112485710142],
      [1.5, 0.94617962473645, 0.05382037526354997],
      [2 - oneIn1024, 0.9999355272227928, 6.447277720721677e-5],
    ],
  },
  {
    mean: 0,
    sd: 1,
    min: -8,
    max: 1.5,
    moments: [-0.13878975045884542, 0.8789498162462132],
    quantiles: [
      [oneInAMillion, -4.776929206890062],
      [0.03125, -1.8932506098252828],
      [0.5, -0.08382848655655747],
      [0.75, 0.5240973927333737],
      [1 - oneIn1024, 1.493000543157453],
    ],
    tails: [
      [-6, 1.0572167126483395e-9, 0.9999999989427832],
      [-1, 0.17001337145676582, 0.8299866285432341],
      [0, 0.5357949618555217, 0.46420503814447833],
      [1.25, 0.9583766908072895, 0.04162330919271054],
    ],
  },
  {
    mean: 3,
    sd: 2,
    min: 4,
    max: 4.5,
    moments: [4.243505768438361, 0.14409964253047358],
    quantiles: [
      [oneInAMillion, 4.000000443756538],
      [0.03125, 4.01456763672684],
      [0.5, 4.240282212714133],
      [0.75, 4.367256953677821],
      [1 - oneIn1024, 4.499468797685435],
    ],
    tails: [
      [4 + oneIn1024, 0.002098468037304891, 0.9979015319626952],
      [4.25, 0.5194959451797682, 0.4805040548202318],
      [4.5 - oneIn1024, 0.998204537316098, 0.0017954626839020052],
    ],
  },
  {
    mean: 3,
    sd: 2,
    min: -4.5,
    max: -4,
    moments: [-4.212822181164713, 0.14130245700109545],
    quantiles: [
      [oneInAMillion, -4.499999219894115],
      [0.03125, -4.475030536353452],
      [0.5, -4.195395539232736],
      [0.75, -4.089276504205146],
      [1 - oneIn1024, -4.000322847281953],
    ],
    tails: [[-4.25, 0.3887576680773094, 0.6112423319226906]],
  },
  {
    mean: 0,
    sd: 1,
    min: 30,
    max: infinite,
    moments: [30.033259667433676, 0.033223056931746826],
    quantiles: [
      [oneInAMillion, 30.000000031753956],
      [0.03125, 30.00105709938093],
      [0.5, 30.02307046782731],
      [0.75, 30.046123260403522],
      [1 - oneIn1024, 30.22991412372967],
    ],
    tails: [
      [30 + oneIn1024, 0.02890388640531325, 0.9710961135946867],
      [30.25, 0.999468352888619, 0.0005316471113810009],
      [31, 0.999999999999945, 5.492983942446786e-14],
    ],
  },
  {
    mean: 0,
    sd: 1,
    min: -infinite,
    max: -30,
    moments: [-30.033259667433676, 0.033223056931746826],
    quantiles: [
      [oneInAMillion, -30.458096530460754],
      [0.03125, -30.11517599118824],
      [0.5, -30.02307046782731],
      [0.75, -30.009577257491085],
      [1 - oneIn1024, -30.000032531903965],
    ],
    tails: [[-30.25, 0.0005316471113810009, 0.999468352888619]],
  },
  {
    mean: 0,
    sd: 1,
    min: 5,
    max: 25,
    moments: [5.186503967125842, 0.1808215546253052],
    quantiles: [
      [oneInAMillion, 5.000000183876222],
      [0.03125, 5.0061179159508535],
      [0.5, 5.132018332044298],
      [0.75, 5.26093360482116],
      [1 - oneIn1024, 6.201333769207725],
    ],
    tails: [
      [5 + oneIn1024, 0.005052598990964079, 0.9949474010090359],
      [6, 0.9965582339612863, 0.003441766038713663],
      [8, 0.9999999978297832, 2.170216801355458e-9],
    ],
  },
  {
    mean: 0,
    sd: 1,
    min: -3,
    max: 40,
    moments: [0.004437839042125664, 0.9933110230226276],
    quantiles: [
      [oneInAMillion, -2.9997851731359777],
      [0.03125, -1.8444648256178138],
      [0.5, 0.0016918470940848107],
      [0.75, 0.6755521176723082],
      [1 - oneIn1024, 3.0976694561332416],
    ],
    tails: [
      [-3 + oneIn1024, 4.340181083022446e-6, 0.999995659818917],
      [-2, 0.02142916109893605, 0.978570838901064],
      [0.5, 0.6910454040731083, 0.3089545959268917],
      [3, 0.9986482772805316, 0.0013517227194684146],
    ],
  },
  {
    mean: 0,
    sd: 1,
    min: 0,
    max: infinite,
    moments: [0.7978845608028654, 0.602810274989087],
    quantiles: [
      [oneInAMillion, 1.1952535031469333e-6],
      [0.03125, 0.03917608550309763],
      [0.5, 0.6744897501960817],
      [0.75, 1.150349380376008],
      [1 - oneIn1024, 3.2971933456919635],
    ],
    tails: [
      [oneIn1024, 0.000779184017561082, 0.999220815982439],
      [0.5, 0.3829249225480262, 0.6170750774519738],
      [4, 0.9999366575163338, 6.334248366623985e-5],
    ],
  },
  {
    mean: 1e6,
    sd: 1,
    min: 1_000_000.5,
    max: 1_000_001.5,
    moments: [1_000_000.9206446052, 0.27738438662341686],
    quantiles: [
      [oneInAMillion, 1_000_000.5000006548],
      [0.03125, 1_000_000.5215740554],
      [0.5, 1_000_000.8865063386],
      [0.75, 1_000_001.1395362174],
      [1 - oneIn1024, 1_000_001.4981798396],
    ],
    tails: [[1_000_000.75, 0.3388494270548295, 0.6611505729451705]],
  },
];

describe.each(
  cases.map((one) => [`normal(${one.mean}, ${one.sd}) from ${one.min} to ${one.max}`, one] as const),
)("%s", (_, one) => {
  const { mean, sd, min, max } = one;
  const create = () => truncatedNormal({ mean, sd, min, max });
  // An interval around 0 has answers near 0, which have the last digits of its ends.
  const spacing = 4 * Number.EPSILON * (min < 0 && max > 0 ? Math.min(-min, max) : 0);

  test("has the right mean and sd (right answer)", () => {
    const found = create();
    expectRelative(found.mean, one.moments[0], 2e-14 + spacing / Math.abs(one.moments[0]));
    expectRelative(found.sd, one.moments[1], 2e-14);
  });

  test("has the right quantiles, counted from below and from above (right answer)", () => {
    const found = create();
    for (const [p, right] of one.quantiles) {
      const tolerance = 1e-14 + spacing / Math.abs(right);
      expectRelative(found.quantile(p), right, tolerance);
      expect(found.upperQuantile?.(1 - p)).toBe(found.quantile(p));
    }
  });

  test("has the right tails (right answer)", () => {
    const found = create();
    for (const [x, below, above] of one.tails) {
      expectRelative(found.cdf(x), below, 2e-14);
      expectRelative(found.upperTail(x), above, 2e-14);
    }
  });

  test("begins and ends where it is cut (right answer)", () => {
    const found = create();
    expect([found.kind, ...found.support]).toEqual(["continuous", min, max]);
    expect([found.quantile(0), found.quantile(1)]).toEqual([min, max]);
    expect([found.cdf(min), found.upperTail(min), found.cdf(max), found.upperTail(max)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([found.cdf(min - 1), found.upperTail(min - 1)]).toEqual([0, 1]);
    expect([found.cdf(max + 1), found.upperTail(max + 1)]).toEqual([1, 0]);
    for (const p of [1e-300, 1e-17, 2 ** -53]) {
      expect(found.quantile(p)).toBeGreaterThanOrEqual(min);
      expect(found.upperQuantile?.(p)).toBeLessThanOrEqual(max);
    }
  });
});

describe("a truncated normal", () => {
  test("keeps the digits of the distance from the end it is cut at (right answer by hand)", () => {
    // Towards an end the density is level: the quantile is p over it away.
    const half = truncatedNormal({ mean: 0, sd: 1, min: 0, max: infinite });
    expectRelative(half.quantile(1e-30), 1e-30 * Math.sqrt(Math.PI / 2), 1e-14);
    const mirrored = truncatedNormal({ mean: 0, sd: 1, min: -infinite, max: 0 });
    expectRelative(mirrored.upperQuantile!(1e-30), -1e-30 * Math.sqrt(Math.PI / 2), 1e-14);
    // Its far end at 0, seen from a mean of −1: 1 / (density there), φ(1) / (Φ(1) − Φ(−2)).
    const farEnd = truncatedNormal({ mean: -1, sd: 1, min: -3, max: 0 });
    expectRelative(farEnd.upperQuantile!(1e-30), -1e-30 * (0.8185946141203637 / 0.24197072451914337), 1e-14);
  });

  test("keeps the digits of a far end at 0 (right answer by hand)", () => {
    const { upperQuantile } = truncatedNormal({ mean: -1, sd: 1, min: -1.5, max: 0 });
    expectRelative(upperQuantile!(1e-30), -1e-30 * (0.532807207342556 / 0.24197072451914337), 1e-14);
  });

  test("keeps the digits of a tail on the side of its nearer end (right answer: mpmath)", () => {
    expectRelative(truncatedNormal({ mean: 0, sd: 1, min: -6, max: 9 }).cdf(-5), 2.856649845159898e-7, 1e-14);
  });

  test("cut far out on both sides is the normal (right answer)", () => {
    const { mean, sd, quantile, cdf } = truncatedNormal({ mean: 0, sd: 1, min: -20, max: 25 });
    expect(Math.abs(mean)).toBeLessThan(1e-14);
    expectRelative(sd, 1, 1e-14);
    expectRelative(quantile(0.975), 1.959963984540054, 2e-15);
    expectRelative(cdf(-10), 7.61985302416052e-24, 1e-13);
  });

  test("has nothing beyond infinity (right answer)", () => {
    for (const max of [3, infinite]) {
      const { cdf, upperTail } = truncatedNormal({ mean: 0, sd: 1, min: -1, max });
      expect([cdf(-infinite), upperTail(-infinite), cdf(infinite), upperTail(infinite)]).toEqual([
        0, 1, 1, 0,
      ]);
    }
  });

  test("cut again is that of the narrower interval (law)", () => {
    const once = truncatedNormal({ mean: 1, sd: 2, min: 0, max: 5 });
    const twice = once.truncate!(-3, 2);
    const right = truncatedNormal({ mean: 1, sd: 2, min: 0, max: 2 });
    expect([twice.mean, twice.sd, ...twice.support]).toEqual([right.mean, right.sd, 0, 2]);
    expect(once.truncate!(3, 9).support).toEqual([3, 5]);
  });

  test("mirrored is the mirrored interval's (law)", () => {
    const one = truncatedNormal({ mean: 1, sd: 2, min: 0, max: 9 });
    const other = truncatedNormal({ mean: -1, sd: 2, min: -9, max: 0 });
    expect([other.mean, other.sd]).toEqual([-one.mean, one.sd]);
    for (const p of [0.001, 0.25, 0.5, 0.9]) expect(other.upperQuantile?.(p)).toBe(-one.quantile(p));
    for (const x of [0.5, 3, 8]) expect(other.cdf(-x)).toBe(one.upperTail(x));
  });

  test("without any probability is refused", () => {
    expect(() => truncatedNormal({ mean: 0, sd: 1, min: 2, max: 2 })).toThrow(ParameterProblem);
  });
});
