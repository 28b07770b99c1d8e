// Laws of what a slider does to a belief: it reads again, its shape stays, and nothing moves where nothing is moved.
import { expect, test } from "vitest";
import { evaluateBelief } from "../../../src/beliefs/evaluateBelief.ts";
import { beliefAt, movedTo, sliderPosition, sliderSteps } from "../../../src/report/shared/slider.ts";
import { typicalValue } from "../../../src/report/shared/typicalValue.ts";

const anywhere = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const beliefs = [
  "11k",
  "15%",
  "0",
  "-3",
  "11k to 100k",
  "-5 to 10",
  "10% to 20%",
  "about 11k",
  "about 5% (within 20%)",
  "up to 20k (typically 85%)",
  "over 1000 (typically 120%)",
  "at least 30%",
  "between 11k and 100k",
  "between 1% and 5% (typically 2%)",
  "pert(11k, 14k, 100k)",
  "pert(min: 0%, mode: 3%, max: 10%)",
  "triangular(1, 2, 3)",
  "uniform(0%, 100%)",
  "uniform(0.0123456, 6)",
  "normal(5, 2)",
  "lognormal(p5: 1, p95: 3)",
  "gamma(2, 3)",
  "beta(2, 8)",
  "mixture(70%: 11k to 15k, 30%: uniform(15k, 100k))",
  "mixture(35%: uniform(0%, 40%), 65%: uniform(50%, 100%))",
  "truncate(normal(5, 2), min: 0)",
];

test("right answer: a shape without a typical value becomes one in the digits and the percent that it is written in", () => {
  const shares = typicalValue("mixture(35%: uniform(0%, 40%), 65%: uniform(50%, 100%))", anywhere);
  expect(shares.at(0.91)).toBe("pert(1.14%, 91%, 99.2%)");
  const recruits = typicalValue("mixture(40%: up to 20k (typically 85%), 60%: 16k to 31k)", anywhere);
  expect(recruits.percent).toBe(false);
  const soldiers = typicalValue("mixture(70%: 11k to 15k, 30%: uniform(15k, 100k))", anywhere);
  expect(soldiers.at(20_000)).toMatch(/^pert\([\d.]{3,4}k, 20k, [\d.]{3,4}k\)$/);
});

test.each(beliefs)("law: wherever the slider of %s stands, there is a belief that reads", (text) => {
  const typical = typicalValue(text, anywhere);
  expect(typical.low).toBeLessThanOrEqual(typical.value);
  expect(typical.high).toBeGreaterThanOrEqual(typical.value);
  for (const share of [0, 0.001, 0.25, 0.5, 0.9, 1]) {
    const moved = typical.at(typical.low + share * (typical.high - typical.low));
    expect(Number.isFinite(evaluateBelief(moved).mean), moved).toBe(true);
  }
});

test.each([
  ["pert(11k, 14k, 100k)", 20_000, "pert(11k, 20k, 100k)"],
  ["pert(min: 0%, mode: 3%, max: 10%)", 0.07, "pert(min: 0%, mode: 7%, max: 10%)"],
  ["uniform(0, 6)", 4, "pert(0, 4, 6)"],
  ["11k", 9_876, "9.88k"],
  ["about 11k (within 20%)", 12_000, "about 12k (within 20%)"],
  ["up to 20k (typically 85%)", 16_000, "up to 20k (typically 16k)"],
  ["between 11k and 100k", 30_000, "between 11k and 100k (typically 30k)"],
])("right answer: %s with %d as its typical value is %s", (text, value, moved) => {
  expect(typicalValue(text, anywhere).at(value)).toBe(moved);
});

test.each([...beliefs, "1000 to 1005", "pert(1_000_000, 1_000_010, 1_000_020)", "normal(5000, 2)"])(
  "law: each key step of the slider of %s writes another belief, and the way back as well",
  (text) => {
    const typical = typicalValue(text, anywhere);
    if (typical.low >= typical.high) return;
    for (const way of [1, -1]) {
      let [position, written, steps] = [sliderPosition(typical), text, 0];
      while (position + way >= 0 && position + way <= sliderSteps) {
        const next = movedTo(position, position + way, written, typical);
        expect((next - position) * way).toBeGreaterThan(0);
        // At its end a range may have no further text.
        const isEnd = next === position + way && beliefAt(next, typical) === written;
        if (isEnd) break;
        expect(beliefAt(next, typical)).not.toBe(written);
        [position, written, steps] = [next, beliefAt(next, typical), steps + 1];
      }
      // Where a belief already stands at an end there is nothing beyond.
      const room = way === 1 ? typical.high - typical.value : typical.value - typical.low;
      expect(steps).toBeGreaterThanOrEqual(Math.floor((15 * room) / (typical.high - typical.low)));
    }
  },
);

test("law: an interval that is doubled has a doubled median", () => {
  const typical = typicalValue("11k to 100k", anywhere);
  const median = (text: string) => evaluateBelief(text).quantile(0.5);
  expect(median(typical.at(2 * typical.value)) / median("11k to 100k")).toBeCloseTo(2, 2);
});

test("law: a share stays within what the scenario takes", () => {
  const typical = typicalValue("70%", { min: 0, max: 1 });
  expect([typical.low, typical.high]).toEqual([0.35, 1]);
});
