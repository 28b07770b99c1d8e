// Scenario → trials → run: samples the inputs of a run, runs its trials block by block, and keeps their columns.
import type { Assumption } from "../assumptions/assumptions.ts";
import { beliefKey } from "../assumptions/beliefKey.ts";
import { ownValue } from "../assumptions/ownValue.ts";
import type { Block } from "./block.ts";
import { allocateOutputs, type OutputColumns } from "./columns.ts";
import { allInOrder, type Executor } from "./executor.ts";
import { type InMemoryRun, inMemoryRun } from "./inMemoryRun.ts";
import { askedInputs, type Believed, withDerived } from "./runStages.ts";
import { pickOutputs, type Scenario } from "./scenario.ts";
import { type Stage, stagesOf } from "./stages.ts";

/** What is simulated: a variant, or the base with an assumption fixed. */
export interface RunSpec extends Believed {
  /** For messages. */
  name: string;
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

/** Runs of scenarios upstream that are remembered beside those of the base. */
const maxUpstream = 12;

type StageRun = Pick<Block, "stage" | "inputs" | "factors">;

/** Simulates one scenario under any assumptions, always with the same random numbers, and keeps the columns. */
export class Simulator {
  readonly scenario: Scenario;
  readonly executor: Executor;
  readonly trials: number;
  readonly steps: number;
  // A message has all columns in it: where runs go several at a time, their parts need not be small.
  private readonly minBlock: number;
  // Runs share most of their assumptions: an input column is sampled once for each belief.
  private readonly sampled = new Map<string, Promise<Float64Array>>();
  private readonly stages: readonly Stage[];
  // While only own assumptions change, what is upstream stays as it was.
  private readonly upstream = new Map<string, Promise<OutputColumns>>();

  constructor(
    scenario: Scenario,
    executor: Executor,
    { trials, steps, minBlock = minTrials }: { trials: number; steps: number; minBlock?: number },
  ) {
    this.scenario = scenario;
    this.executor = executor;
    this.trials = trials;
    this.steps = steps;
    this.minBlock = minBlock;
    this.stages = stagesOf(scenario, steps);
  }

  /** One of the first of the trials alone, for runs that go several at a time; this one where it has no more. */
  withTrials(trials: number): Simulator {
    const { scenario, executor, steps } = this;
    if (trials >= this.trials) return this;
    return new Simulator(scenario, executor, { trials, steps, minBlock: maxSimulated });
  }

  /** Runs all trials. Throws ScenarioFailure where one gives what no trial may give. */
  async run(
    { name, assumptions, derived }: RunSpec,
    { keep = Object.keys(this.scenario.outputs), again = {} }: SimulateOptions = {},
  ): Promise<InMemoryRun> {
    const { executor, scenario, stages, steps, trials } = this;
    const believed = { assumptions, derived };
    const sampled = await allInOrder(assumptions.map((assumption) => this.inputColumn(assumption)));
    const columns = withDerived(
      believed,
      new Map(assumptions.map((assumption, k) => [assumption.name, sampled[k]!])),
      trials,
    );
    const asked = await askedInputs({
      scenario,
      stages,
      believed,
      columns,
      upstream: (stage, key, run) => this.upstreamOutputs(name, stage, key, run),
    });
    const missing = keep.filter((output) => ownValue(again, output) === undefined);
    const wanted = pickOutputs(scenario, missing);
    const outputs = { ...again, ...allocateOutputs(wanted, steps, trials, executor.allocate) };
    await this.runTrials(name, asked, outputs);
    const declared = pickOutputs(scenario, keep);
    const inputs = Object.fromEntries(columns);
    return inMemoryRun(executor, { name, trials, steps, declared, inputs, outputs });
  }

  /** The outputs of a stage upstream that others take. */
  private upstreamOutputs(
    variant: string,
    { scenario, steps, taken }: Stage,
    key: string,
    run: StageRun,
  ): Promise<OutputColumns> {
    const known = this.upstream.get(key);
    if (known) return known;
    const { executor, trials } = this;
    const place = JSON.stringify([key, steps, trials]);
    const before = executor.upstream?.get(place) ?? {};
    const missing = taken.filter((output) => ownValue(before, output) === undefined);
    if (missing.length === 0) return Promise.resolve(before);
    const added = allocateOutputs(pickOutputs(scenario, missing), steps, trials, executor.allocate);
    const running = this.runTrials(variant, run, added).then(() => {
      const outputs = { ...before, ...added };
      executor.upstream?.keep(place, outputs);
      return outputs;
    });
    this.upstream.set(key, running);
    // Each holds columns: those of the base, which is run first, and of what is examined just now.
    const ofBase = this.stages.length - 1;
    if (this.upstream.size > ofBase + maxUpstream) this.upstream.delete([...this.upstream.keys()][ofBase]!);
    return running;
  }

  private runTrials(variant: string, run: StageRun, outputs: OutputColumns): Promise<void> {
    const stride = this.trials;
    return this.inBlocks(maxSimulated, (first, count) =>
      this.executor.call("runTrials", { variant, ...run, outputs, stride, first, offset: first, count }),
    );
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
      const share = this.minBlock * Math.ceil(left / (2 * concurrency * this.minBlock));
      const count = Math.min(left, Math.min(most, share));
      blocks.push(act(first, count));
      first += count;
    }
    await allInOrder(blocks);
  }
}
