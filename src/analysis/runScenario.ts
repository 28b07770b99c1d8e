// The way of a run, from a scenario with its beliefs to findings. Every host takes it: the command line, the preview,
// notebooks, `verify` and the page's own worker.
import type { Config } from "../assumptions/assumptions.ts";
import { calendarOf } from "../assumptions/calendar/calendar.ts";
import { roundTrials } from "../sampling/plan.ts";
import { createEngine } from "../simulation/engine.ts";
import { allInOrder, type Executor, inlineExecutor } from "../simulation/executor.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { TrialSample } from "../simulation/trialSample.ts";
import { simulateVariants } from "../simulation/variantRuns.ts";
import type { Analyses, AnalysisSession, Found } from "./analysis.ts";
import { countRuns } from "./countRuns.ts";
import type { Findings } from "./findings.ts";
import { analyses as allAnalyses } from "./index.ts";
import {
  type ConvergenceOptions,
  type ConvergenceResult,
  type Goal,
  runUntilPrecise,
} from "./runUntilPrecise.ts";

/** A scenario with what is believed about its inputs. */
export interface ScenarioWithConfig {
  readonly name: string;
  readonly scenario: Scenario;
  readonly config: Config;
}

/** Who works, what is asked, and what is reported meanwhile. */
export interface RunScenarioOptions<Asked extends Analyses = typeof allAnalyses> {
  /** Runs trials and summarizes columns; this thread unless given. */
  executor?: Executor;
  /** Called with the share of the work that is done, in [0, 1]. */
  onProgress?: ((share: number) => void) | undefined;
  /** Where the number of trials is to follow from the error of figures. */
  until?: UntilGoals | undefined;
  /** Where a few trials are to be seen before the run itself: not of a run that has no more. */
  firstLook?: FirstLook | undefined;
  /** True gives the single trials of each variant too, or a systematic sample of those that are too many to keep. */
  samples?: boolean;
  /** False leaves the tornado without influences, which take most of the runs. */
  influences?: boolean | undefined;
  /** What is asked; all that the index names unless given. */
  analyses?: Asked;
}

/** The goals that the number of trials is found by, and its limit. */
export interface UntilGoals extends Omit<ConvergenceOptions, "executor"> {
  goals: readonly Goal[];
}

/** A few trials that are seen before the run itself. */
export interface FirstLook {
  trials: number;
  /** Takes what they show, and the config they are of; the run goes on when it has returned. */
  show(findings: Findings, config: Config): Promise<void>;
}

/** What a run comes to. */
export interface ScenarioRun<Asked extends Analyses = typeof allAnalyses> {
  findings: Findings & Found<Asked>;
  /** Of each variant in order; none where they are not asked for. */
  samples: TrialSample[];
  /** What it took, where there was a goal. */
  convergence: ConvergenceResult | undefined;
}

/**
 * Samples, simulates and analyses all variants of a scenario. Same config, same seed: the same findings, whatever the
 * executor.
 * @throws BadInput where the trials have no room in memory
 * @throws ScenarioFailure where a trial gives what no trial may give
 */
export async function runScenario<Asked extends typeof allAnalyses = typeof allAnalyses>(
  configured: ScenarioWithConfig,
  options: RunScenarioOptions<Asked> = {},
): Promise<ScenarioRun<Asked>> {
  const { name, scenario, config } = configured;
  const { executor = inlineExecutor(createEngine(name, scenario, config)), until, firstLook } = options;

  // 1. Converge: where errors are to be small enough, find the number of trials that makes them so.
  const convergence = until && (await runUntilPrecise(scenario, config, until.goals, { ...until, executor }));
  const trials = convergence?.trials ?? config.trials;

  // 2. Look: a few trials first, where they are asked for. What fails with them fails with all, and is thrown there.
  if (firstLook && trials > firstLook.trials) {
    const few = { ...config, trials: firstLook.trials };
    await findingsOf({ name, scenario, config: few }, executor, { influences: options.influences })
      .then((findings) => firstLook.show(findings, few))
      .catch(() => undefined);
  }

  // 3. to 6. Begin the analyses, simulate, analyse, collect.
  const samples: TrialSample[] = [];
  const findings = await findingsOf({ name, scenario, config: { ...config, trials } }, executor, {
    ...options,
    onSample: options.samples ? (sample) => samples.push(sample) : undefined,
  });
  return { findings, samples, convergence };
}

type FindingsOptions<Asked extends Analyses> = Pick<
  RunScenarioOptions<Asked>,
  "analyses" | "influences" | "onProgress"
> & { onSample?: ((sample: TrialSample) => void) | undefined };

async function findingsOf<Asked extends typeof allAnalyses = typeof allAnalyses>(
  { name, scenario, config }: ScenarioWithConfig,
  executor: Executor,
  options: FindingsOptions<Asked>,
): Promise<Findings & Found<Asked>> {
  const { influences = true, analyses = allAnalyses as Asked, onProgress, onSample } = options;
  const { steps, variants } = config;

  // 3. Begin each analysis: some take runs of their own, and progress counts them.
  const context = { scenario, config, influences };
  const sessions = Object.entries(analyses).map(([key, begin]): [string, AnalysisSession<unknown>] => [
    key,
    begin(context),
  ]);
  const all = sessions.map(([, session]) => session);

  // 4. Sample and simulate: in memory, variant by variant as they are visited; or sketched, all of them beforehand.
  const trials = roundTrials(config.trials);
  const runs = await simulateVariants(scenario, executor, { trials, steps, variants, onProgress, onSample });
  const extraRuns = all.reduce((sum, { extraRuns = 0 }) => sum + extraRuns, 0);
  const onRun = countRuns(variants.length + extraRuns, (share) =>
    onProgress?.(runs.shareDone + (1 - runs.shareDone) * share),
  );

  // 5. Analyse each variant's run. All analyses at once: the last column of one need not keep the other threads waiting.
  const base = await runs.visit({
    base: async (run) => {
      await allInOrder(all.map((session) => session.look?.(run, variants[0]!) ?? done));
      await onRun();
    },
    other: async (run, variant) => {
      await allInOrder([
        ...all.map((session) => session.look?.(run, variant) ?? done),
        ...all.map((session) => session.compare?.(run, variant) ?? done),
      ]);
      await onRun();
    },
  });

  // 6. Analyse what takes further runs, and collect what was found.
  const found: Record<string, unknown> = {};
  for (const [key, session] of sessions) {
    found[key] = await session.findings({ base, simulator: runs.simulator, onRun });
  }
  return {
    scenario: name,
    title: scenario.title,
    question: scenario.question,
    answerTemplate: scenario.answer,
    headline: scenario.headline,
    seed: config.seed,
    trials,
    ...(runs.sketch && { sketch: runs.sketch }),
    horizon: calendarOf(scenario.step, config),
    ...(found as Found<typeof allAnalyses> & Found<Asked>),
    ...(config.history && { history: config.history }),
    claims: Object.fromEntries(config.claims),
  };
}

const done = Promise.resolve();
