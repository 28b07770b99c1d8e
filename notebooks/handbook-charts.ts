// %% [markdown]
// # Charts and notebooks
//
// Every run draws the charts that its outputs allow; nobody has to choose. This page shows each kind with how to read it,
// and how to write a notebook, an argument in prose with live figures such as this one.
//
// The example is an appeal for donations. It is defined here, so that this page needs no file beside it.

// %% [open] The example
import { defineScenario, event, eventSeries, nonNegative, scalar, series } from "sandtable";
import { md, number, own, show } from "sandtable/notebook";

const appeal = defineScenario({
  title: "An appeal",
  question: "How much does the appeal raise, and does it reach its goal?",
  answer: "In {horizon} the appeal could raise {totalRaised}. Chance of missing its goal: {goalMissed}.",
  headline: ["raised", "totalRaised", "goalMissed"],
  step: "month",
  inputs: {
    newDonors: nonNegative("donors/month"),
    gift: nonNegative("EUR/donor/month", "Gift of a donor"),
    lapse: nonNegative("1/month", "Donors who stop"),
    goal: nonNegative("EUR"),
  },
  outputs: {
    raised: series("EUR", "Raised so far"),
    goalReached: eventSeries("Goal reached"),
    totalRaised: scalar("EUR", "Raised by the end"),
    goalMissed: event("Goal missed"),
  },
  trial({ newDonors, gift, lapse, goal }, out, { steps, random }) {
    let donors = 0;
    let raised = 0;
    for (let month = 0; month < steps; month++) {
      donors = donors * Math.exp(-lapse) + random.poisson(newDonors);
      raised += donors * gift;
      out.raised[month] = raised;
      out.goalReached[month] = raised >= goal ? 1 : 0;
    }
    out.totalRaised = raised;
    out.goalMissed = raised < goal;
  },
});
const run = await own(appeal, {
  horizon: "12 months",
  trials: 4096,
  assumptions: {
    newDonors: {
      belief: "20 to 60",
      unit: "donors/month",
      why: "Earlier appeals found some dozens a month.",
    },
    gift: {
      belief: "pert(10, 20, 50)",
      unit: "EUR/donor/month",
      why: "Twenty is common; few give over fifty.",
    },
    lapse: { belief: "2% to 10%", unit: "1/month", why: "A few in a hundred stop each month." },
    goal: { belief: "50k", unit: "EUR", why: "A goal is set, so it is certain." },
  },
  variants: {
    loyal: { title: "Hardly anybody stops", set: { lapse: "1%" } },
    modest: { title: "Ten euros each", set: { gift: 10 } },
  },
  levels: [{ output: "raised", above: "25k" }],
}).run();
md`**${run.answer}**`;

// %% [markdown]
// ## A series: the fan
//
// The line is the median of all trials at each step, the dark band holds half of them, the light one nine in ten. No
// single future runs along the line.

// %% [open] A fan
show(run.chart("raised"));

// %% [markdown]
// ## An event by step: the chance
//
// The share of the trials in which it is so at that step. The band is what the simulation itself can be off by.

// %% [open] A chance
show(run.chart("goalReached"));

// %% [markdown]
// ## A level: when it is crossed
//
// Where the config names a level of a series (`levels:`), a curve says in what share of the trials it has been crossed by
// each step. What stays below the top never crosses it in the time played.

// %% [open] A crossing
show(run.chart("crossing-raised-above-25k"));

// %% [markdown]
// ## What it hangs on: the tornado
//
// Each bar sets one assumption to its p10 and to its p90 and leaves all others as believed. The assumption that takes the
// output farthest from the base comes first: it is what to find out first. Where both of its ends push the same way, as with
// a square, its two bars stand one above the other on one side. What hardly moves the median is not worth an argument.
//
// Its bars, and the line between them, are of the first quarter of the trials, of 4,096 where those are more: the chart says
// of how many. So its line can differ from the headline by what so many trials leave open.

// %% [open] A tornado
show(run.chart("tornado"));

// %% [markdown]
// ## What-ifs side by side: the variants
//
// One row a variant: median, half of the trials, nine in ten; of an event its chance. All variants meet the same chance, so
// differences are no noise. Here is one for the sum, one for the event.

// %% [open] Variants of a number
show(run.chart("variants-totalRaised"));

// %% [open] Variants of an event
show(run.chart("variants-goalMissed"));

// %% [markdown]
// ## A number: the chance of more than that
//
// Take a value on the axis and read upwards: the height is the share of the trials that pass it.

// %% [open] An exceedance curve
show(run.chart("totalRaised"));

