// Models whose exact answers are known (tests/reference), and how often intervals cover them.
import { readFileSync } from "node:fs";
import { defineScenario, event, scalar } from "../../src/index.ts";
import { roundTrials } from "../../src/sampling/plan.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { inlineExecutor } from "../../src/simulation/executor.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { Simulator } from "../../src/simulation/simulator.ts";
import type { Estimate } from "../../src/simulation/statistics/estimate.ts";
import { interval95 } from "../../src/simulation/statistics/replicateError.ts";
import { judged } from "../judged.ts";

interface Exact {
  mean: number;
  sd: number;
  quantiles?: { p: number; x: number }[];
  probability?: number;
}

/** A model with one scalar `value` and, where a chance is known, one event `negative`. */
export interface ExactModel {
  name: string;
  scenario: Scenario;
  beliefs: Record<string, string>;
  exact: Exact;
}

function reference<Data>(file: string): Data {
  return JSON.parse(readFileSync(new URL(`../reference/${file}`, import.meta.url), "utf8"));
}

const words = { title: "", question: "", answer: "", headline: ["value"], step: "month" } as const;

const payments = defineScenario({
  ...words,
  inputs: { soldiers: "soldiers" },
  outputs: { value: scalar("USD", "Paid") },
  trial({ soldiers }, out) {
    out.value = soldiers * 2000 * 12;
  },
});

/** Payments = soldiers × 2,000 USD × 12 months, for three shapes (quadrature). */
export const paymentModels: ExactModel[] = reference<{ cases: (Exact & { troops: string })[] }>(
  "payments_exact.json",
).cases.map((exact) => ({
  name: exact.troops,
  scenario: payments,
  beliefs: { soldiers: exact.troops },
  exact,
}));

const [annual, poissonYear, overdispersedYear] = reference<
  { P_negative: number; mean: number; sd: number }[]
>("manpower_exact.json").map((model) => ({ mean: model.mean, sd: model.sd, probability: model.P_negative }));

/** A year of recruits against a year of losses (convolution). */
export const manpowerModels: ExactModel[] = [
  {
    name: "a year at once, Poisson losses",
    exact: annual!,
    beliefs: { recruits: "uniform(330000, 420000)" },
    scenario: defineScenario({
      ...words,
      inputs: { recruits: "recruits" },
      outputs: { value: scalar("soldiers", "Net"), negative: event("Shortfall") },
      trial({ recruits }, out, { random }) {
        out.value = recruits - random.poisson(360_000);
        out.negative = out.value < 0;
      },
    }),
  },
  monthly("twelve months, Poisson losses", poissonYear!, [27_000, 34_000], 30_000, 0),
  monthly("twelve months, overdispersed losses", overdispersedYear!, [800, 1400], 1000, 1 / 5),
];

function monthly(
  name: string,
  exact: Exact,
  [low, high]: [number, number],
  losses: number,
  dispersion: number,
): ExactModel {
  return {
    name,
    exact,
    beliefs: { months: "12" },
    scenario: defineScenario({
      ...words,
      inputs: { months: "months" },
      outputs: { value: scalar("soldiers", "Net"), negative: event("Shortfall") },
      trial({ months }, out, { random }) {
        let net = 0;
        for (let month = 0; month < months; month++) {
          net += random.uniform(low, high) - random.negativeBinomial(losses, dispersion);
        }
        out.value = net;
        out.negative = net < 0;
      },
    }),
  };
}

/** The estimates of a model for one seed, by the name of the figure. */
export async function estimatesOf(
  model: ExactModel,
  seed: string,
  trials: number,
): Promise<Record<string, Estimate>> {
  const { scenario } = model;
  const engine = createEngine("exact", scenario, { seed, steps: 12, correlations: [] });
  const simulator = new Simulator(scenario, inlineExecutor(engine), {
    trials: roundTrials(trials),
    steps: 12,
  });
  const run = await simulator.run({ name: "base", assumptions: judged(scenario, model.beliefs) });
  const { never: _, ...statistics } = await run.summary("value", 0);
  const chance = run.outputs.negative && { probability: engine.mean(run.outputs.negative) };
  return { ...statistics, ...chance };
}

/** The exact figures of a model, as far as they are known. */
export function exactFigures({ exact }: ExactModel): Record<string, number> {
  const quantiles = (exact.quantiles ?? []).filter(({ p }) => [0.05, 0.5, 0.95].includes(p));
  return {
    mean: exact.mean,
    sd: exact.sd,
    ...Object.fromEntries(quantiles.map(({ p, x }) => [`p${p * 100}`, x])),
    ...(exact.probability !== undefined && { probability: exact.probability }),
  };
}

/** In what share of `seeds` seeds the 95 % interval of each figure holds the exact value. */
export async function coverage(
  model: ExactModel,
  seeds: number,
  trials: number,
): Promise<Record<string, number>> {
  const exact = exactFigures(model);
  const covered = Object.fromEntries(Object.keys(exact).map((figure) => [figure, 0]));
  for (let seed = 0; seed < seeds; seed++) {
    const estimates = await estimatesOf(model, `coverage ${seed}`, trials);
    for (const [figure, value] of Object.entries(exact)) {
      const [low, high] = interval95(estimates[figure]!);
      if (low <= value && value <= high) covered[figure]!++;
    }
  }
  return Object.fromEntries(Object.entries(covered).map(([figure, count]) => [figure, count / seeds]));
}
