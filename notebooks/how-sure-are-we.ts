// %% [markdown]
// # How sure are we?
//
// The other notebooks are full of intervals. This one says what they mean, what they do not mean, and where they can fool
// their reader. It uses the payments as its example and needs no statistics.

// %% One figure, three things
import { claim, load, md, number, show } from "sandtable/notebook";

const payments = await load("payments");
// Neither variants nor influences are looked at here: without them a run is there at once.
const alone = { variants: [], influences: false } as const;
const run = await payments.run(alone);
md`
  "The total is **${run.figure("totalOwed")}**." This sentence holds three things. The first number is the median: half of
  the futures that were played end below it. The interval leaves out the lowest and the highest twentieth, so nine in
  ten futures lie inside. And the number of digits is a promise: no more are printed than the simulation can vouch for.
`;
show(run.chart("totalOwed"));

// %% [markdown]
// ## Two kinds of not knowing
//
// **The simulation's own error** comes from playing only so many futures. It shrinks when more are played. We measure it
// by splitting the trials into independent parts and looking at how far the parts disagree.
//
// **What we do not know of the world** is the width of the interval. It does not shrink however long the computer works,
// because it is not about the computer.

// %% More trials: the error shrinks, the interval stays
const few = await payments.run({ ...alone, trials: 1_024 });
const many = await payments.run({ ...alone, trials: 65_536 });
show({
  caption: "Owed by the end (USD), by how many futures were played",
  columns: ["Trials", "Median ± error", "Lower end (p5)", "Upper end (p95)"],
  rows: [few, many].map((one) => [
    one.findings.trials.toLocaleString("en-US"),
    one.figure("totalOwed.p50", { error: true }),
    one.figure("totalOwed.p5", { error: true }),
    one.figure("totalOwed.p95", { error: true }),
  ]),
});
const widthOf = (one: typeof run) => one.estimate("totalOwed.p95").value - one.estimate("totalOwed.p5").value;
md`
  With ${number(many.findings.trials / few.findings.trials)} times the futures the error of the median falls to
  ${number(many.estimate("totalOwed.p50").error / few.estimate("totalOwed.p50").error, { percent: true, digits: 2 })} of what
  it was; the rule is one over the square root, an eighth, and each error is itself an estimate. The interval's width is ${number(widthOf(many) / widthOf(few), { percent: true, digits: 3 })} of what it was:
  playing longer does not narrow it.
`;

// %% [markdown]
// ## Chance and ignorance
//
// Some uncertainty lies in events that nobody can foresee, some in facts that somebody already knows. How fierce the
// fighting will be in March is of the first kind; how many soldiers are in Russia today is of the second. An interval
// mixes them, but they can be taken apart: settle a fact and look at how much narrower the interval becomes.

// %% What it would be worth to know
const settled = [
  {
    fact: "that 11,000 serve throughout",
    one: await payments.run({ ...alone, set: { serving: "11k" } }),
  },
  { fact: "that the pay is 2,000 USD", one: await payments.run({ ...alone, set: { pay: 2000 } }) },
  {
    fact: "that the dead are not compensated",
    one: await payments.run({ ...alone, set: { compensation: 0 } }),
  },
].map(({ fact, one }) => ({ fact, one, left: widthOf(one) / widthOf(run) }));
settled.sort((a, b) => a.left - b.left);
const share = (value: number) => number(value, { percent: true, digits: 2 });
show({
  caption: "How much of the interval is left when one fact is known",
  columns: ["Known", "9 in 10 futures", "Width left"],
  rows: [{ fact: "nothing more", one: run, left: 1 }, ...settled].map(({ fact, one, left }) => [
    fact,
    `${one.figure("totalOwed.p5")} to ${one.figure("totalOwed.p95")}`,
    share(left),
  ]),
});
md`
  To know ${settled[0]!.fact} would leave ${share(settled[0]!.left)} of the interval's width; to know
  ${settled.at(-1)!.fact} would leave ${share(settled.at(-1)!.left)}. What
  narrows the interval most is worth finding out first. (Another number of soldiers would leave another width, since what
  is owed grows with it.)
`;

// %% [markdown]
// You can settle a fact yourself. Write `11k` for the soldiers counted at the start, as if somebody had a list of them: the
// lower edge of the band comes nearer, its upper edge stays, because what we do not know is whether more will come. Then
// write `2000` for the pay: hardly anything happens.

// %% Narrow an assumption and see what the interval does
show(run.live({ chart: "owed", controls: ["troops", "pay"] }));

// %% [markdown]
// ## The shape is an assumption too
//
// Suppose that the article's two numbers of soldiers were all we had, and that somewhere between them lies how many serve
// throughout. Are all numbers in between as likely, or are those near the lower one likelier? Here are three ways to read the
// two numbers.

// %% Three readings of the same two numbers
const [low, high] = [claim("troops-pentagon").value!, claim("troops-reported").value!];
const readings = {
  uniform: { title: "Every number in between as likely", set: { serving: `uniform(${low}, ${high})` } },
  leaning: { title: "Most likely a little above the lower", set: { serving: `pert(${low}, 14k, ${high})` } },
  interval: { title: "The two as a 90 % interval", set: { serving: `${low} to ${high}` } },
};
const read = await payments.run({ ...alone, whatIf: readings });
show(read.table(["totalOwed"]));
const medianOf = (variant: string) => read.estimate(`${variant}.totalOwed.p50`).value;
md`
  From one reading to another the median changes by a factor of
  ${number(medianOf("uniform") / medianOf("leaning"), { digits: 2 })}. No number of trials will settle that. When somebody quotes
  a figure from a simulation, this is the first thing to ask: which shape was put in, and why? The scenario takes none of the
  three: it asks what the high number counts, and gives each answer its weight.
`;

// %% [markdown]
// ## Reading the words
//
// Where we write "likely" we mean a fixed range, the one prescribed to American intelligence analysts (Intelligence
// Community Directive 203): *almost no chance* up to 5 %, *very unlikely* to 20 %, *unlikely* to 45 %, *roughly even
// chance* to 55 %, *likely* to 80 %, *very likely* to 95 %, *almost certain* above. Where the simulation's error
// reaches over a border we give the words of both sides. The words never replace the number beside them.
