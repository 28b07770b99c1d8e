import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";

const payments = await bundledScenario("payments");

const calm = {
  serving: 11_000,
  killed: 0,
  pay: 2000,
  refund: 0,
  compensation: 0,
  paidShare: 1,
  paymentDelay: 0,
};

describe("right answers, by hand", () => {
  test("11,000 soldiers at 2,000 USD a month are exactly 264 million a year, owed and, without delay, paid", () => {
    const { number } = playOnce(payments, calm, 12);
    expect(number("totalOwed")).toBe(264_000_000);
    expect(number("totalPaid")).toBe(264_000_000);
  });

  test("each month is owed for those who serve in it", () => {
    const { steps } = playOnce(payments, { ...calm, serving: [1000, 3000, 2000] }, 3);
    expect(steps("monthlyPay")).toEqual([2e6, 6e6, 4e6]);
    expect(steps("owed")).toEqual([2e6, 8e6, 12e6]);
  });

  test("Lim Soo-ho's formal ally is owed 1,340 million for 10,000 soldiers and a year, of which 320 are pay", () => {
    const { number, steps } = playOnce(
      payments,
      { ...calm, serving: 10_000, pay: 32_000 / 12, refund: 102_000 / 12 },
      12,
    );
    expect(number("totalOwed")).toBeCloseTo(1340e6, 4);
    expect(steps("paidAsPay").at(-1)).toBeCloseTo(320e6, 4);
  });

  test("500 killed at 20,000 USD each add 10 million, none of it pay", () => {
    const { number, steps } = playOnce(payments, { ...calm, killed: [100, 500], compensation: 20_000 }, 2);
    expect(number("totalOwed")).toBe(44e6 + 10e6);
    expect(steps("paidAsPay").at(-1)).toBe(44e6);
  });

  test("paid a month and a half late and at 80 %, a year's end has seen ten and a half months", () => {
    const late = { ...calm, serving: 10_000, paymentDelay: 1.5, paidShare: 0.8 };
    const { steps } = playOnce(payments, late, 12);
    expect(steps("paid").slice(0, 3).map(Math.round)).toEqual([0, 8e6, 24e6]);
    expect(steps("paid").at(-1)).toBeCloseTo(0.8 * 10.5 * 20e6, 4);
    expect(steps("owed").at(-1)).toBe(240e6);
  });
});

describe("laws", () => {
  test("never more is paid than is owed, and of pay never more than is paid", () => {
    const uneven = { serving: [9, 3, 7, 1, 5, 8], killed: [1, 2, 2, 4, 7, 7] };
    const inputs = { ...calm, ...uneven, compensation: 900, refund: 50, paymentDelay: 2.3, paidShare: 0.9 };
    const { steps } = playOnce(payments, inputs, 6);
    const owed = steps("owed");
    const paidAsPay = steps("paidAsPay");
    steps("paid").forEach((paid, month) => {
      expect(paid).toBeGreaterThanOrEqual(paidAsPay[month]!);
      expect(paid).toBeLessThanOrEqual(owed[month]!);
    });
    expect(steps("paid").at(-1)).toBeGreaterThan(0);
  });

  test("a delay longer than the horizon leaves everything unpaid", () => {
    expect(playOnce(payments, { ...calm, paymentDelay: 30 }, 12).number("totalPaid")).toBe(0);
  });
});
