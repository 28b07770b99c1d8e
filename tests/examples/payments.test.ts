import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";

const payments = await bundledScenario("payments");

const calm = { troops: 11_000, rampUp: 0, monthlyLoss: 0, replacedShare: 0, pay: 2000 };

describe("right answers, by hand", () => {
  test("11,000 soldiers at 2,000 USD a month are exactly 264 million a year", () => {
    expect(playOnce(payments, calm, 12).number("totalPaid")).toBe(264_000_000);
  });

  test("a build-up over four months pays for 1, 2, 3 and 4 quarters of the force", () => {
    const { steps } = playOnce(payments, { ...calm, troops: 4000, rampUp: 4 }, 5);
    expect(steps("present")).toEqual([1000, 2000, 3000, 4000, 4000]);
    expect(steps("monthlyPayment")).toEqual([2e6, 4e6, 6e6, 8e6, 8e6]);
    expect(steps("paid")).toEqual([2e6, 6e6, 12e6, 20e6, 28e6]);
  });

  test("with 10 % lost and half replaced, 95 % are there a month later and 90.25 % after two", () => {
    const { steps } = playOnce(
      payments,
      { ...calm, troops: 10_000, monthlyLoss: 0.1, replacedShare: 0.5 },
      3,
    );
    expect(steps("present")[0]).toBe(10_000);
    expect(steps("present")[1]).toBeCloseTo(9500, 8);
    expect(steps("present")[2]).toBeCloseTo(9025, 8);
  });

  test("a build-up of two and a half months is complete in the third", () => {
    const { steps } = playOnce(payments, { ...calm, troops: 1000, rampUp: 2.5 }, 3);
    expect(steps("present").map(Math.round)).toEqual([400, 800, 1000]);
  });
});

describe("laws", () => {
  test("where every loss is replaced, losses change nothing", () => {
    const lossy = playOnce(payments, { ...calm, rampUp: 3, monthlyLoss: 0.2, replacedShare: 1 }, 24);
    const calmly = playOnce(payments, { ...calm, rampUp: 3 }, 24);
    expect(lossy.steps("paid")).toEqual(calmly.steps("paid"));
  });

  test("the last month of what is paid so far is the total, and it is the sum of the months", () => {
    const { number, steps } = playOnce(payments, { ...calm, rampUp: 5, monthlyLoss: 0.03 }, 24);
    expect(number("totalPaid")).toBe(steps("paid").at(-1));
    const sum = steps("monthlyPayment").reduce((total, payment) => total + payment, 0);
    expect(number("totalPaid")).toBeCloseTo(sum, 3);
  });

  test("a slower build-up never pays more", () => {
    const totals = [0, 1, 3.5, 6, 30].map((rampUp) =>
      playOnce(payments, { ...calm, rampUp }, 24).number("totalPaid"),
    );
    expect(totals).toEqual([...totals].sort((one, other) => other - one));
    expect(totals[0]).toBeGreaterThan(totals[4]!);
  });
});
