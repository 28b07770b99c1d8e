// What other readings make of a scenario's headline. Plain data.
import type { Aspect } from "../../assumptions/assumptionInterpretations.ts";
import type { SingleSummary } from "../../simulation/outputKinds/kindOf.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { Findings } from "../findings.ts";

/** An output at one moment: a series stands at its last step. */
export type Outcome = SingleSummary;
/** By output. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** One assumption read otherwise, all others as they are. */
export interface InterpretationOutcome {
  assumption: string;
  /** Of the assumption. */
  label: string;
  /** Of the reading: "PERT". */
  name: string;
  aspect: Aspect;
  belief: string;
  outcomes: Outcomes;
}

/** The smallest and the largest of several figures. */
export interface FigureRange {
  low: Estimate;
  high: Estimate;
}

/** What the readings of one assumption alone do to an output, the reading as written among them. */
export interface AssumptionSpread {
  assumption: string;
  label: string;
  readings: number;
  medians: FigureRange;
  means: FigureRange;
  /** Over the shapes alone: other families through the same figures. Absent where there is no other shape. */
  shapes?: { readings: number; medians: FigureRange; means: FigureRange };
}

/** How far readings move one output, beside how far it spreads within the reading as written. For an event, medians and means are its chance. */
export interface OutputSpread {
  output: string;
  label: string;
  unit: string;
  isEvent: boolean;
  /** p5 to p95 within the base; an event has none. */
  within?: FigureRange;
  /** Over the base and all readings, one at a time. */
  medians: FigureRange;
  means: FigureRange;
  /** Over all combinations that were played. */
  combined?: { medians: FigureRange; means: FigureRange };
  /** The reading that moves the median furthest from the base's; none where nothing moves it. */
  most?: { assumption: string; label: string; name: string; belief: string; median: Estimate };
  /** By how far its readings move the median, furthest first. */
  assumptions: AssumptionSpread[];
}

/** Which combinations were played: all readings of `assumptions` with each other, up to `most`. */
export interface CombinedReadings {
  most: number;
  played: number;
  assumptions: string[];
  /** Those that move the headline less and would have made too many. */
  leftOut: string[];
}

/** Whether a headline still holds. */
export type Survival = "survives" | "shifts" | "does not survive";

/** The verdict on the headline. */
export interface Verdict {
  survival: Survival;
  /** Of the combinations; absent where there are none. */
  combined?: Survival;
}

/** All that other readings show. */
export interface InterpretationFindings
  extends Pick<Findings, "scenario" | "title" | "question" | "seed" | "trials" | "horizon"> {
  /** The output that the verdict is about. */
  target: string;
  base: Outcomes;
  readings: InterpretationOutcome[];
  combined: CombinedReadings;
  /** The headline outputs. */
  spreads: OutputSpread[];
  verdict: Verdict;
}
