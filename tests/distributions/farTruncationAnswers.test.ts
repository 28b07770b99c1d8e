// Truncation far in a tail: right answers by other software.
import { expect, test } from "vitest";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { constant, mixture, truncated } from "../../src/distributions/index.ts";
import { create } from "./referenceCases.ts";

/** By quadrature and by the incomplete beta and gamma functions in 50 digits (mpmath 1.3), which agree; counts by their sums. */
const rightAnswers: [belief: string, mean: number, sd: number, quantiles: [number, number, number]][] = [
  [
    "truncate(logistic(0, 1), min: 200)",
    201,
    1,
    [200.05129329438756, 200.69314718055995, 202.99573227355398],
  ],
  [
    "truncate(logistic(0, 1), max: -200)",
    -201,
    1,
    [-202.99573227355398, -200.69314718055995, -200.05129329438756],
  ],
  [
    "truncate(exponential(mean: 2), min: 1300)",
    1302,
    2,
    [1300.102586588775, 1301.38629436112, 1305.991464547108],
  ],
  [
    "truncate(triangular(11k, 14k, 100k), min: 99_999)",
    99999.33333333333,
    0.23570226039551584,
    [99999.02532056552, 99999.29289321881, 99999.77639320225],
  ],
  ["truncate(binomial(100, 0.5), min: 40)", 50.22076278128366, 4.7574420218139775, [43, 50, 58]],
  ["truncate(binomial(20, 0.5), min: 18)", 18.104265402843602, 0.32073790171921573, [18, 18, 19]],
  ["truncate(binomial(2000, 0.5), min: 1500)", 1500.4975231831086, 0.8614624405241356, [1500, 1500, 1502]],
  ["truncate(binomial(2000, 0.25), max: 10)", 9.984749196064104, 0.12423921055345291, [10, 10, 10]],
  ["truncate(poisson(3), min: 150)", 150.02026475876852, 0.14376995714728336, [150, 150, 150]],
  ["truncate(poisson(2000), min: 3500)", 3501.3300913851745, 1.758914195095531, [3500, 3501, 3505]],
  [
    "truncate(negativeBinomial(mean: 20, size: 2), min: 5000)",
    5010.021951706246,
    10.5100192175735,
    [5000, 5007, 5031],
  ],
  [
    "truncate(beta(2, 60), min: 0.6)",
    0.6066259808195292,
    0.006515367443203996,
    [0.6003455404887772, 0.6046438297700838, 0.619680349077602],
  ],
  [
    "truncate(beta(3, 200), min: 0.55)",
    0.5522568498566326,
    0.002245398727662089,
    [0.5501163380195313, 0.5515695452052721, 0.5567437036517282],
  ],
  [
    "truncate(beta(60, 2), max: 0.001)",
    0.0009836062970452163,
    1.6127112643253418e-5,
    [0.0009512963264251594, 0.0009885138340356855, 0.0009991454630624444],
  ],
  [
    "truncate(pert(0, 1, 100, 60), min: 60)",
    60.65551375683691,
    0.644756119064918,
    [60.03417467049779, 60.45932979302018, 61.94728954119915],
  ],
  [
    "truncate(gamma(9, 1), min: 200)",
    201.041221942989,
    1.041003216866527,
    [200.05341875202353, 200.72181976270045, 203.11889240005343],
  ],
  [
    "truncate(gamma(9, 1), max: 0.0001)",
    8.999991818127273e-5,
    9.04540063987206e-6,
    [7.168691347578132e-5, 9.258740259744968e-5, 9.943168985039631e-5],
  ],
  [
    "truncate(gamma(20k, 1), min: 24k)",
    24005.98361615741,
    5.97622993215918,
    [24000.307290271037, 24004.15088239797, 24017.91424262356],
  ],
  [
    "truncate(lognormal(meanLog: 0, sdLog: 1), min: 10M)",
    10655963.743490051,
    697325.9051612013,
    [10031749.51532426, 10437127.13214966, 12021486.742451927],
  ],
  [
    "truncate(weibull(5, 2), min: 6)",
    6.004922132981575,
    0.004906137854382799,
    [6.000253278834906, 6.003419050183984, 6.0147213230449825],
  ],
  [
    "truncate(t(30), min: 1000)",
    1034.483728446618,
    35.694017690581155,
    [1001.7112886711462, 1023.3745635420522, 1105.0166172877541],
  ],
  [
    "truncate(normal(0, 1), min: 35)",
    35.028524970596685,
    0.02850184499962472,
    [35.00146429868846, 35.01978249630718, 35.08541858578074],
  ],
];

test.each(rightAnswers)("right answer: %s", (belief, mean, sd, quantiles) => {
  const cut = evaluateBelief(belief);
  const expectNear = (found: number, right: number, digits: number) =>
    expect(Math.abs(found - right), `${found} for ${right}`).toBeLessThanOrEqual(digits * Math.abs(right));
  expectNear(cut.mean, mean, 1e-12);
  // From a distance of the values, which has fewer digits than they.
  expectNear(cut.sd, sd, 1e-11 + (1e-15 * Math.abs(mean)) / sd);
  [0.05, 0.5, 0.95].forEach((p, i) => {
    expectNear(cut.quantile(p), quantiles[i]!, cut.kind === "discrete" ? 0 : 1e-13);
  });
});

test("right answers: the chance that a cut keeps", () => {
  // Of 100 throws of a coin 40 or more are heads in 0.98240010 of cases (the whole numbers of Pascal's triangle, added up).
  const heads = evaluateBelief("binomial(100, 0.5)");
  expect(heads.upperTail(39)).toBeCloseTo(0.9823998998911476, 14);
  expect(heads.quantile(1)).toBe(100);
  expect(heads.cdf(100)).toBe(1);
  expect(heads.upperTail(99) * 2 ** 100).toBeCloseTo(1, 13);
});

const coinOrFive = mixture([
  { weight: 0.3, distribution: constant(5) },
  { weight: 0.7, distribution: create("uniform", { min: 0, max: 10 }) },
]);
test("right answers: a single value inside a mixture of mixtures stays at the cut, with its weight", () => {
  const cut = truncated(
    mixture([
      { weight: 0.5, distribution: coinOrFive },
      { weight: 0.5, distribution: create("uniform", { min: 0, max: 10 }) },
    ]),
    5,
    Number.POSITIVE_INFINITY,
  );
  // Half of 0.3 at 5, and half of what is left, evenly above.
  expect(cut.cdf(5)).toBeCloseTo(0.15 / 0.575, 14);
  expect(cut.mean).toBeCloseTo((0.15 * 5 + 0.425 * 7.5) / 0.575, 13);
  const point = truncated(coinOrFive, 5, 5);
  expect([point.mean, point.sd, point.support]).toEqual([5, 0, [5, 5]]);
});

test("what is left is said in words that hold no infinity", () => {
  const messageOf = (belief: string) => {
    try {
      evaluateBelief(belief);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  expect(messageOf("truncate(lognormal(meanLog: 0, sdLog: 1), max: -5)")).toBe(
    "nothing is left below -5: the values lie above 0",
  );
  expect(messageOf("truncate(beta(2, 3), min: 5)")).toBe(
    "nothing is left above 5: the values lie between 0 and 1",
  );
  expect(messageOf("truncate(exponential(mean: 1), min: 1e24)")).not.toContain("Infinity");
});
