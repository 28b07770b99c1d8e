// Every hint that says what to write is followed to the letter: the belief must then mean what its writer meant.
import { describe, expect, test } from "vitest";
import { familyHelp, formHelp } from "../../src/beliefs/beliefHelp.ts";
import { BeliefProblem } from "../../src/beliefs/beliefProblem.ts";
import { replaced } from "../../src/beliefs/correction.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";

const probes = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** Whether two beliefs mean the same, weights being rounded to six digits. */
function expectSame(one: string, other: string): void {
  const [found, meant] = [evaluateBelief(one), evaluateBelief(other)];
  for (const p of probes) {
    const [x, right] = [found.quantile(p), meant.quantile(p)];
    expect(Math.abs(x - right), `${one} at ${p}: ${x}, not ${right}`).toBeLessThanOrEqual(
      1e-4 * Math.abs(right),
    );
  }
}

function problemOf(text: string): BeliefProblem | undefined {
  try {
    evaluateBelief(text);
    return undefined;
  } catch (error) {
    if (error instanceof BeliefProblem) return error;
    throw error;
  }
}

describe("right answers: each replacement is accepted, one for each reading", () => {
  test.each<[written: string, ...meant: string[]]>([
    ["uniform(11,000, 40,000)", "uniform(11k, 40k)"],
    ["pert(11,500, 14k, 15k)", "pert(11.5k, 14k, 15k)", "pert(11, 500, 14k, 15k)"],
    ["11.000 to 40.000", "11k to 40k", "11 to 40"],
    ["2.500%", "2500%", "2.5%"],
    ["1.280.000", "1.28M"],
    ["0,5", "0.5"],
    ["11,5 to 14,5", "11.5 to 14.5"],
    ["007", "7"],
    ["11m", "11M"],
    ["15k to 11k", "11k to 15k"],
    ["5 to 5", "5"],
    ["5% to 10", "5% to 10%", "0.05 to 10"],
    ["100%: 20 to 30", "uniform(20, 30)"],
    ["80: 20 to 30", "80%: 20 to 30"],
    ["about 10 to 20", "10 to 20"],
    ["could be as high as 1.9M", "up to 1.9M"],
    ["~ 20k", "about 20k"],
    [">1000", "over 1000"],
    ["≤ 20k", "up to 20k"],
    ["1000+", "over 1000"],
    ["15 ± 2", "13 to 17", "normal(15, 2)"],
    ["$2000", "2000"],
    ["uniform(1; 2)", "uniform(1, 2)"],
    ["normal(mean=1, sd: 2)", "normal(1, 2)"],
    ["N(1, 2)", "normal(1, 2)"],
    ["prt(1, 2, 3)", "pert(1, 2, 3)"],
    ["PERT(1, 2, 3)", "pert(1, 2, 3)"],
    ["loguniform(1, 100)", "logUniform(1, 100)"],
    ["pert(min: 1, mod: 2, max: 3)", "pert(1, 2, 3)"],
    ["normal(p10: 1, p50: 2, p90: 3)", "quantiles(10%: 1, 50%: 2, 90%: 3)"],
    ["mixture(70: 11k, 30: 12k)", "mixture(70%: 11k, 30%: 12k)"],
    ["discrete(1: 0, 1: 1, 8: 2)", "discrete(10%: 0, 10%: 1, 80%: 2)"],
    ["mixture(2: 5 to 6, 1: 20 to 30)", "mixture(66.6667%: 5 to 6, 33.3333%: 20 to 30)"],
    ["bernoulli(30)", "bernoulli(30%)"],
    ["quantiles(5: 30k, 95%: 40k)", "quantiles(5%: 30k, 95%: 40k)"],
    ["truncate(1 to 2, mx: 1.5)", "truncate(1 to 2, max: 1.5)"],
    ["up to 20k (typically 85)", "up to 20k (typically 85%)"],
    ["about 11k (within 10)", "about 11k (within 10%)"],
  ])("%s", (written, ...meant) => {
    const problem = problemOf(written)!;
    expect(problem.hint).toMatch(/^(write|did you mean|the currency)/);
    expect(problem.replacements).toHaveLength(meant.length);
    for (const [i, replacement] of problem.replacements.entries()) {
      const followed = replaced(written, replacement);
      expect(problem.hint).toContain(replacement.text.trim().split(":")[0]);
      // Where one slip hides another, that is told next: these have one each.
      if (problemOf(meant[i]!) === undefined) expectSame(followed, meant[i]!);
      else expect(problemOf(followed)?.message).toBe(problemOf(meant[i]!)!.message);
    }
  });
});

describe("law: a slip in a belief that is right is taken back by its hint", () => {
  const right = [
    ...formHelp().map(({ example }) => example),
    "uniform(0, 6)",
    "lognormal(mean: 50, sd: 20)",
    "truncate(normal(14k, 3k), min: 10k, max: 20k)",
    "mixture(70%: about 11k, 30%: pert(min: 11k, mode: 14k, max: 100k))",
    "normal(p25: 10, p75: 20)",
    "beta(mean: 20%, sd: 5%)",
  ].filter((text) => !/empirical|fit\(/.test(text));
  const names = familyHelp().map(({ name }) => name);
  const slips: Readonly<Record<string, (text: string) => string>> = {
    "a letter is missing in a word": (text) => text.replace(/\b([a-z])([a-zA-Z])([a-z]+)(?=[(:])/, "$1$3"),
    "a family in capitals": (text) => text.replace(/\b[a-zA-Z]+(?=\()/, (name) => name.toUpperCase()),
    "an equals sign": (text) => text.replace(/([a-z]): /, "$1="),
    "a semicolon": (text) => text.replace(", ", "; "),
    "a dollar": (text) => text.replace(/(?<![\w.])(\d+k)/, "$$$1"),
    "thousands with commas": (text) => text.replace(/(?<![\w.])(\d+)k/, "$1,000"),
    "thousands with points": (text) => text.replace(/(?<![\w.])(\d+)k/g, "$1.000"),
    "weights without percent": (text) => text.replace(/(\d+)%(?=:)/g, "$1"),
  };
  for (const [slip, make] of Object.entries(slips)) {
    test(slip, () => {
      let tried = 0;
      for (const text of right) {
        const written = make(text);
        const problem = written === text ? undefined : problemOf(written);
        // Some slips are understood, some leave another belief that is right.
        if (!problem || names.some((name) => written.startsWith(`${name}: `))) continue;
        if (problem.replacements.length === 0) expect(problem.hint).not.toMatch(/^(write|did you mean)/);
        const followed = problem.replacements.map((replacement) => replaced(written, replacement));
        if (followed.length === 0) continue;
        tried++;
        const isSame = followed.map((one) => {
          const [found, meant] = [problemOf(one) ? undefined : evaluateBelief(one), evaluateBelief(text)];
          return probes.every(
            (p) =>
              found && Math.abs(found.quantile(p) - meant.quantile(p)) <= 1e-4 * Math.abs(meant.quantile(p)),
          );
        });
        expect(isSame, `${written}: ${problem.hint}`).toContain(true);
      }
      expect(tried, slip).toBeGreaterThan(0);
    });
  }
});
