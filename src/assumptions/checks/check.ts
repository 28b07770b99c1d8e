// A check that has been read: an equation between figures, and what nobody states that it hangs on.
import type { Distribution } from "../../distributions/distribution.ts";
import type { Problem } from "../problems.ts";
import type { Relation } from "./expression.ts";

/** A claim, or an estimate by others, as it enters a check. */
export interface CheckFigure {
  name: string;
  origin: "claim" | "estimate";
  unit: string;
  /** As the hedge says, or as the check does. */
  belief: string;
  distribution: Distribution;
  /** The figure as it is told, without its hedge; of an estimate the median. */
  stated: number;
}

/** An assumption that the claims leave unstated, solved for. */
export interface CheckUnknown {
  name: string;
  label: string;
  unit: string;
  /** What is taken where nobody mentions it. */
  unstated: number;
  /** What we believe of it, where we do. */
  belief?: { text: string; distribution: Distribution };
  why?: string;
}

export interface Check {
  id: string;
  title: string;
  /** As written. */
  equation: string;
  relation: Relation;
  /** Both sides are told in it. */
  unit: string;
  /** How far apart the sides of an "=" may be, as a share of the larger. */
  within: number;
  figures: readonly CheckFigure[];
  unknowns: readonly CheckUnknown[];
  why?: string;
  place: NonNullable<Problem["place"]>;
}
