// %% [markdown]
// # An article of your own
//
// You bring an article, its figures and a question; the kit asks who says each figure and how far that can be trusted. This
// page goes the whole way with a small article about a night bus, from the first claim to a figure in your own text.
//
// ## 1. The claims
//
// `scenarios/claims.yaml` holds the article's figures in your own words, each with who says it and how reliable that is.
//
// ```yaml scenarios/claims.yaml
// # yaml-language-server: $schema=./claims.schema.json
// article: A bus for the night, Harbour Courier, 3 May # title, publisher, date: named in every report
// claims:
//   passengers:
//     says: The new night bus carries up to 120 passengers a night.
//     value: 120
//     unit: passengers/night
//     hedge: up to # or: about, over, could be as high as … ; none
//     source: The bus company
//     paragraph: 2
//     grade: B3 # reliability of the source A to F, credibility of the figure 1 to 6
//     reason: It counts them and wants a full bus; one figure, no method.
//   nights:
//     says: It runs on Fridays and Saturdays, 104 nights a year.
//     value: 104
//     unit: nights/year
//     hedge: none
//     source: The timetable
//     paragraph: 2
//     grade: A1
//     reason: Anybody can look it up.
//   cost:
//     says: It costs the town about 180,000 euros a year.
//     value: 180k
//     unit: EUR/year
//     hedge: about
//     source: The town's budget
//     paragraph: 4
//     grade: A2
//     reason: Voted and published, and rounded.
//   per-passenger:
//     says: That is 12 euros a passenger.
//     value: 12
//     unit: EUR/passenger
//     hedge: about
//     source: The mayor
//     paragraph: 4
//     grade: C3
//     reason: She defends the bus, and does not say how she reckoned.
//     unused: A result, which the scenario works out itself.
// ```
//
// Take up vague figures too, without `value` where the article gives none. The **grade** is of the Admiralty scale. The letter is
// the source: A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged. The digit is what is
// said: 1 confirmed, 2 probably true, 3 possibly, 4 doubtful, 5 improbable, 6 cannot be judged. The two are
// independent, and F and 6 mean "no basis", not "bad". A claim that no assumption uses says why in `unused:`.
//
// ## 2. The question
//
// `sandtable new bus` would make both files of a scenario to change. These are short enough to write: what happens in one trial,
//
// ```ts scenarios/bus.ts
// import { defineScenario, event, nonNegative, scalar } from "sandtable";
//
// export default defineScenario({
//   title: "The night bus",
//   question: "What does the town pay for a passenger of the night bus?",
//   answer: "The town pays {costPerPassenger}. Chance that a taxi would be cheaper: {taxiIsCheaper}.",
//   headline: ["costPerPassenger", "taxiIsCheaper"],
//   step: "year",
//   inputs: {
//     passengers: nonNegative("passengers/night"),
//     nights: nonNegative("nights/year"),
//     cost: nonNegative("EUR/year"),
//     taxi: nonNegative("EUR/passenger", "Taxi home"),
//   },
//   outputs: {
//     costPerPassenger: scalar("EUR/passenger", "Paid for a passenger"),
//     taxiIsCheaper: event("A taxi would be cheaper"),
//   },
//   trial({ passengers, nights, cost, taxi }, out) {
//     out.costPerPassenger = cost / (passengers * nights);
//     out.taxiIsCheaper = taxi < out.costPerPassenger;
//   },
// });
// ```
//
// and what you believe of its inputs. An assumption names the claims that it stands on by their ids (`claims: [passengers]`),
// gives a judgement in `why:`, or both.
//
// ```yaml scenarios/bus.yaml
// # yaml-language-server: $schema=./config.schema.json
// horizon: 1 year
// assumptions:
//   passengers:
//     belief: up to 120
//     unit: passengers/night
//     claims: [passengers]
//   nights:
//     belief: 104
//     unit: nights/year
//     claims: [nights]
//   cost:
//     belief: about 180k
//     unit: EUR/year
//     claims: [cost]
//   taxi:
//     belief: 14 to 24
//     unit: EUR/passenger
//     why: The fares of three companies for the distances of the line; our judgement.
// ```
//
// ## 3. What follows
//
// `run` tells everything that is wrong at once, with file, line and a hint, or plays it.
//
// ```console
// $ npm run --silent sandtable -- run bus
// The night bus
// What does the town pay for a passenger of the night bus?
//
// The town pays 17.8 EUR/passenger (median; 90 % interval 14.7 to 23.7 EUR/passenger). Chance that a
// taxi would be cheaper: roughly even chance (46.6 %).
//
// 16,384 trials, 1 year; series at their end. ± is one standard error of the simulation; 90 % of the
// trials lie between 5 % and 95 %.
//
//         median   mean    5 %          95 %
// Paid for a passenger (EUR/passenger)
//   base   17.77  18.29  14.69  23.69 ± 0.01
//
//               chance
// A taxi would be cheaper
//   base  46.6 ± 0.2 %  roughly even chance
//
// What the median of "Paid for a passenger" (EUR/passenger) hangs on most: one assumption at its p10
// and p90, the others as believed, in 4,096 trials
//                                     p10  gives     p90  gives
//   Passengers (passengers/night)   79.15  21.87   111.9  15.47
//   Cost (EUR/year)                167.1k  16.43  193.9k  19.06
//
// Files: outputs/bus/report.html, outputs/bus/summary.json, outputs/bus/charts/
// ```
//
// ## 4. Where is that number from?
//
// `claims` lists every figure of the article, who says it, how reliable, and which assumptions use it.
//
// ```console
// $ npm run --silent sandtable -- claims
// The article: A bus for the night, Harbour Courier, 3 May
//
// passengers: up to 120 passengers/night
//   The new night bus carries up to 120 passengers a night.
//   The bus company, paragraph 2; B3: It counts them and wants a full bus; one figure, no method.
//   → used by bus.passengers
//
// nights: 104 nights/year
//   It runs on Fridays and Saturdays, 104 nights a year.
//   The timetable, paragraph 2; A1: Anybody can look it up.
//   → used by bus.nights
//
// …
// ```
//
// ## 5. Do the article's figures fit together?
//
// `scenarios/checks.yaml` states what the figures ought to add up to, as equations over claims.
//
// ```yaml scenarios/checks.yaml
// # yaml-language-server: $schema=./checks.schema.json
// checks:
//   cost-of-a-passenger:
//     title: The mayor's 12 euros
//     equation: cost = passengers * nights * per-passenger
//     unit: EUR/year
//     why: The mayor's figure ought to follow from the other three.
// ```
//
// ```console
// $ npm run --silent sandtable -- check
// The mayor's 12 euros (cost-of-a-passenger)
//   cost = passengers * nights * per-passenger
//   It is broken: 180k (164k to 198k) against 122k (91.2k to 147k) EUR/year, closes in 1.0 % of draws
//   (almost no chance).
//   Read are cost: about 180k EUR/year; passengers: up to 120 passengers/night; nights: 104
//   nights/year; per-passenger: about 12 EUR/passenger.
//   The mayor's figure ought to follow from the other three.
//
// 1 broken: cost-of-a-passenger
// ```
//
// A figure that nobody states, such as how many of the wounded return, is written as an unknown; the check then says what it
// would have to be. With `--strict` a broken check ends with exit code 2. `--set "passengers=120"` reads a claim otherwise in
// every check.
//
// ## 6. Would another reading of "up to 120" change it?
//
// `readings` reads every hedged figure, interval and shape otherwise, one at a time and together, and says whether the headline
// survives.
//
// ```console
// $ npm run --silent sandtable -- readings bus --combinations 0
// The night bus
// What does the town pay for a passenger of the night bus?
//
// The headline does not survive 21 readings, one at a time: the median of “Paid for a passenger” runs
// from 14.4 to 22.1 EUR/passenger, which leaves the 90 % interval as written (14.7 to 23.7
// EUR/passenger). With “Passengers read as lognormal, hard limits”, “A taxi would be cheaper” would be
// more likely than not (74.9 %), as in 5 others.
// …
// ```
//
// ## 7. Is the figure in my text still true?
//
// Write a figure's name into your Markdown, scenario, variant, output and figure:
//
// ```md article.md
// A passenger costs the town {bus.base.costPerPassenger.p50}, and not 12 euros.
// ```
//
// `prose` fills it with the last run's figure and keeps the name in a comment, so that it can be filled again.
//
// ```console
// $ npm run --silent sandtable -- prose article.md
// article.md:1:28: {bus.base.costPerPassenger.p50} 17.77 EUR/passenger
// article.md: 1 figure, 1 filled in
// ```
//
// `prose article.md --check` changes nothing and ends with exit code 2 where a figure is stale. A run with `--set` or other settings
// is refused, since its figures are not those of the config; `--changed` takes them all the same.
//
// ## In the place of the article that the kit comes with
//
// 1. Write `scenarios/claims.yaml` anew: the line `article:` and an entry for each figure, vague ones too.
// 2. Delete the six scenarios, which name the old claims (`bargain`, `contingent`, `deployment`, `manpower`, `payments` and `seoul`,
//    each a `.ts` and a `.yaml` in `scenarios/`), `scenarios/common.yaml` and `scenarios/checks.yaml`, the six notebooks that are
//    about them (`contingent`, `daily-losses`, `how-sure-are-we`, `manpower`, `one-world` and `payments`; this handbook stands
//    on none), and `outputs/`. Keep the `*.schema.json`,
//    which editors check your files with, and `src/`.
// 3. `npm run --silent sandtable -- new bus`, then write into `scenarios/bus.ts` what happens and into `scenarios/bus.yaml` what
//    you believe, naming claims by their ids.
// 4. `npm run --silent sandtable -- run bus` tells everything that is wrong at once, or plays it; `npm start` plays all there is.
//
// The tests that play the old scenarios are left out then, with a word; `npm test` and `npm run check` stay green. To
// keep both, leave everything and add your entries **below the others**, each with ids of its own and its own `article:`, then go
// on with step 3.
//
// ## In a notebook
//
// A notebook reads the project's claims with `claim("passengers")`. It can also carry its article with it, as this one does.

