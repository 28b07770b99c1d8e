// %% [markdown]
// # One world: what scenarios share, and what they give each other
//
// An article seldom asks one question. A dry spring is a question about the harvest, another about the price, a third about
// the farm's year. Asked apart they contradict each other: one takes the spring for likely, the other has never heard of
// it. Here they are asked of one world: what several scenarios believe stands in one place, one may take what another gives,
// and trial 4,217 is the same future in all of them.
//
// ## What several scenarios believe
//
// `scenarios/common.yaml` holds it, with the settings of the project. A scenario's input that its own config does not mention is
// taken from there, with its claims and its reasons, converted to the unit that the scenario reads.
//
// ```yaml scenarios/common.yaml
// # yaml-language-server: $schema=./common.schema.json
// seed: orchard
// trials: 4096
// horizon: 12 months
// assumptions:
//   frost:
//     belief: "discrete(75%: 0, 25%: 1)"
//     unit: "1"
//     why: One spring in four has a late frost.
//   lossInFrost:
//     belief: 40% to 80%
//     unit: share
//     why: What the growers remember.
//   kept:
//     is: 1 - frost * lossInFrost
//     unit: share
//     why: Without a frost all of it stays on the trees.
// ```
//
// `kept` is **derived**: it follows from the others in each trial, and has no random number of its own. Its expression may name
// assumptions of the same file and, in a scenario's config, that scenario's own; units are checked. A tornado and the sliders
// of a page move what it follows from, and `--set kept=0.5` puts a belief in its place.
//
// Where a scenario believes otherwise on purpose, its config says so: the assumption stands there too, with `differs:` and the
// reason. The belief changes, the random number does not, and the difference is listed wherever the scenario is shown. What
// stands in both files without a reason is an error.
//
// ## What one scenario gives another
//
// The orchard is a scenario like any other:
//
// ```ts scenarios/orchard.ts
// import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";
//
// export default defineScenario({
//   title: "The orchard",
//   question: "How many apples does the orchard give in a year?",
//   answer: "Over {horizon} it gives {total}.",
//   headline: ["total"],
//   step: "month",
//   inputs: { kept: share("Share of the blossom that is kept"), yieldRate: nonNegative("t/month"), frost: "1" },
//   outputs: {
//     picked: series("t", "Picked so far"),
//     total: scalar("t", "Picked in all"),
//     poor: event("A year with a frost"),
//   },
//   trial({ kept, yieldRate, frost }, out, { steps }) {
//     let picked = 0;
//     for (let month = 0; month < steps; month++) {
//       picked += kept * yieldRate;
//       out.picked[month] = picked;
//     }
//     out.total = picked;
//     out.poor = frost === 1;
//   },
// });
// ```
//
// ```yaml scenarios/orchard.yaml
// assumptions:
//   yieldRate:
//     belief: 8 to 12
//     unit: t/month
//     why: The last ten years.
// ```
//
// The press takes what the orchard gives. An input with `from:` is another scenario's output in the same trial: a series, a
// number or an event.
//
// ```ts scenarios/press.ts
// import { defineScenario, event, nonNegative, scalar, series } from "sandtable";
//
// export default defineScenario({
//   title: "The press",
//   question: "What does the press earn in a year?",
//   answer: "Over {horizon} the press earns {earned}; a loss in a frost is {lossInPoorYear}.",
//   headline: ["earned", "lossInPoorYear"],
//   step: "month",
//   inputs: {
//     apples: series("t", { from: "orchard.picked" }),
//     poor: event({ from: "orchard.poor" }),
//     margin: nonNegative("EUR/t", "Margin of a tonne"),
//     rent: nonNegative("EUR/month", "Rent"),
//   },
//   outputs: { earned: scalar("EUR", "Earned"), lossInPoorYear: event("A loss in a frost") },
//   trial({ apples, poor, margin, rent }, out, { steps }) {
//     out.earned = apples[steps - 1]! * margin - rent * steps;
//     out.lossInPoorYear = poor === 1 && out.earned < 0;
//   },
// });
// ```
//
// ```yaml scenarios/press.yaml
// assumptions:
//   margin:
//     belief: 100 to 160
//     unit: EUR/t
//     why: The books of two presses.
//   rent:
//     belief: 700
//     unit: EUR/month
//     why: The contract.
// variants:
//   no-frost:
//     title: A spring without frost
//     set: { frost: 0 }
// ```
//
// The press sets `frost`, though it does not read it: the orchard does. A name is the scenario's own, then a common one; what
// another scenario believes is named with it. `--set` also knows by its bare name what only one scenario upstream has, so that one
// setting changes all scenarios of a run alike.
//
// ```console
// $ npm run --silent sandtable -- run press
// The press
// What does the press earn in a year?
//
// Over 12 months the press earns 5,230 EUR (median; 90 % interval −3,710 to 11,300 EUR); a loss in a
// frost is unlikely (20.9 %).
//
// 4,096 trials, 12 months; series at their end. ± is one standard error of the simulation; 90 % of the
// trials lie between 5 % and 95 %.
//
//                 median        mean          5 %          95 %
// Earned (EUR)
//   base      5,230 ± 40  4,530 ± 10  −3,710 ± 60  11.3k ± 0.1k
//   no-frost  6,470 ± 30   6,738 ± 6   2,540 ± 50  11.9k ± 0.1k
//
//                   chance
// A loss in a frost
//   base      20.9 ± 0.2 %          unlikely
// …
// ```
//
// The tornado covers own, common and upstream assumptions alike. To change one for a run:
//
// ```console
// $ npm run --silent sandtable -- run press --set orchard.yieldRate=5
// The press
// What does the press earn in a year?
//
// Over 12 months the press earns −1,280 EUR (median; 90 % interval −5,970 to 1,000 EUR); a loss in a
// …
// ```
//
// - The scenario upstream is played as long as the one that asks, with its own random numbers: the orchard's figures are those
//   of the orchard's own report, trial by trial. Its variants are not inherited, only its base.
// - A belief can be set in the place of a series: `--set apples=100` is 100 t at each step.
// - Steps may differ where one is a whole number of the other. A longer step takes what stands at its end; a shorter one takes
//   the same number in each part.
// - Scenarios cannot feed each other in a circle. Where two act on each other month by month, one scenario with both is the way.
// - `run` of several applies `--set` wherever the name is used.
//
// ## One world, asked
//
// `sandtable together` plays the scenarios on the same trials. Trial 4,217 of one is the same world as trial 4,217 of the others:
// the same draw of every common assumption, the same course of whatever feeds them. So it can say what no single report can: in
// the futures in which one thing happens, what becomes of the other, and what otherwise. Each figure has its error, from the 16
// scramblings; where fewer than 128 trials are on one side, it cannot be told.
//
// ```console
// $ npm run --silent sandtable -- together --given "press.lossInPoorYear"
// The same 4,096 trials in 2 scenarios, seed orchard. Medians and chances; then: in the futures in
// which the condition holds, otherwise: in all others; ± is one standard error.
//
// Headlines
//   orchard: Picked in all (t, median)
//   press: Earned (EUR, median)
//
// What the common assumptions move: each at its p10 → at its p90, the others as believed
//                     orchard           press
//   As believed         111 t       5,230 EUR
//   Frost          118 → 50.5  6,470 → −2,070
//   Loss in frost        none   5,260 → 5,220
//
// “A loss in a frost” (press): 20.9 % of all futures
//                                       then       otherwise
//   Picked in all (orchard)     47.5 ± 0.4 t   116.5 ± 0.2 t
//   Earned (press)           −2,460 ± 50 EUR  6,210 ± 60 EUR
//
// …
// ```
//
// The matrix sets each common assumption at its p10 and at its p90 and shows where every headline goes, also where a scenario
// knows the assumption only through another that feeds it. The page, `outputs/together/report.html`, also has the named
// differences, the picture of who feeds whom, and each quantity under the one scenario that computes it. `sandtable check` warns
// where two compute the same, and where a common assumption is used by none.
//
// In a notebook the same is asked with `together`:
//
// ```ts
// const world = await together("press", "orchard");
// const frost = world.given("orchard.poor");
// md`${frost.sentence("press.earned")} Such years are ${frost.share} of all.`;
// ```
//
// **What the answer must not hide**: where a variant puts the headline on the other side of one half, of zero or of a level that
// the config names, the answer says so in a second sentence. Where nothing turns, nothing is said.
//
// ## How chance is kept apart
//
// The common assumptions, and the inputs of each scenario, are Sobol points of their own in a shuffled order, addressed by their
// names. So no two inputs share a random number, whichever scenarios are played together, and an assumption added at the end,
// or another scenario, changes no draw. Streams of `random` inside a trial are addressed by the scenario that they stand in.
//
// Correlations of two common assumptions stand in `common.yaml`; a scenario may correlate a common one with an input of its own.
