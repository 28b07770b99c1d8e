// Truncation far in a tail, down to one chance in 1e300: laws against the parent's own tails, for every family.
import { describe, expect, test } from "vitest";
import type { Distribution } from "../../src/distributions/distribution.ts";
import { constant, families, mixture, truncated } from "../../src/distributions/index.ts";
import { shifted } from "../../src/distributions/shifted.ts";
import { tabulate } from "../../src/distributions/tabulate.ts";
import { upperQuantile } from "../../src/distributions/upperQuantile.ts";
import { nextDown } from "../../src/numeric/nextDouble.ts";
import { examples } from "./examples.ts";
import { create } from "./referenceCases.ts";

const shapes: [family: string, ...parameters: Record<string, number>[]][] = [
  ["beta", { alpha: 2, beta: 60 }, { alpha: 60, beta: 2 }, { alpha: 3, beta: 200 }, { alpha: 1, beta: 1 }],
  ["beta", { alpha: 0.001, beta: 0.001 }, { alpha: 0.5, beta: 1e6 }, { alpha: 1e7, beta: 3e6 }],
  ["pert", { min: 0, mode: 1, max: 100, shape: 60 }, { min: -3, mode: 99, max: 100, shape: 1e6 }],
  ["t", { df: 0.1 }, { df: 1 }, { df: 30 }, { df: 3e5 }],
  [
    "gamma",
    { shape: 1, scale: 2 },
    { shape: 9, scale: 2 },
    { shape: 300, scale: 2 },
    { shape: 1e9, scale: 2 },
  ],
  ["weibull", { shape: 5, scale: 2 }, { shape: 0.1, scale: 2 }],
  ["lognormal", { meanLog: 0, sdLog: 1 }, { meanLog: 0, sdLog: 0.01 }],
  ["pareto", { shape: 0.1, scale: 3, loc: -7 }, { shape: 0, scale: 3 }, { shape: -2, scale: 3 }],
  ["binomial", { n: 20, probability: 0.5 }, { n: 100, probability: 0.5 }, { n: 5000, probability: 0.01 }],
  ["binomial", { n: 1e6, probability: 0.999 }, { n: 1e10, probability: 0.3 }],
  ["poisson", { mean: 0.001 }, { mean: 3 }, { mean: 1e6 }, { mean: 1e11 }],
  ["negativeBinomial", { mean: 1000, size: 1 / 30 }, { mean: 10, size: 10 }, { mean: 1e6, size: 1e4 }],
];
const coinOrFive = mixture([
  { weight: 0.3, distribution: constant(5) },
  { weight: 0.7, distribution: create("uniform", { min: 0, max: 10 }) },
]);
const parents: Readonly<Record<string, Distribution>> = {
  ...examples,
  ...Object.fromEntries(
    shapes.flatMap(([family, ...sets]) =>
      sets.map((set) => [`${family} ${JSON.stringify(set)}`, create(family, set)]),
    ),
  ),
  "shifted lognormal": shifted(create("lognormal", { meanLog: 2, sdLog: 0.5 }), 300),
  "mixture of mixtures": mixture([
    { weight: 0.5, distribution: coinOrFive },
    { weight: 0.5, distribution: create("normal", { mean: 0, sd: 1 }) },
  ]),
};

/** The tail on one side, as seen outwards. */
interface Tail {
  outwards: 1 | -1;
  /** The value beyond which this chance is left, infinite where there is none. */
  at(chance: number): number;
  /** The chance of what lies farther out than x, and that with x itself. */
  beyond(x: number): number;
  from(x: number): number;
  /** That of the values from `near` to `far`. */
  left(near: number, far: number): number;
  cut(near: number, far: number): Distribution;
  quantile(cut: Distribution, share: number): number;
}

