import { expect, test } from "vitest";
import { evaluateBelief } from "../../../src/beliefs/evaluateBelief.ts";
import { defineScenario, scalar } from "../../../src/index.ts";
import { createInputMemory } from "../../../src/report/worker/inputCache.ts";
import { createEngine, type Sample } from "../../../src/simulation/engine.ts";

const scenario = defineScenario({
  title: "Sum",
  question: "How much?",
  answer: "{sum}",
  headline: ["sum"],
  step: "month",
  inputs: { one: "1", other: "1" },
  outputs: { sum: scalar("1", "Sum") },
  trial({ one, other }, out) {
    out.sum = one + other;
  },
});
const engineOf = (seed: string) => createEngine("sum", scenario, { seed, steps: 1, correlations: [] });
const sampleOf = (name: string, belief: string, first = 0, length = 256): Sample => ({
  assumption: {
    name,
    belief,
    unit: "1",
    distribution: evaluateBelief(belief),
    basis: { kind: "judgement", why: "" },
  },
  column: new Float64Array(length),
  first,
});

test("law: what is remembered is what would be sampled, for each seed, input, belief and place", () => {
  const memory = createInputMemory();
  for (let time = 0; time < 2; time++) {
    for (const seed of ["a", "b"]) {
      for (const name of ["one", "other"]) {
        for (const belief of ["1 to 4", "1 to 5", "3"]) {
          for (const [first, length] of [
            [0, 256],
            [256, 256],
            [0, 512],
          ] as const) {
            const [remembered, sampled] = [0, 1].map(() => sampleOf(name, belief, first, length));
            memory(engineOf(seed), seed).sample(remembered!);
            engineOf(seed).sample(sampled!);
            expect(remembered!.column).toEqual(sampled!.column);
            // A column belongs to whoever had it filled.
            remembered!.column.fill(0);
          }
        }
      }
    }
  }
});

test("right answer: a belief that was sampled before is not sampled again, until many others were", () => {
  const memory = createInputMemory();
  let sampled = 0;
  const engine = memory({ ...engineOf("a"), sample: () => sampled++ }, "a");
  const long = 2 ** 17;
  engine.sample(sampleOf("one", "1 to 4", 0, long));
  engine.sample(sampleOf("one", "1 to 4", 0, long));
  expect(sampled).toBe(1);
  for (let k = 5; k < 14; k++) engine.sample(sampleOf("one", `1 to ${k}`, 0, long));
  engine.sample(sampleOf("one", "1 to 4", 0, long));
  expect(sampled).toBe(11);
});
