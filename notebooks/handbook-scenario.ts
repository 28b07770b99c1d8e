// %% [markdown]
// # A scenario of your own
//
// A scenario is a question and what happens in one possible future, written as plain code. What you believe about its
// inputs stands beside it, and the kit plays it many thousand times.
//
// ## From a claim to a chart
//
// Nothing here is about one war. Suppose a town's newspaper writes: *"The new bicycle lane carries about 1,200 rides a
// day, the council says. It cost up to 2.4 million euros."* Is that a lot? What would a ride cost over ten years? From the
// claim to a chart takes twenty lines.

// %% [open] From a claim to a chart
import { defineScenario, nonNegative, scalar } from "sandtable";
import { md, own, show } from "sandtable/notebook";

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

// %% [open] The answer
md`**${run.answer}**`;

// %% [markdown]
// Three things were needed: what happens in one possible future (`trial`), what we believe about its inputs, and a question.
// The words of the newspaper went in as they stand: "about" and "up to" are beliefs of their own, each read by a written
// rule ([Beliefs](handbook-beliefs.html)).

// %% [open] What it hangs on
show(run.chart("tornado"));
md`Most hangs on **“${run.influences[0]!.label}”**.`;

// %% [open] A doubt, tried out
const winter = { title: "Half as many in a whole year", set: { rides: "about 600" } };
const doubted = await own(lane, { horizon: "10 years", assumptions }).run({
  whatIf: { winter },
  influences: false,
});
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

// %% [open] The cost of a ride, with your own figures
show(run.live({ controls: ["rides", "cost"] }));

// %% [markdown]
// ## To keep it: two files
//
// A scenario that is more than an idea deserves files of its own. They run at once, and are yours to change.
//
// ```console
// $ npm run --silent sandtable -- new appeal
// scenarios/appeal.ts   what happens in one trial
// scenarios/appeal.yaml   what is believed about its inputs, and why
// Run it:     npm run --silent sandtable -- run appeal
// Look at it: open outputs/appeal/report.html
// Change it:  npm run preview (shows the report anew each time you save)
// Share it:   what several scenarios believe goes into scenarios/common.yaml
// ```
//
// The new scenario is a small one, an appeal for donations, to be replaced by a question of yours. It has all that a
// scenario needs:
//
// ```console
// $ npm run --silent sandtable -- run appeal
// Appeal
// How much is there at the end, and is it enough?
//
// After 12 months there could be 9,910 USD (median; 90 % interval 7,060 to 13,900 USD). Chance of too
// little: roughly even chance (51.8 %). With “Hardly anything goes out”, “Less than is needed” would
// be less likely than not (12.6 %).
//
// 16,384 trials, 12 months; series at their end. ± is one standard error of the simulation; 90 % of
// the trials lie between 5 % and 95 %.
//
//              median    mean        5 %            95 %
// There at the end (USD)
//   base    9,911 ± 1  10.12k  7,055 ± 3  13.90k ± 0.01k
//   frugal     12.45k  12.68k  9,082 ± 3  17.05k ± 0.01k
//
//                   chance
// Less than is needed
//   base      51.8 ± 0.1 %  roughly even chance
// …
// ```
//
// A notebook then takes it with `await load("appeal")` in place of `own(…)`.
//
// **`scenarios/appeal.ts`** exports one scenario, with what it reads and writes declared by name and unit. Names are inferred
// from the declarations: your editor and `npm run check` mark misspelt ones, and so does the run.
//
// **`scenarios/appeal.yaml`** holds the beliefs, each with its ground, and what else belongs to a run:
//
// | key | holds |
// | --- | --- |
// | `assumptions:` | for each input `belief`, `unit`, and what it stands on: `claims`, `why`, or both |
// | `variants:` | named what-ifs: `title`, `set` (the assumptions that are otherwise), and in `why` where that comes from |
// | `correlations:` | assumptions that go together: `between: [a, b]`, `rank: 0.5` |
// | `levels:` | values of a series whose first crossing is asked for: `output`, `above` or `below`, and a `label` if you like |
// | `start:` | when the first step begins, `2024-12`; steps then have dates ([The calendar and history](handbook-calendar.html)) |
// | `horizon:` | how long is played: `24 months`, `2 years`, with a start also `to 2025-12` |
// | `history:` | what was counted of a series before the start, from a CSV |
// | `trials:` | how many futures; 16,384 where nothing is said |
// | `seed:` | any text; the same seed gives the same figures |
//
// The schemas beside the files (`*.schema.json`) say it all, and editors that know YAML complete and check by them.
// `sandtable schema` writes them anew.
//
// ## What a trial may do
//
// A trial is plain code that reads numbers and writes numbers. It is called anew for each future, with the same objects:
// keep nothing from one to the next. An output that is left unwritten, NaN or Infinity stops the run, and the message names
// the trial and its inputs.
//
// **Inputs** are a unit (`"people/day"`), `nonNegative("USD")`, which refuses beliefs that reach below zero, or `share()`, a
// number from 0 to 1. A label may be given, as in `nonNegative("USD", "Price of a ticket")`; else it is made from the name.
//
// **Outputs** are of four kinds. Here is a scenario with all of them: a reservoir in a dry summer.

