// A force that arrives, is worn down and partly replaced, and is paid by the month.
import { defineScenario, scalar, series } from "../../../src/index.ts";

export default defineScenario({
  title: "Stock and flow",
  question: "What does a force cost that is worn down?",
  answer: "{total}",
  headline: ["total"],
  step: "month",
  inputs: {
    soldiers: "soldiers",
    arrivals: "soldiers/month",
    loss: "1/month",
    replaced: "1",
    pay: "USD/soldier/month",
  },
  outputs: { paid: series("USD", "Paid so far"), total: scalar("USD", "Paid by the end") },
  trial({ soldiers, arrivals, loss, replaced, pay }, out, { steps }) {
    const kept = 1 - loss * (1 - replaced);
    let present = soldiers;
    let paid = 0;
    for (let month = 0; month < steps; month++) {
      paid += present * pay;
      out.paid[month] = paid;
      present = present * kept + arrivals;
    }
    out.total = paid;
  },
});

export const beliefs = {
  soldiers: "10k to 15k",
  arrivals: "uniform(0, 1000)",
  loss: "1% to 10%",
  replaced: "uniform(0%, 100%)",
  pay: "1800 to 2300",
};
export const months = 36;
