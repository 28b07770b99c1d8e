// Fits of daily counts: exact small cases by hand, known parameters found again, and what is refused.
import { describe, expect, test } from "vitest";
import { BeliefProblem } from "../../../src/beliefs/beliefProblem.ts";
import { evaluateBelief } from "../../../src/beliefs/evaluateBelief.ts";
import { fitDrift, fitMemory } from "../../../src/beliefs/fit/autoregression.ts";
import { fitSeries, fitted } from "../../../src/beliefs/fit/fitSeries.ts";
import { monthsOf } from "../../../src/beliefs/fit/months.ts";
import { fromLikelihood } from "../../../src/distributions/fromLikelihood.ts";
import { dayNumber } from "../../../src/numeric/civilDate.ts";
import { goldenSection } from "../../../src/numeric/goldenSection.ts";
import { normalQuantile } from "../../../src/numeric/normalQuantile.ts";
import { simulateCounts } from "./simulateCounts.ts";

describe("right answer", () => {
  test("a memory of 0 leaves the drift of a sample without its mean: the root of Σ (x − mean)² / (n − 1)", () => {
    // Four months seen without error, 0, 2, 0, 2 around 1: with n − 1 = 3 the variance is 4/3. They alternate, so that no
    // positive memory is likelier than 0.
    const months = [0, 2, 0, 2].map((value, index) => ({ index, value, variance: 0 }));
    expect(fitMemory(months).value).toBe(0);
    expect(fitDrift(months).value).toBeCloseTo(Math.sqrt(4 / 3), 3);
  });

  test("a steady rise is a walk whose moves are its steps", () => {
    // 0, 1, 2, 3: at a memory of 1 the long-run level is no more, and three moves of 1 have the mean square 1.
    const months = [0, 1, 2, 3].map((value, index) => ({ index, value, variance: 0 }));
    expect(fitMemory(months).value).toBeGreaterThan(0.99);
    expect(fitDrift(months).value).toBeCloseTo(1, 2);
  });

  test("the likelihood of a normal mean gives back the normal distribution", () => {
    const points = Array.from({ length: 33 }, (_, i) => ({ x: 10 + (i - 16) / 2, root: (i - 16) / 4 }));
    const distribution = fromLikelihood(points);
    for (const p of [0.05, 0.5, 0.9])
      expect(distribution.quantile(p)).toBeCloseTo(10 + 2 * normalQuantile(p), 2);
    expect(distribution.mean).toBeCloseTo(10, 6);
    expect(distribution.sd).toBeCloseTo(2, 2);
    for (const x of [7, 10, 13]) expect(distribution.cdf(x) + distribution.upperTail(x)).toBeCloseTo(1, 12);
  });

  test("the greatest value is found inside a range and at its ends", () => {
    const around = (peak: number) => goldenSection((x) => -((x - peak) * (x - peak)), 0, 3, 1e-8);
    expect([around(1.25), around(-1), around(5)].map((x) => Number(x.toFixed(6)))).toEqual([1.25, 0, 3]);
  });

  test("days go into their calendar months, gaps are counted", () => {
    const days = ["2024-01-30", "2024-01-31", "2024-03-01"].map((date) => {
      const [year, month, day] = date.split("-").map(Number) as [number, number, number];
      return dayNumber({ year, month, day });
    });
    expect(monthsOf({ days, values: [1, 3, 7] })).toEqual([
      { index: 0, values: [1, 3], mean: 2, from: "2024-01-30" },
      { index: 2, values: [7], mean: 7, from: "2024-03-01" },
    ]);
  });
});

describe("law", () => {
  const truth = { months: 240, meanLevel: 1000, memory: 0.8, drift: 0.15, dispersion: 0.02 };

  test("known parameters of a long series are found again within three errors", () => {
    const { series, level } = simulateCounts(truth, "known");
    for (const what of fitted) {
      const { estimate } = fitSeries(series, what);
      const known = { ...truth, level }[what];
      expect(Math.abs(estimate.value - known), what).toBeLessThan(3 * estimate.error);
      // Twenty years say it to within a tenth or so.
      expect(estimate.error, what).toBeLessThan(0.1 * known);
    }
  });

  test("the estimate is in the midst of the belief, and its error about the belief's sd", () => {
    const { series } = simulateCounts(truth, "midst");
    for (const what of fitted) {
      const { distribution, estimate } = fitSeries(series, what);
      expect(distribution.cdf(estimate.value), what).toBeCloseTo(0.5, 1);
      expect(distribution.sd / estimate.error, what).toBeCloseTo(1, 0);
    }
  });

  test("days that are left out leave the level where it is", () => {
    const { series, level } = simulateCounts({ ...truth, months: 24 }, "cut");
    const kept = series.days.length - 12;
    const cut = { days: series.days.slice(0, kept), values: series.values.slice(0, kept) };
    const [whole, part] = [series, cut].map((one) => fitSeries(one, "level").estimate);
    expect(part!.error).toBeGreaterThan(whole!.error);
    expect(Math.abs(part!.value - level)).toBeLessThan(3.5 * part!.error);
  });
});

describe("in a belief", () => {
  const { series } = simulateCounts(
    { months: 20, meanLevel: 500, memory: 0.5, drift: 0.1, dispersion: 0.02 },
    "belief",
  );
  const options = { readColumn: () => series.values, readDays: () => series.days };
  const problemOf = (text: string, given: object = options) => {
    try {
      evaluateBelief(text, given);
    } catch (error) {
      if (error instanceof BeliefProblem) return `${error.message} (${error.hint})`;
      throw error;
    }
    return "none";
  };

  test("until cuts the data, and the belief says what it was estimated from", () => {
    const { estimated } = evaluateBelief('fit("a.csv", "n", dispersion, until: 2022-12-31)', options);
    expect(estimated).toMatchObject({ from: "2022-01-01", to: "2022-12-31", days: 365, months: 12 });
  });

  test.each([
    ['fit("a.csv", "n", levl)', '"levl" is nothing that can be estimated (did you mean level?)'],
    ['fit("a.csv", level)', "fit takes a file and a column in quotes, and what is to be estimated"],
    ['fit("a.csv", "n", level, until: 2024)', "until is a day, written as 2024-11-20"],
    ['fit("a.csv", "n", level, until: 2024-02-30)', "until is a day, written as 2024-11-20"],
    [
      'fit("a.csv", "n", memory, until: 2022-11-30)',
      "there are 11 months, at least 12 are wanted for the memory",
    ],
    ['fit("a.csv", "n", dispersion, until: 2022-02-01)', "there are 32 days, at least 60 are wanted"],
  ])("%s is refused", (text, message) => {
    expect(problemOf(text)).toContain(message);
  });

  test("counts below zero and months of nothing are refused, and so is a place without files", () => {
    const broken = (values: readonly number[]) => ({ ...options, readColumn: () => values });
    const fit = 'fit("a.csv", "n", level)';
    expect(problemOf(fit, broken(series.values.map((value, i) => (i === 3 ? -1 : value))))).toContain(
      "counts are wanted, 2022-01-04 has -1",
    );
    expect(problemOf(fit, broken(series.values.map((value, i) => (i < 31 ? 0 : value))))).toContain(
      "nothing is counted in the month of 2022-01-01",
    );
    expect(problemOf(fit, {})).toContain("files cannot be read here");
  });
});
