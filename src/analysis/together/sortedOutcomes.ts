// Columns of outcomes with their order: of each condition's futures the order is then a pass, and no sort.
import { replicates } from "../../sampling/plan.ts";
import { stepOf } from "../../simulation/columns.ts";
import { ColumnScratch } from "../../simulation/statistics/columnScratch.ts";
import { summarizeColumn } from "../../simulation/statistics/columnSummary.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { type OrderedColumn, smoothedQuantile } from "../../simulation/statistics/smoothedQuantiles.ts";
import type { PlayedScenario } from "./playedScenario.ts";

/** An output by its scenario and name. */
interface OutputPlace {
  scenario: string;
  output: string;
}

/** What is read of a world. */
interface WorldColumns {
  trials: number;
  scenarios: readonly Pick<PlayedScenario, "name" | "columns">[];
}

/** The columns of a world, each ordered once. */
export class SortedOutcomes {
  private readonly world: WorldColumns;
  private readonly scratch = new ColumnScratch();
  private readonly orders = new Map<Float64Array, Uint32Array>();

  constructor(world: WorldColumns) {
    this.world = world;
  }

  /** One number a trial; of a series at its end. */
  columnOf({ scenario, output }: OutputPlace): Float64Array {
    const { scenarios, trials } = this.world;
    const column = scenarios.find(({ name }) => name === scenario)!.columns.outputs[output]!;
    return column.length === trials ? column : stepOf(column, column.length / trials - 1, trials);
  }

  /** The median of a column where a trial has this mark, as a summary has it; NaN is left out. */
  medianAmong(column: Float64Array, marks: Uint8Array, mark: number): Estimate {
    const smoothed = smoothedQuantile(
      orderedAmong(column, this.orderOf(column), marks, mark),
      0.5,
      this.scratch,
    );
    if (smoothed) return smoothed;
    const among = column.map((value, trial) => (marks[trial] === mark ? value : Number.NaN));
    return summarizeColumn(among, { scratch: this.scratch }).p50;
  }

  /** The trials by rising value, without those that are NaN. */
  private orderOf(column: Float64Array): Uint32Array {
    const known = this.orders.get(column);
    if (known) return known;
    const trials = new Uint32Array(column.length);
    let count = 0;
    for (let trial = 0; trial < column.length; trial++)
      if (!Number.isNaN(column[trial])) trials[count++] = trial;
    const order = trials.subarray(0, count).sort((a, b) => column[a]! - column[b]!);
    this.orders.set(column, order);
    return order;
  }
}

function orderedAmong(
  column: Float64Array,
  order: Uint32Array,
  marks: Uint8Array,
  mark: number,
): OrderedColumn {
  const all = new Float64Array(order.length);
  const byReplicate = Array.from(
    { length: replicates },
    () => new Float64Array(Math.ceil(column.length / replicates)),
  );
  const counts = new Uint32Array(replicates);
  let count = 0;
  for (const trial of order) {
    if (marks[trial] !== mark) continue;
    const value = column[trial]!;
    all[count++] = value;
    const r = trial % replicates;
    byReplicate[r]![counts[r]!++] = value;
  }
  return {
    all: all.subarray(0, count),
    byReplicate: byReplicate.map((own, r) => own.subarray(0, counts[r])),
  };
}