// %% The same article, within a notebook
import { defineScenario, event, nonNegative, scalar } from "sandtable";
import { md, own, show } from "sandtable/notebook";

const bus = defineScenario({
  title: "The night bus",
  question: "What does the town pay for a passenger of the night bus?",
  answer: "The town pays {costPerPassenger}. Chance that a taxi would be cheaper: {taxiIsCheaper}.",
  headline: ["costPerPassenger", "taxiIsCheaper"],
  step: "year",
  inputs: {
    passengers: nonNegative("passengers/night"),
    nights: nonNegative("nights/year"),
    cost: nonNegative("EUR/year"),
    taxi: nonNegative("EUR/passenger", "Taxi home"),
  },
  outputs: {
    costPerPassenger: scalar("EUR/passenger", "Paid for a passenger"),
    taxiIsCheaper: event("A taxi would be cheaper"),
  },
  trial({ passengers, nights, cost, taxi }, out) {
    out.costPerPassenger = cost / (passengers * nights);
    out.taxiIsCheaper = taxi < out.costPerPassenger;
  },
});
const config = {
  horizon: "1 year",
  claims: {
    passengers: {
      says: "The new night bus carries up to 120 passengers a night.",
      value: 120,
      unit: "passengers/night",
      hedge: "up to",
      source: "The bus company",
      paragraph: 2,
      grade: "B3",
      reason: "It counts them and wants a full bus; one figure, no method.",
    },
  },
  assumptions: {
    passengers: { belief: "up to 120", unit: "passengers/night", claims: ["passengers"] },
    nights: { belief: 104, unit: "nights/year", why: "The timetable." },
    cost: { belief: "about 180k", unit: "EUR/year", why: "The town's budget, rounded." },
    taxi: { belief: "14 to 24", unit: "EUR/passenger", why: "The fares of three companies; our judgement." },
  },
} as const;
const run = await own(bus, config).run({ trials: 4096 });
show(own(bus, config).ledger());
md`**${run.answer}** Most hangs on “${run.influences[0]!.label}”.`;

// %% Put in what you know
show(run.live({ controls: ["passengers", "cost", "taxi"] }));
