// Numbers of any size are told as numbers, in findings, in beliefs and in what is said of wrong ones.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BeliefProblem } from "../../src/beliefs/beliefProblem.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { parseBelief } from "../../src/beliefs/parseBelief.ts";
import { families } from "../../src/distributions/index.ts";
import { levelName, levelText } from "../../src/format/levelText.ts";
import { formatEstimate, formatInterval, formatNumber } from "../../src/format/numbers.ts";
import { numeral } from "../../src/numeric/numeral.ts";

const noNumber = /NaN|Infinity|undefined|∞|n\/a|e\+/;
const awkward = [
  0,
  -0,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  2.3e-308,
  1e-100,
  1e100,
  1e21,
  9.9999e20,
];
const anySize = fc
  .tuple(fc.double({ min: -9.99, max: 9.99, noNaN: true }), fc.integer({ min: -320, max: 306 }))
  .map(([mantissa, exponent]) => mantissa * Number(`1e${exponent}`));
const finite = fc.oneof(anySize, fc.constantFrom(...awkward));
const runs = { numRuns: 2000, seed: 7 };

describe("right answers", () => {
  test.each([
    [1e24, "1e24", "1e24"],
    [-2.5e17, "−250,000T", "-2.5e17"],
    [1e300, "1e300", "1e300"],
    [Number.MAX_VALUE, "1.797e308", "1.7976931348623157e308"],
    [Number.MIN_VALUE, "5e−324", "5e-324"],
    [1e-7, "1e−7", "1e-7"],
    [140_000, "140k", "140k"],
    [123_456_789, "123.5M", "123.456789M"],
  ])("%d", (value, told, written) => {
    expect([formatNumber(value), numeral(value)]).toEqual([told, written]);
  });

  test.each([
    ["1e24 to 1M", "an interval goes from low to high, found 1e24 to 1M", "write 1M to 1e24"],
    ["1e-7 to 1e-9", "an interval goes from low to high, found 1e-7 to 1e-9", "write 1e-9 to 1e-7"],
    ["1e24 to 1e24", "both ends of the interval are the same", "write 1e24 alone"],
    ["between 1e24 and 1e-9", "between goes from low to high, found 1e24 and 1e-9", undefined],
    ["uniform(1e24, 1M)", "min is 1e24, it must not be greater than max 1M", undefined],
    ["pert(1, 1e30, 1e24)", "mode is 1e30, it must lie between min 1 and max 1e24", undefined],
    ["poisson(1e24)", "mean is 1e24, it must be at most 1000B", undefined],
    [
      "truncate(uniform(1, 2), min: 1e24)",
      "nothing is left above 1e24: the values lie between 1 and 2",
      undefined,
    ],
    ["1e300 to 1", '"1e300" is too large, numbers go up to 1e100', undefined],
    ["5e-324", '"5e-324" is too near zero, numbers go down to 1e-100', undefined],
  ])("%s: %s", (text, message, hint) => {
    const said = problemOf(text);
    expect([said?.message, said?.hint]).toEqual([message, hint]);
    // A hint that says what to write works.
    const written = /^write (.*?)( alone)?$/.exec(hint ?? "")?.[1];
    if (written) expect(problemOf(written)).toBeUndefined();
  });
});

test.each([
  [2046.5, [2019, 2074], "2,047"],
  [1235, [1234, 1236], "1,235"],
  [1_234_567, [1_234_402, 1_234_731], "1.2346M"],
  [1e9, [999_950_654, 1_000_049_346], "1B"],
  [999_991_234, [999_950_654, 1_000_049_346], "999.99M"],
  [1234, [1234, 1234], "1,234"],
  // Where the interval is wide three digits do.
  [1.234e9, [460e6, 2.18e9], "1.23B"],
] as const)(
  "a median in three digits has those of a narrow interval beside it: %d",
  (median, beside, right) => {
    expect(formatNumber(median, { digits: 3, beside })).toBe(right);
  },
);

