// The door for notebooks, as "sandtable/notebook": load a scenario, change it, run it, show what follows. Node only.
//
// `sandtable notebook` executes notebooks and gives each its own page. A notebook that is started as a plain program
// prints instead.

import { createNotebookApi, type Notebook } from "./node/notebooks/notebookApi.ts";
import { printOutput } from "./node/notebooks/printOutput.ts";

const door: Notebook = createNotebookApi({ folder: process.cwd(), display: printOutput });

/**
 * A scenario of the project with its assumptions, by its name.
 * @throws BadInput where there is no such scenario, or something is wrong with its files
 * @example
 * (await load("coins")).title // → "Coins"
 */
export const load = door.load;
/**
 * Scenarios of the project on the same trials, all of them for no name: what holds in one in the futures in which something
 * holds in another. Options of all (trials, seed, horizon, set) may stand last.
 * @throws BadInput where a scenario is wrong, or has another seed or number of trials than the others
 * @example
 * const world = await together("coins", { trials: 1024, set: { prize: 2 } });
 * const lucky = world.given("coins.won > 3");
 * lucky.share // → "52 %"
 * lucky.figure("coins.nothing") // → "under 0.6 %"
 * lucky.otherwise("coins.won") // → "2 USD"
 */
export const together = door.together;
/**
 * A scenario that the notebook defines itself, with what a YAML would hold.
 * @throws BadInput where something is wrong with it
 * @example
 * const tossed = own(coins, { horizon: "3 months", assumptions: { prize: { belief: 2, unit: "USD", why: "Made up" } } });
 * tossed.ledger().rows[0][1] // → "2 USD"
 * (await tossed.run({ trials: 256 })).figure("won.p95") // → "6 USD"
 */
export const own = door.own;
/**
 * A figure of the article, by its id in claims.yaml.
 * @throws RangeError where there is no such claim
 * @example
 * claim("prize").value // → 2
 */
export const claim = door.claim;
/**
 * Shows a chart, a live panel, a table or a text.
 * @example
 * show({ caption: "Coins", columns: ["", "Chance"], rows: [["Heads", "50 %"]] }) // → undefined
 */
export const show = door.show;
/**
 * Shows prose with live figures, in Markdown.
 * @example
 * md`Heads come up in **${number(0.5, { percent: true })}** of the throws.` // → undefined
 */
export const md = door.md;
/**
 * A number for people, in no more digits than its error justifies.
 * @example
 * number(30437.5, { digits: 3 }) // → "30.4k"
 * number(1_234_567, { error: 20_000, unit: "USD" }) // → "1.23M USD"
 */
export const number = door.number;

export type { Findings, Influence } from "./analysis/findings.ts";
export type { Claim } from "./assumptions/readClaims.ts";
export type { Chart } from "./charts/chart.ts";
export type { NumberStyle } from "./format/numbers.ts";
export type { Cell, Column, Table, TableRow, TextTable } from "./format/tables/table.ts";
export type { LiveOptions, LivePanel } from "./node/notebooks/livePanel.ts";
export type { NotebookRun } from "./node/notebooks/notebookRun.ts";
export type { NotebookScenario, RunOptions, Settings } from "./node/notebooks/notebookScenario.ts";
export type { GivenFutures, NotebookWorld, WorldOptions } from "./node/notebooks/notebookWorld.ts";
export type { OwnClaim, OwnConfig } from "./node/notebooks/ownScenario.ts";
export type { FigureStyle } from "./node/notebooks/runFigures.ts";
export type { Estimate } from "./simulation/statistics/estimate.ts";
