// Plays trials: hands each its inputs and buffers, and moves what it wrote into columns.
import { ownValue } from "../assumptions/ownValue.ts";
import { nearest } from "../beliefs/nearest.ts";
import type { InputColumns } from "../sampling/inputs.ts";
import { ScenarioRandom } from "../sampling/random.ts";
import type { OutputColumns } from "./columns.ts";
import { kindOf } from "./outputKinds/kindOf.ts";
import { registersOf } from "./registers.ts";
import type { OutputBuffers, OutputDeclarations, Scenario } from "./scenario.ts";
import { ScenarioFailure } from "./scenarioFailure.ts";

/** Trials of one variant, in columns of `stride` trials: [first … first + count) at `offset` in the columns. */
export interface Block {
  variant: string;
  inputs: InputColumns;
  /** Only those that are wanted. */
  outputs: OutputColumns;
  /** Trials in a column: the distance between the steps of a series. */
  stride: number;
  /** Number of the first trial. */
  first: number;
  /** Where in the columns it stands. */
  offset: number;
  count: number;
}

/** Plays blocks of one scenario. Make one for each thread: it holds the buffers that trials write into. */
export interface TrialRunner {
  run(block: Block): void;
}

/**
 * A trial's buffers start out as Infinity, which no output may be: what a trial leaves unwritten is
 * found by the same test that finds numbers that are none.
 */
const unwritten = Number.POSITIVE_INFINITY;

/** Trials are moved into their columns in tiles: stores to a step of a series then fill whole cache lines. */
const tile = 64;

export function createTrialRunner(
  name: string,
  scenario: Scenario,
  steps: number,
  seed: string,
): TrialRunner {
  const inputNames = Object.keys(scenario.inputs);
  const registers = registersOf(scenario);
  const random = new ScenarioRandom(seed, name);
  const context = { steps, random };
  const { outs, scalars, series } = createBuffers(scenario, steps);

  function play(block: Block): void {
    const inputs = inputNames.map((input) => block.inputs[input]!);
    // Looked up once: of what is not wanted there is no column.
    const columns = scalars.map((one) => ownValue(block.outputs, one.name));
    const end = block.offset + block.count;
    for (let start = block.offset; start < end; start += tile) {
      const stop = Math.min(start + tile, end);
      for (const { staged } of series) staged.fill(unwritten);
      for (let position = start; position < stop; position++) {
        runTrial(block, inputs, position, outs[position - start]!);
        for (let k = 0; k < scalars.length; k++)
          moveScalar(scalars[k]!, registers.scalar[k]!, columns[k], block, position);
      }
      for (const one of series) moveSeries(one, block, start, stop);
    }
  }

  function runTrial(block: Block, inputs: readonly Float64Array[], position: number, out: Out): void {
    for (let k = 0; k < inputs.length; k++) registers.input[k] = inputs[k]![position]!;
    registers.scalar.fill(unwritten);
    random.trial = trialAt(block, position);
    try {
      scenario.trial(registers.values, out, context);
    } catch (cause) {
      throw failure(block, position, stopped(cause, Object.keys(scenario.outputs)), cause);
    }
  }

  function moveScalar(
    { name: output, isChance, mayNotHappen }: Scalar,
    value: number,
    column: Float64Array | undefined,
    block: Block,
    position: number,
  ): void {
    // x − x is 0 for every finite number and NaN for all others.
    const allowed = isChance
      ? value === 0 || value === 1
      : value - value === 0 || (mayNotHappen && Number.isNaN(value));
    if (!allowed) throw wrong(output, value, block, position);
    if (column) column[position] = value;
  }

  function moveSeries(
    { name: output, staged, isChance }: Series,
    block: Block,
    start: number,
    stop: number,
  ): void {
    const column = ownValue(block.outputs, output);
    if (!column && isSound(staged, (stop - start) * steps, isChance)) return;
    for (let step = 0; step < steps; step++) {
      const target = step * block.stride;
      for (let position = start, from = step; position < stop; position++, from += steps) {
        const value = staged[from]!;
        if (value - value !== 0 || (isChance && value !== 0 && value !== 1)) {
          throw wrong(output, value, block, position, step);
        }
        if (column) column[target + position] = value;
      }
    }
  }

  function wrong(
    output: string,
    value: number,
    block: Block,
    position: number,
    step?: number,
  ): ScenarioFailure {
    const at = step === undefined ? "" : ` at step ${step + 1}`;
    const left = value === unwritten && !writes(output, step, block, position);
    return failure(
      block,
      position,
      left ? `left "${output}" unwritten${at}` : `gave ${value} for "${output}"${at}`,
    );
  }

  /** Whether the trial, played again on other buffers, leaves something else: tells a written Infinity from none. */
  function writes(output: string, step: number | undefined, block: Block, position: number): boolean {
    const out = outs[0]!;
    const found = [0, 1].map((mark) => {
      for (const { staged } of series) staged.fill(mark);
      registers.scalar.fill(mark);
      for (const [k, input] of inputNames.entries()) registers.input[k] = block.inputs[input]![position]!;
      random.trial = trialAt(block, position);
      random.restart();
      scenario.trial(registers.values, out, context);
      const buffer = out[output] as number | Float64Array;
      return typeof buffer === "number" ? buffer : buffer[step!];
    });
    return found[0] !== 0 || found[1] !== 1;
  }

  function failure(block: Block, position: number, what: string, cause?: unknown): ScenarioFailure {
    const inputs = inputNames.map((input) => `${input}=${block.inputs[input]![position]}`).join(", ");
    const message = `${name}, variant ${block.variant}: trial ${trialAt(block, position)} ${what} (${inputs})`;
    return new ScenarioFailure(message, { cause });
  }

  return { run: play };
}

