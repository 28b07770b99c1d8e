// A scenario that a notebook defines itself.
import { expect, test } from "vitest";
import { ownScenario } from "../../../src/node/notebooks/ownScenario.ts";
import { Session } from "../../../src/node/project/session.ts";
import { scalar } from "../../../src/simulation/outputKinds/scalar.ts";
import { defineScenario } from "../../../src/simulation/scenario.ts";

test("cannot take what a scenario of files gives, and says which input would", () => {
  const fed = defineScenario({
    title: "The market",
    question: "How much is earned?",
    answer: "{earned}.",
    headline: ["earned"],
    step: "month",
    inputs: { harvest: scalar("t", { from: "field.total" }) },
    outputs: { earned: scalar("USD", "Earned") },
    trial({ harvest }, out) {
      out.earned = harvest;
    },
  });
  const host = { trials: undefined, host: {}, session: new Session(), folder: "." };
  expect(() => ownScenario(fed, { horizon: "1 month", assumptions: {} }, host as never)).toThrow(
    "the notebook's own scenario: inputs.harvest: takes field.total, which only a scenario in scenarios/ can (give both their files)",
  );
});
