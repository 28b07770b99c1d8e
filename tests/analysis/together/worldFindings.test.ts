import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlayedWorld } from "../../../src/analysis/together/futures.ts";
import { futuresOf } from "../../../src/analysis/together/futures.ts";
import { chanceOf } from "../../../src/analysis/together/splitFigures.ts";
import { worldFindings } from "../../../src/analysis/together/worldFindings.ts";
import { commonNames } from "../../../src/node/project/commonNames.ts";
import { loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { findProject } from "../../../src/node/project/project.ts";
import { playTogether } from "../../../src/node/workers/playTogether.ts";
import { temporaryProject } from "../../node/temporaryProject.ts";
import { toyWorld } from "./toyWorld.ts";

const made = temporaryProject(toyWorld);
afterAll(() => made.remove());

async function play(workers: number): Promise<PlayedWorld> {
  const project = findProject(made.folder);
  const claims = new Map();
  const scenarios = await loadScenarios(project, project.scenarios, { claims });
  const common = commonNames(project);
  return playTogether(scenarios, { workers }, { common, keepAll: true });
}

let world: PlayedWorld;
beforeAll(async () => {
  world = await play(1);
});

function chance(condition: string): number {
  return chanceOf(futuresOf(world, condition)).value;
}

test("the chance that both happen is that of the two coins, as one feeds the other in the same trial", () => {
  expect(chance("field.good")).toBeCloseTo(0.75, 10);
  const both = chanceOf(futuresOf(world, "market.both"));
  // Two coins of 75 and 60 %, whose strata do not end together.
  expect(Math.abs(both.value - 0.75 * 0.6)).toBeLessThan(4 * both.error);
  expect(both.error).toBeLessThan(0.01);
  // Both need the good year: it is one coin in both scenarios, and no second throw.
  expect(chance("field.good and market.both")).toBe(chance("market.both"));
  expect(chance("not field.good and market.both")).toBe(0);
  expect(chance("weather = 1")).toBe(chance("field.good"));
});

test("a threshold of one scenario is as good a condition as its event", () => {
  // A bad year gives 12 · 3.5 = 42 t at the very most nearly always, a good one 72 and more.
  expect(chance("field.total > 60")).toBe(chance("field.good"));
  expect(chance("field.stock above 60k and field.good")).toBe(0);
  // The level is passed in the last months only; at the end it is as good as ever, since the stock only grows.
  expect(chance("field.stock ever > 60")).toBe(chance("field.stock > 60"));
  expect(chance("field.stock ever < 60")).toBe(1);
});

test("in good years both are demanded at 60 %, otherwise never; the median is that of the good years", () => {
  const { splits } = worldFindings(world, ["field.good"]);
  const [{ chance: share, figures }] = splits as [(typeof splits)[0]];
  expect(share.value).toBeCloseTo(0.75, 10);
  const both = figures.find(({ output }) => output === "both")!;
  expect(Math.abs(both.given!.value - 0.6)).toBeLessThan(4 * both.given!.error);
  expect(both.otherwise).toMatchObject({ value: 0 });
  expect(both.otherwise!.error).toBeGreaterThan(0);
  expect(both.joint!.value).toBeCloseTo(0.75 * both.given!.value, 10);
  // total = 12 · yield · 2, with the median of "3 to 3.5" in the middle.
  const total = figures.find(({ output }) => output === "total")!;
  const error = Math.hypot(total.given!.error, 2 * total.otherwise!.error);
  expect(Math.abs(total.given!.value - 2 * total.otherwise!.value)).toBeLessThan(4 * error);
  expect(error).toBeLessThan(1);
  expect(total.joint).toBeUndefined();
});

test("a figure of too few trials cannot be told", () => {
  const { splits } = worldFindings(world, ["weather < 0"]);
  expect(splits[0]!.chance.value).toBe(0);
  expect(splits[0]!.figures.every(({ given }) => given === undefined)).toBe(true);
  expect(splits[0]!.figures.every(({ otherwise }) => otherwise !== undefined)).toBe(true);
});

test("each common assumption is held against each headline that it reaches, upstream ones too", () => {
  const { common, scenarios } = worldFindings(world);
  expect(common.map(({ name }) => name)).toEqual(["weather", "seedPrice"]);
  const [weather, seedPrice] = common;
  expect(weather!.usedBy).toEqual(["field", "market"]);
  expect(seedPrice!.usedBy).toEqual(["market"]);
  const { low, high } = weather!.influences.field!;
  expect(high.value / low.value).toBeCloseTo(2, 2);
  // The market reads the weather only by way of the field.
  const earned = weather!.influences.market!;
  expect(earned.high.value / earned.low.value).toBeCloseTo(2, 1);
  expect(scenarios.map(({ output }) => output)).toEqual(["total", "earned"]);
});

test("unless asked, every event of a headline and every named level is a condition", () => {
  const { splits } = worldFindings(world);
  expect(splits.map(({ condition }) => condition)).toEqual([
    "field.good",
    "field.stock ever above 60",
    "market.both",
  ]);
});

test("who feeds whom, and the one scenario that computes each quantity", () => {
  const { feeds, quantities } = worldFindings(world);
  expect(feeds).toEqual([{ from: "field", to: "market", outputs: ["stock", "good"] }]);
  expect(quantities.map(({ scenario, output, takenBy }) => [scenario, output, ...takenBy])).toEqual([
    ["field", "stock", "market"],
    ["field", "total"],
    ["field", "good", "market"],
    ["market", "earned"],
    ["market", "both"],
  ]);
});

test("any number of workers gives the same", async () => {
  const others = await Promise.all([2, 7].map(play));
  for (const other of others) expect(worldFindings(other)).toEqual(worldFindings(world));
});

test.each([
  ["market.bth", 'market has no output "bth"'],
  ["mrket.both", 'there is no scenario "mrket"'],
  ["market.both > 1", "is an event"],
  ["market.earned", "is a number"],
  ["market.earned ever > 1", "has no steps"],
  ["wether > 1", "is no common assumption"],
  ["unheard > 1", "is used by none"],
  ["field.total > much", "given"],
  ["", "is no condition"],
])("the condition %j is refused", (condition, words) => {
  expect(() => futuresOf(world, condition)).toThrow(words);
});
