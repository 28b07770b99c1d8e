// `npm run bench`: this kit beside Squiggle and beside a hand-written loop, on the same models in one run.
import { spawnSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonText } from "../../src/format/jsonText.ts";
import { tableLines } from "../../src/format/tables/tableText.ts";
import { writeWhole } from "../../src/node/output/atomicFiles.ts";
import type { Executor } from "../../src/simulation/executor.ts";
import * as byHand from "./byHand.ts";
import { convergence } from "./convergence.ts";
import { type KitModel, play, withExecutor } from "./kit.ts";
import casualties, { beliefs as casualtyBeliefs, days } from "./models/casualties.ts";
import product, { beliefs as productBeliefs } from "./models/product.ts";
import stockAndFlow, { beliefs as flowBeliefs, months } from "./models/stockAndFlow.ts";
import { casualtiesCode, productCode, squiggle, stockAndFlowCode } from "./squiggle.ts";

interface Comparison {
  name: string;
  trials: number;
  model: KitModel;
  /** Only these; all unless given. */
  outputs?: string[];
  byHand(trials: number): unknown;
  squiggle?: { code: string; trials: number };
}

const productModel: KitModel = { file: "product", scenario: product, beliefs: productBeliefs, steps: 1 };
const flowModel: KitModel = {
  file: "stockAndFlow",
  scenario: stockAndFlow,
  beliefs: flowBeliefs,
  steps: months,
};
const dailyModel: KitModel = {
  file: "casualties",
  scenario: casualties,
  beliefs: casualtyBeliefs,
  steps: days,
};

const comparisons: Comparison[] = [
  {
    name: "product of three",
    trials: 100_000,
    model: productModel,
    byHand: (trials) => byHand.product(productBeliefs, trials),
    squiggle: { code: productCode, trials: 100_000 },
  },
  {
    name: "36-month stock and flow, end value",
    trials: 100_000,
    model: flowModel,
    outputs: ["total"],
    byHand: (trials) => byHand.stockAndFlow(flowBeliefs, trials, months, { bands: false }),
    squiggle: { code: stockAndFlowCode, trials: 100_000 },
  },
  {
    name: "36-month stock and flow, five bands a month",
    trials: 100_000,
    model: flowModel,
    byHand: (trials) => byHand.stockAndFlow(flowBeliefs, trials, months, { bands: true }),
  },
  {
    name: "360 days of overdispersed counts",
    trials: 20_000,
    model: dailyModel,
    byHand: (trials) => byHand.casualties(casualtyBeliefs, trials, days),
    // Minutes at 20,000 trials: measured at a two-hundredth and multiplied.
    squiggle: { code: casualtiesCode, trials: 100 },
  },
];

/** Each thread compiles for itself, on its part of the calls. */
const warmUps = 25;
const repetitions = 11;

/** Median time of a warm call, in milliseconds. */
async function timeOf(act: () => unknown, times = repetitions, warm = warmUps): Promise<number> {
  const measured: number[] = [];
  for (let repetition = -warm; repetition < times; repetition++) {
    const started = performance.now();
    await act();
    if (repetition >= 0) measured.push(performance.now() - started);
  }
  return measured.sort((a, b) => a - b)[times >> 1]!;
}

async function measure({ name, trials, model, outputs, byHand, squiggle: other }: Comparison) {
  const kit = (workers: number) =>
    withExecutor(model, workers, (executor: Executor) =>
      timeOf(() => play(model, executor, trials, outputs)),
    );
  const oneWorker = await kit(1);
  const twoWorkers = await kit(2);
  const hand = await timeOf(() => byHand(trials));
  const squiggleMs =
    other && (await timeOf(() => squiggle(other.code, other.trials), 3, 1)) * (trials / other.trials);
  return { name, trials, oneWorker, twoWorkers, byHand: hand, squiggle: squiggleMs };
}

type Row = Awaited<ReturnType<typeof measure>>;

/** Measures one comparison in a process of its own: code that another model has run through is compiled for both. */
function measureApart(index: number): Row {
  const here = fileURLToPath(import.meta.url);
  const { stdout, status } = spawnSync(process.execPath, ["--import", "tsx", here, String(index)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`the measurement of ${comparisons[index]!.name} ended with ${status}`);
  return JSON.parse(stdout) as Row;
}

const [only] = process.argv.slice(2);
if (only !== undefined) {
  console.log(JSON.stringify(await measure(comparisons[Number(only)]!)));
  process.exit();
}

const rows = comparisons.map((_, index) => measureApart(index));

const milliseconds = (value: number | undefined) =>
  value === undefined ? "" : value.toFixed(value < 10 ? 1 : 0);
const ratio = (value: number | undefined) =>
  value === undefined ? "" : `${value.toFixed(value < 10 ? 1 : 0)} ×`;
const head = [
  "ms, warm, bands included",
  "1 worker",
  "2 workers",
  "by hand",
  "Squiggle",
  "2 : 1",
  "hand : 1",
  "Squiggle : 1",
  "Squiggle : 2",
];
const body = rows.map((row) => [
  `${row.name} (${row.trials.toLocaleString("en-US")})`,
  milliseconds(row.oneWorker),
  milliseconds(row.twoWorkers),
  milliseconds(row.byHand),
  milliseconds(row.squiggle),
  ratio(row.oneWorker / row.twoWorkers),
  ratio(row.byHand / row.oneWorker),
  ratio(row.squiggle && row.squiggle / row.oneWorker),
  ratio(row.squiggle && row.squiggle / row.twoWorkers),
]);
console.log(tableLines({ columns: head, rows: body }).join("\n"));

const errors = await convergence();
const out = join("outputs", "bench");
const machine = { cpu: cpus()[0]!.model, cores: availableParallelism(), node: process.version };
await writeWhole(
  join(out, "bench.json"),
  jsonText({ date: new Date().toISOString(), machine, milliseconds: rows, errors: errors?.points ?? [] }),
);
if (errors) {
  await writeWhole(join(out, "convergence.svg"), errors.svg);
  console.log(`\n${errors.text}\n\nFiles: ${join(out, "bench.json")}, ${join(out, "convergence.svg")}`);
}