function problemOf(text: string): BeliefProblem | undefined {
  try {
    evaluateBelief(text);
  } catch (error) {
    if (error instanceof BeliefProblem) return error;
    throw error;
  }
  return undefined;
}

describe("laws", () => {
  test("a finite number is printed as one, whatever its size, error and neighbours", () => {
    fc.assert(
      fc.property(
        finite,
        finite,
        finite,
        fc.constantFrom("USD", "1", "soldiers"),
        (one, other, error, unit) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const style = { error: Math.abs(error), unit };
          const texts = [
            formatNumber(one, { unit }),
            formatNumber(one, style),
            formatNumber(one, { ...style, digits: 3 }),
            formatNumber(one, { beside: [low, high] }),
            formatNumber(one / 1e3, { percent: true }),
            formatEstimate({ value: one, error: Math.abs(error) }, unit),
            formatInterval({ value: low, error: 0 }, { value: high, error: Math.abs(error) }, unit),
            levelText(one, unit),
            levelName({ side: "above", level: one }),
          ];
          for (const text of texts) expect(text).not.toMatch(noNumber);
        },
      ),
      runs,
    );
  });

  test("what is printed is the number to four digits", () => {
    const letters = { k: 1e3, M: 1e6, B: 1e9, T: 1e12 };
    fc.assert(
      fc.property(finite, (value) => {
        const [, figure, letter] = /^([^kMBT]*)([kMBT]?)$/.exec(
          formatNumber(value).replaceAll("−", "-").replaceAll(",", ""),
        )!;
        const read = Number(figure) * (letter ? letters[letter as keyof typeof letters] : 1);
        // The smallest doubles have no four digits themselves.
        const lastDigit = Number.MIN_VALUE;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(6e-4 * Math.abs(value) + lastDigit);
      }),
      runs,
    );
  });

  test("a numeral is read back exactly", () => {
    const inRange = finite.filter(
      (value) => value === 0 || (Math.abs(value) <= 1e100 && Math.abs(value) >= 1e-100),
    );
    fc.assert(
      fc.property(inRange, (value) => {
        const node = parseBelief(numeral(Math.abs(value)));
        expect(node).toMatchObject({ kind: "number", value: Math.abs(value) });
      }),
      runs,
    );
    expect([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].map(numeral)).toEqual([
      "infinity",
      "minus infinity",
      "not a number",
    ]);
  });

  const written = finite.map((value) => String(value));
  const parameters = fc.array(written, { minLength: 1, maxLength: 4 });
  const callTexts = fc
    .tuple(fc.constantFrom(...families.map(({ name }) => name)), parameters)
    .map(([name, values]) => `${name}(${values.join(", ")})`);
  const beliefs = fc.oneof(
    callTexts,
    fc.tuple(written, written).map(([low, high]) => `${low} to ${high}`),
    fc
      .tuple(fc.constantFrom("about", "over", "up to", "at least", "around"), written)
      .map((words) => words.join(" ")),
    fc.tuple(written, written).map(([low, high]) => `between ${low} and ${high}`),
    fc
      .tuple(callTexts, written, written)
      .map(([call, low, high]) => `truncate(${call}, min: ${low}, max: ${high})`),
    fc
      .tuple(written, written, written)
      .map(([weight, one, other]) => `mixture(${weight}: ${one}, 10%: ${other})`),
    fc.tuple(written, written).map(([low, high]) => `quantiles(5%: ${low}, 95%: ${high})`),
  );

  test("nothing that is said of a belief holds a number that is none", () => {
    fc.assert(
      fc.property(beliefs, (text) => {
        const problem = problemOf(text);
        // What was written may be told as it stands.
        const said = [problem?.message, problem?.hint].map((one) => (one ?? "").replaceAll(/"[^"]*"/g, ""));
        for (const one of said) expect(one, text).not.toMatch(noNumber);
      }),
      { ...runs, numRuns: 4000 },
    );
  });
});