// %% [markdown]
// ## Which of them stands first
//
// The first chart, named `headline`, draws the first output of the scenario's headline that has steps, as a fan or a chance;
// without one the first number, as an exceedance curve; else the event by variant.
//
// ## Files
//
// `sandtable run` writes each chart to `outputs/SCENARIO/charts/` as `.svg` and `.png` for pages and papers, and as `.vl.json`,
// the specification in Vega-Lite with the figures in it, for whoever wants to draw it otherwise. `headline-narrow.svg` is
// the headline for a narrow column.
//
// Two more are drawn when you ask for them: `sandtable map` colours an output over the plausible ranges of two assumptions,
// and `sandtable readings` shows how the headline moves when hedged figures are read otherwise
// ([Commands](handbook-commands.html)).
//
// ## In the live report
//
// `outputs/SCENARIO/report.html` is one file. It opens from disk without a network and holds the engine: move a control and all
// of it plays again, with the published interval still to be seen as dotted lines. Its first chart has a switch: bands (or
// the curve), twenty dots, each one in twenty of the trials, or one future at a time. Below each chart are buttons for
// SVG and PNG. Under "Take it with you" are the command for the figures as they stand, a link to this state, the config with
// your changes, and the figures as CSV and JSON.
//
// ## A notebook of your own
//
// Notebooks are the files in `notebooks/`, ordinary TypeScript in cells. A line `// %%` begins a cell of code, with a title if
// you like; `// %% [markdown]` begins prose, written as comments. A page shows code when its reader asks for it, and after
// `// %% [open]`, as on this page, at once.
//
// ```ts
// // %% [markdown]
// // # How much could the appeal raise?
//
// // %% What follows
// import { load, md, show } from "sandtable/notebook";
// const appeal = await load("appeal");
// const run = await appeal.run();
// show(run.chart("raised"));
// md`Half of the futures end below ${run.figure("totalRaised.p50")}.`;
// ```
//
// `sandtable notebook NAME` runs it and writes `outputs/notebooks/NAME.html` and an `.ipynb` that GitHub, VS Code and JupyterLab
// show; without a name it runs all, and with `--watch` again after each change. `npm start` runs them too, and
// `npm run preview` follows each edit. `npm run check` marks what is misspelt.
//
// | from `sandtable/notebook` | does |
// | --- | --- |
// | `load("appeal")` | gives a scenario of the project with its assumptions |
// | `own(scenario, { horizon, assumptions, … })` | the same for one that the notebook defines, with the words of a YAML |
// | `claim("pay")` | a figure of the article, by its id in `claims.yaml` |
// | `show(…)` | shows a chart, a table, a live panel, or anything else as text |
// | `` md`…` `` | shows prose in Markdown; what is filled in is shown as it is |
// | `number(value, { unit, digits, percent, error })` | a number as people read it |
//
// A scenario has `ledger()`, the table of what is believed and why; `with({ gift: 30 })`, the same scenario with assumptions set
// otherwise; and `run()`, which takes `trials`, `seed`, `horizon`, `set`, `variants` (those of its YAML that are played, all
// unless named), `whatIf` (variants of the notebook's own) and `influences: false`, which leaves out the tornado and is there
// sooner. A run gives:

// %% What a run gives
const examples: readonly (readonly [string, string])[] = [
  ["run.answer", run.answer],
  ['run.figure("totalRaised.p50")', run.figure("totalRaised.p50")],
  ['run.figure("totalRaised.p50", { error: true })', run.figure("totalRaised.p50", { error: true })],
  ['run.figure("loyal.totalRaised.p95")', run.figure("loyal.totalRaised.p95")],
  ['run.figure("raised.p50", { step: 6 })', run.figure("raised.p50", { step: 6 })],
  ['run.figure("totalRaised")', run.figure("totalRaised")],
  ['run.figure("goalMissed")', run.figure("goalMissed")],
  ['run.estimate("totalRaised.p50").value', number(run.estimate("totalRaised.p50").value, { digits: 6 })],
  ['run.difference("loyal", "totalRaised")', run.difference("loyal", "totalRaised")],
  ['run.chanceGreater("loyal", "totalRaised")', run.chanceGreater("loyal", "totalRaised")],
  ["run.influences[0].label", run.influences[0]!.label],
];
show({ caption: "Figures of a run", columns: ["Written", "Gives"], rows: examples });

// %% [open] A table of the headline, a row a variant
show(run.table(["totalRaised", "goalMissed"]));

// %% [markdown]
// A figure is named by variant, output and figure, `loyal.totalRaised.p95`; without a variant it is the base's. Figures of a
// number are `mean`, `sd`, `p5`, `p25`, `p50`, `p75`, `p95`, and `never` where it need not happen; of an event `probability`
// and `words`. `estimate` gives the number itself with its error, to reckon with. Everything else is in `run.findings`, as plain data.
//
// ## Let the reader try: live panels
//
// `show(run.live({ chart: "raised", controls: ["gift", "lapse"] }))` puts the answer, a chart and a control for each
// assumption named into the page, with the engine of the report, and all of it follows at a touch. Without names it is the
// headline and every assumption. Where nothing runs (print, `.ipynb`, no scripts) it is a picture with its figures.
//
// A panel of a scenario that the notebook defines is played in the reader's browser from its `trial` alone: a trial that uses
// a name from outside itself is refused. Write it inside, or give the scenario a file.

// %% [open] A live panel
show(run.live({ chart: "raised", controls: ["gift", "lapse"] }));
