// What is said of beliefs that cannot be read: right answers. `^` marks where the fault begins.
import { expect, test } from "vitest";
import { BeliefProblem } from "../../src/beliefs/beliefProblem.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";

const needs = 'write a number, "11k to 15k", "about 11k" or a family such as pert(11k, 14k, 100k)';
const weighs = "to weigh beliefs against each other, write mixture(50%: …, 50%: …)";
const suffixes = "k is thousand, M million, B billion";
const pertUsage = "as in pert(min, mode, max, shape: 4)";

test.each<[marked: string, message: string, hint?: string]>([
  // Numbers
  [
    "uniform(^11,000, 100,000)",
    'in a call commas part the numbers, found "11,000"',
    "write uniform(11k, 100k)",
  ],
  [
    "pert(^11,500, 14k, 15k)",
    '"11,500" in a call could be one number or 2',
    "write pert(11.5k, 14k, 15k) or pert(11, 500, 14k, 15k)",
  ],
  [
    "mixture(70%: ^1,000 to 2k, 30%: 3)",
    'in a call commas part the numbers, found "1,000"',
    "write mixture(70%: 1k to 2k, 30%: 3)",
  ],
  ["^1.280.000", '"1.280.000" is not a number', "write 1280000"],
  ["^11.000 to 40.000", '"11.000" could be 11000 or 11', "write 11000 to 40000 or 11.0000 to 40.0000"],
  ["about ^2.125%", '"2.125%" could be 2125 or 2.125', "write about 2125% or about 2.1250%"],
  ["11^,5 to 14,5", 'unexpected ","', "write 11.5 to 14.5"],
  ["1.280^,5", 'unexpected ","', "write 1280.5"],
  ["0^,5", 'unexpected ","', "write 0.5"],
  ["^007", '"007" begins with a zero', "write 7"],
  ["^11m", '"11m" is not a number', `did you mean 11M? ${suffixes}`],
  ["^11x", '"11x" is not a number', suffixes],
  ["^11k%", '"11k%" is both k and percent', suffixes],
  ["^1__0", '"1__0" is not a number'],
  ["^1e999", '"1e999" is too large, numbers go up to 1e100'],
  ["^1e-999", '"1e-999" is too near zero, numbers go down to 1e-100'],
  ["^nan", '"nan" is not a number that can be believed', "write a finite number"],
  ["uniform(0, ^Infinity)", '"Infinity" is not a number that can be believed', "write a finite number"],
  // Intervals
  ["^15k to 11k", "an interval goes from low to high, found 15k to 11k", "write 11k to 15k"],
  ["^5 to 5", "both ends of the interval are the same", "write 5 alone"],
  ["^5% to 10", "the lower end is in percent, the upper end is not", "write 5% to 10% or 0.05 to 10"],
  [
    "^100%: 20 to 30",
    "100 % of what can be lies in 20 to 30: its ends are limits",
    "write between 20 and 30",
  ],
  ["^80: 20 to 30", "the share of an interval lies between 0 % and 100 %", "write 80%"],
  ["about 10 ^to 20", 'unexpected "to"', "write 10 to 20"],
  ["1 to^", 'expected the upper end after "to", found the end'],
  ["1 to 2 ^to 3", 'unexpected "to"', "an interval has two ends"],
  // Syntax
  ["^", "the belief is empty", needs],
  ["^   ", "the belief is empty", needs],
  ["^could be as high as 1.9M", '"could be as high as" is no hedge', 'write "up to 1.9M"'],
  ["^hopefully 3", '"hopefully" is no belief', needs],
  ["^many", '"many" is no belief', needs],
  ["pert^(1, 2", "this parenthesis is never closed"],
  ["pert(1, ^, 2)", 'an argument is missing before ","'],
  ["pert(1, 2, ^)", 'an argument is missing before ")"'],
  ["pert(min^=1, mode: 2, max: 3)", 'unexpected "="', "write min: 1"],
  ["^~20k", 'unexpected "~"', "write about 20k"],
  ["1000^+", 'unexpected "+"', "write over 1000"],
  ["15 ^± 2", 'unexpected "±"', "write 13 to 17 for nine in ten, or normal(15, 2) for a standard deviation"],
  ["11k ^soldiers", 'unexpected "soldiers"', `the unit is written beside the belief, ${suffixes}`],
  ["^$2000", 'unexpected "$"', "the currency is written in the unit"],
  ["2 ^* 3", 'unexpected "*"', "a belief holds no arithmetic"],
  ['empirical(^"a.csv)', "this quotation mark is never closed"],
  // Families
  ["^prt(1, 2, 3)", 'unknown family "prt"', "did you mean pert?"],
  ["^N(1, 2)", 'unknown family "N"', "did you mean normal?"],
  ["gamma(^p10: 1, p90: 2)", 'gamma has no parameter "p10"', "as in gamma(shape, scale)"],
  [
    "^normal(p10: 1, p50: 2, p90: 3)",
    "normal goes through two quantiles, found 3",
    "write quantiles(10%: 1, 50%: 2, 90%: 3)",
  ],
  ["^PERT(1, 2, 3)", 'unknown family "PERT"', "did you mean pert?"],
  ["^pert(1, 2)", "pert is missing max", pertUsage],
  ["^pert(min: 1, max: 2)", "pert is missing mode", pertUsage],
  ["pert(min: 1, ^mod: 2, max: 3)", 'pert has no parameter "mod"', "did you mean mode?"],
  ["pert(min: 1, ^min: 2, max: 3)", "min is given twice"],
  ["^pert(1, min: 2, max: 3)", "min is given by its place and by its name", pertUsage],
  [
    "pert(min: 1, ^2, 3)",
    "this argument has no name, but one before it has",
    "as in pert(min, mode, max, shape: 4)",
  ],
  ["pert(^11k to 15k, 3, 4)", "min must be a plain number", weighs],
  ["pert(^70%: 1, 2, 3)", "pert takes no weights", "as in pert(min, mode, max, shape: 4)"],
  // Forms
  [
    "mixture(^70: 11k, 30: 12k)",
    "the weights add up to 10000 %, they must add up to 100 %",
    "write 70%, 30%",
  ],
  [
    "discrete(^1: 0, 1: 1, 8: 2)",
    "the weights add up to 1000 %, they must add up to 100 %",
    "write 10%, 10%, 80%",
  ],
  ["mixture(^70%: 11k, 20%: 12k)", "the weights add up to 90 %, they must add up to 100 %"],
  [
    "mixture(^11k, 12k)",
    "each part of mixture needs its weight before a colon",
    "as in mixture(70%: 11k to 15k, 30%: uniform(15k, 100k))",
  ],
  ["discrete(10%: ^0 to 3, 90%: 5k)", "a value must be a plain number", weighs],
  ["quantiles(50%: 11k, ^5%: 20k)", "the probabilities must rise, found 5 % after 50 %"],
  ["quantiles(5%: 30k, 50%: ^20k)", "the values must rise, found 20k after 30k"],
  ["quantiles(5%: 1, 95%: 3, min: ^2)", "min is 2, it must be below the lowest quantile 1"],
  ["quantiles(5%: 1, 95%: 3, max: ^3)", "max is 3, it must be above the highest quantile 3"],
  ["truncate(uniform(1, 2), min: ^5, max: 4)", "min is 5, it must not be greater than max 4"],
  ["bernoulli(^30)", "probability is 30, it must lie between 0 and 1", "write 30%"],
  [
    "quantiles(^5: 30k, 50: 40k)",
    "a quantile's probability lies between 0 % and 100 %",
    "write quantiles(5%: 30k, 50%: 40k)",
  ],
  ["^truncate(1 to 2)", "truncate needs min or max", "as in truncate(normal(14k, 3k), min: 10k)"],
  ["truncate(1 to 2, ^mn: 1)", 'truncate has no parameter "mn"', "did you mean min?"],
  ['^empirical("a.csv", "b")', "files cannot be read here", "write the values as discrete(…)"],
  // Hedges
  [
    "up to 20k (^within 10%)",
    '"up to" is made precise by "typically", found "within"',
    "as in up to 20k (typically 85%)",
  ],
  ["up to 20k (typically ^85)", "typically is 85, it must be from 10 % to 100 % of the ceiling", "write 85%"],
  ["about 11k (within ^10)", "within is 10, it must be from 0.1 % to 100 % of the figure", "write 10%"],
  ["over 1000 (typically ^90%)", "typically is 90%, it must be above 100 % and up to 1000 % of the floor"],
  [
    "about ^0",
    '"about" is read as a share of its figure, which must be above 0',
    "write an interval or a family, as normal(-3, 1)",
  ],
  ["between ^100k and 11k", "between goes from low to high, found 100k and 11k"],
])("%s: %s", (marked, message, hint) => {
  const start = marked.indexOf("^");
  const error = problemOf(marked.replace("^", ""));
  expect({ message: error.message, hint: error.hint, start: error.span.start }).toEqual({
    message,
    hint,
    start,
  });
});

