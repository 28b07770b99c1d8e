// Right answers: the special functions against closed forms and figures computed with 40 digits (mpmath 1.3).
import { describe, expect, test } from "vitest";
import { integrate } from "../../src/numeric/gaussLegendre.ts";
import { betaTails } from "../../src/numeric/incompleteBeta.ts";
import { gammaTails } from "../../src/numeric/incompleteGamma.ts";
import { log1pmx } from "../../src/numeric/log1pmx.ts";
import { logBeta } from "../../src/numeric/logBeta.ts";
import { logGamma, logGamma1p } from "../../src/numeric/logGamma.ts";
import { nextDown, nextUp } from "../../src/numeric/nextDouble.ts";
import { normalQuantile, normalUpperQuantile } from "../../src/numeric/normalQuantile.ts";
import {
  logNormalUpperTail,
  normalCdf,
  normalUpperQuantileOfLog,
  normalUpperTail,
} from "../../src/numeric/normalTail.ts";
import { wichuraQuantile } from "../../src/numeric/wichuraQuantile.ts";
import { expectRelative } from "./expectRelative.ts";

const normalTails: readonly [z: number, tail: number][] = [
  [0.0, 0.5],
  [0.3, 0.3820885778110474],
  [0.6744, 0.2500285213729406],
  [0.6745, 0.24999674286369916],
  [1.0, 0.15865525393145705],
  [2.5, 0.006209665325776135],
  [5.65, 8.022391850663497e-9],
  [5.66, 7.568649751997714e-9],
  [8.0, 6.220960574271784e-16],
  [20.0, 2.7536241186062337e-89],
  [37.0, 5.725571222524577e-300],
];
const normalLogs: readonly [z: number, log: number][] = [
  [39.0, -765.0831565643775],
  [60.0, -1805.0135606805673],
  [1000.0, -500007.82669481216],
];
const gammaCases: readonly [shape: number, x: number, below: number, above: number][] = [
  [0.01, 1e-5, 0.8963367982671973, 0.1036632017328028],
  [0.01, 0.5, 0.9943732438060329, 0.0056267561939671844],
  [0.5, 3.0, 0.9856941215645704, 0.01430587843542964],
  [3.0, 0.1, 0.00015465307026467167, 0.9998453469297354],
  [55.5, 80.0, 0.9983795934447626, 0.0016204065552374294],
  [300.0, 250.0, 0.0011623936310546183, 0.9988376063689454],
  [9000.0, 9100.0, 0.8539953571899367, 0.14600464281006334],
  [20000.0, 19500.0, 0.00018327005188799395, 0.999816729948112],
  [20000.0, 20300.0, 0.9827064487220966, 0.017293551277903448],
  [1000000.0, 1000000.0, 0.5001329807608725, 0.4998670192391274],
];
const betaCases: readonly [alpha: number, beta: number, x: number, below: number, above: number][] = [
  [0.5, 0.5, 0.3, 0.36901011956554536, 0.6309898804344546],
  [0.01, 100.0, 0.0001, 0.9603007536666583, 0.03969924633334168],
  [5.0, 0.5, 0.999, 0.9222819921009667, 0.07771800789903324],
  [2.0, 3.0, 1e-8, 5.99999992e-16, 0.9999999999999994],
  [100.0, 200.0, 0.4, 0.9916844649260861, 0.00831553507391387],
  [9000.0, 50000.0, 0.16, 0.9999996746205808, 3.2537941917118745e-7],
  [1000000.0, 0.5, 0.999999, 0.15729915515583529, 0.8427008448441647],
  [2.5, 1000000.0, 1e-6, 0.15085530983853115, 0.8491446901614689],
  [3000000.0, 2000000.0, 0.6005, 0.9887681347274445, 0.011231865272555513],
];

