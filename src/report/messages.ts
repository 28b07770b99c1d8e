// What the page and its worker say to each other.
import type { DrawnChart } from "./drawer.ts";
import type { LiveFindings } from "./liveEngine.ts";
import type { ReportData } from "./reportData.ts";
import type { Settings } from "./settings.ts";

export interface ChartOrder {
  /** The place on the page. */
  slot: string;
  /** Pixels that the page has for it. */
  width: number;
}

/** What is shown: the findings as published, the last ones again, the chosen variant in few trials, or all anew. */
export type Effort = "published" | "again" | "quick" | "full";

export type ToWorker =
  | { kind: "start"; data: ReportData }
  | { kind: "show"; id: number; settings: Settings; effort: Effort; charts: readonly ChartOrder[] }
  /** A chart as it is published, with its title. */
  | { kind: "export"; id: number; slot: string; settings: Settings };

export type FromWorker =
  | { kind: "findings"; id: number; effort: Effort; live: LiveFindings }
  | { kind: "chart"; id: number; slot: string; drawn: DrawnChart }
  | { kind: "done"; id: number }
  | { kind: "exported"; id: number; svg: string }
  | { kind: "failure"; id: number; message: string };
