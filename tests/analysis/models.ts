// Small models with answers that are known, for the analyses that play a scenario again and again.

import type { Assumption, Variant } from "../../src/assumptions/assumptions.ts";
import { believe } from "../../src/beliefs/believe.ts";
import { roundTrials } from "../../src/sampling/plan.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { ownHands } from "../../src/simulation/executor.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { Stage } from "../../src/simulation/simulator.ts";

/** A stage for a scenario of pure numbers, and its base with these beliefs. */
export function stageOf(
  scenario: Scenario,
  beliefs: Readonly<Record<string, string>>,
  { seed = "model", trials = 1024, steps = 1 } = {},
): { stage: Stage; variant: Variant } {
  const assumptions = Object.entries(beliefs).map(
    ([name, belief]): Assumption => ({
      name,
      belief,
      unit: "1",
      distribution: believe(belief),
      ground: { kind: "judgement", why: "Made up" },
    }),
  );
  const engine = createEngine("model", scenario, { seed, steps, correlations: [] });
  const stage = new Stage(scenario, ownHands(engine), { trials: roundTrials(trials), steps });
  return { stage, variant: { name: "base", title: "Base", assumptions } };
}
