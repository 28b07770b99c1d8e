import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { share } from "../../src/assumptions/input.ts";
import {
  formatCount,
  formatEstimate,
  formatInterval,
  formatNumber,
  readsAsShare,
} from "../../src/format/numbers.ts";

describe("right answers, by hand", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [0.001, "0.001"],
    [0.5, "0.5"],
    [1000, "1,000"],
    [2000, "2,000"],
    [9999, "9,999"],
    [9999.6, "10k"],
    [11_000, "11k"],
    [350_000, "350k"],
    [999_960, "1M"],
    [1e6, "1M"],
    [1.2e9, "1.2B"],
    [264e6, "264M"],
    [1e12, "1T"],
    [-3589.4, "−3,589"],
    [-1.2e9, "−1.2B"],
    [1_234_567, "1.235M"],
    [1.5e-7, "1.5e−7"],
    [3e40, "3e40"],
    [Number.NaN, "n/a"],
    [Number.NEGATIVE_INFINITY, "−∞"],
  ])("an exact %f is written %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test("the last digit stands at the place of the error's first digit", () => {
    expect(formatNumber(1_234_567, { error: 20_000, unit: "USD" })).toBe("1.23M USD");
    expect(formatNumber(1_234_567, { error: 200_000 })).toBe("1.2M");
    expect(formatNumber(1234.5, { error: 30 })).toBe("1,230");
    expect(formatNumber(2_004_000_000, { error: 10_000_000 })).toBe("2.00B");
    expect(formatNumber(3, { error: 20 })).toBe("0");
  });

  test("shares are written as percent when asked, with the error's digits", () => {
    expect(formatNumber(0.12, { percent: true })).toBe("12 %");
    expect(formatNumber(0.2378, { percent: true, error: 0.004 })).toBe("23.8 %");
    expect(formatNumber(0, { percent: true })).toBe("0 %");
    expect(formatNumber(1, { percent: true })).toBe("100 %");
    expect(formatNumber(0.07, { percent: true, unit: "1" })).toBe("7 %");
  });

  test("an estimate shows its error with the same letter and as many decimals", () => {
    expect(formatEstimate({ value: 5.123e9, error: 3.1e7 }, "USD")).toBe("5.12B ± 0.03B USD");
    expect(formatEstimate({ value: 264e6, error: 0 }, "USD")).toBe("264M USD");
    expect(formatEstimate({ value: 0.238, error: 0.0041 }, "1", { percent: true })).toBe("23.8 ± 0.4 %");
    expect(formatEstimate({ value: 0, error: 120 }, "soldiers")).toBe("0 ± 100 soldiers");
  });

  test("an interval is told in three digits, or in more where it is narrow", () => {
    const exact = (value: number) => ({ value, error: 0 });
    expect(formatInterval({ value: 2.013e9, error: 1e7 }, { value: 8.31e9, error: 4e7 }, "USD")).toBe(
      "2.01B to 8.31B USD",
    );
    expect(formatInterval(exact(3012), exact(2.1e6))).toBe("3,000 to 2.1M");
    expect(formatInterval(exact(264e6), exact(264e6), "USD")).toBe("264M USD");
    expect(formatInterval(exact(11_012), exact(11_091))).toBe("11.01k to 11.09k");
    expect(formatInterval(exact(0.2), exact(0.352), "1", { percent: true })).toBe("20 % to 35.2 %");
    expect(formatInterval(exact(-5200), exact(0), "soldiers")).toBe("−5,200 to 0 soldiers");
  });

  test("an end of an interval has the letter that it has elsewhere; thousands are written out where the smaller is", () => {
    const interval = (low: number, high: number) =>
      formatInterval({ value: low, error: 0 }, { value: high, error: 0 });
    expect(interval(1320, 13_400)).toBe("1,320 to 13,400");
    expect(interval(460.3e6, 2.179e9)).toBe("460M to 2.18B");
    expect(interval(-1.717e9, -53.9e6)).toBe("−1.72B to −54M");
    expect(interval(-303e3, 12e3)).toBe("−303k to 12k");
    expect(interval(98e3, 12e6)).toBe("98k to 12M");
    expect(interval(210e3, 11.8e6)).toBe("210k to 11.8M");
    expect(formatNumber(10_460, { digits: 3, beside: [2410, 42_100] })).toBe("10,500");
    expect(formatNumber(960e6, { digits: 3, beside: [460e6, 2.18e9] })).toBe("960M");
    // Of 84.2 soldiers at one end, the fifth part of one says nothing beside 1,760 at the other.
    expect(interval(84.2, 1760)).toBe("84 to 1,760");
  });

  test("what a sum leaves of a number by rounding is printed as the number", () => {
    for (const value of [0.078125, 0.078125 - 2e-17, 0.078125 + 2e-17])
      expect(formatNumber(value, { percent: true })).toBe("7.813 %");
  });

  test("nobody is counted in tenths, wherever the unit is written", () => {
    const exact = (value: number) => ({ value, error: 0 });
    expect(formatNumber(669.4, { unit: "soldiers" })).toBe("669 soldiers");
    expect(formatNumber(669.4, { of: "soldiers" })).toBe("669");
    expect(formatEstimate({ value: 669.4, error: 0.3 }, "soldiers")).toBe("669 soldiers");
    expect(formatEstimate({ value: 62.6, error: 0.5 }, undefined, { of: "soldiers" })).toBe("63 ± 1");
    expect(formatInterval(exact(88.52), exact(96.3), "people")).toBe("89 to 96 people");
    expect(formatInterval(exact(88.5), exact(1266), undefined, { of: "soldiers" })).toBe("89 to 1,270");
    // Thousands have their letter as before, and an expected number of a few keeps what the fraction says.
    expect(formatNumber(11_050, { unit: "soldiers" })).toBe("11.05k soldiers");
    expect(formatNumber(2.4, { unit: "soldiers" })).toBe("2.4 soldiers");
    // What is measured has fractions.
    for (const unit of ["months", "USD", "soldiers/day", "tonnes"])
      expect(formatNumber(62.6, { unit })).toBe(`62.6 ${unit}`);
  });

  test("a count keeps all its digits", () => {
    expect(formatCount(16384)).toBe("16,384");
    expect(formatCount(100)).toBe("100");
  });

  test("what varies by less than is printed is no interval", () => {
    const off = { value: 99_999.98, error: 0.004 };
    expect(formatInterval(off, { value: 100_000.02, error: 0 })).toBe("100k");
    expect(formatInterval(off, { value: 112_000, error: 0 })).toBe("100k to 112k");
  });

  test("ends that differ behind the fourth digit have as many as tell them apart (right answers by hand)", () => {
    const between = (low: number, high: number, error = 0) =>
      formatInterval({ value: low, error }, { value: high, error });
    // A normal of mean 1e9 and sd 3e4: 1e9 − 1.645 · 3e4 and 1e9 + 1.645 · 3e4.
    expect(between(999_950_654, 1_000_049_346)).toBe("999.95M to 1.00005B");
    expect(between(1_234_402, 1_234_731)).toBe("1.2344M to 1.2347M");
    expect(between(-1000.4, -1000.1)).toBe("−1,000.4 to −1,000.1");
    // Not finer than their errors allow, and in no more than seven digits.
    expect(between(1_234_402, 1_234_731, 20_000)).toBe("1.23M");
    expect(between(12_345_678, 12_345_680)).toBe("12.35M");
  });

  test("an interval of whole numbers has no decimals at one end alone", () => {
    const exact = (value: number) => ({ value, error: 0 });
    expect(formatInterval(exact(1), exact(12), "months")).toBe("1 to 12 months");
    expect(formatInterval(exact(0.74), exact(19), "months")).toBe("0.74 to 19 months");
    expect(formatInterval(exact(1e9), exact(12e9))).toBe("1B to 12B");
    expect(formatInterval(exact(0), exact(5), "months")).toBe("0 to 5 months");
  });

  test("a zero at the end is kept where the error reaches that far, as the digits beside it are", () => {
    expect(formatNumber(0.45018, { error: 0.0004, digits: 3 })).toBe("0.450");
    expect(formatNumber(30_004, { error: 20, digits: 3 })).toBe("30.0k");
    expect(formatNumber(0.45, { digits: 3 })).toBe("0.45");
  });

  test("only what is certain reads 100 %", () => {
    expect(formatNumber(0.9995, { percent: true, error: 0.0001, digits: 3 })).toBe("99.95 %");
    expect(formatNumber(0.99996, { percent: true })).toBe("99.996 %");
    expect(formatNumber(1, { percent: true, error: 0, digits: 3 })).toBe("100 %");
    expect(formatEstimate({ value: 0.99996, error: 0.00001 }, "1", { percent: true })).toBe("99.996 %");
  });

  test("a share lost in a month is a percentage per month, not a fraction of one over a month", () => {
    expect(readsAsShare("1/month", [0.01, 0.07])).toBe(true);
    expect(formatNumber(0.0351, { unit: "1/month", percent: true })).toBe("3.51 % per month");
    expect(formatNumber(1.5, { unit: "1/month" })).toBe("1.5 per month");
    expect(formatNumber(3, { unit: "USD/month" })).toBe("3 USD/month");
  });

  test("only what is declared as a share reads as one: a plain number is not, however small", () => {
    expect(readsAsShare("share", [0, 0.5, 1])).toBe(true);
    expect(readsAsShare(share().unit, [0.5])).toBe(true);
    expect(readsAsShare("1", [0.4])).toBe(false);
    expect(readsAsShare("1/month", [0.5, 2])).toBe(false);
    expect(readsAsShare("USD", [0.5])).toBe(false);
    expect(formatNumber(0.4, { unit: "share", percent: true })).toBe("40 %");
  });
});