// %% [open] Four kinds of outputs, and chance inside the trial
import { event, eventSeries, series, share } from "sandtable";

const reservoir = defineScenario({
  title: "The reservoir",
  question: "Does the town's water last the summer?",
  answer: "After {horizon} the reservoir holds {left}. Chance that it runs dry: {ranDry}.",
  headline: ["stored", "left", "ranDry"],
  step: "week",
  inputs: {
    start: nonNegative("million litres", "Stored at the start"),
    use: nonNegative("million litres/week", "Used in a week"),
    storms: nonNegative("storms/week", "Storms in a week"),
    caught: share("Share of a storm that is caught"),
  },
  outputs: {
    // One number a step.
    stored: series("million litres", "Stored"),
    // Whether something is so at each step.
    low: eventSeries("Less than a fifth left"),
    // One number a trial.
    left: scalar("million litres", "Left at the end"),
    // One number of what need not happen: NaN says that it did not.
    dryWeek: scalar("weeks", "Weeks until it is dry", { mayNotHappen: true }),
    // Whether something happened in a trial.
    ranDry: event("Runs dry"),
  },
  trial({ start, use, storms, caught }, out, { steps, random }) {
    const rain = random.stream("rain");
    let stored = start;
    out.dryWeek = Number.NaN;
    for (let week = 0; week < steps; week++) {
      const fallen = rain.poisson(storms) * 40;
      stored = Math.max(0, stored - use + fallen * caught);
      if (stored === 0 && Number.isNaN(out.dryWeek)) out.dryWeek = week + 1;
      out.stored[week] = stored;
      out.low[week] = stored < start / 5 ? 1 : 0;
    }
    out.left = stored;
    out.ranDry = !Number.isNaN(out.dryWeek);
  },
});
const summer = await own(reservoir, {
  horizon: "16 weeks",
  assumptions: {
    start: { belief: "about 680", unit: "million litres", why: "The gauge, read in May." },
    use: { belief: "40 to 55", unit: "million litres/week", why: "Last summers." },
    storms: { belief: "0.2 to 0.8", unit: "storms/week", why: "Last summers, the dry ones." },
    caught: {
      belief: "pert(40%, 55%, 70%)",
      unit: "share",
      why: "The rest runs off; the waterworks' estimate.",
    },
  },
  variants: { saving: { title: "A fifth less is used", set: { use: "32 to 44" }, why: "A ban on lawns." } },
}).run({ trials: 4096, influences: false });
show(summer.chart("stored"));
md`**${summer.answer}** With a fifth less used: ${summer.figure("saving.ranDry")}.`;

// %% [open] All figures of it
show(summer.table(["left", "dryWeek", "ranDry"]));

// %% [markdown]
// In the **answer** a name in braces becomes figures: `{left}` the median with its 90 % interval, `{ranDry}` the chance with its
// word, `{left.p95}` a single figure, `{horizon}` the time played, `{end}` its last step. The **headline** names the outputs that answer the question,
// the most telling first. At least one of
// them is a number or an event, and what hangs on what is told of the first of these.
//
// ## Chance inside a trial
//
// What you do not know about the world is an assumption. What happens by chance in a single future, such as the weather of a
// week, comes from `random`, in the third argument, or from a stream of it with a name: `random.stream("rain")`. Never use
// `Math.random()`: a run could not be repeated.
//
// | draw | gives |
// | --- | --- |
// | `uniform()`, `uniform(min, max)` | any number between |
// | `normal(mean, sd)` | mean 0 and sd 1 unless given |
// | `lognormal(meanLog, sdLog)` | by mean and sd of the logarithm |
// | `gamma(shape, scale)` | scale 1 unless given |
// | `exponential(mean)` | a wait |
// | `poisson(mean)` | a count |
// | `binomial(n, probability)` | successes in `n` tries |
// | `negativeBinomial(mean, dispersion)` | a count that scatters more: its variance is mean + dispersion · mean² |
// | `negativeBinomialSum(count, mean, dispersion)` | the sum of so many of these, in one draw |
// | `bernoulli(probability)` | 1 with this chance, else 0 |
// | `choice(weights)` | the index of one of several, by weight |
//
// All variants meet the same chance: what trial 4,217 draws for the rain is the same in each, so that their difference is
// the what-if's and not the weather's. For that, draw first and decide afterwards: a draw inside an `if` shifts all later
// draws of its stream in the variants that take the other branch. A stream of its own for each kind of chance keeps
// them apart.
//
// ## While you write
//
// `npm run preview` shows reports and notebooks and follows every edit in the page that is open: first as 1,024 trials show
// it, a moment later with all. What is wrong is told above the last result, and code that never comes back is ended and
// told.
//
// Next: [An article of your own](handbook-article.html), [Charts and notebooks](handbook-charts.html),
// [Commands](handbook-commands.html).