/** Whether the first `length` values are finite, and 0 or 1 where they are events. */
function isSound(values: Float64Array, length: number, isChance: boolean): boolean {
  // x − x is 0 for every finite number: one other makes a sum NaN. Two sums, as additions wait for each other.
  let even = 0;
  let odd = 0;
  for (let k = 0; k + 1 < length; k += 2) {
    even += values[k]! - values[k]!;
    odd += values[k + 1]! - values[k + 1]!;
  }
  if (length % 2 === 1) even += values[length - 1]! - values[length - 1]!;
  if (even + odd !== 0) return false;
  return !isChance || areChances(values, length);
}

function areChances(values: Float64Array, length: number): boolean {
  return values.subarray(0, length).every((value) => value === 0 || value === 1);
}

/** What a trial threw, in words. Its buffers take no other names than those of the declared outputs. */
function stopped(cause: unknown, outputs: readonly string[]): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const added = /^Cannot add property (\w+), object is not extensible$/.exec(message)?.[1];
  if (added === undefined) return `stopped: ${message}`;
  const near = nearest(added, outputs);
  const hint = near === undefined ? `there are ${outputs.join(", ")}` : `did you mean "${near}"?`;
  return `wrote "${added}", which is no output of the scenario; ${hint}`;
}

function trialAt({ first, offset }: Block, position: number): number {
  return first + (position - offset);
}

/** What one trial writes into. */
type Out = OutputBuffers<OutputDeclarations>;

interface Scalar {
  name: string;
  isChance: boolean;
  mayNotHappen: boolean;
}

interface Series {
  name: string;
  isChance: boolean;
  /** The steps of a tile of trials, one trial after the other. */
  staged: Float64Array;
}

/** Buffers for a tile of trials: each trial writes its series in place, nothing is copied before they are moved. */
function createBuffers(scenario: Scenario, steps: number) {
  const { written } = registersOf(scenario);
  const outs = Array.from({ length: tile }, (): Record<string, unknown> => Object.create(written));
  const scalars: Scalar[] = [];
  const series: Series[] = [];
  for (const [name, output] of Object.entries(scenario.outputs)) {
    const kind = kindOf(output);
    const isChance = kind.quantity === "chance";
    if (kind.shape === "series") {
      const staged = new Float64Array(steps * tile);
      series.push({ name, isChance, staged });
      for (const [k, out] of outs.entries()) out[name] = staged.subarray(k * steps, (k + 1) * steps);
    } else {
      scalars.push({ name, isChance, mayNotHappen: kind.mayNotHappen(output) });
    }
  }
  for (const out of outs) Object.preventExtensions(out);
  return { outs: outs as Out[], scalars, series };
}
