// Messages between a page and its worker.
import type { ChartSpec } from "../../charts/chart.ts";
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

/** What is to be shown. */
export interface ShowRequest {
  kind: "show";
  id: number;
  settings: PageSettings;
  mode: RunMode;
  charts: readonly ChartOrder[];
  /** From this trial on, counted over the request, each has a sign of its own with the words for its stall. */
  carefulFrom?: number | undefined;
}

/** A page's request; its `id` comes back with each answer. */
export type ToWorker =
  /** Before all others but "draw"; again for another run of the scenario. `shown` are findings that the page has. */
  | { kind: "start"; data: LiveData; shown?: LiveFindings | undefined }
  /** Supersedes what was to be shown before; answered by "findings" where they changed, "chart" for each, and "done". */
  | ShowRequest
  /** Runs what is likely asked for next, so that its code is compiled; no answer. */
  | { kind: "warmUp"; settings: PageSettings; charts: readonly ChartOrder[] }
  /** The table of a placement's chart as it was drawn last; answered by "table". */
  | { kind: "table"; id: number; placement: string }
  /** A chart as it is published, with its title; answered by "exported". */
  | { kind: "export"; id: number; placement: Placement; settings: PageSettings }
  /** Any specification, as it is; answered by "drawn". */
  | { kind: "draw"; id: number; spec: ChartSpec };

/**
 * A sign of life of a "show": so many of its trials have begun. `stall` is what the page says if the trial that begins
 * now does not come back.
 */
export interface Sign {
  kind: "sign";
  id: number;
  begun: number;
  stall?: string | undefined;
}

/** A worker's answer to the request with the same `id`. */
export type FromWorker =
  | Sign
  | { kind: "findings"; id: number; mode: RunMode; live: LiveFindings }
  /** Without a picture where the findings have none now. */
  | { kind: "chart"; id: number; placement: string; drawn: DrawnChart | undefined }
  | { kind: "done"; id: number }
  | { kind: "table"; id: number; placement: string; table: Table | undefined }
  | { kind: "exported"; id: number; svg: string }
  | { kind: "drawn"; id: number; picture: Picture }
  /** In the words of the command line. */
  | { kind: "failure"; id: number; message: string };
