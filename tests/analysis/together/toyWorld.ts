// Two scenarios, one feeding the other, whose chances are known by hand: a coin of the weather, an own coin of the market.
const toyCommon = `
seed: toy
trials: 4096
horizon: 12 months
assumptions:
  weather: { belief: "discrete(25%: 0, 75%: 1)", unit: "1", why: A coin of the year. }
  seedPrice: { belief: 100 to 200, unit: USD/t, why: What the market has paid. }
  unheard: { belief: 1 to 2, unit: "1", why: Nobody uses it. }
`;

const fieldModel = `
import { defineScenario, event, nonNegative, scalar, series } from "sandtable";

export default defineScenario({
  title: "A field",
  question: "How much is harvested?",
  answer: "{total}; a good year is {good}.",
  headline: ["total", "good"],
  step: "month",
  inputs: { weather: "1", yieldRate: nonNegative("t/month") },
  outputs: { stock: series("t", "Stock"), total: scalar("t", "In all"), good: event("A good year") },
  trial({ weather, yieldRate }, out, { steps }) {
    let stock = 0;
    for (let month = 0; month < steps; month++) {
      stock += yieldRate * (1 + weather);
      out.stock[month] = stock;
    }
    out.total = stock;
    out.good = weather === 1;
  },
});
`;

const fieldConfig = `
assumptions:
  yieldRate: { belief: 3 to 3.5, unit: t/month, why: A guess. }
levels:
  - { output: stock, above: 60 }
variants:
  drought: { title: No rain, set: { weather: 0 } }
`;

const marketModel = `
import { defineScenario, event, scalar, series } from "sandtable";

export default defineScenario({
  title: "The market",
  question: "How much is earned?",
  answer: "{earned}; both are {both}.",
  headline: ["earned", "both"],
  step: "month",
  inputs: {
    stock: series("t", { from: "field.stock" }),
    good: event({ from: "field.good" }),
    seedPrice: "USD/t",
    demand: "share",
  },
  outputs: { earned: scalar("USD", "Earned"), both: event("Good and demanded") },
  trial({ stock, good, seedPrice, demand }, out, { steps }) {
    out.earned = stock[steps - 1]! * seedPrice * demand;
    out.both = good === 1 && demand > 0.5;
  },
});
`;

const marketConfig = `
assumptions:
  demand: { belief: "discrete(40%: 0.25, 60%: 0.75)", unit: share, why: A guess. }
variants:
  cheap: { title: A price of 50, set: { seedPrice: 50 } }
  wanted: { title: Everybody wants it, set: { demand: 0.75 } }
`;

export const toyWorld = {
  "common.yaml": toyCommon,
  "field.ts": fieldModel,
  "field.yaml": fieldConfig,
  "market.ts": marketModel,
  "market.yaml": marketConfig,
};
