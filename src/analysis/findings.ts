// What a run shows: everything that tables, charts, pages and summary.json are made from. Plain data.
import type { Basis } from "../assumptions/assumptions.ts";
import type { Calendar } from "../assumptions/calendar/calendar.ts";
import type { History } from "../assumptions/calendar/history.ts";
import type { Claim } from "../assumptions/readClaims.ts";
import type { Estimated } from "../distributions/distribution.ts";
import type { OutputSummary } from "../simulation/outputKinds/kindOf.ts";
import type { CrossingSummary } from "../simulation/statistics/crossing.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import type { SketchMethod } from "../simulation/variantRuns.ts";

export type { EventSummary } from "../simulation/outputKinds/event.ts";
export type { EventSeriesSummary } from "../simulation/outputKinds/eventSeries.ts";
export type { ScalarSummary } from "../simulation/outputKinds/scalar.ts";
export type { SeriesSummary } from "../simulation/outputKinds/series.ts";
export type { OutputSummary };

/** What is believed of one input. */
export interface AssumptionSummary {
  label: string;
  belief: string;
  /** Unit the belief is written in. */
  unit: string;
  /** Unit the scenario reads, which p5, p50 and p95 are in. */
  inputUnit: string;
  claims: readonly string[];
  basis: Basis;
  /** Where it was estimated from data. */
  estimated?: Estimated;
  /** "common", or the scenario upstream that believes it; left out of the scenario's own. */
  origin?: string;
  p5: number;
  p50: number;
  p95: number;
}

/** What follows from other assumptions in each trial. */
export interface DerivedSummary {
  label: string;
  /** The expression, over names of assumptions. */
  is: string;
  /** The unit that it comes to. */
  unit: string;
  why?: string;
  /** "common", or the scenario upstream; left out of the scenario's own. */
  origin?: string;
}

/** One variant: what is believed in it, and what follows. */
export interface VariantFindings {
  name: string;
  title: string;
  /** Where what it sets comes from, if its config says so. */
  why?: string;
  assumptions: Record<string, AssumptionSummary>;
  /** What follows from them; left out where nothing does. */
  derived?: Record<string, DerivedSummary>;
  outputs: Record<string, OutputSummary>;
}

/** Paired, trial by trial: variant minus base; of an output that need not happen, in the trials in which it did in both. */
export interface OutputComparison {
  label: string;
  unit: string;
  difference: { mean: Estimate; p5: Estimate; p50: Estimate; p95: Estimate };
  /** Share of trials in which the variant is strictly greater. */
  chanceGreater: Estimate;
}
/** A variant beside the base, by output. */
export interface Comparison {
  variant: string;
  against: string;
  outputs: Record<string, OutputComparison>;
}

/** The chance of more than x: two arrays of the same length, `more` falling from 1 to 0. */
export interface ExceedanceCurve {
  output: string;
  label: string;
  unit: string;
  /** One curve a variant; shares are of all trials, so that one that need not happen starts below 1. */
  curves: { variant: string; title: string; x: number[]; more: number[] }[];
}

/** When a series is first below or above a level. */
export interface Crossing {
  output: string;
  outputLabel: string;
  unit: string;
  side: "below" | "above";
  level: number;
  /** The config's own words for it. */
  label?: string;
  /** The base first. */
  variants: (CrossingSummary & { variant: string; title: string })[];
}

/** What an output does when one assumption is at its p10 and at its p90, all others sampled as they are. */
export interface Influence {
  assumption: string;
  label: string;
  unit: string;
  /** The assumption's values. */
  p10: number;
  p90: number;
  /** The output's median (or, for an event, its probability) there. */
  low: Estimate;
  high: Estimate;
}
/** What one output hangs on. */
export interface Tornado {
  output: string;
  label: string;
  /** "1" for an event. */
  unit: string;
  statistic: "median" | "probability";
  /** The base and the influences are of so many of the first trials. */
  trials: number;
  base: Estimate;
  /** Sorted by how far they reach from the base, farthest first. Assumptions that are certain are left out. */
  influences: Influence[];
}

/** All that a run of a scenario shows. */
export interface Findings {
  scenario: string;
  title: string;
  question: string;
  /** The scenario's answer, its figures as placeholders: "Over {horizon} {totalPaid} could be paid." */
  answerTemplate: string;
  headline: readonly string[];
  seed: string;
  trials: number;
  /** Only where there were too many trials to keep: what is then known of quantiles, and what is of the first trials alone. */
  sketch?: SketchMethod;
  horizon: Calendar;
  /** The base first. */
  variants: VariantFindings[];
  comparisons: Comparison[];
  exceedance: ExceedanceCurve[];
  /** One for each level that the config names. */
  crossings: Crossing[];
  tornado: Tornado;
  /** What was counted of series before the start; absent where the config has none. */
  history?: readonly History[];
  /** The claims named by the assumptions. */
  claims: Record<string, Claim>;
}
