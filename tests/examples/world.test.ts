// The six as one world: what two of them show is one quantity, trial by trial, and what is common moves all of them.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type PlayedScenario, playScenario } from "../../src/analysis/together/playedScenario.ts";
import { computedTwice } from "../../src/analysis/together/quantities.ts";
import { loadClaims } from "../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { findProject } from "../../src/node/project/project.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { inlineExecutor } from "../../src/simulation/executor.ts";

const project = findProject(fileURLToPath(new URL("../..", import.meta.url)));
const names = ["deployment", "contingent", "payments", "bargain", "seoul", "manpower"];
const trials = 1024;

async function load(set: string[] = []) {
  const chosen = project.scenarios.filter(({ name }) => names.includes(name));
  const overrides = { trials, set };
  return await loadScenarios(project, chosen, { claims: loadClaims(project), overrides });
}

/** The bases of all six on the same trials, by the scenario's name. */
async function playAll(set: string[] = []): Promise<Map<string, PlayedScenario>> {
  const played = new Map<string, PlayedScenario>();
  for (const loaded of await load(set)) {
    const keep = Object.keys(loaded.scenario.outputs);
    const engine = createEngine(loaded.name, loaded.scenario, loaded.config);
    played.set(loaded.name, await playScenario(loaded, inlineExecutor(engine), { keep, common: [] }));
  }
  return played;
}

const world = await playAll();
const columnOf = (played: Map<string, PlayedScenario>, scenario: string, output: string) =>
  played.get(scenario)!.columns.outputs[output]!;

describe("one quantity wherever it is shown, trial by trial (laws)", () => {
  test.each([
    ["bargain.hit", "contingent.totalCasualties"],
    ["bargain.dead", "contingent.totalKilled"],
  ])("%s is %s", (shown, computed) => {
    const [one, other] = [shown, computed].map((name) =>
      columnOf(world, ...(name.split(".") as [string, string])),
    );
    expect(new Set(one).size).toBeGreaterThan(trials / 2);
    expect(one).toEqual(other);
  });

  test("what the bargain receives in money is what the payments pay, where no technology comes and where it does", () => {
    const paid = columnOf(world, "payments", "totalPaid");
    const total = columnOf(world, "bargain", "total");
    const technology = columnOf(world, "bargain", "technology");
    for (let trial = 0; trial < trials; trial++)
      expect(Math.abs(total[trial]! - technology[trial]! - paid[trial]!)).toBeLessThan(1e-9 * total[trial]!);
  });

  test("what the manpower adds in each month is the strength of the contingent", () => {
    const [without, withThem] = ["balance", "balanceWith"].map((output) =>
      columnOf(world, "manpower", output),
    );
    const strength = columnOf(world, "contingent", "strength");
    expect(strength.length).toBe(12 * trials);
    for (let at = 0; at < strength.length; at++)
      expect(Math.abs(withThem![at]! - without![at]! - strength[at]!)).toBeLessThan(1e-6);
  });

  test("what is owed as pay over a month is the pay for those who serve in the contingent", async () => {
    const played = await playAll(["pay=2000"]);
    const serving = columnOf(played, "contingent", "serving");
    expect(columnOf(played, "payments", "monthlyPay")).toEqual(serving.map((soldiers) => soldiers * 2000));
  });

  test("technology is the same in Seoul: with all else still, it decides from the same trials", async () => {
    // Certain patience cannot be set, but a rate of nothing without technology can: whoever shifts has technology.
    const only = [
      "baseRate=10",
      "technologyFactor=1000000",
      "politics=0.000001",
      "troopsElasticity=0",
      "visibility=0",
    ];
    const played = await playAll([...only, "technologyExtent=1"]);
    const extent = columnOf(played, "bargain", "extent");
    const shifted = columnOf(played, "seoul", "defensiveWeapons");
    const byExtent = (value: number) => [...shifted].filter((_, trial) => extent[trial] === value);
    expect(byExtent(1).length).toBeGreaterThan(trials / 4);
    // At 10 a month none waits for twelve months; at 1e-5 a month next to none (0.012 % in a year) does not.
    expect(new Set(byExtent(1))).toEqual(new Set([1]));
    expect(byExtent(0).reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(2);
  });

  test("sent in the contingent are those of the deployment and those who replace the lost", async () => {
    const sent = columnOf(world, "deployment", "sent");
    const inAll = columnOf(world, "contingent", "sentInAll");
    expect(inAll.every((soldiers, at) => soldiers >= sent[at]! * (1 - 1e-12))).toBe(true);
    const unreplaced = await playAll(["replacedShare=0"]);
    const onlySent = columnOf(unreplaced, "contingent", "sentInAll");
    for (const [at, soldiers] of onlySent.entries())
      expect(Math.abs(soldiers - sent[at]!)).toBeLessThan(1e-9 * sent[at]!);
  });
});

test("no two scenarios compute the same quantity", async () => {
  expect(computedTwice(await load())).toEqual([]);
});

test("another number of soldiers moves all six at once", async () => {
  const moved = await playAll(["troops=20k"]);
  for (const [scenario, output] of [
    ["deployment", "peakDeployed"],
    ["contingent", "totalCasualties"],
    ["payments", "totalOwed"],
    ["bargain", "total"],
    ["manpower", "coveredShare"],
  ] as const) {
    const [before, after] = [world, moved].map((played) => columnOf(played, scenario, output));
    const changed = [...before!].filter((value, trial) => value !== after![trial]).length;
    expect(changed, `${scenario}.${output}`).toBeGreaterThan(trials / 4);
  }
  // In Seoul the number counts over that at the start, so that what moves is the course of losses and growth.
  const shifts = [world, moved].map((played) => [...columnOf(played, "seoul", "chanceByMonth")]);
  expect(shifts[0]).not.toEqual(shifts[1]);
});
