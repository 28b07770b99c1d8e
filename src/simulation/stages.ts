// The scenarios that a trial is made of: those upstream, whose outputs others take, and the one that is asked.

import type { Step } from "../assumptions/calendar/calendar.ts";
import { describeInput, isLinked, type LinkedInput } from "../assumptions/input.ts";
import { conversionFactor } from "../assumptions/units.ts";
import { outputOf, sourceOf } from "../assumptions/upstream.ts";
import { kindOf } from "./outputKinds/kindOf.ts";
import type { Scenario } from "./scenario.ts";

/** One of the scenarios that a trial is made of. */
export interface Stage {
  /** Name of the scenario upstream; undefined for the one that is asked. */
  name: string | undefined;
  scenario: Scenario;
  /** How long it is played, in its own steps. */
  steps: number;
  /** The outputs that others take; none of the one that is asked. */
  taken: readonly string[];
}

/** The stages of a scenario that is played for so many steps: each after those whose outputs it takes, itself last. */
export function stagesOf(scenario: Scenario, steps: number): Stage[] {
  const upstreams = Object.entries(scenario.upstreams ?? {});
  const all = [...upstreams.map(([, one]) => one), scenario];
  const links = all.flatMap(({ inputs }) => Object.values(inputs).filter(isLinked).map(outputOf));
  const played = new Map<string | undefined, number>([[undefined, steps]]);
  // From the last on, as each is played as long as the longest of those that it feeds.
  for (const [k, one] of [...all.entries()].reverse()) {
    const own = k === all.length - 1 ? steps : (played.get(upstreams[k]![0]) ?? 1);
    for (const link of Object.values(one.inputs).filter(isLinked)) {
      const { scenario: from } = outputOf(link);
      const needed = stepsUpstream(scenario.upstreams![from]!.step, one.step, own);
      played.set(from, Math.max(played.get(from) ?? 1, needed));
    }
  }
  return [
    ...upstreams.map(([name, one]): Stage => {
      const taken = new Set(links.filter((link) => link.scenario === name).map(({ output }) => output));
      return { name, scenario: one, steps: played.get(name) ?? 1, taken: [...taken] };
    }),
    { name: undefined, scenario, steps, taken: [] },
  ];
}

const days: Readonly<Partial<Record<string, number>>> = { day: 1, week: 7 };
const months: Readonly<Partial<Record<string, number>>> = { month: 1, quarter: 3, year: 12 };

/** Steps of `one` in a step of `other`: 3 of months in a quarter, a third the other way round; undefined where they are not whole. */
function stepRatio(one: Step, other: Step): number | undefined {
  if (one === other) return 1;
  const [length, longer] = [days, months]
    .map((lengths) => [lengths[one], lengths[other]])
    .find(([a, b]) => a !== undefined && b !== undefined) ?? [undefined, undefined];
  return length === undefined || longer === undefined ? undefined : longer / length;
}

function stepsUpstream(upstream: Step, own: Step, steps: number): number {
  return Math.ceil(steps * stepRatio(upstream, own)!);
}

/**
 * The step of a series upstream that each own step takes, from 0: what stands at the end of the own step where the others are
 * shorter, the one that it lies in where they are longer.
 */
export function stepsTaken(upstream: Step, own: Step, steps: number): number[] {
  const ratio = stepRatio(upstream, own)!;
  return Array.from({ length: steps }, (_, step) =>
    ratio >= 1 ? (step + 1) * ratio - 1 : Math.floor(step * ratio + 1e-9),
  );
}

/** A column that an input is read from, and what its values are multiplied by to be in the input's unit. */
export interface InputColumn<Column> {
  column: Column;
  factor: number;
}

/** Where columns come from. */
export interface ColumnsAt<Column> {
  /** Of the run's assumptions, with the unit that each is in. */
  assumptions: ReadonlyMap<string, { column: Column; unit: string }>;
  /** Of the outputs upstream. */
  output(scenario: string, output: string): Column;
}

/** The columns of a stage's inputs, by name in their order. */
export function inputColumns<Column>(
  { name, scenario }: Pick<Stage, "name" | "scenario">,
  upstreams: Scenario["upstreams"],
  { assumptions, output }: ColumnsAt<Column>,
): Record<string, InputColumn<Column>> {
  const entries = Object.entries(scenario.inputs).map(([input, declaration]) => {
    const source = sourceOf(name, input, declaration, (candidate) => assumptions.has(candidate));
    const { unit } = describeInput(input, declaration);
    if (source.kind === "assumption") {
      const { column, unit: from } = assumptions.get(source.name)!;
      return [input, { column, factor: conversionFactor(from, unit)! }] as const;
    }
    const declared = upstreams![source.scenario]!.outputs[source.output]!;
    const factor = conversionFactor(kindOf(declared).unitOf(declared), unit)!;
    return [input, { column: output(source.scenario, source.output), factor }] as const;
  });
  return Object.fromEntries(entries);
}

/** What is wrong with an input that takes a scenario's output: undefined where it fits. */
export function linkProblem(
  link: LinkedInput,
  own: Step,
  upstream: Scenario,
): { message: string; hint?: string } | undefined {
  const { scenario, output } = outputOf(link);
  const declared = Object.hasOwn(upstream.outputs, output) ? upstream.outputs[output]! : undefined;
  if (!declared) {
    const names = Object.keys(upstream.outputs).join(", ");
    return {
      message: `takes ${link.from}, and ${scenario} has no output "${output}"`,
      hint: `it has ${names}`,
    };
  }
  if (declared.kind !== link.kind)
    return { message: `takes ${link.from} as ${link.kind}, which is ${declared.kind}` };
  if (declared.kind === "scalar" && kindOf(declared).mayNotHappen(declared))
    return { message: `takes ${link.from}, which need not happen: an input is always a number` };
  const unit = kindOf(declared).unitOf(declared);
  if (conversionFactor(unit, link.unit) === undefined)
    return { message: `reads "${link.unit}", ${link.from} is in "${unit}"` };
  if (stepRatio(upstream.step, own) === undefined)
    return {
      message: `takes ${link.from} by ${upstream.step}, the scenario plays by ${own}`,
      hint: "one step must be a whole number of the other",
    };
  return undefined;
}