describe("the standard normal", () => {
  test.each(normalTails)("P(Z > %s) is %s to 15 digits", (z, right) => {
    expectRelative(normalUpperTail(z), right, 1e-15);
    expectRelative(normalCdf(-z), right, 1e-15);
  });
  test.each(normalLogs)("log P(Z > %s) is %s where the probability is no double any more", (z, right) => {
    expectRelative(logNormalUpperTail(z), right, 1e-15);
    expectRelative(normalUpperQuantileOfLog(right), z, 1e-15);
  });
  test("the quantile is Wichura's to 14 digits wherever a table stands in (right answer: AS 241)", () => {
    // `expect` for each of them would take longer than all quantiles.
    const wrong = Array.from({ length: 99_999 }, (_, k) => ((k + 1) * 0.6180339887498949) % 1).filter((p) => {
      const right = wichuraQuantile(p);
      return !(Math.abs(normalQuantile(p) - right) <= 2e-14 * Math.abs(right));
    });
    expect(wrong).toEqual([]);
    for (const edge of [2 ** -8, 2 ** -7, 0.25, 0.5 - 2 ** -30, 0.5, 0.5 + 2 ** -30, 0.75, 1 - 2 ** -8]) {
      for (const p of [nextDown(edge), edge, nextUp(edge)]) {
        expectRelative(normalQuantile(p), wichuraQuantile(p), 2e-14);
      }
    }
  });
  test("the quantile undoes the tail, from the centre to one in 1e300", () => {
    for (const z of [0.1, 0.5, 1, 1.7, 2.5, 6, 15, 37]) {
      expectRelative(normalUpperQuantile(normalUpperTail(z)), z, 1e-14);
    }
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe("gamma and beta functions", () => {
  test("log Γ of whole and half numbers is that of factorials", () => {
    let logFactorial = 0;
    for (let n = 2; n <= 100; n++) {
      logFactorial += Math.log(n);
      expectRelative(logGamma(n + 1), logFactorial, 1e-14);
    }
    expectRelative(logGamma(0.5), Math.log(Math.PI) / 2, 1e-15);
  });
  test("log Γ(1 + x) keeps its digits where it vanishes", () => {
    const eulerGamma = 0.5772156649015329;
    expectRelative(logGamma1p(1e-12), -eulerGamma * 1e-12, 1e-11);
  });
  test("log B(a, 1) is −log a, also for large a", () => {
    for (const a of [0.01, 1, 7.5, 1e3, 1e12]) {
      expect(logBeta(a, 1)).toBeCloseTo(-Math.log(a), 13);
      expect(logBeta(1, a)).toBeCloseTo(-Math.log(a), 13);
    }
  });
  test("log(1 + x) − x starts with −x²/2", () => {
    expectRelative(log1pmx(1e-9), -0.5e-18, 1e-9);
    expectRelative(log1pmx(0.5), Math.log(1.5) - 0.5, 1e-14);
  });
});

describe("incomplete gamma and beta functions", () => {
  test("shape 1 is the exponential, on both sides", () => {
    for (const x of [1e-20, 1e-5, 0.3, 1, 5, 200]) {
      expectRelative(gammaTails(1).lower(x), -Math.expm1(-x), 1e-13);
      expectRelative(gammaTails(1).upper(x), Math.exp(-x), 1e-13);
    }
  });
  test.each(gammaCases)("gamma of shape %s at %s lies %s below and %s above", (shape, x, below, above) => {
    expectRelative(gammaTails(shape).lower(x), below, 1e-12);
    expectRelative(gammaTails(shape).upper(x), above, 1e-12);
  });
  test("beta(a, 1) is a power", () => {
    for (const x of [1e-10, 0.2, 0.5, 0.9])
      expectRelative(betaTails(2.5, 1).lower(x, 1 - x), x ** 2.5, 1e-13);
  });
  test.each(betaCases)("beta(%s, %s) at %s lies %s below and %s above", (alpha, beta, x, below, above) => {
    expectRelative(betaTails(alpha, beta).lower(x, 1 - x), below, 1e-12);
    expectRelative(betaTails(alpha, beta).upper(x, 1 - x), above, 1e-12);
  });
});

test("quadrature is exact for polynomials", () => {
  expectRelative(
    integrate((x) => x ** 40, 0, 1),
    1 / 41,
    1e-14,
  );
});
