// The files that a new scenario starts from: an example small enough to be read whole, and replaced.
import { labelOf } from "../assumptions/input.ts";

/** The model of a new scenario, `scenarios/NAME.ts`. */
export function modelTemplate(name: string): string {
  const title = JSON.stringify(labelOf(name));
  return `// An appeal for donations: an example to replace by a question of your own.
// What is believed about the inputs stands in ${name}.yaml.
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: ${title},
  question: "How much does the appeal raise, and does it reach its goal?",
  answer: "In {horizon} the appeal could raise {totalRaised}. Chance of missing its goal: {goalMissed}.",
  // What answers the question, the most telling output first.
  headline: ["totalRaised", "goalMissed"],
  step: "month",
  // What a trial reads, each in its unit; share() is a number between 0 and 1.
  inputs: {
    newDonors: nonNegative("donors/month", "New donors"),
    gift: nonNegative("USD/donor/month", "Gift of a donor"),
    lapse: share("Share of donors who stop in a month"),
    goal: nonNegative("USD", "Goal"),
  },
  // What a trial writes.
  outputs: {
    raised: series("USD", "Raised so far"),
    totalRaised: scalar("USD", "Raised by the end"),
    goalMissed: event("Goal missed"),
  },
  // One possible future. It is played many thousand times, each time with other inputs and other random draws.
  trial({ newDonors, gift, lapse, goal }, out, { steps, random }) {
    let donors = 0;
    let raised = 0;
    for (let month = 0; month < steps; month++) {
      donors = donors * (1 - lapse) + random.poisson(newDonors);
      raised += donors * gift;
      out.raised[month] = raised;
    }
    out.totalRaised = raised;
    out.goalMissed = raised < goal;
  },
});
`;
}

/** The config of a new scenario, `scenarios/NAME.yaml`. `schema` is the file that editors check it with. */
export function configTemplate(name: string, schema?: string): string {
  const header = schema === undefined ? "" : `# yaml-language-server: $schema=${schema}\n`;
  return `${header}# What is believed about the inputs of ${name}.ts, and why.
# A belief is a number (15%, 11k, 1.2M), a 90 % interval (10 to 40) or a distribution (uniform, pert, normal, …).
# Each stands on claims of the article (claims: [name, …], from claims.yaml) or on a judgement (why: …).
horizon: 12 months
assumptions:
  newDonors:
    belief: 20 to 60
    unit: donors/month
    why: "Judgement: an example. Most such appeals find some dozens of new donors a month."
  gift:
    belief: pert(10, 20, 50)
    unit: USD/donor/month
    why: "Judgement: an example. Twenty is common, and few give more than fifty."
  lapse:
    belief: pert(2%, 5%, 10%)
    unit: "1"
    why: "Judgement: an example. A few in a hundred stop each month, and never more than ten."
  goal:
    belief: 50k
    unit: USD
    why: "Judgement: an example. A goal is set, so it is certain."
# What-ifs: the same futures with some assumptions set otherwise.
variants:
  loyal:
    title: Hardly anybody stops
    set: { lapse: 1% }
`;
}
