// Right answers: every family against figures computed with 50 digits by other software (tests/reference).
import { describe, expect, test } from "vitest";
import { distributionOf, type ReferenceCase, referenceCases } from "./referenceCases.ts";

const iterative = new Set(["beta", "gamma", "student_t", "pert", "truncated_normal", "mixture", "metalog"]);

/** How far apart two numbers are, relative to the right one; a zero must be exact. */
function relativeError(found: number, right: number): number {
  if (found === right) return 0;
  return Math.abs(found - right) / Math.abs(right);
}

/** Between ends on both sides of zero a value is the difference of two larger ones: it has their last digits. */
function lastDigits([low, high]: readonly [number, number]): number {
  const spansZero = low < 0 && high > 0 && Number.isFinite(high - low);
  return spansZero ? 4 * Number.EPSILON * Math.max(-low, high) : 0;
}

/** Closed forms are right to 1e-13, what is iterated or solved for to 1e-11. */
function toleranceOf({ dist }: ReferenceCase): number {
  return iterative.has(dist) ? 1e-11 : 1e-13;
}

test("there are reference figures for 60 parameter sets", () => {
  expect(referenceCases).toHaveLength(60);
});

describe.each(referenceCases.map((one) => [`${one.dist} ${JSON.stringify(one.params)}`, one] as const))(
  "%s",
  (_, one) => {
    const distribution = distributionOf(one);
    const tolerance = toleranceOf(one);

    test("is of the right kind", () => {
      expect(distribution.kind).toBe(one.kind);
    });

    test("mean and sd are right, and not finite where there are none", () => {
      for (const moment of ["mean", "sd"] as const) {
        const right = one[moment];
        const found = distribution[moment];
        if (right === null) expect(Number.isFinite(found), `${moment} ${found}`).toBe(false);
        else expect(relativeError(found, right), `${moment} ${found}`).toBeLessThanOrEqual(tolerance);
      }
    });

    test("quantiles are right, from one in a million on both sides", () => {
      for (const [p, right, tie] of one.quantiles) {
        const found = distribution.quantile(p);
        if (one.kind === "discrete") {
          expect(Math.abs(found - right), `at ${p}: ${found}`).toBeLessThanOrEqual(tie ? 1 : 0);
        } else {
          const allowed = tolerance * Math.abs(right) + lastDigits(distribution.support);
          expect(Math.abs(found - right), `at ${p}: ${found}`).toBeLessThanOrEqual(allowed);
        }
      }
    });

    test("both tails are right", () => {
      for (const [x, below, above] of one.cdf) {
        expect(relativeError(distribution.cdf(x), below), `P(X ≤ ${x})`).toBeLessThanOrEqual(tolerance);
        expect(relativeError(distribution.upperTail(x), above), `P(X > ${x})`).toBeLessThanOrEqual(tolerance);
      }
    });
  },
);
