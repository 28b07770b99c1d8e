// Models whose every figure is known exactly, and how often the printed 95 % intervals hold it.
import { defineScenario, event, eventSeries, scalar, series } from "../../src/index.ts";
import { normalQuantile } from "../../src/numeric/normalQuantile.ts";
import { normalCdf } from "../../src/numeric/normalTail.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { inlineExecutor } from "../../src/simulation/executor.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { Simulator } from "../../src/simulation/simulator.ts";
import type { Estimate } from "../../src/simulation/statistics/estimate.ts";
import { interval95 } from "../../src/simulation/statistics/replicateError.ts";
import { judged } from "../judged.ts";

/** Exact figures by name: "value.p5" of a scalar, "event" of a chance, "path@12.p50" of a step, "passed.p50" of a crossing. */
export type ExactFigures = Readonly<Record<string, number>>;

/** One model: a scenario, what is believed in it, and the figures that must come out. */
export interface CoverageModel {
  name: string;
  scenario: Scenario;
  beliefs: Readonly<Record<string, string>>;
  /** A variant whose difference to the base is asked for, as "value-.p50". */
  variant?: Readonly<Record<string, string>>;
  correlations?: Parameters<typeof createEngine>[2]["correlations"];
  /** A level of the series `path`: "passed" figures are of the step at which it is first above. */
  level?: number;
  exact: ExactFigures;
  /** Models that were looked at only after the methods stood. */
  heldBack?: true;
}

const words = { title: "", question: "", answer: "", headline: ["value"], step: "month" } as const;
const value = { value: scalar("1", "Value") };
const z5 = normalQuantile(0.05);

/** Exact figures of a scalar `name` from its mean, sd and quantile function. */
function figures(
  name: string,
  { mean, sd, quantile }: { mean?: number; sd?: number; quantile?: (p: number) => number },
): ExactFigures {
  const bands = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 };
  return {
    ...(mean !== undefined && { [`${name}.mean`]: mean }),
    ...(sd !== undefined && { [`${name}.sd`]: sd }),
    ...(quantile &&
      Object.fromEntries(Object.entries(bands).map(([band, p]) => [`${name}.${band}`, quantile(p)]))),
  };
}

/** The output is the belief itself. */
function itself(belief: string, exact: ExactFigures, heldBack?: true): CoverageModel {
  const scenario = defineScenario({
    ...words,
    inputs: { x: "1" },
    outputs: value,
    trial({ x }, out) {
      out.value = x;
    },
  });
  return { name: belief, scenario, beliefs: { x: belief }, exact, ...(heldBack && { heldBack }) };
}

function lognormal(name: string, meanLog: number, sdLog: number): ExactFigures {
  const mean = Math.exp(meanLog + sdLog ** 2 / 2);
  const quantile = (p: number) => Math.exp(meanLog + sdLog * normalQuantile(p));
  return figures(name, { mean, sd: mean * Math.sqrt(Math.expm1(sdLog ** 2)), quantile });
}

function normal(name: string, mean: number, sd: number): ExactFigures {
  return figures(name, { mean, sd, quantile: (p) => mean + sd * normalQuantile(p) });
}

/** Generalised Pareto of scale 1. */
function pareto(name: string, shape: number): ExactFigures {
  const mean = shape < 1 ? 1 / (1 - shape) : undefined;
  const sd = shape < 1 / 2 ? 1 / (1 - shape) / Math.sqrt(1 - 2 * shape) : undefined;
  const quantile = (p: number) => ((1 - p) ** -shape - 1) / shape;
  return figures(name, { ...(mean && { mean }), ...(sd && { sd }), quantile });
}

/** The smallest whole number at which a Poisson distribution reaches p. */
function poissonQuantile(mean: number, p: number): number {
  let [k, term] = [0, Math.exp(-mean)];
  for (let sum = term; sum < p; sum += term) term *= mean / ++k;
  return k;
}

const interval = { meanLog: Math.log(11 * 100) / 2, sdLog: Math.log(100 / 11) / (2 * -z5) };
const walk = 24;

