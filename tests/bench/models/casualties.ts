// A year of daily counts that scatter far more than Poisson's, each day drawn.
import { defineScenario, scalar } from "../../../src/index.ts";

export default defineScenario({
  title: "Daily counts",
  question: "How many in a year?",
  answer: "{total}",
  headline: ["total"],
  step: "day",
  inputs: { level: "casualties/day", dispersion: "1" },
  outputs: { total: scalar("casualties", "In a year") },
  trial({ level, dispersion }, out, { steps, random }) {
    let total = 0;
    for (let day = 0; day < steps; day++) total += random.negativeBinomial(level, dispersion);
    out.total = total;
  },
});

export const beliefs = { level: "1000 to 1500", dispersion: "1%" };
export const days = 360;
