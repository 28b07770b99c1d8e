// %% [markdown]
// # Beliefs
//
// A belief says what you think a number could be, in words that a program can draw from. It is one small language, the
// same in a scenario's YAML, on the command line (`--set "price=11k to 40k"`), in notebooks and in the fields of the live
// report.
//
// ## The whole language
//
// | written | means |
// | --- | --- |
// | `2000`, `11k`, `1.28M`, `15%`, `11,000`, `11 000`, `11_000` | exactly this |
// | `11k to 40k`, `11k-40k`, `5 to 10%` | nine in ten chances that it lies between: lognormal where both ends are positive, else normal; a percent sign at the end is for both |
// | `80%: 20 to 30`, `p10: 20, p90: 30` | the same with another share, or by quantiles that a source names |
// | `about 11k`, `up to 20k (typically 85%)`, `over 1000`, `at least 1000`, `between 11k and 100k` | an article's hedge, by a written rule (below); as well `around`, `roughly`, `nearly`, `almost`; `at most`, `under`, `less than`; `more than` |
// | `pert(11k, 14k, 100k)`, `uniform(0, 6)`, `normal(mean: 5, sd: 2)` | a family by its name, with its parameters in order or by name (below) |
// | `mixture(70%: 11k to 15k, 30%: uniform(15k, 100k))` | one of several, by weight |
// | `truncate(normal(5, 2), min: 0)` | cut off below `min`, above `max`, or both |
// | `quantiles(5%: 11k, 50%: 20k, 95%: 60k)` | a smooth curve through quantiles (metalog), with `min` and `max` where it has bounds |
// | `discrete(10%: 0, 90%: 5k)` | one of several values, by weight; its median, as any quantile, is one of them |
// | `empirical("data/file.csv", "column")` | the values of a column as they are, each as likely |
// | `fit("data/file.csv", "column", level)` | what a file of daily counts says of their level, drift, memory or dispersion ([The calendar and history](handbook-calendar.html)) |
//
// In numbers `k` is thousand, `M` million, `B` billion. What could mean two things is never guessed: between the commas of
// a call `11,000` could as well be two numbers, and `11.000` is eleven in some countries and eleven thousand in others. The
// message writes both readings. The CSV file of `empirical` and `fit` lies in the project's folder, and its path begins there.

// %% What is wrong is told with what to write
import { defineScenario, scalar } from "sandtable";
import { md, own, show } from "sandtable/notebook";

// A scenario that gives back what it is given, to look at beliefs alone.
const echo = defineScenario({
  title: "A number of people",
  question: "How many come?",
  answer: "{people} come.",
  headline: ["people"],
  step: "year",
  inputs: { number: "people" },
  outputs: { people: scalar("people", "People") },
  trial({ number }, out) {
    out.people = number;
  },
});
const believed = (belief: string) =>
  own(echo, { horizon: "1 year", assumptions: { number: { belief, unit: "people", why: "An example." } } });
const refusalOf = (act: () => unknown) => {
  try {
    act();
    return "nothing is wrong";
  } catch (error) {
    return (error as Error).message;
  }
};
md`Written as \`11.000\`: ${refusalOf(() => believed("11.000"))}`;

// %% [markdown]
// ## An article's hedges
//
// "About", "up to", "over" say on which side of a figure the truth lies, and leave open how far. Each is read by a rule: it
// fixes what the word does say and keeps what it leaves open as one parameter, which you can write in parentheses, as a
// share of the figure (`typically 85%`) or as a figure of its own (`typically 17k`).

// %% What the hedges of an article mean
// Beliefs with what they mean, and the interval that a ledger would give for each.
const table = (caption: string, meanings: Readonly<Record<string, string>>) => {
  const rows = Object.entries(meanings).map(([belief, meaning]) => {
    const [, , nineInTen] = believed(belief).ledger().rows[0]!;
    return [belief, nineInTen!.replace(" people", ""), meaning];
  });
  show({ caption, columns: ["Written", "9 in 10 lie in", "Meaning"], rows });
};
table("The hedges, and how far they reach", {
  "about 20k":
    "Nine in ten that the truth is within 10 % of the figure, above or below. Other: (within 25%).",
  "up to 20k": "A ceiling that is reached at best; most likely 85 % of it. Other: (typically 70%).",
  "over 20k":
    "A floor that is surely passed; most likely 115 % of it, a long tail above. Other: (typically 130%).",
  "at least 20k": "Read as over.",
  "between 15k and 20k": "Every number between as likely; with (typically 18k) most likely there.",
});

// %% [markdown]
// The shares that stand where nothing is written are judgements, not measurements. How much hangs on them in a scenario of
// yours tells `sandtable readings`, which reads each hedged figure otherwise. Here is one figure under three hedges, each
// curve with the chance that more people come than the axis says. The base is "about 20k".

// %% One figure, three hedges
const hedged = await believed("about 20k").run({
  trials: 4096,
  influences: false,
  whatIf: {
    ceiling: { title: "up to 20k", set: { number: "up to 20k" } },
    floor: { title: "over 20k", set: { number: "over 20k" } },
  },
});
show(hedged.chart("people"));
md`
  The medians are ${hedged.figure("people.p50")} for "about", ${hedged.figure("ceiling.people.p50")} for "up to" and
  ${hedged.figure("floor.people.p50")} for "over". Taking the figure as it stands would miss that.
`;

