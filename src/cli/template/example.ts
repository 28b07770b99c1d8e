// The worked example of a new project: a town's pool, made up, which uses each part of the kit once.

const schema = (file: string) =>
  `# yaml-language-server: $schema=../node_modules/sandtable/schemas/${file}.schema.json`;

const claims = `${schema("claims")}
# What the article says, figure by figure, in your own words; \`paragraph\` counts from 1. Change first: the article and its
# claims. A grade is the Admiralty's: the source from A (reliable) to E, F where it cannot be judged; what it says from 1
# (confirmed) to 5, 6 where it cannot be judged.
article: The pool reopens, an example that is made up
claims:
  daily-visitors:
    says: About three hundred people come on an open day.
    value: 300
    unit: visitors/day
    hedge: about
    source: The town's sports office
    paragraph: 2
    grade: B2
    reason: It counts them at the gate, and has little to gain by another number.
  # A range: 30 to 45 thousand. Its upper end stands here, the range where it is read (checks.yaml).
  season-visitors:
    says: Thirty to forty-five thousand people come in a season.
    value: 45k
    unit: visitors
    hedge: up to
    source: The friends of the pool
    paragraph: 3
    grade: C3
    reason: They wish it to stay open, and do not say how they have counted.
    unused: The daily figure is used; a check compares the two.
  # A share.
  children:
    says: A third of the visitors are children.
    value: 33%
    unit: share
    hedge: about
    source: The town's sports office
    paragraph: 2
    grade: B2
    reason: Children have tickets of their own, which are counted.
  # A vague one, without a figure.
  costs:
    says: Energy makes the pool dearer than before.
    hedge: none
    source: The treasurer
    paragraph: 5
    grade: C2
    reason: He knows the bills, and argues for a smaller budget.
`;

const common = `${schema("common")}
# What all scenarios share: settings, and beliefs that several of them read. Change first: the horizon.
seed: pool
trials: 8192
horizon: 5 months
assumptions:
  visitors:
    belief: about 300
    unit: visitors/day
    claims: [daily-visitors]
    why: The office's own count, with the width of its "about".
`;

const checks = `${schema("checks")}
# Do the article's figures fit together? \`npx sandtable check\` tells. Change first: the equation.
checks:
  season-against-days:
    title: The season against its days
    equation: season-visitors = days * daily-visitors
    unit: visitors
    beliefs:
      season-visitors: 30k to 45k
    unknowns:
      days:
        label: Open days in a season
        unit: days
        unstated: 150
        belief: 100 to 150
        why: Five months, without the days on which it rains. Judgement.
    why: A season is the sum of its days.
`;

const model = `// What happens in one possible season. Change first: the question, the inputs and the outputs; what is believed about
// the inputs stands in pool.yaml and common.yaml.
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";

/** A child pays half. */
const childPays = 0.5;

export default defineScenario({
  title: "The pool reopens",
  question: "Does the pool earn what it costs?",
  answer: "After {horizon} its balance could be {atEnd}. Chance of a loss: {loss}.",
  headline: ["atEnd", "loss"],
  step: "month",
  inputs: {
    visitors: nonNegative("visitors/day", "Visitors on an open day"),
    openDays: nonNegative("days/month", "Open days in a month"),
    children: share("Children among the visitors"),
    ticket: nonNegative("USD/visitor", "Price of a ticket"),
    costs: nonNegative("USD/month", "Costs in a month"),
  },
  outputs: {
    balance: series("USD", "Balance so far"),
    atEnd: scalar("USD", "Balance at the end"),
    loss: event("The season ends with a loss"),
  },
  trial({ visitors, openDays, children, ticket, costs }, out, { steps, random }) {
    const paid = ticket * (1 - children * childPays);
    let balance = 0;
    for (let month = 0; month < steps; month++) {
      balance += random.poisson(visitors * openDays) * paid - costs;
      out.balance[month] = balance;
    }
    out.atEnd = balance;
    out.loss = balance < 0;
  },
});
`;

const config = `${schema("config")}
# What is believed about the inputs of pool.ts, and why; \`visitors\` stands in common.yaml. Change first: the beliefs.
# A belief is a number (15%, 11k, 1.2M), a 90 % interval (10 to 40) or a distribution (uniform, pert, normal, …).
assumptions:
  openDays:
    belief: 20 to 28
    unit: days/month
    why: "Judgement: it is closed when it rains, a few days a month."
  children:
    belief: pert(25%, 33%, 42%)
    unit: share
    claims: [children]
    why: A third, give or take what one summer differs from another.
  ticket:
    belief: 4
    unit: USD/visitor
    why: The price is set.
  costs:
    belief: pert(18k, 24k, 32k)
    unit: USD/month
    claims: [costs]
    why: "Judgement: the treasurer gives no figure; 20,000 were usual before energy became dear."
variants:
  rainy:
    title: A rainy summer
    set: { openDays: 12 to 20 }
    why: "Judgement: every third summer is one."
levels:
  - { output: balance, above: 10k }
`;

const notebook = `// %% [markdown]
// # Does the pool earn what it costs?
//
// A notebook is an argument in prose with live figures: \`npx sandtable notebook\` makes a page of it. Change first: the
// scenario's name below, then what you say about it.

// %%
import { load, md, show } from "sandtable/notebook";

const pool = await load("pool");
const run = await pool.run();
md\`**\${run.answer}** In a rainy summer the median is \${run.figure("rainy.atEnd.p50")}.\`;

// %% A season's course
show(run.chart("balance"));

// %% [markdown]
// ## Try it

// %%
show(run.live({ chart: "balance", controls: ["visitors", "costs"] }));
`;

/** The example's files by path, with "/". */
export const exampleFiles: ReadonlyMap<string, string> = new Map([
  ["scenarios/claims.yaml", claims],
  ["scenarios/common.yaml", common],
  ["scenarios/checks.yaml", checks],
  ["scenarios/pool.ts", model],
  ["scenarios/pool.yaml", config],
  ["notebooks/pool.ts", notebook],
]);
