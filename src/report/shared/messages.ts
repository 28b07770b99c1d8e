// What the page and its worker say to each other.
import type { TopLevelSpec } from "vega-lite";
import type { DrawnChart, Picture } from "./drawnChart.ts";
import type { LiveData } from "./liveData.ts";
import type { LiveFindings } from "./liveFindings.ts";
import type { Placement } from "./placements.ts";
import type { PageSettings } from "./settings.ts";

export interface ChartOrder {
  placement: Placement;
  /** Pixels that the page has for it. */
  width: number;
}

/** What is shown: the findings as published, the last ones again, the chosen variant in few trials, or all anew. */
export type RunMode = "published" | "again" | "quick" | "full";

export type ToWorker =
  | { kind: "start"; data: LiveData }
  | { kind: "show"; id: number; settings: PageSettings; mode: RunMode; charts: readonly ChartOrder[] }
  /** What may be asked for next, done for practice: nothing of it is answered. */
  | { kind: "warmUp"; settings: PageSettings; charts: readonly ChartOrder[] }
  /** A chart as it is published, with its title. */
  | { kind: "export"; id: number; placement: Placement; settings: PageSettings }
  /** Any specification, as it is; nothing needs to have been started. */
  | { kind: "draw"; id: number; spec: TopLevelSpec };

export type FromWorker =
  | { kind: "findings"; id: number; mode: RunMode; live: LiveFindings }
  | { kind: "chart"; id: number; placement: string; drawn: DrawnChart }
  | { kind: "done"; id: number }
  | { kind: "exported"; id: number; svg: string }
  | { kind: "drawn"; id: number; picture: Picture }
  | { kind: "failure"; id: number; message: string };
