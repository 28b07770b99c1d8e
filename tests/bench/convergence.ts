// The error of scrambled Sobol points against that of plain Monte Carlo, as the trials grow.
import type { Assumption } from "../../src/assumptions/assumptions.ts";
import { tabulate } from "../../src/distributions/tabulate.ts";
import { formatNumber } from "../../src/format/numbers.ts";
import { renderSvg } from "../../src/node/output/render.ts";
import { Sfc32 } from "../../src/sampling/sfc32.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { inlineExecutor } from "../../src/simulation/executor.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { Simulator } from "../../src/simulation/simulator.ts";
import { summarizeColumn } from "../../src/simulation/statistics/columnSummary.ts";
import { createTrialRunner } from "../../src/simulation/trialRunner.ts";
import { bundledScenario, hasBundledScenarios } from "../examples/bundled.ts";
import { judged } from "../judged.ts";

const steps = 36;
const sizes = [256, 1024, 4096, 16_384, 65_536];
const seeds = 24;
const figures = ["mean", "p50", "p95"] as const;
type Figure = (typeof figures)[number];

const beliefs: Readonly<Record<string, string>> = {
  troops: "pert(11k, 14k, 100k)",
  rampUp: "uniform(0, 6)",
  monthlyLoss: "pert(0%, 3%, 10%)",
  replacedShare: "uniform(0%, 100%)",
  pay: "pert(1900, 2000, 2400)",
};

interface Subject {
  payments: Scenario;
  assumptions: readonly Assumption[];
}

interface Point {
  sampling: "scrambled Sobol points" | "plain Monte Carlo";
  figure: Figure;
  trials: number;
  /** Root mean square error over the seeds, as a share of the figure. */
  error: number;
}

async function sobolTotals(
  { payments, assumptions }: Subject,
  seed: string,
  trials: number,
): Promise<Float64Array> {
  const engine = createEngine("payments", payments, { seed, steps, correlations: [] });
  const simulator = new Simulator(payments, inlineExecutor(engine), { trials, steps });
  const run = await simulator.run({ name: "base", assumptions }, { keep: ["totalPaid"] });
  return run.outputs.totalPaid!;
}

function plainTotals({ payments, assumptions }: Subject, seed: number, trials: number): Float64Array {
  const inputs = Object.fromEntries(
    assumptions.map(({ name, distribution }, index) => {
      const quantile = distribution.iterative ? tabulate(distribution) : distribution.quantile;
      const generator = new Sfc32();
      generator.start(seed, index, trials);
      return [name, Float64Array.from({ length: trials }, () => quantile(generator.uniform()))];
    }),
  );
  const totalPaid = new Float64Array(trials);
  const runTrials = createTrialRunner("payments", payments, { steps }, "plain");
  runTrials({
    variant: "base",
    inputs,
    outputs: { totalPaid },
    stride: trials,
    first: 0,
    offset: 0,
    count: trials,
  });
  return totalPaid;
}

/** Errors of both ways of sampling, as points, as a chart and in words; undefined without the bundled scenarios. */
export async function convergence(): Promise<{ points: Point[]; svg: string; text: string } | undefined> {
  if (!hasBundledScenarios) return undefined;
  const payments = await bundledScenario("payments");
  const subject: Subject = { payments, assumptions: judged(payments, beliefs) };
  // Sixteen times the trials of the largest size, another seed: its own error is far below what is measured.
  const exact = summarizeColumn(await sobolTotals(subject, "reference", 16 * sizes.at(-1)!));
  const points: Point[] = [];
  for (const trials of sizes) {
    const squares = { "scrambled Sobol points": [0, 0, 0], "plain Monte Carlo": [0, 0, 0] };
    for (let seed = 0; seed < seeds; seed++) {
      const columns = {
        "scrambled Sobol points": await sobolTotals(subject, `seed ${seed}`, trials),
        "plain Monte Carlo": plainTotals(subject, seed, trials),
      };
      for (const sampling of ["scrambled Sobol points", "plain Monte Carlo"] as const) {
        const summary = summarizeColumn(columns[sampling]);
        for (const [k, figure] of figures.entries()) {
          squares[sampling][k]! += (summary[figure].value / exact[figure].value - 1) ** 2;
        }
      }
    }
    for (const sampling of ["scrambled Sobol points", "plain Monte Carlo"] as const) {
      for (const [k, figure] of figures.entries()) {
        points.push({ sampling, figure, trials, error: Math.sqrt(squares[sampling][k]! / seeds) });
      }
    }
  }
  return { points, svg: await renderSvg(chart(points)), text: inWords(points) };
}

function inWords(points: readonly Point[]): string {
  const at = (sampling: string, figure: Figure, trials: number) =>
    points.find((point) => point.sampling === sampling && point.figure === figure && point.trials === trials)!
      .error;
  const trials = 16_384;
  const told = figures.map((figure) => {
    const gain = at("plain Monte Carlo", figure, trials) / at("scrambled Sobol points", figure, trials);
    return `${figure} ${formatNumber(gain, { digits: 2 })}-fold`;
  });
  return `At 16,384 trials of payments over ${steps} months scrambled Sobol points are closer than plain Monte Carlo: ${told.join(", ")}.`;
}

function chart(points: readonly Point[]) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: "Error against trials, payments over 36 months",
    description: inWords(points),
    data: { values: [...points] },
    mark: { type: "line" as const, point: true },
    width: 260,
    height: 260,
    encoding: {
      column: { field: "figure", title: null },
      x: {
        field: "trials",
        type: "quantitative" as const,
        scale: { type: "log" as const, base: 2 },
        title: "Trials",
      },
      y: {
        field: "error",
        type: "quantitative" as const,
        scale: { type: "log" as const },
        title: "Root mean square error, share of the figure",
        axis: { format: ".0e" },
      },
      color: {
        field: "sampling",
        title: null,
        scale: { range: ["#0072B2", "#D55E00"] },
        legend: { orient: "top" as const, labelLimit: 300 },
      },
      strokeDash: { field: "sampling", title: null },
    },
  };
}
