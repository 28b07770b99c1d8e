// Which scenario computes which quantity, who takes it, and which quantities two scenarios compute.
import type { NamedDifference } from "../../assumptions/assumptions.ts";
import { isLinked } from "../../assumptions/input.ts";
import { conversionFactor } from "../../assumptions/units.ts";
import { outputOf } from "../../assumptions/upstream.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../simulation/scenario.ts";

/** A scenario by its name. */
export interface NamedScenario {
  name: string;
  scenario: Scenario;
}

/** A quantity and the one scenario that computes it. */
export interface WorldQuantity {
  scenario: string;
  output: string;
  label: string;
  /** "1" for an event. */
  unit: string;
  /** The scenarios that take it, by name. */
  takenBy: readonly string[];
}

/** Outputs that one scenario takes from another. */
export interface Feed {
  from: string;
  to: string;
  outputs: readonly string[];
}

/** A named difference, and whose it is. */
export interface ScenarioDifference extends NamedDifference {
  scenario: string;
}

/** What each scenario takes from others, those that feed first. */
export function feedsAmong(scenarios: readonly NamedScenario[]): Feed[] {
  return scenarios.flatMap(({ name, scenario }) => {
    const taken = new Map<string, Set<string>>();
    for (const link of Object.values(scenario.inputs).filter(isLinked)) {
      const { scenario: from, output } = outputOf(link);
      taken.set(from, (taken.get(from) ?? new Set<string>()).add(output));
    }
    return [...taken].map(([from, outputs]): Feed => ({ from, to: name, outputs: [...outputs] }));
  });
}

/** All outputs, each with those that take it. */
export function quantitiesOf(scenarios: readonly NamedScenario[]): WorldQuantity[] {
  const feeds = feedsAmong(scenarios);
  return scenarios.flatMap(({ name, scenario }) =>
    Object.entries(scenario.outputs).map(([output, declared]): WorldQuantity => {
      const takers = feeds.filter(({ from, outputs }) => from === name && outputs.includes(output));
      return {
        scenario: name,
        output,
        label: declared.label,
        unit: kindOf(declared).unitOf(declared),
        takenBy: takers.map(({ to }) => to),
      };
    }),
  );
}

/** Outputs of different scenarios that seem to be one quantity. */
export interface SharedQuantity {
  /** Two at least. */
  quantities: readonly WorldQuantity[];
  /** What is the same beside the unit. */
  same: "label" | "name";
}

/** Outputs of different scenarios with the same label or name, in units that convert: a quantity is computed once. */
export function computedTwice(scenarios: readonly NamedScenario[]): SharedQuantity[] {
  const all = quantitiesOf(scenarios);
  const isChance = ({ scenario, output }: WorldQuantity) => {
    const { outputs } = scenarios.find(({ name }) => name === scenario)!.scenario;
    return kindOf(outputs[output]!).quantity === "chance";
  };
  const keys = {
    label: ({ label }: WorldQuantity) => wordsOf(label),
    name: ({ output }: WorldQuantity) => output,
  };
  const found: SharedQuantity[] = [];
  for (const same of ["label", "name"] as const) {
    const isOne = (one: WorldQuantity, other: WorldQuantity) =>
      keys[same](one) === keys[same](other) &&
      isChance(one) === isChance(other) &&
      conversionFactor(one.unit, other.unit) !== undefined;
    for (const one of all) {
      const quantities = all.filter((other) => isOne(one, other));
      const isTold = found.some((group) => quantities.every((each) => group.quantities.includes(each)));
      if (new Set(quantities.map(({ scenario }) => scenario)).size > 1 && !isTold)
        found.push({ quantities, same });
    }
  }
  return found;
}

function wordsOf(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, " ");
}
