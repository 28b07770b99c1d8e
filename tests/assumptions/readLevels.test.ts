import { expect, test } from "vitest";
import { BadInput, describeProblem } from "../../src/assumptions/problems.ts";
import { readConfig } from "../../src/assumptions/readConfig.ts";
import { claims, goodConfig, scenario } from "./exampleConfig.ts";

const outputs = { paid: { kind: "series" }, present: { kind: "series" }, total: { kind: "scalar" } };

function read(levels: string) {
  const text = `${goodConfig}levels:\n${levels}`;
  return readConfig({ text, file: "p.yaml" }, { ...scenario, outputs }, claims).levels;
}

function problems(levels: string): string[] {
  try {
    read(levels);
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(describeProblem);
    throw error;
  }
  return [];
}

test("levels are read in the numbers of beliefs (right answers)", () => {
  const levels = read(
    '  - { output: paid, above: 1.5B, label: "Dear" }\n  - { output: present, below: -100k }\n',
  );
  expect(levels).toEqual([
    { output: "paid", side: "above", level: 1.5e9, label: "Dear" },
    { output: "present", side: "below", level: -100_000 },
  ]);
  expect(readConfig({ text: goodConfig, file: "p.yaml" }, scenario, claims).levels).toEqual([]);
});

test.each([
  ["  - { output: piad, above: 1 }\n", 'levels[0]: unknown output "piad" (did you mean "paid"?)'],
  ["  - { output: total, above: 1 }\n", 'output "total" is no series, only a series crosses a level in time'],
  ["  - { output: paid }\n", "levels[0]: has neither below nor above, one of them is wanted"],
  ["  - { output: paid, above: 1, below: 2 }\n", "levels[0]: has both below and above"],
  ["  - { output: paid, above: lots }\n", 'levels[0].above: "lots" is not a number'],
  [
    "  - { output: paid, above: 1k }\n  - { output: paid, above: 1000 }\n",
    "levels[1]: this level is there twice",
  ],
  ["  - { output: paid, abvoe: 1 }\n", 'levels[0]: unknown key "abvoe" (did you mean "above"?)'],
  ["  paid: 1\n", "levels must be a list, found a mapping"],
])("%j is told with its place (law)", (levels, message) => {
  const told = problems(levels).join("\n");
  expect(told).toContain(message);
  expect(told).toMatch(/^p\.yaml:\d+:\d+: /);
});
