// Runs a scenario again with what a reader has changed: the command line's figures, from the same code.

import type { Findings } from "../../analysis/findings.ts";
import { runScenario } from "../../analysis/runScenario.ts";
import type { Assumption, Config } from "../../assumptions/assumptions.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { readHorizon } from "../../assumptions/readHorizon.ts";
import { AssumptionReader, type SerializedAssumption } from "../../assumptions/serialized.ts";
import { answerSentence } from "../../format/answerSentence.ts";
import { roundTrials } from "../../sampling/plan.ts";
import { stepOf } from "../../simulation/columns.ts";
import { createEngine } from "../../simulation/engine.ts";
import { isOf, kindOf, type Output } from "../../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { Simulator } from "../../simulation/simulator.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { PageSettings } from "../shared/settings.ts";
import { cooperativeExecutor, createColumns } from "./cooperativeExecutor.ts";
import { createInputMemory } from "./inputCache.ts";
import type { Pace } from "./pace.ts";
import { createUpstreamMemory } from "./upstreamMemory.ts";

/** Enough for a picture that follows a slider; the figures that stay are of as many trials as were published. */
const quickTrials = 8192;

/** A long horizon is looked at in fewer trials: the work of a play is trials times steps. */
const quickTrialSteps = 2 ** 19;
const minQuickTrials = 1024;

/** Single futures that are shown one after the other. */
const futuresShown = 24;

/** Runs a scenario with a page's settings. */
export interface LiveEngine {
  /**
   * What the settings show: all that the command line does, or quickly, of the base and the chosen variant alone,
   * without influences and with no other outputs by step than `only`. Every few milliseconds it pauses as `pace` says,
   * which may end it.
   */
  play(settings: PageSettings, only: readonly string[] | undefined, pace: Pace): Promise<LiveFindings>;
  /** The findings as published, with the same additions. */
  published(settings: PageSettings, pace: Pace): Promise<LiveFindings>;
}

/** An engine for a page: it remembers distributions, columns and sampled inputs from run to run. */
export function createLiveEngine(scenario: Scenario, data: LiveData): LiveEngine {
  const { scenario: name } = data.findings;
  const reader = new AssumptionReader(scenario.inputs, data.columns);
  const columns = createColumns();
  const remember = createInputMemory();
  const upstreamOf = createUpstreamMemory();

  function assumption(published: SerializedAssumption, { set }: PageSettings): Assumption {
    const belief = ownValue(set, published.name);
    if (belief === undefined) return reader.read(published);
    return reader.read({ ...published, belief, basis: { kind: "judgement", why: "Set for this run" } });
  }

  function configOf(settings: PageSettings, quick: boolean): Config {
    const { variants, claims, ...rest } = data.config;
    const steps = readHorizon(settings.horizon, scenario.step, data.config.start);
    const maxQuick = Math.max(minQuickTrials, Math.min(quickTrials, quickTrialSteps / steps));
    const wanted = quick ? variants.filter(({ name }, i) => i === 0 || name === settings.variant) : variants;
    return {
      ...rest,
      claims: new Map(Object.entries(claims)),
      seed: settings.seed,
      steps,
      trials: quick ? Math.min(maxQuick, rest.trials) : rest.trials,
      levels: quick ? [] : rest.levels,
      variants: wanted.map((variant) => ({
        ...variant,
        assumptions: variant.assumptions.map((published) => assumption(published, settings)),
      })),
    };
  }

  async function withMore(
    findings: Findings,
    config: Config,
    settings: PageSettings,
    pace: Pace,
  ): Promise<LiveFindings> {
    const answers = Object.fromEntries(
      findings.variants.map((variant) => [variant.name, answerSentence(findings, variant)]),
    );
    const series = scenario.headline.find((output) => isOf(scenario.outputs[output]!, "number", "series"));
    if (series === undefined || settings.view !== "futures") return { findings, answers };
    const variant = config.variants.find((one) => one.name === settings.variant) ?? config.variants[0]!;
    const { steps } = config;
    const trials = roundTrials(futuresShown);
    const engine = createEngine(name, scenario, config);
    const executor = cooperativeExecutor(engine, { name, columns: createColumns(), pace, steps });
    const simulator = new Simulator(scenario, executor, { trials, steps });
    const column = (await simulator.run(variant, { keep: [series] })).outputs[series]!;
    const paths = Array.from({ length: futuresShown }, (_, trial) =>
      Array.from({ length: steps }, (_, step) => stepOf(column, step, trials)[trial]!),
    );
    return { findings, answers, futures: { output: series, variant: variant.name, paths } };
  }

  return {
    async play(settings, only, pace) {
      const config = configOf(settings, only !== undefined);
      const played = only ? narrowed(scenario, only, config.steps) : scenario;
      columns.release();
      const engine = remember(createEngine(name, played, config), config.seed);
      const upstream = upstreamOf(config.seed);
      const executor = cooperativeExecutor(engine, { upstream, name, columns, pace, steps: config.steps });
      const { findings } = await runScenario(
        { name, scenario: played, config },
        { executor, influences: !only },
      );
      return withMore(findings, config, settings, pace);
    },
    published: (settings, pace) => withMore(data.findings, configOf(settings, false), settings, pace),
  };
}

/** The scenario with only some of its outputs by step: most of the work of looking at a run lies in these. */
function narrowed(scenario: Scenario, only: readonly string[], steps: number): Scenario {
  const isKept = ([name, output]: [string, Output]) =>
    kindOf(output).shape === "single" || only.includes(name);
  const outputs = Object.entries(scenario.outputs);
  // The trial writes all of them, as ever: the others into buffers that are not read.
  const spare = Object.fromEntries(
    outputs.filter((entry) => !isKept(entry)).map(([name]) => [name, new Float64Array(steps)]),
  );
  // A trial runner passes the same objects, tile after tile.
  let given: object | undefined;
  let all: typeof spare = {};
  return {
    ...scenario,
    outputs: Object.fromEntries(outputs.filter(isKept)),
    trial(inputs, out, context) {
      if (out !== given) {
        given = out;
        // What it passes takes no further names.
        all = Object.assign(Object.create(out), spare) as typeof spare;
      }
      scenario.trial(inputs, all, context);
    },
  };
}
