// What a live page is given: the findings as published, and what it takes to play them again otherwise.
import type { Findings } from "../../analysis/findings.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import type { SerializedColumns, SerializedConfig } from "../../assumptions/serialized.ts";

/** What each assumption's control has to know of the scenario's input. Infinite bounds are left out. */
export interface InputBounds {
  unit: string;
  min?: number;
  max?: number;
}

/** What a run is played again from, in a report and in a notebook's panel. */
export interface LiveData {
  findings: Findings;
  config: SerializedConfig;
  inputs: Readonly<Record<string, InputBounds>>;
  /** Columns that beliefs read from files. */
  columns: SerializedColumns;
  /** What the command line said otherwise than the config. */
  overrides: Overrides;
  /** What the headline may be shown as beside its plain view; nothing where it cannot be chosen. */
  views?: readonly string[];
}
