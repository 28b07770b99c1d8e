// What an analysis is: a question that is asked of the runs of all variants, and what it finds.
import type { Config, Variant } from "../assumptions/assumptions.ts";
import type { ComparedRun, Run } from "../simulation/run.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Simulator } from "../simulation/simulator.ts";

/** What an analysis knows before any trial is run. */
export interface AnalysisContext {
  readonly scenario: Scenario;
  readonly config: Config;
  /** False where analyses are to do without the further runs that influences take. */
  readonly influences: boolean;
}

/** What an analysis may ask once all variants have been visited. */
export interface VisitedRuns {
  /** The run of the base. */
  readonly base: Run;
  /** Further runs on the same random numbers. */
  readonly simulator: Simulator;
  /** To be called after each of them. */
  onRun(): Promise<void>;
}

/** One analysis of one scenario under one config. */
export interface AnalysisSession<Finding> {
  /** How many runs it takes beyond those of the variants; none unless given. For progress. */
  readonly extraRuns?: number;
  /** Takes the run of each variant in order, the base first. Columns by step are valid until the promise is fulfilled. */
  look?(run: Run, variant: Variant): Promise<void>;
  /** Takes the run of each other variant than the base, at the same time as `look`. */
  compare?(run: ComparedRun, variant: Variant): Promise<void>;
  /** What was found; asked after all looks. Plain data. */
  findings(runs: VisitedRuns): Finding | Promise<Finding>;
}

/** Begins an analysis: a file of its own, and a line in this folder's index under the key that findings hold it by. */
export type Analysis<Finding> = (context: AnalysisContext) => AnalysisSession<Finding>;

/** Analyses by the key that findings hold them by. */
export type Analyses = Readonly<Record<string, Analysis<unknown>>>;

/** What analyses find, by the same keys. */
export type Found<Asked extends Analyses> = {
  [Key in keyof Asked]: Asked[Key] extends Analysis<infer Finding> ? Finding : never;
};
