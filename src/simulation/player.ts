// Plays trials: hands each its inputs and buffers, and moves what it wrote into columns.
import type { InputColumns } from "../sampling/inputs.ts";
import { ScenarioRandom } from "../sampling/random.ts";
import type { OutputColumns } from "./columns.ts";
import { ScenarioFailure } from "./failure.ts";
import { hasSteps, isEvent, type OutputBuffers, type OutputDeclarations, type Scenario } from "./scenario.ts";

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
export interface Player {
  play(block: Block): void;
}

/**
 * A trial's buffers start out as Infinity, which no output may be: what a trial leaves unwritten is
 * found by the same test that finds numbers that are none.
 */
const unwritten = Number.POSITIVE_INFINITY;

/** Trials are moved into their columns in tiles: stores to a step of a series then fill whole cache lines. */
const tile = 64;

export function createPlayer(name: string, scenario: Scenario, steps: number, seed: string): Player {
  const inputNames = Object.keys(scenario.inputs);
  const values: Record<string, number> = Object.fromEntries(inputNames.map((input) => [input, 0.5]));
  const random = new ScenarioRandom(seed, name);
  const context = { steps, random };
  const { outs, scalars, series } = createBuffers(scenario.outputs, steps);

  function play(block: Block): void {
    const end = block.offset + block.count;
    for (let start = block.offset; start < end; start += tile) {
      const stop = Math.min(start + tile, end);
      for (const { staged } of series) staged.fill(unwritten);
      for (let position = start; position < stop; position++)
        playOne(block, position, outs[position - start]!);
      for (const one of scalars) moveScalar(one, block, start, stop);
      for (const one of series) moveSeries(one, block, start, stop);
    }
  }

  function playOne(block: Block, position: number, out: Buffers): void {
    for (let k = 0; k < inputNames.length; k++)
      values[inputNames[k]!] = block.inputs[inputNames[k]!]![position]!;
    for (let k = 0; k < scalars.length; k++) out[scalars[k]!.name] = unwritten;
    random.trial = trialAt(block, position);
    try {
      scenario.trial(values, out as OutputBuffers<OutputDeclarations>, context);
    } catch (cause) {
      throw failure(block, position, `stopped: ${cause instanceof Error ? cause.message : cause}`, cause);
    }
  }

  function moveScalar(
    { name: output, isEvent, mayNotHappen }: Scalar,
    block: Block,
    start: number,
    stop: number,
  ): void {
    const column = block.outputs[output];
    for (let position = start; position < stop; position++) {
      const value = +outs[position - start]![output]!;
      // x − x is 0 for every finite number and NaN for all others.
      const allowed = isEvent
        ? value === 0 || value === 1
        : value - value === 0 || (mayNotHappen && Number.isNaN(value));
      if (!allowed) throw wrong(output, value, block, position);
      if (column) column[position] = value;
    }
  }

  function moveSeries(
    { name: output, staged, isEvent }: Series,
    block: Block,
    start: number,
    stop: number,
  ): void {
    const column = block.outputs[output];
    if (!column && isSound(staged, (stop - start) * steps, isEvent)) return;
    for (let step = 0; step < steps; step++) {
      const target = step * block.stride;
      for (let position = start, from = step; position < stop; position++, from += steps) {
        const value = staged[from]!;
        if (value - value !== 0 || (isEvent && value !== 0 && value !== 1)) {
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
      for (const scalar of scalars) out[scalar.name] = mark;
      for (const input of inputNames) values[input] = block.inputs[input]![position]!;
      random.trial = trialAt(block, position);
      random.restart();
      scenario.trial(values, out as OutputBuffers<OutputDeclarations>, context);
      const buffer = out[output];
      return buffer instanceof Float64Array ? buffer[step!] : buffer;
    });
    return found[0] !== 0 || found[1] !== 1;
  }

  function failure(block: Block, position: number, what: string, cause?: unknown): ScenarioFailure {
    const inputs = inputNames.map((input) => `${input}=${block.inputs[input]![position]}`).join(", ");
    const variant = block.variant === "base" ? "" : `, variant ${block.variant}`;
    const message = `${name}${variant}: trial ${trialAt(block, position)} ${what} (${inputs})`;
    return new ScenarioFailure(message, { cause });
  }

  return { play };
}

/** Whether the first `length` values are finite, and 0 or 1 where they are events. */
function isSound(values: Float64Array, length: number, isEvent: boolean): boolean {
  let sum = 0; // x − x is 0 for every finite number: one other makes the sum NaN
  for (let k = 0; k < length; k++) {
    const value = values[k]!;
    sum += value - value;
    if (isEvent && value !== 0 && value !== 1) return false;
  }
  return sum === 0;
}

function trialAt({ first, offset }: Block, position: number): number {
  return first + (position - offset);
}

/** What one trial writes into. */
type Buffers = Record<string, number | boolean | Float64Array>;

interface Scalar {
  name: string;
  isEvent: boolean;
  mayNotHappen: boolean;
}

interface Series {
  name: string;
  isEvent: boolean;
  /** The steps of a tile of trials, one trial after the other. */
  staged: Float64Array;
}

/** Buffers for a tile of trials: each trial writes its series in place, nothing is copied before they are moved. */
function createBuffers(outputs: OutputDeclarations, steps: number) {
  const outs: Buffers[] = Array.from({ length: tile }, () => ({}));
  const scalars: Scalar[] = [];
  const series: Series[] = [];
  for (const [name, output] of Object.entries(outputs)) {
    if (hasSteps(output)) {
      const staged = new Float64Array(steps * tile);
      series.push({ name, isEvent: isEvent(output), staged });
      for (const [k, out] of outs.entries()) out[name] = staged.subarray(k * steps, (k + 1) * steps);
    } else {
      scalars.push({
        name,
        isEvent: isEvent(output),
        mayNotHappen: output.kind === "scalar" && output.mayNotHappen,
      });
      for (const out of outs) out[name] = unwritten;
    }
  }
  return { outs, scalars, series };
}