test("texts of hostile length or depth are refused before they cost anything", () => {
  expect(problemOf("9".repeat(3000)).message).toBe("the belief has 3000 characters, at most 2000 are read");
  const deep = `${"mixture(100%: ".repeat(100)}1${")".repeat(100)}`;
  expect(problemOf(deep).message).toBe("beliefs are nested deeper than 8");
});

test("what no distribution satisfies is told at the whole form", () => {
  expect(problemOf("truncate(uniform(1, 2), min: 5)").message).toMatch(/^nothing is left/);
  // In the middle of so skewed quantiles the metalog's curve would fall.
  const bent = problemOf("quantiles(5%: 1, 50%: 2, 95%: 1k)");
  expect(bent.message).toMatch(/do not make a metalog/);
  expect(bent.span).toEqual({ start: 0, end: 33 });
});

test("what a file's reader says of a missing file is said at the file's name", () => {
  const readColumn = () => {
    throw new Error("losses.csv has no column killed");
  };
  const error = problemOf('empirical("losses.csv", "killed")', readColumn);
  expect([error.message, error.span]).toEqual(["losses.csv has no column killed", { start: 10, end: 22 }]);
});

function problemOf(text: string, readColumn?: () => number[]): BeliefProblem {
  try {
    evaluateBelief(text, { readColumn });
  } catch (error) {
    if (error instanceof BeliefProblem) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}
