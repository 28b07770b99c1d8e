// What a figure is in the futures in which a condition holds, and otherwise.
import { replicates } from "../../sampling/plan.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import { shareOfHits } from "../../simulation/statistics/columnMoments.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { Futures } from "./futures.ts";
import type { NamedScenario } from "./quantities.ts";
import type { SortedOutcomes } from "./sortedOutcomes.ts";

/** An output of one of the scenarios: its probability, or its median; of a series at its end. */
export interface WorldOutcome {
  scenario: string;
  output: string;
  label: string;
  /** "1" for an event. */
  unit: string;
  isChance: boolean;
}

/** An outcome in some futures and in all others. A figure is undefined where too few trials tell it. */
export interface SplitFigure extends WorldOutcome {
  given: Estimate | undefined;
  otherwise: Estimate | undefined;
  /** The chance that the condition holds and the event happens; of events alone. */
  joint?: Estimate;
}

/** Some futures, and what outcomes are in them and otherwise. */
export interface Split extends Omit<Futures, "holds"> {
  /** The share of all futures. */
  chance: Estimate;
  figures: SplitFigure[];
}

/**
 * Fewer trials than this tell no figure: each scrambling has then too few for its scatter to be that of a figure.
 */
const minTrials = 8 * replicates;

/** The share of futures in which a condition holds; its error is the scatter between the scramblings. */
export function chanceOf({ holds }: Pick<Futures, "holds">): Estimate {
  return shareOfHits(Float64Array.from(holds), (value) => value === 1);
}

/**
 * Outcomes in these futures and in all others.
 * @param sorted of the world; handed on from split to split
 */
export function splitFigures(
  sorted: SortedOutcomes,
  { condition, parts, holds }: Futures,
  outcomes: readonly WorldOutcome[],
): Split {
  const figures = outcomes.map((outcome): SplitFigure => {
    const column = sorted.columnOf(outcome);
    const counts = countMarks(column, holds);
    if (outcome.isChance) return { ...outcome, ...chancesAmong(column, holds, counts) };
    const [otherwise, given] = counts.map((count, mark) =>
      count < minTrials ? undefined : ifTold(sorted.medianAmong(column, holds, mark)),
    );
    return { ...outcome, given, otherwise };
  });
  return { condition, parts, chance: chanceOf({ holds }), figures };
}

/** Trials without and with the mark in which the outcome happened. */
function countMarks(column: Float64Array, holds: Uint8Array): [number, number] {
  const counts: [number, number] = [0, 0];
  for (let trial = 0; trial < column.length; trial++)
    if (!Number.isNaN(column[trial])) counts[holds[trial] as 0 | 1]++;
  return counts;
}

function ifTold(figure: Estimate): Estimate | undefined {
  return Number.isFinite(figure.error) ? figure : undefined;
}

function chancesAmong(
  column: Float64Array,
  holds: Uint8Array,
  [without, within]: readonly [number, number],
): Pick<SplitFigure, "given" | "otherwise" | "joint"> {
  const isHit = (value: number) => value === 1;
  const among = (mark: number) =>
    shareOfHits(
      column.map((value, trial) => (holds[trial] === mark ? value : Number.NaN)),
      isHit,
    );
  return {
    given: within < minTrials ? undefined : among(1),
    otherwise: without < minTrials ? undefined : among(0),
    joint: shareOfHits(
      column.map((value, trial) => value * holds[trial]!),
      isHit,
    ),
  };
}

/** The outcomes that outputs of a scenario are. */
export function outcomesOf(
  { scenarios }: { scenarios: readonly NamedScenario[] },
  scenario: string,
  outputs: readonly string[],
): WorldOutcome[] {
  const declared = scenarios.find(({ name }) => name === scenario)!.scenario.outputs;
  return outputs.map((output) => {
    const { label } = declared[output]!;
    const { quantity, unitOf } = kindOf(declared[output]!);
    return { scenario, output, label, unit: unitOf(declared[output]!), isChance: quantity === "chance" };
  });
}