export const coverageModels: readonly CoverageModel[] = [
  itself("11 to 100", lognormal("value", interval.meanLog, interval.sdLog)),
  itself("lognormal(0, 1)", lognormal("value", 0, 1)),
  itself("lognormal(0, 1.5)", lognormal("value", 0, 1.5)),
  itself("lognormal(0, 2)", lognormal("value", 0, 2)),
  itself("pareto(0.33, 1)", pareto("value", 0.33)),
  itself("pareto(0.6, 1)", pareto("value", 0.6)),
  itself("pareto(1.1, 1)", pareto("value", 1.1)),
  itself("exponential(0.5)", figures("value", { mean: 2, sd: 2, quantile: (p) => -2 * Math.log1p(-p) })),
  itself("normal(5, 2)", normal("value", 5, 2)),
  itself("uniform(0, 1)", figures("value", { mean: 0.5, sd: Math.sqrt(1 / 12), quantile: (p) => p })),
  {
    name: "events decided by one input",
    beliefs: { x: "uniform(0, 1)" },
    scenario: defineScenario({
      ...words,
      headline: ["rare"],
      inputs: { x: "1" },
      outputs: {
        rare: event("x below 0.003"),
        rarer: event("x below 0.0001"),
        seventh: event("x below 1/7"),
        most: event("x above 0.003"),
      },
      trial({ x }, out) {
        out.rare = x < 0.003;
        out.rarer = x < 0.0001;
        out.seventh = x < 1 / 7;
        out.most = x > 0.003;
      },
    }),
    exact: { rare: 0.003, rarer: 0.0001, seventh: 1 / 7, most: 0.997 },
  },
  {
    name: "events decided by chance",
    beliefs: { x: "uniform(0, 1)" },
    scenario: defineScenario({
      ...words,
      headline: ["rare"],
      inputs: { x: "1" },
      outputs: { rare: event("1 in 2,000"), half: event("a coin"), both: event("both halves") },
      trial({ x }, out, { random }) {
        const u = random.uniform();
        out.rare = u < 0.0005;
        out.half = u < 0.5;
        out.both = u < 0.5 && x < 0.5;
      },
    }),
    exact: { rare: 0.0005, half: 0.5, both: 0.25 },
  },
  {
    name: "a coin of 49.9 and 50.1 %, whole numbers, Poisson",
    beliefs: { x: "uniform(0, 19.3)", coin: "discrete(49.9%: 0, 50.1%: 10)" },
    scenario: defineScenario({
      ...words,
      headline: ["whole"],
      inputs: { x: "1", coin: "1" },
      outputs: {
        tossed: scalar("1", "By chance"),
        coin: scalar("1", "Believed"),
        whole: scalar("1", "Whole"),
        count: scalar("1", "Poisson"),
      },
      trial({ x, coin }, out, { random }) {
        out.tossed = random.uniform() < 0.499 ? 0 : 10;
        out.coin = coin;
        out.whole = Math.floor(x);
        out.count = random.stream("count").poisson(3);
      },
    }),
    exact: {
      ...figures("tossed", {
        mean: 5.01,
        sd: 10 * Math.sqrt(0.499 * 0.501),
        quantile: (p) => (p <= 0.499 ? 0 : 10),
      }),
      ...figures("coin", {
        mean: 5.01,
        sd: 10 * Math.sqrt(0.499 * 0.501),
        quantile: (p) => (p <= 0.499 ? 0 : 10),
      }),
      ...figures("whole", { quantile: (p) => Math.ceil(19.3 * p) - 1 }),
      ...figures("count", { mean: 3, sd: Math.sqrt(3), quantile: (p) => poissonQuantile(3, p) }),
    },
  },
  {
    name: "two humps",
    beliefs: { x: "normal(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1" },
      outputs: {
        value: scalar("1", "By chance"),
        believed: scalar("1", "By an input"),
        near: scalar("1", "49 to 51"),
      },
      trial({ x }, out, { random }) {
        const u = random.uniform();
        out.value = u < 0.5 ? u : 10 + u;
        const p = normalCdf(x);
        out.believed = p < 0.5 ? p : 10 + p;
        out.near = random.stream("other").uniform() < 0.49 ? p : 10 + p;
      },
    }),
    exact: {
      "value.p5": 0.05, "value.p25": 0.25, "value.p75": 10.75, "value.p95": 10.95,
      "believed.p5": 0.05, "believed.p25": 0.25, "believed.p75": 10.75, "believed.p95": 10.95,
      "near.p50": 10 + 0.01 / 0.51, "near.p25": 0.25 / 0.49, "near.p75": 10 + 0.26 / 0.51,
    }, // biome-ignore format: a list
  },
  {
    name: "a product of two lognormals",
    beliefs: { x: "lognormal(0, 0.7)", y: "lognormal(0, 0.7)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1", y: "1" },
      outputs: { ...value, big: event("above 3") },
      trial({ x, y }, out) {
        out.value = x * y;
        out.big = x * y > 3;
      },
    }),
    exact: {
      ...lognormal("value", 0, Math.sqrt(0.98)),
      big: 1 - normalCdf(Math.log(3) / Math.sqrt(0.98)),
    },
  },
  {
    name: "lognormal noise inside the trial",
    beliefs: { x: "normal(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1" },
      outputs: { ...value, noise: scalar("1", "Noise alone"), sum: scalar("1", "Normal") },
      trial({ x }, out, { random }) {
        const e = random.normal();
        out.value = Math.exp(0.6 * x + 0.6 * e);
        out.noise = Math.exp(e);
        out.sum = x + e;
      },
    }),
    exact: {
      ...lognormal("value", 0, 0.6 * Math.SQRT2),
      ...lognormal("noise", 0, 1),
      ...normal("sum", 0, Math.SQRT2),
    },
  },
  {
    name: "correlated inputs",
    beliefs: { x: "normal(0, 1)", y: "normal(0, 1)" },
    correlations: [{ between: ["x", "y"], rank: (6 / Math.PI) * Math.asin(0.5 / 2) }] as never,
    scenario: defineScenario({
      ...words,
      inputs: { x: "1", y: "1" },
      outputs: { ...value, both: event("both above 0") },
      trial({ x, y }, out) {
        out.value = x + y;
        out.both = x > 0 && y > 0;
      },
    }),
    exact: { ...normal("value", 0, Math.sqrt(3)), both: 1 / 4 + Math.asin(0.5) / (2 * Math.PI) },
  },
  {
    name: "a random walk by step",
    beliefs: { x: "normal(0, 1)" },
    level: 12,
    scenario: defineScenario({
      ...words,
      headline: ["path"],
      inputs: { x: "1" },
      outputs: { path: series("1", "Position"), drift: series("1", "Drift"), up: eventSeries("Above 0") },
      trial({ x }, out, { random, steps }) {
        let at = 0;
        for (let k = 0; k < steps; k++) {
          at += random.normal();
          out.path[k] = x * 0 + at;
          out.drift[k] = x * (k + 1);
          out.up[k] = at > 0 ? 1 : 0;
        }
      },
    }),
    exact: {
      ...normal("path@6", 0, Math.sqrt(6)),
      ...normal(`path@${walk}`, 0, Math.sqrt(walk)),
      ...normal("drift@6", 0, 6),
      "up@6": 0.5,
    },
  },
  {
    name: "a crossing",
    beliefs: { x: "uniform(0, 1)" },
    level: 12,
    scenario: defineScenario({
      ...words,
      headline: ["path"],
      inputs: { x: "1" },
      outputs: { path: series("1", "Position") },
      trial({ x }, out, { steps }) {
        // First above 12 at the smallest k with k · x > 12: of x below 12/24 never.
        for (let k = 0; k < steps; k++) out.path[k] = (k + 1) * x;
      },
    }),
    // Crossed by step k: x > 12/k.
    exact: { "passed.never": 0.5, "passed.p25": 14, "passed.p50": 16, "passed.p75": 20 },
  },
  {
    name: "a difference of variants",
    beliefs: { x: "normal(0, 1)", y: "uniform(0, 1)" },
    variant: { x: "normal(1, 2)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1", y: "1" },
      outputs: value,
      trial({ x, y }, out, { random }) {
        out.value = x * (1 + 0 * y) + 0 * random.normal();
      },
    }),
    exact: { ...normal("value-", 1, 1), "value-.greater": normalCdf(1) },
  },
  {
    name: "what happens in one trial of a hundred",
    beliefs: { x: "uniform(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1" },
      outputs: {
        value: scalar("1", "By chance", { mayNotHappen: true }),
        seldom: scalar("1", "By an input", { mayNotHappen: true }),
      },
      trial({ x }, out, { random }) {
        out.value = random.uniform() < 0.01 ? random.stream("size").uniform() : Number.NaN;
        out.seldom = x > 0.9907 ? (x - 0.9907) / 0.0093 : Number.NaN;
      },
    }),
    exact: {
      "value.never": 0.99, ...figures("value", { mean: 0.5, sd: Math.sqrt(1 / 12), quantile: (p) => p }),
      "seldom.never": 0.9907, ...figures("seldom", { mean: 0.5, sd: Math.sqrt(1 / 12), quantile: (p) => p }),
    }, // biome-ignore format: a list
  },
  {
    name: "a V-shaped response",
    beliefs: { x: "normal(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1" },
      outputs: value,
      trial({ x }, out) {
        out.value = Math.abs(x);
      },
    }),
    exact: figures("value", {
      mean: Math.sqrt(2 / Math.PI),
      sd: Math.sqrt(1 - 2 / Math.PI),
      quantile: (p) => normalQuantile((1 + p) / 2),
    }),
  },
  {
    name: "a point mass and a lognormal",
    beliefs: { x: "uniform(0, 1)", y: "lognormal(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1", y: "1" },
      outputs: value,
      trial({ x, y }, out) {
        out.value = x < 0.98 ? 0 : y;
      },
    }),
    exact: {
      "value.mean": 0.02 * Math.exp(0.5),
      "value.sd": Math.sqrt(0.02 * Math.exp(2) - (0.02 * Math.exp(0.5)) ** 2),
      "value.p50": 0,
      "value.p95": 0,
    },
  },
  {
    name: "Student's t, 3 degrees, by chance",
    beliefs: { x: "normal(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1" },
      outputs: value,
      trial({ x }, out, { random }) {
        out.value = x / Math.sqrt(random.gamma(1.5, 2) / 3);
      },
    }),
    exact: {
      "value.mean": 0,
      "value.sd": Math.sqrt(3),
      "value.p5": -2.3533634348018264,
      "value.p50": 0,
      "value.p95": 2.3533634348018264,
    },
  },
];

