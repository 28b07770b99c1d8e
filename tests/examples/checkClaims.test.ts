import { describe, expect, test } from "vitest";
import { checkClaims } from "../../src/analysis/checks/checkClaims.ts";
import { readChecks } from "../../src/assumptions/checks/readChecks.ts";
import { readClaims } from "../../src/assumptions/readClaims.ts";
import { bundledScenario, bundledSource } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";

const claims = readClaims(bundledSource("claims.yaml"));
const deployment = await bundledScenario("deployment");
const daysPerMonth = 30.4375;

const checkArticle = (id: string, set: string[] = []) =>
  checkClaims(readChecks(bundledSource("checks.yaml"), claims, set).filter((check) => check.id === id))[0]!;

const checkOne = (equation: string, rest = "") => {
  const text = `checks:\n  one:\n    equation: ${equation}\n    unit: "1"\n${rest}`;
  return checkClaims(readChecks({ text, file: "checks.yaml" }, new Map()))[0]!;
};
const estimated = (x: string, equation: string, rest = "") => {
  const text = `estimates:\n  x: { belief: "${x}", unit: "1", source: s }\nchecks:\n  one:\n    equation: ${equation}\n    unit: "1"\n${rest}`;
  return checkClaims(readChecks({ text, file: "checks.yaml" }, new Map()))[0]!;
};

describe("right answers", () => {
  test("20,000 recruits a month make up for 1,000 casualties a day if at most 65.7 % of them are final", () => {
    const share = 20_000 / (1000 * daysPerMonth);
    const { unknowns } = checkArticle("recruits-against-casualties", [
      "recruits=20k",
      "daily-casualties=1000",
    ]);
    const { needed, asTold, side } = unknowns[0]!;
    expect(share).toBeCloseTo(0.657, 3);
    expect(asTold).toBeCloseTo(share, 12);
    for (const { value, error } of [needed.p5, needed.p50, needed.p95]) {
      expect(value).toBeCloseTo(share, 12);
      expect(error).toBe(0);
    }
    expect(side).toBe("at most");
  });

  test("as the article hedges them its figures do not close, and 65.7 % lies in the range over their readings", () => {
    const { status, closes, unknowns } = checkArticle("recruits-against-casualties");
    const { overReadings, asTold, needed } = unknowns[0]!;
    expect(status).toBe("broken");
    // Law: a ceiling of 20,000 and a floor of 1,000 can never reach what all casualties being final would take.
    expect(closes.value).toBe(0);
    expect(overReadings.low).toBeLessThan(asTold);
    expect(overReadings.high).toBeGreaterThan(asTold);
    expect(needed.p95.value).toBeLessThan(asTold);
  });

  test("2,000 USD a month for ten thousand are three quarters of Lim's 320 million a year to the dollar", () => {
    const { left, right, unknowns } = checkArticle("payment-against-inss-hired", ["pay=2000"]);
    expect(left.p50.value).toBeCloseTo(240e6, 3);
    expect(right.p50.value).toBeCloseTo(320e6, 3);
    expect(unknowns[0]!.asTold).toBeCloseTo(4 / 3, 12);
  });

  test("11,000 present and 100,000 sent within a year take tours of at most 1.48 months, as in the deployment", () => {
    const { unknowns, status } = checkArticle("present-against-sent", ["troops-pentagon=11k"]);
    expect(unknowns[0]).toMatchObject({ side: "at most" });
    const tour = unknowns[0]!.needed.p50.value;
    expect(tour).toBeCloseTo((11 * 12) / 89, 12);
    expect(status).toBe("broken");
    // One formula: the scenario sends as many with this tour, relief beginning at once.
    const counted = {
      troops: 11_000,
      reported: 0,
      weightCount: 1,
      decisionRate: 0,
      batchSize: 0,
      batchInterval: 1,
    };
    const weights = { weightPossible: 0, weightInAll: 0, weightAtOnce: 0, buildUp: 0 };
    const relief = { reliefChance: 1, reliefStart: 0, tour };
    expect(playOnce(deployment, { ...counted, ...weights, ...relief }, 12).number("totalSent")).toBeCloseTo(
      1e5,
      6,
    );
  });

  test("the chance that a uniform number is at most 0.3 is 30 %, within 4 standard errors", () => {
    const { closes, status } = estimated("uniform(0, 1)", "x <= 0.3");
    expect(Math.abs(closes.value - 0.3)).toBeLessThanOrEqual(4 * closes.error + 1 / 16_384);
    expect(status).toBe("strained");
  });

  test("an equation closes within its tolerance and not beyond", () => {
    expect(checkOne("100 = 109").status).toBe("closes");
    expect(checkOne("100 = 112").status).toBe("broken");
    expect(checkOne("100 = 112", "    within: 20%").status).toBe("closes");
    expect(checkOne("100 = 109", "    within: 0%").status).toBe("broken");
  });

  test("what is broken as it stands may close with what we believe of the unstated", () => {
    const unknown = (belief: string) =>
      `    unknowns: { f: { unit: "1", unstated: 1, belief: "${belief}" } }`;
    const of = (belief: string) => estimated("about 10", "f * x >= 20", unknown(belief));
    expect(of("uniform(3, 4)")).toMatchObject({ status: "conditional", closes: { value: 0 } });
    expect(of("uniform(1, 2.4)").status).toBe("strained");
    expect(of("uniform(0.5, 1)").status).toBe("broken");
    expect(of("3").unknowns[0]).toMatchObject({ side: "at least", asTold: expect.closeTo(2, 10) });
  });
});

describe("laws", () => {
  const checks = readChecks(bundledSource("checks.yaml"), claims);
  const found = checkClaims(checks);

  test("the same checks give the same findings, alone or beside others", () => {
    expect(checks.flatMap((check) => checkClaims([check]))).toEqual(found);
  });

  test("the range over readings holds the range of the figures as they are read", () => {
    for (const { unknowns } of found) {
      for (const { needed, overReadings } of unknowns) {
        // The range over readings has fewer draws: their errors are about three times as large.
        expect(overReadings.low).toBeLessThanOrEqual(needed.p5.value + 12 * needed.p5.error);
        expect(overReadings.high).toBeGreaterThanOrEqual(needed.p95.value - 12 * needed.p95.error);
      }
    }
  });

  test("what divides by nothing closes with nothing", () => {
    for (const sign of ["=", "<=", ">="]) expect(checkOne(`1 / (2 - 2) ${sign} 2`).closes.value).toBe(0);
  });

  test("equal sides are equal however they are worked out", () => {
    expect(checkOne("0.1 + 0.2 <= 0.3").closes.value).toBe(1);
    expect(checkOne("0.3 >= 0.1 + 0.2").closes.value).toBe(1);
  });
});

test("the article's checks are read without a problem, each with its claims", () => {
  const checks = readChecks(bundledSource("checks.yaml"), claims);
  expect(checks.length).toBeGreaterThanOrEqual(3);
  for (const { figures } of checks) expect(figures.some(({ origin }) => origin === "claim")).toBe(true);
});