function tailsOf(parent: Distribution): Tail[] {
  const jumps = parent.kind === "discrete" || parent.chanceBetween !== undefined;
  const before = (x: number) => (jumps ? nextDown(x) : x);
  return [
    {
      outwards: 1,
      at: (chance) => upperQuantile(parent, chance),
      beyond: (x) => parent.upperTail(x),
      from: (x) => parent.upperTail(before(x)),
      left: (near, far) =>
        parent.chanceBetween?.(near, far) ?? parent.upperTail(before(near)) - parent.upperTail(far),
      cut: (near, far) => truncated(parent, near, far),
      quantile: (cut, share) => upperQuantile(cut, share),
    },
    {
      outwards: -1,
      at: (chance) => parent.quantile(chance),
      beyond: (x) => parent.cdf(before(x)),
      from: (x) => parent.cdf(x),
      left: (near, far) => parent.chanceBetween?.(far, near) ?? parent.cdf(near) - parent.cdf(before(far)),
      cut: (near, far) => truncated(parent, far, near),
      quantile: (cut, share) => cut.quantile(share),
    },
  ];
}

const shares = [0.999, 0.95, 0.5, 0.05, 1e-6];
/** Tails of 1e-300 are the exponentials of −700: they have three digits less. */
const tolerance = 1e-10;

/** The intervals whose nearer end leaves these chances: open, and up to where a thousandth of that is left. */
function cutsOf(
  { at, left, outwards }: Tail,
  chances: readonly number[],
): { near: number; far: number; left: number }[] {
  return chances.flatMap((chance) => {
    const near = at(chance);
    const fars = [outwards * Number.POSITIVE_INFINITY, at(chance * 1e-3)];
    return fars
      .map((far) => ({ near, far, left: left(near, far) }))
      .filter(({ left }) => Number.isFinite(near) && left > 1e-301);
  });
}

test("every family is among the parents", () => {
  const known = new Set([...shapes.map(([family]) => family), ...Object.keys(examples)]);
  const all = [...known].join(" ").toLowerCase();
  for (const { name } of families) {
    const words = name.replace(/([A-Z])/g, " $1").toLowerCase();
    expect(all, name).toContain(words === "t" ? "t of 4 degrees" : words);
  }
});

describe.each(Object.entries(parents))("%s, cut far out", (name, parent) => {
  // Towards an end at which a parent is cut itself, its own tail is the difference of two larger ones.
  const lastDigits = name.includes("cut") ? 2e-15 : 0;

  test("has the parent's tails, in proportion (law)", () => {
    for (const tail of tailsOf(parent)) {
      const { outwards, beyond, from } = tail;
      for (const { near, far, left } of cutsOf(tail, [0.3, 1e-3, 1e-8, 1e-20, 1e-100, 1e-300])) {
        const cut = tail.cut(near, far);
        for (const share of shares) {
          const x = tail.quantile(cut, share);
          const right = beyond(far) + share * left;
          // The last digits of x.
          const step = parent.kind === "discrete" ? 0 : outwards * (4e-16 * Math.abs(x) + Number.MIN_VALUE);
          const place = `${outwards === 1 ? "above" : "below"} ${near} to ${far}, ${share} beyond ${x}`;
          expect(beyond(x + step), place).toBeLessThanOrEqual(right * (1 + tolerance) + lastDigits);
          expect(from(x - step), place).toBeGreaterThanOrEqual(right * (1 - tolerance) - lastDigits);
        }
      }
    }
  });

  test("keeps to its ends, drawn from a table too (law)", () => {
    for (const tail of tailsOf(parent)) {
      for (const { near, far } of cutsOf(tail, [1e-8, 1e-200])) {
        const cut = tail.cut(near, far);
        const read = tabulate(cut);
        const [low, high] = [Math.min(near, far), Math.max(near, far)];
        for (const p of [0, 1e-12, 0.003, 0.2, 0.5, 0.77, 1 - 1e-9, 1]) {
          for (const x of [read(p), cut.quantile(p), upperQuantile(cut, p)]) {
            expect(x, `at ${p} of ${low} to ${high}`).toBeGreaterThanOrEqual(low);
            expect(x, `at ${p} of ${low} to ${high}`).toBeLessThanOrEqual(high);
          }
        }
      }
    }
  });
});