/** The greatest of two, a Weibull with a heavy shoulder, a triangle: models that were not used to build. */
export const heldBackModels: readonly CoverageModel[] = [
  {
    name: "the greater of two",
    heldBack: true,
    beliefs: { x: "uniform(0, 1)", y: "uniform(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1", y: "1" },
      outputs: { ...value, near: event("within 0.1") },
      trial({ x, y }, out) {
        out.value = Math.max(x, y);
        out.near = Math.abs(x - y) < 0.1;
      },
    }),
    exact: { ...figures("value", { mean: 2 / 3, sd: Math.sqrt(1 / 18), quantile: Math.sqrt }), near: 0.19 },
  },
  {
    name: "a Weibull of shape 0.6",
    heldBack: true,
    beliefs: { x: "uniform(0, 1)" },
    scenario: defineScenario({
      ...words,
      inputs: { x: "1" },
      outputs: value,
      trial({ x }, out) {
        out.value = (-Math.log1p(-x)) ** (1 / 0.6);
      },
    }),
    // Γ(1 + 1/0.6) and Γ(1 + 2/0.6), R 4.2.2.
    exact: figures("value", {
      mean: 1.504575488251556,
      sd: Math.sqrt(9.2605280643023 - 1.504575488251556 ** 2),
      quantile: (p) => (-Math.log1p(-p)) ** (1 / 0.6),
    }),
  },
  {
    name: "a sum of six lognormals",
    heldBack: true,
    beliefs: Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [name, "lognormal(0, 1)"])),
    scenario: defineScenario({
      ...words,
      inputs: { a: "1", b: "1", c: "1", d: "1", e: "1", f: "1" },
      outputs: value,
      trial({ a, b, c, d, e, f }, out) {
        out.value = a + b + c + d + e + f;
      },
    }),
    exact: { "value.mean": 6 * Math.exp(0.5), "value.sd": Math.sqrt(6 * (Math.E ** 2 - Math.E)) },
  },
  {
    name: "a loss with overdispersed counts",
    heldBack: true,
    beliefs: { rate: "20" },
    scenario: defineScenario({
      ...words,
      inputs: { rate: "1" },
      outputs: value,
      trial({ rate }, out, { random }) {
        out.value = random.negativeBinomial(rate, 0.5);
      },
    }),
    // Quantiles of the negative binomial of size 2 and mean 20, R 4.2.2: qnbinom(p, 2, mu = 20).
    exact: figures("value", { mean: 20, sd: Math.sqrt(20 + 0.5 * 400) }),
  },
];

