// Small models with answers that are known, for the analyses that play a scenario again and again.

import type { Assumption, Variant } from "../../src/assumptions/assumptions.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { roundTrials } from "../../src/sampling/plan.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { inlineExecutor } from "../../src/simulation/executor.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { Simulator } from "../../src/simulation/simulator.ts";

/** A stage for a scenario of pure numbers, and its base with these beliefs. */
export function stageOf(
  scenario: Scenario,
  beliefs: Readonly<Record<string, string>>,
  { seed = "model", trials = 1024, steps = 1 } = {},
): { simulator: Simulator; variant: Variant } {
  const assumptions = Object.entries(beliefs).map(
    ([name, belief]): Assumption => ({
      name,
      belief,
      unit: "1",
      distribution: evaluateBelief(belief),
      basis: { kind: "judgement", why: "Made up" },
    }),
  );
  const engine = createEngine("model", scenario, { seed, steps, correlations: [] });
  const simulator = new Simulator(scenario, inlineExecutor(engine), { trials: roundTrials(trials), steps });
  return { simulator, variant: { name: "base", title: "Base", assumptions } };
}
