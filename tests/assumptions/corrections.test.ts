// What a problem of a config says to write is written in the file, to the letter: the file is then read, with that meaning.
import { expect, test } from "vitest";
import { BadInput, type Problem } from "../../src/assumptions/problems.ts";
import { goodConfig, readExample } from "./exampleConfig.ts";

function problemsOf(text: string): readonly Problem[] {
  try {
    readExample(text);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}

const troops = (text: string) =>
  readExample(text).variants[0]!.assumptions.find(({ name }) => name === "troops")!.distribution;

test.each<[written: string, ...medians: number[]]>([
  ['"normal(p10=11k, p90: 15k)"', 13_000],
  ["uniform(11,000, 15,000)", 13_000],
  ["normal(11.000, 1)", 11_000, 11],
  ['"discrete(1: 11k, 1: 11k, 8: 12k)"', 12_000],
  ["~11k", 11_000],
  ['">11000"', 11_000 + 1650 * Math.exp(0.36)],
  ["normal(14k, 3k)", 14_000],
])("belief: %s", (written, ...medians) => {
  const config = goodConfig.replace("pert(11k, 14k, 100k)", written);
  const [problem] = problemsOf(config);
  expect(problem!.instead).toHaveLength(medians.length);
  for (const [i, instead] of problem!.instead!.entries()) {
    let mended = config.replace(written, instead);
    // Bounds are told after the belief is read.
    const [next] = problemsOf(mended);
    if (next) mended = mended.replace(instead, next.instead![0]!);
    expect(problemsOf(mended)).toEqual([]);
    const median = troops(mended).quantile(0.5);
    expect(Math.abs(median / medians[i]! - 1)).toBeLessThan(0.1);
  }
});

test("in a file, what must be quoted is shown with its quotes, and is quoted inside { }", () => {
  const block = goodConfig.replace("pert(11k, 14k, 100k)", "pert(min=11k, mode: 14k, max: 100k)");
  expect(problemsOf(block)[0]!.hint).toBe('write belief: "pert(min=11k, mode: 14k, max: 100k)"');
  const one = goodConfig.replace("pert(11k, 14k, 100k)", "uniform(min=11k,max=14k)");
  expect(problemsOf(one)[0]!.hint).toBe('write "uniform(min: 11k,max=14k)"');
  const inFlow = goodConfig.replace("{ troops: 11k }", '{ troops: "uniform(11,000, 15,000)" }');
  const [problem] = problemsOf(inFlow);
  expect(problemsOf(inFlow.replace('"uniform(11,000, 15,000)"', problem!.instead![0]!))).toEqual([]);
});

test("on the command line the setting is written again", () => {
  try {
    readExample(goodConfig, { set: ["troops=~11k"] });
    expect.unreachable();
  } catch (error) {
    expect((error as BadInput).problems[0]!.instead).toEqual(["about 11k"]);
  }
});