// %% [markdown]
// ## Families by name
//
// Most beliefs are an interval or a hedge. Where you know more, take a family. Parameters stand in order or by name, and
// the message for a wrong one says which there are. `normal`, `lognormal` and `beta` can also be given by any two
// quantiles, as in `lognormal(p10: 11k, p90: 40k)`, and `beta` by its mean and sd, `beta(mean: 20%, sd: 5%)`.
//
// A quantile of a count or of single values is the smallest of them at which its probability is reached: the median of
// `discrete(50%: 0, 50%: 5k)` is 0, not 2,500, which never happens, and `poisson(3)` has its 5 % quantile at 1.

// %% The seventeen families
table("Each family in an example, and when to take it", {
  "uniform(0, 6)": "Least, most: only the ends are known, and no value between them is likelier.",
  "triangular(0, 2, 6)": "Least, likeliest, most, with straight sides.",
  "pert(0, 2, 6)": "The same with ends that are possible but rare. Narrower: shape: 8 in place of 4.",
  "logUniform(1, 100)": "Least, most, above zero: only the order of magnitude is open.",
  "normal(50, 9)": "Mean, sd: many small influences add up.",
  "lognormal(mean: 50, sd: 20)": "Positive, and as easily twice as half.",
  "beta(3, 9)": "A share, as after two cases for and eight against.",
  "exponential(mean: 4)": "The wait for what may happen at any moment, however long one has waited.",
  "gamma(3, 2)": "Shape, scale: positive amounts that add up from parts, such as several waits.",
  "weibull(1.5, 10)":
    "Shape, scale: time to failure, where the risk rises with age (below shape 1 it falls).",
  "t(4, 50, 9)": "Degrees of freedom, centre, width: a normal with more values far off.",
  "pareto(0.3, 10, 100)": "Tail, scale, threshold: what lies beyond a threshold, with a heavy tail.",
  "logistic(50, 5)": "Centre, width: a normal with somewhat more far-off values.",
  "poisson(4)": "The number of rare events that do not influence each other.",
  "binomial(20, 30%)": "Of so many cases, those in which it happens.",
  "negativeBinomial(20, dispersion: 0.2)": "A count that scatters more than Poisson's.",
  "bernoulli(30%)": "1 with this chance, else 0.",
});

// %% [markdown]
// ## Two ends leave the shape open
//
// The same two ends can be read as every value alike, as most likely near one of them, or as the ends of nine in ten. What
// follows can be another figure, and no number of trials will settle which. The base is `uniform(11k, 100k)`.

// %% Three shapes between the same ends
const shaped = await believed("uniform(11k, 100k)").run({
  trials: 4096,
  influences: false,
  whatIf: {
    leaning: { title: "pert(11k, 14k, 100k)", set: { number: "pert(11k, 14k, 100k)" } },
    interval: { title: "11k to 100k", set: { number: "11k to 100k" } },
  },
});
show(shaped.chart("variants-people"));
md`
  From \`uniform\` to \`pert\` the median falls from ${shaped.figure("people.p50")} to
  ${shaped.figure("leaning.people.p50")}. Say which shape you took, and why.
`;

// %% [markdown]
// ## A belief in its place: assumptions
//
// An assumption is a belief about one input, with its unit and what it stands on: claims of the article, a judgement
// (`why:`), or both. Without a ground it is refused.
//
// ```yaml
// assumptions:
//   pay:
//     belief: 1900 to 2400
//     unit: USD/soldier/month
//     claims: [pay]
//     why: The service's figure is round; others name up to 2,400.
// ```

// %% Without a ground
const groundless = { number: { belief: "about 20k", unit: "people" } };
md`Without claims and without a reason: ${refusalOf(() => own(echo, { horizon: "1 year", assumptions: groundless }))}`;

// %% [markdown]
// **Units** are words with `/`, `*` and `^`: `USD/soldier/month`, `1/month`, `thousand soldiers`. They are checked against what
// the scenario reads, and converted where only time or a power of ten differs: `soldiers/day` where the scenario reads
// `soldiers/month`, `thousand soldiers` for `soldiers`, `kUSD` for `USD`, `t` for `kg`, `km` for `m`. Two stand for no unit: `1` is a plain number, `share` a part of a
// whole, which is told as percent.
//
// **Bounds** are the scenario's: an input that cannot be negative refuses a belief that reaches below zero, such as
// `normal(50, 9)`, and a share refuses `40% to 70%`, whose tail reaches above 1. The message writes what would fit:
// `truncate(normal(50, 9), min: 0)`, `truncate(40% to 70%, max: 1)`.
//
// **Two assumptions that go together** get a rank correlation (Spearman's, from -1 to 1) in the config:
//
// ```yaml
// correlations:
//   - { between: [troops, monthlyLoss], rank: 0.5 }
// ```
//
// ## Change one
//
// On the command line `--set "NAME=BELIEF"` has the last word, in every variant. In a report and in a panel like this one
// you write into the field, or move the slider, which keeps the shape and moves the typical value.

// %% The same belief, to be changed
show(hedged.live());
