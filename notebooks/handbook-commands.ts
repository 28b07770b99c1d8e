// %% [markdown]
// # Commands
//
// Everything that the kit does is a command. Here is each with its options, how it ends, and what it writes.
//
// Below, `sandtable` stands for `npm run --silent sandtable --`, typed in the project's folder;
// `sandtable --help` lists the commands, `sandtable COMMAND --help` the options of one, `sandtable --version` says which kit it is.
//
// | command | does |
// | --- | --- |
// | `list` | the scenarios with their question and variants |
// | `run [SCENARIO…]` | simulates, writes `outputs/SCENARIO/`, prints the findings; all scenarios without a name |
// | `compare SCENARIO [VARIANT…]` | differences of variants to the base, trial by trial |
// | `together [SCENARIO…]` | scenarios as one world: what moves what, what holds in the same futures, who feeds whom; writes `outputs/together/` |
// | `claims` | the article's figures and the assumptions that use them |
// | `check` | whether the claims fit together, and which unstated assumption would make them; warns where two scenarios compute one quantity or none uses a common assumption |
// | `readings SCENARIO` | whether the headline survives other readings of hedged figures |
// | `solve SCENARIO` | the value of an assumption at which an output reaches a value |
// | `map SCENARIO` | an output over the plausible ranges of two assumptions, as a picture |
// | `prose FILE` | fills figures into a Markdown file, or tells those that are stale |
// | `notebook [NAME…]` | executes notebooks, writes `outputs/notebooks/NAME.html` and `.ipynb` |
// | `preview [SCENARIO]` | a local page that follows every edit |
// | `all` | every scenario, every notebook and the index page, and prints the answers; `--verbose` prints all findings; `npm start` is this |
// | `verify [SCENARIO…]` | whether other numbers of threads, and what `outputs/` holds, give the same bytes |
// | `new NAME` | a new scenario and its config, ready to run |
// | `init FOLDER` | a new project for an article of one's own, with a small example that runs; `--title TEXT` is its article's |
// | `schema` | writes the JSON Schemas that editors check the YAML files with |
//
// A scenario is named by its name or by the path of one of its files, so that the shell can complete it: `scenarios/savings.ts`.
// `claims`, `check`, `readings` and `prose` are shown in [An article of your own](handbook-article.html), `notebook` in
// [Charts and notebooks](handbook-charts.html). The examples here are of a scenario made for them:
//
// ```console
// $ npm run --silent sandtable -- new savings
// scenarios/savings.ts   what happens in one trial
// scenarios/savings.yaml   what is believed about its inputs, and why
// …
// ```
//
// ## Options
//
// Of all commands that simulate (`run`, `compare`, `together`, `readings`, `solve`, `map`, `all`):
//
// | option | does |
// | --- | --- |
// | `--set "NAME=BELIEF"` | another belief about an assumption, in every variant; repeatable. It has the last word |
// | `--horizon "36 months"` | how far to look; with a start also `"to 2025-12"` |
// | `--trials 100000` | how many futures to play, rounded up to what the plan can use; 16,384 where neither this nor the config says |
// | `--seed another` | another set of futures |
// | `--config FILE` | another YAML in place of the scenario's own |
// | `--workers 1` | how many threads may be used; decided by the work itself where nothing is said |
// | `--trial-timeout 60s` | how long a trial, or a file while it is read, may take before the command ends with 3; 10 s where nothing is said; also of `verify` and `notebook`. In a page it is always 10 s: the page tells the trial, and goes on with the next settings |
//
// | option | does |
// | --- | --- |
// | `--variant NAME` | `run`: only this variant beside the base; repeatable |
// | `--variant NAME` | `solve`, `map`: with the assumptions of this variant |
// | `--until 1%` | `run`: plays on until the errors of all headlines are that small; `--until "atEnd 1%"` those of one output; repeatable. Doubles from `--trials` on, up to `--max-trials` (16,777,216) |
// | `--json` | `list`, `run`, `compare`, `together`, `claims`, `check`, `readings`, `solve`, `map`: data to standard output and nothing else; files are written only if `--out` is given too |
// | `--out FOLDER` | all that write or read outputs: in place of `outputs` |
// | `--quiet` | most: prints nothing; of `compare`, shows no progress; of `verify`, tells faults alone |
// | `--strict`, `--set "NAME=BELIEF"` | `check`: a broken check ends with 2; a claim is read otherwise, in every check |
// | `--given "field.total > 40"` | `together`: splits the futures by this; an event (`market.both`, `not market.both`), a number against a limit, a series that is `ever below 3`, a common assumption, several joined by `and`; repeatable |
// | `--combinations 256` | `readings`: how many combinations of readings are played at most; 0 plays none |
// | `--check`, `--changed` | `prose`: change nothing, stale figures end with 2; take figures also of runs with other settings |
// | `--watch` | `notebook`: runs again after every change, only what is needed |
// | `--port 4640`, `--open` | `preview`: where to serve, any other port where that is taken; open it in the browser |
// | `--debug` | all: shows where in the program a failure happened |
//
// ## run: tweak an assumption for one run
//
// `run payments --set "troops=11k to 40k"` replaces what stands in `outputs/payments/`, and the page says what was changed;
// `--out elsewhere` keeps both. Git keeps `summary.json` and `headline.svg`: after a run with other settings it shows them as
// changed, until `run payments` without options makes them again.
//
// Progress goes to standard error, and only to a terminal.
//
// ## compare: what a what-if changes
//
// All variants meet the same chance, so that their difference is no noise. Settings hold on both sides:
//
// ```console
// $ npm run --silent sandtable -- compare savings --set "inflow=about 2000" --horizon "6 months"
// Savings
// Difference to the base, trial by trial, in 16,384 trials. ± is one standard error; 90 % of the
// differences lie between 5 % and 95 %.
//
//                  mean          5 %       95 %  chance greater
// There at the end (USD)
//   frugal        1,189  571.8 ± 0.3  1,862 ± 1    over 99.98 %
// Less than is needed (chance, percentage points)
//   frugal  −23.4 ± 0.1                            under 0.02 %
// ```
//
// ## solve: what would it take?
//
// ```console
// $ npm run --silent sandtable -- solve savings --output atEnd --to 15k --by inflow
// As believed, the median of "There at the end" is 9,914 ± 2 USD.
// It is 15k USD with "Comes in" at 1,653 USD/month (believed to be less with a chance of 98 %).
// It goes from 5,507 ± 2 USD at 607 USD/month to 17.94k USD at 1,980 USD/month.
// 16,384 trials, the other assumptions as believed; ± is one standard error.
// ```
//
// `--by "inflow=500 to 3000"` looks in another range. The output's figure is its median, of an event its probability; others:
// `--statistic mean` (or `p5`, `p25`, `p75`, `p95`), `--above 15k` or `--below 15k` for the chance to lie there, and `--step 6` for
// another step of a series than its last.
//
// ## map: where on the map are we?
//
// ```console
// $ npm run --silent sandtable -- map savings --x inflow --y goesOut --output atEnd --cells 10
// Heat map of the median of “There at the end” by Comes in (USD/month) and Share that goes out in a
// month (1,024 trials a cell; ± is one standard error): from 5,084 ± 2 USD at comes in 675 and share
// that goes out in a month 9.01 % to 19.95k ± 0.01k USD at comes in 1,910 and share that goes out in a
// month 2.56 %; 9,930 ± 20 USD with everything as believed.
//
// …
// ```
//
// `--x horizon` lays a series along time. `--level 10k` draws the line there; where nothing is said it lies at 0 where a number
// changes its sign, and at a chance of 50 %. The options for the figure are those of `solve`. A map plays 1,024 trials a cell
// unless `--trials` says otherwise.
//
// ## When does it tip?
//
// No command but a line in the config: `levels:` names a level of a series, and every run tells the step in which it is first crossed,
// and how often never ([A scenario of your own](handbook-scenario.html)).
//
// ## How commands end
//
// | exit code | means |
// | --- | --- |
// | 0 | done |
// | 1 | a fault of the kit itself |
// | 2 | bad input: everything wrong at once, each with file, line, column and a hint |
// | 3 | a scenario or a notebook failed |
// | 4 | the disk, a port or memory did |
// | 130, 143 | interrupted |
//
// For instance:
//
// ```console
// $ npm run --silent sandtable -- run savings --set "inflow=20.000" --set "donor=9" --horizon "2 fortnights"
// --horizon: horizon is "2 fortnights", it is a number of days, weeks, months, quarters or years (write as in "24 months")
// --set inflow: "20.000" could be 20000 or 20 (write 20000 or 20.0000)
// --set: unknown assumption "donor" (known are inflow, goesOut, needed)
// ```
//
// Nothing is written for a run that fails, and a file appears whole or not at all.
//
// ## Files
//
// | in `outputs/` | holds |
// | --- | --- |
// | `index.html` | every scenario with its answer and picture, the notebooks and this handbook |
// | `SCENARIO/report.html` | the live report, one file |
// | `SCENARIO/summary.json` | the findings as data, what `--json` prints; the format is named in it: `sandtable/summary@1` |
// | `SCENARIO/trials.parquet` | the single trials, a row each: what went in, and the numbers and events that came out; of a very long run a sample |
// | `SCENARIO/run.json` | how it was made: config, seed, versions, machine, time, and hashes of the other files |
// | `SCENARIO/charts/` | each chart as `.svg`, `.png` and `.vl.json` |
// | `notebooks/` | each notebook as `.html` and `.ipynb` |
//
// In `summary.json` stand `scenario`, `title`, `question`, `seed`, `trials`, `horizon`, `variants.NAME.assumptions`,
// `variants.NAME.outputs` and `comparisons.NAME.outputs`. A figure is `{ "value": …, "error": … }`, the error one standard error. An
// output is a `scalar`, `series`, `event` or `event-series`; a scalar that need not happen has `never`. `influences.trials` says of
// how many of the first trials `influences` are.
//
// ## Scripts
//
// | `npm …` | does |
// | --- | --- |
// | `npm start` | all scenarios, all notebooks, the index page |
// | `npm run preview` | `sandtable preview` |
// | `npm test`, `npm run test:long` | the tests; those that take longer |
// | `npm run check`, `npm run format` | lints, type-checks, refuses what is not formatted; formats |
// | `npm run bench` | measures against a hand-written loop and Squiggle |
// | `npm run gallery` | draws an example of every chart into `outputs/gallery/` |
