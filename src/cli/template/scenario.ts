// The files that a new scenario starts from: a saving as everybody knows it, small enough to be read whole, and replaced.
import { labelOf } from "../../assumptions/input.ts";

/** The model of a new scenario, `scenarios/NAME.ts`. */
export function modelTemplate(name: string): string {
  const title = JSON.stringify(labelOf(name));
  return `// An example to replace by a question of your own: something comes in and goes out, month by month.
// Change first: the question, then what a trial reads (inputs) and writes (outputs). What is believed stands in ${name}.yaml.
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: ${title},
  question: "How much is there at the end, and is it enough?",
  answer: "After {horizon} there could be {atEnd}. Chance of too little: {tooLittle}.",
  // What answers the question, the most telling output first.
  headline: ["atEnd", "tooLittle"],
  step: "month",
  // What a trial reads, each in its unit; share() is a number between 0 and 1.
  inputs: {
    inflow: nonNegative("USD/month", "Comes in"),
    goesOut: share("Share that goes out in a month"),
    needed: nonNegative("USD", "Needed"),
  },
  // What a trial writes.
  outputs: {
    amount: series("USD", "There at the end of a month"),
    atEnd: scalar("USD", "There at the end"),
    tooLittle: event("Less than is needed"),
  },
  // One possible future. It is played many thousand times, each time with other inputs and other random draws.
  trial({ inflow, goesOut, needed }, out, { steps, random }) {
    let amount = 0;
    for (let month = 0; month < steps; month++) {
      amount = amount * (1 - goesOut) + random.poisson(inflow);
      out.amount[month] = amount;
    }
    out.atEnd = amount;
    out.tooLittle = amount < needed;
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
  inflow:
    belief: 800 to 1500
    unit: USD/month
    why: "Judgement: an example. Nine months in ten bring about a thousand."
  goesOut:
    belief: pert(2%, 5%, 10%)
    unit: "1"
    why: "Judgement: an example. A few in a hundred go each month, and never more than ten."
  needed:
    belief: 10k
    unit: USD
    why: "Judgement: an example. What is needed is set, so it is certain."
# What-ifs: the same futures with some assumptions set otherwise.
variants:
  frugal:
    title: Hardly anything goes out
    set: { goesOut: 1% }
`;
}
