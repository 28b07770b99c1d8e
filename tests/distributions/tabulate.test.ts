// Laws: a table says what the quantile function says, whatever was read from it before.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tabulate } from "../../src/distributions/tabulate.ts";
import { examples } from "./examples.ts";

const iterative = Object.entries(examples).filter(([, distribution]) => distribution.iterative);
// From one in 1e17 to one in 2 on both sides: what 53-bit draws can ask for.
const probability = fc.oneof(
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  fc.double({ min: -39, max: -1, noNaN: true }).map((log) => Math.exp(log)),
  fc.double({ min: -36, max: -1, noNaN: true }).map((log) => 1 - Math.exp(log)),
);

describe.each(iterative)("%s", (_, distribution) => {
  const read = tabulate(distribution);

  test("a value read differs from the quantile by less than 1e-9 of it, a count not at all", () => {
    const [low, high] = distribution.support;
    const spread = low < 0 && high > 0 ? distribution.quantile(0.75) - distribution.quantile(0.25) : 0;
    fc.assert(
      fc.property(probability, (p) => {
        const right = distribution.quantile(p);
        const allowed = distribution.kind === "discrete" ? 0 : 1e-9 * Math.max(Math.abs(right), spread);
        // Where the difference of infinities would be NaN they must be the same.
        if (read(p) !== right) expect(Math.abs(read(p) - right)).toBeLessThanOrEqual(allowed);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  test("no value read lies outside the support, and its ends are those of 0 and 1", () => {
    const [low, high] = distribution.support;
    expect([read(0), read(1)]).toEqual([low, high]);
    const values = Array.from({ length: 4095 }, (_, k) => read((k + 1) / 4096));
    expect(values.filter((x) => !(x >= low && x <= high))).toEqual([]);
  });

  test("the order of reading changes no bit", () => {
    const asked = Array.from({ length: 64 }, (_, i) => (i * 0.6180339887498949) % 1);
    const [one, other] = [tabulate(distribution), tabulate(distribution)];
    const forward = asked.map((p) => one(p));
    const backward = asked.toReversed().map((p) => other(p));
    expect(backward.toReversed()).toEqual(forward);
  });
});

test("a quantile in closed form needs no table", () => {
  const { lognormal } = examples;
  for (const p of [0.001, 0.5, 0.999]) expect(tabulate(lognormal)(p)).toBe(lognormal.quantile(p));
});
