// Run → findings: the whole of what a scenario under a config shows.
import type { Config, Variant } from "../assumptions/assumptions.ts";
import { describeInput } from "../assumptions/input.ts";
import { roundTrials } from "../sampling/plan.ts";
import type { OutputColumns } from "../simulation/columns.ts";
import { createEngine } from "../simulation/engine.ts";
import { allInOrder, type Executor, inlineExecutor } from "../simulation/executor.ts";
import { chooseStrategy, fitsTwoVariants } from "../simulation/memoryBudget.ts";
import { isOf, kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { type Run, Simulator } from "../simulation/simulator.ts";
import { runSketched } from "../simulation/sketch/runSketched.ts";
import { type TrialSample, wholeSample } from "../simulation/trialSample.ts";
import { compare } from "./comparison.ts";
import { addCrossings, startCrossings } from "./crossings.ts";
import type {
  AssumptionSummary,
  Comparison,
  ExceedanceCurve,
  Findings,
  VariantFindings,
} from "./findings.ts";
import { tornado, tornadoPlays } from "./influences.ts";
import { sketchedComparison, sketchedExceedance, sketchedOutputs } from "./sketchedFindings.ts";
import { summarize } from "./summary.ts";

export interface AnalyseOptions {
  /** Who does the work; this thread unless given. */
  executor?: Executor;
  /** Called with the share of the work that is done, in [0, 1]. */
  onProgress?: (share: number) => void;
  /** Takes the single trials of each variant, or a systematic sample of those that are too many to keep. */
  onSample?: (sample: TrialSample) => void;
  /** False leaves the tornado without influences: they take most of the plays. */
  influences?: boolean;
}

/** Of a longer run, so many trials are kept beside the sketches for influences and crossings. */
const closeTrials = 2 ** 16;
/** Only the progress bar relies on it. */
const sketchedShare = 0.95;

/** Plays all variants of a scenario and tells what they show. Same config, same seed: the same findings. */
export async function analyse(
  name: string,
  scenario: Scenario,
  config: Config,
  {
    executor = inlineExecutor(createEngine(name, scenario, config)),
    onProgress,
    onSample,
    influences: wanted = true,
  }: AnalyseOptions = {},
): Promise<Findings> {
  const trials = roundTrials(config.trials);
  const { steps } = config;
  const sketched =
    chooseStrategy(scenario, { trials, steps }) === "sketched"
      ? await runSketched(scenario, executor, {
          trials,
          steps,
          variants: config.variants,
          keep: Object.keys(scenario.outputs),
          differences: true,
          onProgress: (done) => onProgress?.((done / trials) * sketchedShare),
          onSample,
        })
      : undefined;
  // What needs the columns themselves is seen in the first trials.
  const kept = sketched ? Math.min(closeTrials, trials) : trials;
  const simulator = new Simulator(scenario, executor, { trials: kept, steps });
  const [baseVariant, ...others] = config.variants as readonly [Variant, ...Variant[]];
  const moved = wanted ? baseVariant.assumptions : [];
  const progress = countPlays(1 + others.length + tornadoPlays(moved), (share) =>
    onProgress?.(sketched ? sketchedShare + (1 - sketchedShare) * share : share),
  );

  const curves = startCurves(scenario);
  const crossings = startCrossings(config.levels, scenario.outputs);
  const variants: VariantFindings[] = [];
  const comparisons: Comparison[] = [];
  const look = async (variant: Variant, run: Run) => {
    const { name, title } = variant;
    const pointsOf = async (output: string) =>
      sketched
        ? sketchedExceedance(sketched, name, output)
        : executor.call("exceedance", run.outputs[output]!);
    // All at once: the last column of one question need not keep the other threads waiting.
    const [outputs, , points] = await allInOrder([
      sketched ? sketchedOutputs(sketched, name, scenario.outputs, steps) : summarize(simulator, run),
      addCrossings(simulator, crossings, variant, run),
      allInOrder(curves.map(({ output }) => pointsOf(output))),
    ]);
    variants.push(variantFindings(scenario, variant, outputs));
    if (!sketched) onSample?.(wholeSample(scenario, run));
    for (const [k, { curves: lines }] of curves.entries())
      lines.push({ variant: name, title, ...points[k]! });
  };

  const base = await simulator.run(baseVariant);
  await look(baseVariant, base);
  await progress();
  const lookBeside = async (variant: Variant, run: Run): Promise<Run> => {
    const names = { variant: run.name, against: base.name };
    const [, comparison] = await allInOrder([
      look(variant, run),
      sketched ? sketchedComparison(sketched, names, scenario.outputs) : compare(simulator, run, base),
    ]);
    comparisons.push(comparison);
    await progress();
    return run;
  };
  // While a variant is looked at the next is played, where there are other hands, and room.
  const ahead = (executor.concurrency ?? 1) > 1 && fitsTwoVariants(scenario, simulator);
  let looking: Promise<Run | undefined> = Promise.resolve(undefined);
  let seen: Run | undefined;
  for (const variant of others) {
    if (!ahead) seen = await looking;
    const run = await simulator.run(variant, { again: seen && seriesOf(scenario, seen) });
    seen = await looking;
    looking = lookBeside(variant, run);
    // Heard when it is waited for.
    looking.catch(() => undefined);
  }
  await looking;
  const horizon = { steps: config.steps, unit: scenario.step };
  const target = tornadoOutput(scenario);
  const influences = await tornado(simulator, target, moved, base.outputs[target]!, progress);
  return {
    scenario: name,
    title: scenario.title,
    question: scenario.question,
    answerTemplate: scenario.answer,
    headline: scenario.headline,
    seed: config.seed,
    trials,
    ...(sketched && {
      sketch: { relativeError: sketched.relativeError, closeTrials: simulator.trials },
    }),
    horizon,
    variants,
    comparisons,
    exceedance: curves,
    crossings,
    tornado: influences,
    claims: Object.fromEntries(config.claims),
  };
}

/** The output that the tornado is about: the first scalar or event of the headline. */
export function tornadoOutput(scenario: Scenario): string {
  const output = scenario.headline.find((name) => kindOf(scenario.outputs[name]!).shape === "single");
  if (output === undefined) throw new RangeError("a scenario's headline names a scalar or an event");
  return output;
}

function variantFindings(
  scenario: Scenario,
  { assumptions, ...variant }: Variant,
  outputs: VariantFindings["outputs"],
): VariantFindings {
  const summaries = assumptions.map((assumption): [string, AssumptionSummary] => {
    const { distribution, belief, unit, basis } = assumption;
    const { label, unit: inputUnit } = describeInput(assumption.name, scenario.inputs[assumption.name]!);
    const claims = basis.kind === "claims" ? basis.ids : [];
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => distribution.quantile(p)) as [number, number, number];
    return [assumption.name, { label, belief, unit, inputUnit, claims, basis, p5, p50, p95 }];
  });
  return { ...variant, assumptions: Object.fromEntries(summaries), outputs };
}

/** A run's columns by step: nobody looks at them once its figures are told. */
function seriesOf({ outputs }: Scenario, run: Run): OutputColumns {
  const isSeries = ([name]: [string, unknown]) => kindOf(outputs[name]!).shape === "series";
  return Object.fromEntries(Object.entries(run.outputs).filter(isSeries));
}

function startCurves(scenario: Scenario): ExceedanceCurve[] {
  return Object.entries(scenario.outputs).flatMap(([output, declared]) =>
    isOf(declared, "number", "single")
      ? [{ output, label: declared.label, unit: kindOf(declared).unitOf(declared), curves: [] }]
      : [],
  );
}

/** Counts plays, tells the share done, and lets others have a turn: a progress bar, an interruption. */
export function countPlays(
  plays: number,
  onProgress: ((share: number) => void) | undefined,
): () => Promise<void> {
  let done = 0;
  return async () => {
    done++;
    onProgress?.(done / plays);
    await nextTurn();
  };
}

/** Resolves after whatever is waiting: signals and messages are seen between plays. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
