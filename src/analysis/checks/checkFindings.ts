// What the checks of claims come to. Plain data.
import type { Check, CheckFigure, CheckUnknown } from "../../assumptions/checks/check.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";

/** The middle and the 90 % interval of a figure. */
export type CheckedFigure = Record<"p5" | "p50" | "p95", Estimate>;

/**
 * A check closes where that is no less likely than not as the claims stand, the unstated taken at what goes without saying.
 * It is conditional where that is so only with what we believe of something unstated. It is broken where in neither case
 * there is more than almost no chance (ICD 203: under 5 %), and strained in between.
 */
type CheckStatus = "closes" | "conditional" | "strained" | "broken";

/** What is to be true of an unstated assumption for the check to close. */
export interface UnknownFindings extends Pick<CheckUnknown, "name" | "label" | "unit" | "unstated" | "why"> {
  /** On which side of the break-even the check closes. */
  side: "at most" | "at least" | "exactly";
  /** Break-even at the figures as told, without their hedges. NaN where there is none. */
  asTold: number;
  /** Break-even with each figure as it is read. */
  needed: CheckedFigure;
  /** Lowest p5 and highest p95 of the break-even over all readings of the figures. */
  overReadings: { low: number; high: number; readings: number };
  /** What we believe of it, and the chance that the check closes with it. */
  believed?: { belief: string; p5: number; p50: number; p95: number; closes: Estimate };
}

/** What a check comes to. */
export interface CheckFindings extends Pick<Check, "id" | "title" | "equation" | "unit" | "why" | "place"> {
  status: CheckStatus;
  /** Chance that it closes as the claims stand. */
  closes: Estimate;
  /** The two sides, with the unstated at what goes without saying. */
  left: CheckedFigure;
  right: CheckedFigure;
  figures: Pick<CheckFigure, "name" | "origin" | "belief" | "unit">[];
  unknowns: UnknownFindings[];
}
