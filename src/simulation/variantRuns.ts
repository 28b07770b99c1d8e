// The runs of all variants of a scenario, on the same random numbers, one after the other.
import type { Variant } from "../assumptions/assumptions.ts";
import type { OutputColumns } from "./columns.ts";
import type { Executor } from "./executor.ts";
import type { InMemoryRun } from "./inMemoryRun.ts";
import { chooseStrategy, closeTrials, fitsTwoVariants } from "./memoryBudget.ts";
import { kindOf } from "./outputKinds/kindOf.ts";
import type { ComparedRun, Run } from "./run.ts";
import { pickOutputs, type Scenario } from "./scenario.ts";
import { Simulator } from "./simulator.ts";
import { runSketched } from "./sketch/runSketched.ts";
import { sketchedRun } from "./sketch/sketchedRun.ts";
import { surelyWithinErrors } from "./sketch/sketchQuantiles.ts";
import type { CrossingSummary } from "./statistics/crossing.ts";
import { type TrialSample, wholeSample } from "./trialSample.ts";

/** Which trials of which variants are simulated, and what is kept of them. */
export interface VariantRunsOptions {
  /** A number of the sampling plan (`roundTrials`). */
  trials: number;
  steps: number;
  /** The base first. */
  variants: readonly Variant[];
  /** The outputs that are asked for; all of them unless given. */
  keep?: readonly string[];
  /** False where differences to the base are not asked for. */
  differences?: boolean;
  /** Called with the share of the work that is done before the visit, in [0, `shareDone`]. */
  onProgress?: ((share: number) => void) | undefined;
  /** Takes the single trials of each variant, or a systematic sample of those that are too many to keep. */
  onSample?: ((sample: TrialSample) => void) | undefined;
}

/** The runs of all variants: simulated as they are visited, or sketched before. */
export interface VariantRuns {
  readonly trials: number;
  /** Only of sketched runs: how sure quantiles are, and how many trials can be had as columns. */
  readonly sketch: SketchMethod | undefined;
  /** Share of the work that is done before the first visit; for progress. */
  readonly shareDone: number;
  /** Further runs on the same random numbers, of as many trials as are kept as columns. */
  readonly simulator: Simulator;
  /**
   * Visits the run of each variant in order. Its columns by step are valid until the promise that the visitor returned is
   * fulfilled; the base's columns stay.
   * @returns the run of the base
   */
  visit(visitors: Visitors): Promise<Run>;
}

/** How the figures of a sketched run were found. */
export interface SketchMethod {
  /** The exact quantile of all trials is surely within so many of the errors that are given for it. */
  readonly surelyWithinErrors: number;
  /** Crossings are of so many of the first trials alone. */
  readonly closeTrials: number;
}

/** What is called with each run. */
export interface Visitors {
  base(run: Run): Promise<void>;
  other(run: ComparedRun, variant: Variant): Promise<void>;
}

/** Only the progress bar relies on it. */
const sketchedShare = 0.95;

/**
 * Runs all trials of all variants in the way that memory has room for.
 * @throws BadInput where there is no room for either
 * @throws ScenarioFailure where a trial gives what no trial may give
 */
export async function simulateVariants(
  scenario: Scenario,
  executor: Executor,
  options: VariantRunsOptions,
): Promise<VariantRuns> {
  const strategy = chooseStrategy(scenario, options);
  return strategy.way === "sketched"
    ? sketchVariants(scenario, executor, { ...options, chunkSize: strategy.chunkSize })
    : keepVariants(scenario, executor, options);
}

async function sketchVariants(
  scenario: Scenario,
  executor: Executor,
  options: VariantRunsOptions & { chunkSize: number },
): Promise<VariantRuns> {
  const { trials, steps, variants, keep = Object.keys(scenario.outputs), onProgress } = options;
  const sketches = await runSketched(scenario, executor, {
    ...options,
    keep,
    onProgress: (done) => onProgress?.((done / trials) * sketchedShare),
  });
  const kept = closeTrials(options);
  const simulator = new Simulator(scenario, executor, { trials: kept, steps });
  const declared = pickOutputs(scenario, keep);
  const crossFirst = oneSeriesAtATime(simulator);
  const runOf = (variant: Variant) =>
    sketchedRun({
      name: variant.name,
      against: variants[0]!.name,
      trials,
      steps,
      declared,
      sketches: sketches.get(variant.name)!,
      simulateFirst: (outputs = keep) => simulator.run(variant, { keep: outputs }),
      crossFirst: (...question) => crossFirst(variant, ...question),
    });
  return {
    trials,
    sketch: { surelyWithinErrors, closeTrials: kept },
    shareDone: sketchedShare,
    simulator,
    async visit(visitors) {
      const [baseVariant, ...others] = variants as readonly [Variant, ...Variant[]];
      const base = runOf(baseVariant);
      await visitors.base(base);
      for (const variant of others) await visitors.other(runOf(variant), variant);
      return base;
    },
  };
}

/**
 * Crossings of levels by runs of a simulator, one after the other in the same column: it is as long as a run may be, and
 * threads hold on to columns for longer than they need them.
 */
function oneSeriesAtATime(simulator: Simulator) {
  let column: Float64Array | undefined;
  const cross = async (
    variant: Variant,
    ...question: Parameters<Run["crossing"]>
  ): Promise<CrossingSummary> => {
    const [output] = question;
    const run = await simulator.run(variant, { keep: [output], again: column && { [output]: column } });
    column = run.outputs[output];
    return run.crossing(...question);
  };
  let last: Promise<unknown> = Promise.resolve();
  return (...asked: Parameters<typeof cross>): Promise<CrossingSummary> => {
    const next = last.then(() => cross(...asked));
    last = next.catch(() => undefined);
    return next;
  };
}

function keepVariants(
  scenario: Scenario,
  executor: Executor,
  { trials, steps, variants, keep, onSample }: VariantRunsOptions,
): VariantRuns {
  const simulator = new Simulator(scenario, executor, { trials, steps });
  // While a variant is looked at the next is simulated, where there are other threads, and memory.
  const ahead = (executor.concurrency ?? 1) > 1 && fitsTwoVariants(scenario, simulator);

  async function visit(visitors: Visitors): Promise<Run> {
    const [baseVariant, ...others] = variants as readonly [Variant, ...Variant[]];
    const base = await simulator.run(baseVariant, { keep });
    await visitors.base(base);
    onSample?.(wholeSample(base));
    const visitOther = async (variant: Variant, run: InMemoryRun): Promise<InMemoryRun> => {
      await visitors.other(run.comparedTo(base), variant);
      onSample?.(wholeSample(run));
      return run;
    };
    let visiting: Promise<InMemoryRun | undefined> = Promise.resolve(undefined);
    let visited: InMemoryRun | undefined;
    for (const variant of others) {
      if (!ahead) visited = await visiting;
      const run = await simulator.run(variant, { keep, again: visited && seriesOf(visited) });
      visited = await visiting;
      visiting = visitOther(variant, run);
      // A failure is thrown where the visit is awaited.
      visiting.catch(() => undefined);
    }
    await visiting;
    return base;
  }
  return { trials, sketch: undefined, shareDone: 0, simulator, visit };
}

/** A run's columns by step: they are free once it has been visited. */
function seriesOf({ declared, outputs }: InMemoryRun): OutputColumns {
  const isSeries = ([name]: [string, unknown]) => kindOf(declared[name]!).shape === "series";
  return Object.fromEntries(Object.entries(outputs).filter(isSeries));
}
