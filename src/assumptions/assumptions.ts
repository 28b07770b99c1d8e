// The checked assumptions of a scenario: the result of reading a config.

import type { Distribution } from "../distributions/distribution.ts";
import type { History } from "./calendar/history.ts";
import type { DerivedAssumption } from "./derived.ts";
import type { Input } from "./input.ts";
import type { Claim } from "./readClaims.ts";
import type { Correlation, SamplingPlan } from "./samplingPlan.ts";

/** What we believe about one input of a scenario. */
export interface Assumption {
  name: string;
  /** As written: "pert(11k, 14k, 100k)". */
  belief: string;
  /** The unit the belief is written in; `distribution` is in the unit of the scenario's input. */
  unit: string;
  distribution: Distribution;
  basis: Basis;
  /** "common", or the scenario upstream that believes it; the scenario's own where it is left out. */
  origin?: string;
  /** The input that it is about, in whose unit `distribution` is; the scenario's own of this name where it is left out. */
  input?: Input;
}

/** The basis of an assumption: figures of the article (with or without a reason of ours), or our judgement alone. */
export type Basis =
  | { kind: "claims"; ids: readonly string[]; why?: string }
  | { kind: "judgement"; why: string };

/** A what-if: some assumptions set otherwise. */
export interface Variant {
  name: string;
  title: string;
  /** Where what it sets comes from. */
  why?: string;
  /** All assumptions of the variant, the base's where it sets none. In the order of the scenario's inputs, then those of others. */
  assumptions: readonly Assumption[];
  /** Those that follow from others in each trial, after those that they follow from. */
  derived?: readonly DerivedAssumption[];
}

/** A belief or setting of a scenario that differs from the common one, and why. */
export interface NamedDifference {
  /** The assumption, or "seed", "trials", "start", "horizon". */
  name: string;
  common: string;
  own: string;
  why: string;
}

/** A value of a series whose first crossing is analysed, in the output's unit. */
export interface Level {
  /** A series of the scenario. */
  output: string;
  side: "below" | "above";
  level: number;
  /** For tables and charts; made from the rest where it is left out. */
  label?: string;
}

/** The content of a config, checked against the scenario's inputs and the claims. */
export interface Config {
  seed: string;
  trials: number;
  /** Number of steps of the horizon. */
  steps: number;
  /** First day of the first step, as "2024-12-01"; absent where steps are numbered. */
  start?: string;
  /** The base first (name "base"), then the variants in the order of the file. */
  variants: readonly Variant[];
  /** Of the scenario's own file. */
  correlations: readonly Correlation[];
  /** Where random numbers come from; the scenario's own plan where it is left out. */
  plan?: SamplingPlan;
  /** From common.yaml, in the order of the file. */
  differences?: readonly NamedDifference[];
  /** Settings ("--set") of names that the scenario does not use: others of the run may. */
  unusedSettings?: readonly string[];
  /** In the order of the file. */
  levels: readonly Level[];
  /** What was counted of outputs before the start; absent where the config has none. */
  history?: readonly History[];
  /** The claims that the assumptions name, by id. */
  claims: ReadonlyMap<string, Claim>;
}
