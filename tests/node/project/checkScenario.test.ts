// Right answers by hand: what a scenario's file may export.
import { expect, test } from "vitest";
import type { BadInput } from "../../../src/assumptions/problems.ts";
import { event, scalar, series } from "../../../src/index.ts";
import { checkScenario } from "../../../src/node/project/checkScenario.ts";

const good = {
  title: "Coins",
  question: "How much do they give?",
  answer: "In {horizon} they give {won}, at most {won.p95}; nothing is {nothing.words}.",
  headline: ["won"],
  step: "month",
  inputs: { prize: "USD" },
  outputs: { won: scalar("USD", "Won"), soFar: series("USD", "So far"), nothing: event("Nothing") },
  trial() {},
};

function problemsOf(exported: unknown): string[] {
  try {
    checkScenario(exported, "scenarios/coins.ts");
    return [];
  } catch (error) {
    return (error as BadInput).message.split("\n");
  }
}

test("a whole scenario is taken as it is", () => {
  expect(checkScenario(good, "scenarios/coins.ts")).toBe(good);
});

test("a file without a scenario is told how to give one", () => {
  expect(problemsOf(undefined)).toEqual([
    "scenarios/coins.ts: has no scenario (write `export default defineScenario({ … })`)",
  ]);
});

test("a key that no scenario has is told by name, and one of the config with its place", () => {
  expect(problemsOf({ ...good, headlines: ["won"], anser: "x", start: "2024-12" })).toEqual([
    'scenarios/coins.ts: headlines: is no part of a scenario (did you mean "headline"?)',
    'scenarios/coins.ts: anser: is no part of a scenario (did you mean "answer"?)',
    "scenarios/coins.ts: start: is no part of a scenario (start: stands in the scenario's YAML)",
  ]);
});

test("everything that is missing is told at once", () => {
  const { trial, title, outputs, ...rest } = good;
  expect(problemsOf({ ...rest, step: "hour" })).toEqual([
    "scenarios/coins.ts: title: is missing: a sentence is wanted",
    "scenarios/coins.ts: trial: is missing: a function that plays the future once is wanted",
    'scenarios/coins.ts: step: is "hour", allowed are day, week, month, quarter, year',
    "scenarios/coins.ts: outputs: is missing: at least one output is wanted",
  ]);
});

test.each([
  ["{wonn}", 'has the placeholder {wonn}, but no scalar or event is called "wonn" (did you mean "won"?)'],
  [
    "{soFar}",
    'has the placeholder {soFar}, but no scalar or event is called "soFar" (there are won, nothing, horizon)',
  ],
  [
    "{won.p96}",
    'has the placeholder {won.p96}; "won" has no such figure (there are mean, sd, p5, p25, p50, p75, p95)',
  ],
  [
    "{won.never}",
    'has the placeholder {won.never}; "won" has no such figure (there are mean, sd, p5, p25, p50, p75, p95)',
  ],
])("the answer's placeholder %s is refused with its near name", (answer, message) => {
  expect(problemsOf({ ...good, answer })).toEqual([`scenarios/coins.ts: answer: ${message}`]);
});

test("a headline names outputs, and among them one that can answer", () => {
  expect(problemsOf({ ...good, headline: ["soFarr"] })).toEqual([
    'scenarios/coins.ts: headline: names "soFarr", which is no output (did you mean "soFar"?)',
    "scenarios/coins.ts: headline: names neither a scalar nor an event, so that nothing answers the question",
  ]);
});
