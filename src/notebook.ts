// The door for notebooks, as "#sandtable/notebook": load a scenario, change it, run it, show what follows. Node only.
//
// `sandtable notebook` executes notebooks and gives each its own page. A notebook that is started as a plain program
// prints instead.

import { createNotebookApi, type Notebook } from "./node/notebooks/notebookApi.ts";
import { printOutput } from "./node/notebooks/printOutput.ts";

const door: Notebook = createNotebookApi({ folder: process.cwd(), display: printOutput });

/** A scenario of the project: `const payments = await load("payments")`. */
export const load = door.load;
/** A scenario that the notebook defines itself. */
export const own = door.own;
/** A figure of the article, by its id in claims.yaml. */
export const claim = door.claim;
/** Shows a chart, a live panel, a table or a text. */
export const show = door.show;
/** Shows prose with live figures, in Markdown. */
export const md = door.md;
/** A number for people, in no more digits than it deserves. */
export const number = door.number;

export type { Findings, Influence } from "./analysis/findings.ts";
export type { Claim } from "./assumptions/readClaims.ts";
export type { Chart } from "./charts/chart.ts";
export type { NumberStyle } from "./format/numbers.ts";
export type { Cell, Column, Table, TableRow, TextTable } from "./format/tables/table.ts";
export type { LiveOptions, LivePanel } from "./node/notebooks/livePanel.ts";
export type { NotebookRun } from "./node/notebooks/notebookRun.ts";
export type { NotebookScenario, RunOptions, Settings } from "./node/notebooks/notebookScenario.ts";
export type { OwnClaim, OwnConfig } from "./node/notebooks/ownScenario.ts";
export type { FigureStyle } from "./node/notebooks/runFigures.ts";
export type { Estimate } from "./simulation/statistics/estimate.ts";
