// What a figure is in the futures in which a condition holds, and otherwise.
import { replicates } from "../../sampling/plan.ts";
import { stepOf } from "../../simulation/columns.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import { shareOfHits } from "../../simulation/statistics/columnMoments.ts";
import { ColumnScratch } from "../../simulation/statistics/columnScratch.ts";
import { summarizeColumn } from "../../simulation/statistics/columnSummary.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import type { Futures, PlayedWorld } from "./futures.ts";

/** An output of one of the scenarios: its probability, or its median; of a series at its end. */
export interface Outcome {
  scenario: string;
  output: string;
  label: string;
  /** "1" for an event. */
  unit: string;
  isChance: boolean;
}

/** An outcome in some futures and in all others. A figure is undefined where too few trials tell it. */
export interface SplitFigure extends Outcome {
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

/** Outcomes in these futures and in all others. */
export function splitFigures(
  world: PlayedWorld,
  { condition, parts, holds }: Futures,
  outcomes: readonly Outcome[],
): Split {
  const scratch = new ColumnScratch();
  const figures = outcomes.map((outcome): SplitFigure => {
    const column = columnOf(world, outcome);
    const [given, otherwise] = [1, 0].map((mark) => {
      const among = column.map((value, trial) => (holds[trial] === mark ? value : Number.NaN));
      return figureAmong(among, outcome, scratch);
    });
    return {
      ...outcome,
      given,
      otherwise,
      ...(outcome.isChance && {
        joint: shareOfHits(
          column.map((value, trial) => value * holds[trial]!),
          (value) => value === 1,
        ),
      }),
    };
  });
  return { condition, parts, chance: chanceOf({ holds }), figures };
}

/** The figure of a column, what is NaN in it left out; undefined where it cannot be told. */
function figureAmong(
  column: Float64Array,
  { isChance }: Outcome,
  scratch: ColumnScratch,
): Estimate | undefined {
  let count = 0;
  for (const value of column) if (!Number.isNaN(value)) count++;
  if (count < minTrials) return undefined;
  const figure = isChance
    ? shareOfHits(column, (value) => value === 1)
    : summarizeColumn(column, { scratch, isSmoothed: true }).p50;
  return Number.isFinite(figure.error) ? figure : undefined;
}

function columnOf({ scenarios, trials }: PlayedWorld, { scenario, output }: Outcome): Float64Array {
  const column = scenarios.find(({ name }) => name === scenario)!.columns.outputs[output]!;
  return stepOf(column, column.length / trials - 1, trials);
}

/** The outcomes that outputs of a scenario are. */
export function outcomesOf(
  { scenarios }: Pick<PlayedWorld, "scenarios">,
  scenario: string,
  outputs: readonly string[],
): Outcome[] {
  const declared = scenarios.find(({ name }) => name === scenario)!.scenario.outputs;
  return outputs.map((output) => {
    const { label } = declared[output]!;
    const { quantity, unitOf } = kindOf(declared[output]!);
    return { scenario, output, label, unit: unitOf(declared[output]!), isChance: quantity === "chance" };
  });
}
