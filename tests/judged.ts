import type { Assumption } from "../src/assumptions/assumptions.ts";
import { evaluateInputBelief } from "../src/assumptions/evaluateInputBelief.ts";
import { describeInput } from "../src/assumptions/input.ts";
import type { Scenario } from "../src/simulation/scenario.ts";

/** A scenario's assumptions as judgements in the units that it reads, without a config. */
export function judged({ inputs }: Scenario, beliefs: Readonly<Record<string, string>>): Assumption[] {
  return Object.entries(inputs).map(([name, declaration]) => {
    const input = describeInput(name, declaration);
    const belief = beliefs[name]!;
    const distribution = evaluateInputBelief(belief, input.unit, input);
    return { name, belief, unit: input.unit, distribution, basis: { kind: "judgement", why: "" } };
  });
}
