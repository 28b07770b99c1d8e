// A parsed check: an equation between figures, and the unstated quantities that it depends on.
import type { Distribution } from "../../distributions/distribution.ts";
import type { Problem } from "../problems.ts";
import type { Relation } from "./expression.ts";

/** A claim, or an estimate by others, as it enters a check. */
export interface CheckFigure {
  name: string;
  origin: "claim" | "estimate";
  unit: string;
  /** By the hedge's rule, or as the check gives it. */
  belief: string;
  distribution: Distribution;
  /** The figure as stated, without its hedge; of an estimate or a range the median. */
  stated: number;
}

/** An assumption that the claims leave unstated, solved for. */
export interface CheckUnknown {
  name: string;
  label: string;
  unit: string;
  /** Its value where nobody mentions it. */
  unstated: number;
  /** What we believe of it, where we do. */
  belief?: { text: string; distribution: Distribution };
  why?: string;
}

/** An equation or inequality that holds if the claims are right. */
export interface Check {
  id: string;
  title: string;
  /** As written. */
  equation: string;
  relation: Relation;
  /** The unit of both sides in the output. */
  unit: string;
  /** How far apart the sides of an "=" may be, as a share of the larger. */
  within: number;
  figures: readonly CheckFigure[];
  unknowns: readonly CheckUnknown[];
  why?: string;
  place: NonNullable<Problem["place"]>;
}
