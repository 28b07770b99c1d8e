// The futures in which a condition holds: one mark a trial. A trial is the same world in all scenarios.
import { ownValue } from "../../assumptions/ownValue.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { stepOf } from "../../simulation/columns.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import { type Comparator, type ConditionPart, conditionPath, parseCondition } from "./condition.ts";
import { commonColumn, type PlayedScenario } from "./playedScenario.ts";

/** Scenarios that were played together, with the names of common.yaml. */
export interface PlayedWorld {
  seed: string;
  trials: number;
  scenarios: readonly PlayedScenario[];
  common: readonly string[];
}

/** A part of a condition with what it refers to. */
export interface ReferredPart extends ConditionPart {
  /** Undefined for a common assumption. */
  scenario: string | undefined;
  label: string;
  /** "1" for an event. */
  unit: string;
}

/** The futures in which a condition holds. */
export interface Futures {
  condition: string;
  parts: readonly ReferredPart[];
  /** 1 for a trial in which all parts hold. */
  holds: Uint8Array;
}

/** What a part refers to: the numbers of one step, or of all of them. */
interface Referred {
  part: ReferredPart;
  steps: readonly Float64Array[];
}

const comparisons: Readonly<Record<Comparator, (value: number, limit: number) => boolean>> = {
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  "=": (value, limit) => value === limit,
};

/**
 * The trials in which a condition holds. What did not happen in a trial passes no limit.
 * @throws BadInput where it refers to what no scenario gives, or gives an event a limit
 */
export function futuresOf(world: PlayedWorld, condition: string): Futures {
  const problems: Problem[] = [];
  const found = parseCondition(condition).flatMap(
    (part) => referredBy(world, part, { condition, problems }) ?? [],
  );
  if (problems.length > 0) throw new BadInput(problems);
  const holds = new Uint8Array(world.trials).fill(1);
  for (const { part, steps } of found) {
    const { comparator, value } = part.limit ?? { comparator: "=", value: 1 };
    const passes = comparisons[comparator];
    for (let trial = 0; trial < holds.length; trial++) {
      const isPassed = steps.some((column) => passes(column[trial]!, value));
      if (isPassed === part.isNegated) holds[trial] = 0;
    }
  }
  return { condition, parts: found.map(({ part }) => part), holds };
}

interface Asked {
  condition: string;
  problems: Problem[];
}

function referredBy(world: PlayedWorld, part: ConditionPart, asked: Asked): Referred | undefined {
  return part.reference.includes(".")
    ? outputOfPart(world, part, asked)
    : assumptionOfPart(world, part, asked);
}

function assumptionOfPart(
  { scenarios, common }: PlayedWorld,
  part: ConditionPart,
  { condition, problems }: Asked,
): Referred | undefined {
  const { reference, limit } = part;
  const path = conditionPath(condition);
  const [found] = scenarios.flatMap((scenario) => commonColumn(scenario, reference) ?? []);
  if (!found) {
    const message = common.includes(reference)
      ? `"${reference}" is used by none of these scenarios`
      : `"${reference}" is no common assumption`;
    problems.push({ path, message, hint: `an output is written "SCENARIO.${reference}"` });
  } else if (!limit || part.isEver) {
    problems.push({ path, message: `"${reference}" is a number`, hint: `compare it: "${reference} > 0"` });
  } else {
    const { column, label, unit } = found;
    return { part: { ...part, scenario: undefined, label, unit }, steps: [column] };
  }
  return undefined;
}

function outputOfPart(
  { scenarios, trials }: PlayedWorld,
  part: ConditionPart,
  { condition, problems }: Asked,
): Referred | undefined {
  const { reference, limit, isEver } = part;
  const path = conditionPath(condition);
  const wrong = (message: string, hint?: string) => {
    problems.push({ path, message, ...(hint !== undefined && { hint }) });
    return undefined;
  };
  const [name, output] = reference.split(".", 2) as [string, string];
  const names = scenarios.map((one) => one.name);
  const played = scenarios.find((one) => one.name === name);
  if (!played) return wrong(`there is no scenario "${name}" among these`, nearestHint(name, names));
  const { scenario, columns } = played;
  const known = Object.keys(scenario.outputs);
  if (!known.includes(output)) return wrong(`${name} has no output "${output}"`, nearestHint(output, known));
  const declared = scenario.outputs[output]!;
  const column = ownValue(columns.outputs, output);
  if (!column) return wrong(`"${reference}" was not kept`);
  const { quantity, shape, unitOf } = kindOf(declared);
  const isChance = quantity === "chance";
  if (isChance && limit)
    return wrong(`"${reference}" is an event and passes no limit`, `write "${reference}"`);
  if (!isChance && !limit) return wrong(`"${reference}" is a number`, `compare it: "${reference} > 0"`);
  if (isEver && shape === "single") return wrong(`"${reference}" has no steps`, 'leave out "ever"');
  const count = column.length / trials;
  const first = isEver ? 0 : count - 1;
  const steps = Array.from({ length: count - first }, (_, k) => stepOf(column, first + k, trials));
  const { label } = declared;
  return { part: { ...part, scenario: name, label, unit: unitOf(declared) }, steps };
}
