// Scenario → trials → run: samples the inputs of a run, runs its trials block by block, and keeps their columns.
import type { Assumption } from "../assumptions/assumptions.ts";
import { beliefKey } from "../assumptions/beliefKey.ts";
import { ownValue } from "../assumptions/ownValue.ts";
import { allocateOutputs, type OutputColumns } from "./columns.ts";
import { allInOrder, type Executor } from "./executor.ts";
import { type InMemoryRun, inMemoryRun } from "./inMemoryRun.ts";
import { pickOutputs, type Scenario } from "./scenario.ts";

/** What is simulated: a variant, or the base with an assumption fixed. */
export interface RunSpec {
  /** For messages. */
  name: string;
  assumptions: readonly Assumption[];
}

/** Which columns a run has, and where. */
export interface SimulateOptions {
  /** The outputs that are wanted; all of them unless given. */
  keep?: readonly string[] | undefined;
  /** Columns of an earlier run of this simulator that are no longer needed: they are written over. */
  again?: OutputColumns | undefined;
}

/** Trials of a call: enough to be worth a message, few enough that a thread soon listens again. */
const minTrials = 1024;
const maxSimulated = 8192;
/** A draw takes some ten nanoseconds, whatever the belief. */
const maxSampled = 65_536;

/** Simulates one scenario under any assumptions, always with the same random numbers, and keeps the columns. */
export class Simulator {
  readonly scenario: Scenario;
  readonly executor: Executor;
  readonly trials: number;
  readonly steps: number;
  // Runs share most of their assumptions: an input column is sampled once for each belief.
  private readonly sampled = new Map<string, Promise<Float64Array>>();

  constructor(scenario: Scenario, executor: Executor, { trials, steps }: { trials: number; steps: number }) {
    this.scenario = scenario;
    this.executor = executor;
    this.trials = trials;
    this.steps = steps;
  }

  /** Runs all trials. Throws ScenarioFailure where one gives what no trial may give. */
  async run(
    { name, assumptions }: RunSpec,
    { keep = Object.keys(this.scenario.outputs), again = {} }: SimulateOptions = {},
  ): Promise<InMemoryRun> {
    const { executor, steps, trials } = this;
    const columns = await allInOrder(assumptions.map((assumption) => this.inputColumn(assumption)));
    const inputs = Object.fromEntries(assumptions.map((assumption, k) => [assumption.name, columns[k]!]));
    const missing = keep.filter((output) => ownValue(again, output) === undefined);
    const wanted = pickOutputs(this.scenario, missing);
    const outputs = { ...again, ...allocateOutputs(wanted, steps, trials, executor.allocate) };
    await this.inBlocks(maxSimulated, (first, count) =>
      executor.call("runTrials", {
        variant: name,
        inputs,
        outputs,
        stride: trials,
        first,
        offset: first,
        count,
      }),
    );
    const declared = pickOutputs(this.scenario, keep);
    return inMemoryRun(executor, { name, trials, steps, declared, inputs, outputs });
  }

  private inputColumn(assumption: Assumption): Promise<Float64Array> {
    const key = beliefKey(assumption);
    const known = this.sampled.get(key);
    if (known) return known;
    const column = this.executor.allocate(this.trials);
    const sampling = this.inBlocks(maxSampled, (first, count) =>
      this.executor.call("sample", { assumption, column: column.subarray(first, first + count), first }),
    ).then(() => column);
    this.sampled.set(key, sampling);
    return sampling;
  }

  /**
   * Distributes the trials in calls that get smaller towards the end, half an even share of what is left each, so that all
   * threads end together though not all are equally quick (guided self-scheduling, Polychronopoulos and Kuck 1987).
   */
  private async inBlocks(most: number, act: (first: number, count: number) => Promise<void>): Promise<void> {
    const blocks: Promise<void>[] = [];
    const concurrency = this.executor.concurrency ?? 1;
    for (let first = 0; first < this.trials; ) {
      const left = this.trials - first;
      const share = minTrials * Math.ceil(left / (2 * concurrency * minTrials));
      const count = Math.min(left, Math.min(most, share));
      blocks.push(act(first, count));
      first += count;
    }
    await allInOrder(blocks);
  }
}
