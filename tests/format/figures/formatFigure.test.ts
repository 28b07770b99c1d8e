// A figure in words: right answers by hand.
import { expect, test } from "vitest";
import { formatFigure } from "../../../src/format/figures/formatFigure.ts";

/** An output as a whole, with these quantiles, each exact. */
function told(p5: number, p50: number, p95: number, unit = "USD"): string {
  const [low, middle, high] = [p5, p50, p95].map((value) => ({ value, error: 0 })) as [Exact, Exact, Exact];
  return formatFigure({ ...middle, unit, percent: false, isChance: false, ends: { p5: low, p95: high } });
}
type Exact = { value: number; error: number };

test.each([
  [2019, 2046.5, 2074, "2,047 USD (median; 90 % interval 2,019 to 2,074 USD)"],
  [1234.1, 1235, 1235.9, "1,235 USD (median; 90 % interval 1,234 to 1,236 USD)"],
  [1_234_402, 1_234_567, 1_234_731, "1.2346M USD (median; 90 % interval 1.2344M to 1.2347M USD)"],
  [999_950_654, 1e9, 1_000_049_346, "1B USD (median; 90 % interval 999.95M to 1.00005B USD)"],
])("a narrow interval is told as two ends, and the median between them: %d to %d", (p5, p50, p95, right) => {
  expect(told(p5, p50, p95)).toBe(right);
});

test("where all three are one number as it is told, it is told once", () => {
  const words = "(median and both ends of the 90 % interval)";
  expect(told(1234, 1234, 1234)).toBe(`1,234 USD ${words}`);
  // What is counted has no fractions, and ends that differ in rounding alone are one.
  expect(told(2024.6, 2024.8, 2025.1, "soldiers")).toBe(`2,025 soldiers ${words}`);
  expect(told(0.3, 0.1 + 0.2, 0.1 + 0.2)).toBe(`0.3 USD ${words}`);
});

test("the median is never told outside of its interval (law)", () => {
  const letters = { "": 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
  const read = (text: string) => {
    const [, sign, figure, letter] = /^(−?)([\d.,]+)([kMBT]?)$/.exec(text)!;
    const size = Number(figure!.replaceAll(",", "")) * letters[letter as keyof typeof letters];
    return sign ? -size : size;
  };
  for (const middle of [1, -7, 99.5, 1234.5, -99_990, 1e6 / 3, 9.9999e8, 1.5e12]) {
    for (const relative of [0.4, 0.05, 3e-3, 2e-4, 1.3e-5, 8e-6]) {
      for (const skew of [0.1, 0.5, 0.93]) {
        const width = Math.abs(middle) * relative;
        const text = told(middle - skew * width, middle, middle + (1 - skew) * width);
        const [, median, low, high] = /^(\S+) USD \(median; 90 % interval (\S+) to (\S+) USD\)$/.exec(text)!;
        const places = [low!, median!, high!].map(read);
        expect(
          [...places].sort((a, b) => a - b),
          text,
        ).toEqual(places);
      }
    }
  }
});
