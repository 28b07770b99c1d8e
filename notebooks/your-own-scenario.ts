// %% [markdown]
// # A scenario of your own
//
// Nothing here is about one war. Suppose a town's newspaper writes: *"The new bicycle lane carries about 1,200 rides a
// day, the council says. It cost up to 2.4 million euros."* Is that a lot? What would a ride cost over ten years? From the
// claim to a chart takes twenty lines.

// %% From a claim to a chart
import { defineScenario, nonNegative, scalar } from "#sandtable";
import { md, own, show } from "#sandtable/notebook";

const lane = defineScenario({
  title: "The bicycle lane",
  question: "What does a ride on the new lane cost?",
  answer: "Over {horizon} a ride costs {costPerRide}.",
  headline: ["costPerRide"],
  step: "year",
  inputs: { rides: nonNegative("rides/day"), cost: nonNegative("EUR") },
  outputs: { costPerRide: scalar("EUR/ride", "Cost of a ride") },
  trial({ rides, cost }, out, { steps }) {
    out.costPerRide = cost / (rides * 365 * steps);
  },
});
const assumptions = {
  rides: { belief: "about 1200", unit: "rides/day", why: "The council counts them, in summer." },
  cost: { belief: "up to 2.4M", unit: "EUR", why: "The newspaper gives a ceiling." },
};
const run = await own(lane, { horizon: "10 years", assumptions }).run();
show(run.chart("costPerRide"));

// %% The answer
md`**${run.answer}**`;

// %% [markdown]
// Three things were needed: what happens in one possible future (`trial`), what we believe about its inputs, and a question.
// The words of the newspaper went in as they stand: "about" and "up to" are beliefs of their own, each read by a written
// rule.

// %% What it hangs on
show(run.chart("tornado"));
md`Most hangs on **“${run.influences[0]!.label}”**.`;

// %% A doubt, tried out
const winter = { title: "Half as many in a whole year", set: { rides: "about 600" } };
const doubted = await own(lane, { horizon: "10 years", assumptions }).run({ whatIf: { winter } });
show(doubted.chart("variants-costPerRide"));
md`
  If the summer's count is twice the year's average, the median goes from ${doubted.figure("costPerRide.p50")} to
  ${doubted.figure("winter.costPerRide.p50")}. In the same future a ride then costs more, by
  ${doubted.difference("winter", "costPerRide")}.
`;

// %% [markdown]
// ## Let others try
//
// Not everybody will believe your figures. A reader who knows that street can put others in: with an exact count and the
// bill, say `900` and `2.1M`, the curve becomes a single step, since nothing is left open.

// %% The cost of a ride, with your own figures
show(run.live({ controls: ["rides", "cost"] }));

// %% [markdown]
// ## To keep it
//
// A scenario that is more than an idea deserves a file of its own: `sandtable new bicycles` makes
// `scenarios/bicycles.ts` for the model and `scenarios/bicycles.yaml` for the beliefs, and the notebook then begins with
// `await load("bicycles")`. The claims go into a file too, with their source and a grade for how far it can be trusted.
