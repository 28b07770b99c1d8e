// Soldiers × pay × months: the smallest model worth a simulation.
import { defineScenario, scalar } from "../../../src/index.ts";

export default defineScenario({
  title: "Product",
  question: "What does a force cost?",
  answer: "{cost}",
  headline: ["cost"],
  step: "month",
  inputs: { soldiers: "soldiers", pay: "USD/soldier/month", months: "months" },
  outputs: { cost: scalar("USD", "Cost") },
  trial({ soldiers, pay, months }, out) {
    out.cost = soldiers * pay * months;
  },
});

export const beliefs = { soldiers: "11k to 100k", pay: "1800 to 2300", months: "uniform(10, 14)" };
