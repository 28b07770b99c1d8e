// Messages between a page and its worker.
import type { TopLevelSpec } from "vega-lite";
import type { Table } from "../../format/tables/table.ts";
import type { DrawnChart, Picture } from "./drawnChart.ts";
import type { LiveData } from "./liveData.ts";
import type { LiveFindings } from "./liveFindings.ts";
import type { Placement } from "./placement.ts";
import type { PageSettings } from "./settings.ts";

/** A chart to draw. */
export interface ChartOrder {
  placement: Placement;
  /** Pixels. */
  width: number;
  /** Whether the chart's table is open. */
  withTable: boolean;
}

/** What to show: the published findings, the last ones again, a new run of one variant in few trials, or of all in all. */
export type RunMode = "published" | "again" | "quick" | "full";

/** A page's request; its `id` comes back with each answer. */
export type ToWorker =
  /** Before all others but "draw"; again for another run of the scenario. */
  | { kind: "start"; data: LiveData }
  /** Supersedes what was to be shown before; answered by "findings" where they changed, "chart" for each, and "done". */
  | { kind: "show"; id: number; settings: PageSettings; mode: RunMode; charts: readonly ChartOrder[] }
  /** Runs what is likely asked for next, so that its code is compiled; no answer. */
  | { kind: "warmUp"; settings: PageSettings; charts: readonly ChartOrder[] }
  /** The table of a placement's chart as it was drawn last; answered by "table". */
  | { kind: "table"; id: number; placement: string }
  /** A chart as it is published, with its title; answered by "exported". */
  | { kind: "export"; id: number; placement: Placement; settings: PageSettings }
  /** Any specification, as it is; answered by "drawn". */
  | { kind: "draw"; id: number; spec: TopLevelSpec };

/** A worker's answer to the request with the same `id`. */
export type FromWorker =
  | { kind: "findings"; id: number; mode: RunMode; live: LiveFindings }
  /** Without a picture where the findings have none now. */
  | { kind: "chart"; id: number; placement: string; drawn: DrawnChart | undefined }
  | { kind: "done"; id: number }
  | { kind: "table"; id: number; placement: string; table: Table | undefined }
  | { kind: "exported"; id: number; svg: string }
  | { kind: "drawn"; id: number; picture: Picture }
  /** In the words of the command line. */
  | { kind: "failure"; id: number; message: string };
