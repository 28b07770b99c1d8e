// Two small scenarios of a neutral subject: a field whose harvest feeds a market, and the weather that both share.

export const commonYaml = `seed: toy
trials: 4096
horizon: 12 months
assumptions:
  weather:
    belief: "discrete(25%: 0, 75%: 1)"
    unit: "1"
    why: A coin of the year.
  seedPrice:
    belief: 100 to 200
    unit: USD/t
    why: Market.
  lossRate:
    is: 0.1 * (1 - weather) + 0.02 * weather
    unit: share
    why: By the weather.
`;

const field = `
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";
export default defineScenario({
  title: "A field", question: "How much is harvested?", answer: "{total}.", headline: ["total"],
  step: "month",
  inputs: { weather: "1", yieldRate: nonNegative("t/month"), lossRate: share() },
  outputs: { stock: series("t", "Stock"), total: scalar("t", "In all"), good: event("A good year") },
  trial(i, out, { steps, random }) {
    let s = 0;
    for (let k = 0; k < steps; k++) { s = s * (1 - i.lossRate) + i.yieldRate * (0.5 + i.weather) * random.uniform(0.9, 1.1); out.stock[k] = s; }
    out.total = s; out.good = i.weather === 1;
  },
});
`;

const fieldConfig = `assumptions:
  yieldRate:
    belief: 2 to 4
    unit: t/month
    why: Guess.
variants:
  drought: { set: { weather: 0 } }
`;

const market = `
import { defineScenario, scalar, series, event } from "sandtable";
export default defineScenario({
  title: "The market", question: "How much is earned?", answer: "{earned}; {both}.", headline: ["earned", "both"],
  step: "month",
  inputs: { stock: series("t", { from: "field.stock" }), good: event({ from: "field.good" }), seedPrice: "USD/t", demand: "share" },
  outputs: { value: series("USD", "Value"), earned: scalar("USD", "Earned"), stockAtEnd: scalar("t", "Stock at the end"), both: event("Good and demanded") },
  trial({ stock, good, seedPrice, demand }, out, { steps }) {
    for (let k = 0; k < steps; k++) out.value[k] = stock[k]! * seedPrice;
    out.earned = stock[steps - 1]! * seedPrice * demand; out.stockAtEnd = stock[steps - 1]!; out.both = good === 1 && demand > 0.5;
  },
});
`;

const marketConfig = `assumptions:
  demand:
    belief: "discrete(40%: 0.25, 60%: 0.75)"
    unit: share
    why: Guess.
variants:
  cheap: { set: { seedPrice: 50 } }
  empty: { set: { stock: 10, field.yieldRate: 1 } }
`;

/** The files of scenarios/. */
export const worldFiles: Readonly<Record<string, string>> = {
  "common.yaml": commonYaml,
  "field.ts": field,
  "field.yaml": fieldConfig,
  "market.ts": market,
  "market.yaml": marketConfig,
};