describe("laws", () => {
  test("a large number has the same letter as an end of an interval and alone, so that it is found again", () => {
    const letterOf = (text: string) => /[kMBT]$/.exec(text)?.[0] ?? "";
    // Away from the borders, where rounding to fewer digits may reach the next letter.
    const large = fc
      .tuple(fc.double({ min: 1.1, max: 9.4, noNaN: true }), fc.integer({ min: 5, max: 13 }))
      .map(([digits, exponent]) => digits * 10 ** exponent);
    fc.assert(
      fc.property(large, large, (one, other) => {
        const ends = [one, other].sort((a, b) => a - b) as [number, number];
        const told = formatInterval({ value: ends[0], error: 0 }, { value: ends[1], error: 0 }).split(" to ");
        fc.pre(told.length === 2);
        expect(told.map(letterOf)).toEqual(ends.map((end) => letterOf(formatNumber(end))));
      }),
    );
  });

  const letters = { k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
  const read = (text: string) => {
    const letter = text.at(-1) as keyof typeof letters;
    const number = text.replace("−", "-").replace("e−", "e-").replaceAll(",", "");
    return letter in letters ? Number(number.slice(0, -1)) * letters[letter] : Number(number);
  };
  const sizes = fc.tuple(fc.double({ min: -9.99, max: 9.99, noNaN: true }), fc.integer({ min: -5, max: 14 }));

  test("what is printed is within half a unit of the fourth digit", () => {
    fc.assert(
      fc.property(sizes, ([mantissa, exponent]) => {
        const value = mantissa * 10 ** exponent;
        if (Math.abs(value) < 1e-6) return;
        expect(Math.abs(read(formatNumber(value)) - value)).toBeLessThanOrEqual(5.001e-4 * Math.abs(value));
      }),
    );
  });

  test("what is printed is within half of ten errors, and has no digit below the error's place", () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 1e-4, max: 1, noNaN: true }), ([mantissa, exponent], relative) => {
        const value = mantissa * 10 ** exponent;
        const error = Math.abs(value) * relative;
        if (error < 1e-6) return;
        const place = 10 ** Math.floor(Math.log10(error) + 1e-12);
        const printed = read(formatNumber(value, { error }));
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(
          Math.max(place / 2, 5e-4 * Math.abs(value)) * 1.001,
        );
        expect(Math.abs(printed / place - Math.round(printed / place))).toBeLessThan(
          1e-6 * Math.abs(printed / place) + 1e-6,
        );
      }),
    );
  });

  test("a number and its opposite differ in the sign alone", () => {
    fc.assert(
      fc.property(sizes, ([mantissa, exponent]) => {
        const value = Math.abs(mantissa) * 10 ** exponent;
        const text = formatNumber(value);
        expect(formatNumber(-value)).toBe(text === "0" ? "0" : `−${text}`);
      }),
    );
  });
});