/** The estimates of a model for one seed, by the names of its exact figures. */
async function estimatesOf(
  { scenario, beliefs, variant, correlations = [], level, exact }: CoverageModel,
  seed: string,
  trials: number,
): Promise<Record<string, Estimate>> {
  const engine = createEngine("coverage", scenario, { seed, steps: walk, correlations });
  const simulator = new Simulator(scenario, inlineExecutor(engine), { trials, steps: walk });
  const run = await simulator.run({ name: "base", assumptions: judged(scenario, beliefs) });
  const other =
    variant &&
    (
      await simulator.run({ name: "other", assumptions: judged(scenario, { ...beliefs, ...variant }) })
    ).comparedTo(run);
  const found = new Map<string, Promise<object>>();
  const estimates: Record<string, Estimate> = {};
  for (const figure of Object.keys(exact)) {
    const [place, statistic] = figure.split(".") as [string, string | undefined];
    if (!found.has(place)) found.set(place, figuresAt(place, statistic !== undefined));
    const figures = (await found.get(place)!) as Record<string, Estimate>;
    estimates[figure] = figures[statistic ?? "chance"]!;
  }
  return estimates;

  async function figuresAt(place: string, isNumber: boolean): Promise<object> {
    const [output, step = "1"] = place.replace("-", "").split("@") as [string, string | undefined];
    if (place.endsWith("-")) return other!.difference(output);
    if (output === "passed") return run.crossing("path", "above", level!);
    if (isNumber) return run.summary(output, Number(step) - 1);
    return { chance: await run.mean(output, Number(step) - 1) };
  }
}

/** How a figure fared over many seeds: of those in which its error was told, the share whose interval held the exact value. */
export interface Coverage {
  covered: number;
  told: number;
  /** Told, and more than 4 errors off. */
  wrong: number;
}

/** @returns shares of the seeds, by figure */
export async function coverage(
  model: CoverageModel,
  seeds: number,
  trials: number,
  firstSeed = 0,
): Promise<Record<string, Coverage>> {
  const counts = Object.fromEntries(
    Object.keys(model.exact).map((figure) => [figure, { covered: 0, told: 0, wrong: 0 }]),
  );
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const estimates = await estimatesOf(model, `coverage ${seed}`, trials);
    for (const [figure, exact] of Object.entries(model.exact)) {
      const { value, error } = estimates[figure]!;
      if (!Number.isFinite(error)) continue;
      const count = counts[figure]!;
      count.told++;
      const [low, high] = interval95({ value, error });
      if (low <= exact && exact <= high) count.covered++;
      if (Math.abs(value - exact) > 4 * error) count.wrong++;
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([figure, { covered, told, wrong }]) => [
      figure,
      { covered: covered / told, told: told / seeds, wrong: wrong / seeds },
    ]),
  );
}
