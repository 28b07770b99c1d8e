// What scenarios show together: what each common assumption does to each, and what holds in all of them in the same futures.
import { type Calendar, calendarOf } from "../../assumptions/calendar/calendar.ts";
import { describeInput } from "../../assumptions/input.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { isOf, kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { futuresOf, type PlayedWorld } from "./futures.ts";
import {
  type CommonInfluence,
  commonAssumption,
  type InfluenceReference,
  type PlayedScenario,
} from "./playedScenario.ts";
import {
  type Feed,
  feedsAmong,
  type NamedScenario,
  quantitiesOf,
  type ScenarioDifference,
  type WorldQuantity,
} from "./quantities.ts";
import { SortedOutcomes } from "./sortedOutcomes.ts";
import { outcomesOf, type Split, splitFigures, type WorldOutcome } from "./splitFigures.ts";

/** A scenario and the figure that others are held against: the first scalar or event of its headline. */
export interface ScenarioHeadline extends WorldOutcome {
  title: string;
  horizon: Calendar;
  /** As believed. */
  base: Estimate;
  /** What the influences of common assumptions are held against. */
  reference: InfluenceReference;
}

/** A common assumption and what it does to each scenario. */
export interface CommonRow {
  name: string;
  label: string;
  belief: string;
  /** The unit that the belief is written in. */
  unit: string;
  /** By scenario; of those that use it and in which it is open. */
  influences: Readonly<Record<string, CommonInfluence>>;
  /** Scenarios that use it, also where it is certain or follows from others. */
  usedBy: readonly string[];
}

/** All that is told of scenarios together. */
export interface WorldFindings {
  seed: string;
  trials: number;
  scenarios: ScenarioHeadline[];
  /** In the order of common.yaml; of those that some scenario uses. */
  common: CommonRow[];
  splits: Split[];
  differences: ScenarioDifference[];
  feeds: Feed[];
  quantities: WorldQuantity[];
}

/**
 * What scenarios show together.
 * @param given conditions on futures; every event of a headline and every named level unless there are some
 * @throws BadInput for a condition that is none
 */
export function worldFindings(world: PlayedWorld, given: readonly string[] = []): WorldFindings {
  const { scenarios, seed, trials } = world;
  const conditions = given.length > 0 ? given : usualConditions(scenarios);
  const involved = involvedIn(scenarios);
  const sorted = new SortedOutcomes(world);
  return {
    seed,
    trials,
    scenarios: scenarios.map((played) => headlineOf(world, played)),
    common: commonRows(world),
    splits: conditions.map((condition) => {
      const futures = futuresOf(world, condition);
      const asked = futures.parts.map(({ reference }) => reference);
      const outcomes = headlineOutcomes(world).filter(
        ({ scenario, output }) => !asked.includes(`${scenario}.${output}`),
      );
      return splitFigures(sorted, futures, outcomes);
    }),
    differences: scenarios.flatMap(({ name, config }) =>
      (config.differences ?? []).map((difference) => ({ scenario: name, ...difference })),
    ),
    feeds: feedsAmong(involved),
    quantities: quantitiesOf(involved),
  };
}

/** The scalars and events of all headlines. */
export function headlineOutcomes(world: PlayedWorld): WorldOutcome[] {
  return world.scenarios.flatMap(({ name, scenario }) => {
    const { headline, outputs } = scenario;
    const single = headline.filter((output) => kindOf(outputs[output]!).shape === "single");
    return outcomesOf(world, name, single);
  });
}

function headlineOf(
  world: PlayedWorld,
  { name, scenario, config, headline, base, reference }: PlayedScenario,
) {
  const [outcome] = outcomesOf(world, name, [headline]);
  const { title, step } = scenario;
  return { ...outcome!, title, horizon: calendarOf(step, config), base, reference };
}

/** The events of headlines, and the levels that configs name. */
function usualConditions(scenarios: readonly PlayedScenario[]): string[] {
  return scenarios.flatMap(({ name, scenario, config }) => [
    ...scenario.headline
      .filter((output) => isOf(scenario.outputs[output]!, "chance", "single"))
      .map((output) => `${name}.${output}`),
    ...config.levels.map(({ output, side, level }) => `${name}.${output} ever ${side} ${level}`),
  ]);
}

function commonRows({ scenarios, common }: PlayedWorld): CommonRow[] {
  return common.flatMap((name): CommonRow[] => {
    const users = scenarios.filter(
      (played) => played.influences.has(name) || commonAssumption(played, name) !== undefined,
    );
    const [first] = users.flatMap((played) => {
      const found = commonAssumption(played, name);
      return found ? [{ found, played }] : [];
    });
    if (!first) return [];
    const { found, played } = first;
    const input = found.input ?? ownValue(played.scenario.inputs, name) ?? "1";
    return [
      {
        name,
        label: describeInput(name, input).label,
        belief: "is" in found ? found.is : found.belief,
        unit: found.unit,
        influences: Object.fromEntries(
          users.flatMap((user) => {
            const influence = user.influences.get(name);
            return influence ? [[user.name, influence]] : [];
          }),
        ),
        usedBy: users.map((user) => user.name),
      },
    ];
  });
}

/** The scenarios and those that feed them, these first. */
function involvedIn(scenarios: readonly PlayedScenario[]): NamedScenario[] {
  const all = new Map<string, NamedScenario>();
  for (const { name, scenario } of scenarios) {
    for (const [upstream, one] of Object.entries(scenario.upstreams ?? {}))
      if (!all.has(upstream)) all.set(upstream, { name: upstream, scenario: one });
    if (!all.has(name)) all.set(name, { name, scenario });
  }
  return [...all.values()];
}
