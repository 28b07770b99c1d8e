// Runs trials: gives each its inputs and buffers, and moves what it wrote into columns.
import type { Config } from "../assumptions/assumptions.ts";
import { calendarOf, datesOf, lengthsInDays } from "../assumptions/calendar/calendar.ts";
import { ownValue } from "../assumptions/ownValue.ts";
import { ScenarioRandom } from "../sampling/random.ts";
import { type Block, trialAt } from "./block.ts";
import { registersOf } from "./registers.ts";
import type { Scenario } from "./scenario.ts";
import { createBuffers, type Out, type Scalar, type Series, tile, unwritten } from "./trialBuffers.ts";
import {
  abandonedFailure,
  refusePromise,
  type TrialSetting,
  thrownFailure,
  valueFailure,
} from "./trialFailure.ts";
import { TrialInputs } from "./trialInputs.ts";
import { UserCodeWatch, watchCell } from "./userCodeWatch.ts";

/** Runs the trials of a block. @throws ScenarioFailure where one throws, or gives what its output may not be */
export type TrialRunner = (block: Block) => void;

/**
 * A runner for a scenario under a seed. Make one for each thread: it holds the buffers that trials write into. `watch` is
 * told of each trial; `upstreams` are the scenarios that the inputs name.
 */
export function createTrialRunner(
  name: string,
  scenario: Scenario,
  horizon: Pick<Config, "steps" | "start">,
  seed: string,
  watch = new UserCodeWatch(),
  upstreams = scenario.upstreams,
): TrialRunner {
  const { steps } = horizon;
  const registers = registersOf(scenario);
  const inputs = new TrialInputs(scenario, steps, upstreams, registers);
  const random = new ScenarioRandom(seed, name);
  const calendar = calendarOf(scenario.step, horizon);
  // Frozen: the same for every trial, so that none may change them.
  const days = Object.freeze(lengthsInDays(calendar));
  const dates = Object.freeze(datesOf(calendar));
  const context = { steps, days, dates, random };
  const buffers = createBuffers(scenario, steps);
  const { outs, scalars, series } = buffers;
  const setting = { name, scenario, inputs, registers, random, context, buffers };
  const { cells } = watch;

  function run(block: Block): void {
    const inputNames = inputs.names;
    const abandoned = (what: string) =>
      abandonedFailure({ name, inputNames }, block, cells[watchCell.trial]!, what);
    watch.run(abandoned, () => runAll(block));
  }

  function runAll(block: Block): void {
    const open = inputs.open(block);
    // Looked up once: of what is not wanted there is no column.
    const columns = scalars.map((one) => ownValue(block.outputs, one.name));
    const end = block.offset + block.count;
    for (let start = block.offset; start < end; start += tile) {
      const stop = Math.min(start + tile, end);
      for (const { staged } of series) staged.fill(unwritten);
      open.stage(start, stop);
      for (let position = start; position < stop; position++) {
        open.load(position, start);
        runTrial(block, position, outs[position - start]!);
        for (let k = 0; k < scalars.length; k++)
          moveScalar(scalars[k]!, registers.scalar[k]!, columns[k], block, position);
      }
      for (const one of series) moveSeries(setting, one, block, start, stop);
    }
  }

  function runTrial(block: Block, position: number, out: Out): void {
    registers.scalar.fill(unwritten);
    const trial = trialAt(block, position);
    cells[watchCell.trial] = trial;
    random.trial = trial;
    let returned: unknown;
    try {
      returned = scenario.trial(registers.values, out, context);
    } catch (cause) {
      throw thrownFailure(setting, { block, position }, cause);
    }
    if (typeof returned === "object" && returned !== null)
      refusePromise(setting, { block, position }, returned);
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
    if (!allowed) throw valueFailure(setting, { block, position }, output, value);
    if (column) column[position] = value;
  }

  return run;
}

/** Moves what the trials of a tile have written into the columns of a series. */
function moveSeries(
  setting: TrialSetting,
  { name: output, staged, isChance }: Series,
  block: Block,
  start: number,
  stop: number,
): void {
  const { steps } = setting.context;
  const column = ownValue(block.outputs, output);
  if (!column && isSound(staged, (stop - start) * steps, isChance)) return;
  for (let step = 0; step < steps; step++) {
    const target = step * block.stride;
    for (let position = start, from = step; position < stop; position++, from += steps) {
      const value = staged[from]!;
      if (value - value !== 0 || (isChance && value !== 0 && value !== 1)) {
        throw valueFailure(setting, { block, position }, output, value, step);
      }
      if (column) column[target + position] = value;
    }
  }
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
