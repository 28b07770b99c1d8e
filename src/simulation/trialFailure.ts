// What is wrong with a trial, in words: what it threw, or a value that no output may have.
import { nearestHint } from "../beliefs/nearest.ts";
import type { ScenarioRandom } from "../sampling/random.ts";
import { type Block, trialAt } from "./block.ts";
import { Misnamed, withNamesOf } from "./misnamed.ts";
import { readProperty, readThrown } from "./readThrown.ts";
import type { Registers } from "./registers.ts";
import type { Scenario, TrialContext } from "./scenario.ts";
import { ScenarioFailure } from "./scenarioFailure.ts";
import { type TrialBuffers, unwritten } from "./trialBuffers.ts";
import { factorOf, type TrialInputs } from "./trialInputs.ts";

/** What trials of a scenario are run with. */
export interface TrialSetting {
  name: string;
  scenario: Scenario;
  inputs: TrialInputs;
  registers: Registers;
  random: ScenarioRandom;
  context: TrialContext;
  buffers: TrialBuffers;
}

/** A trial of a block, by its position in the columns. */
export interface TrialPosition {
  block: Block;
  position: number;
}

const named = ({ name, inputs }: TrialSetting): FailureSetting => ({ name, inputNames: inputs.names });

/** The failure of a trial that threw. */
export function thrownFailure(setting: TrialSetting, trial: TrialPosition, cause: unknown): ScenarioFailure {
  const misnamed = misnamedIn(setting, trial);
  if (misnamed) return failure(named(setting), trial, misnamed.message, misnamed);
  const read = readThrown(cause);
  return failure(named(setting), trial, stopped(read, Object.keys(setting.scenario.outputs)), read);
}

/** Throws the failure of a trial that has returned a promise; what else it returns is left alone. */
export function refusePromise(setting: TrialSetting, trial: TrialPosition, returned: object): void {
  if (typeof readProperty(returned, "then") !== "function") return;
  // What it still throws is not told a second time.
  Promise.resolve(returned).catch(() => undefined);
  throw failure(
    named(setting),
    trial,
    "returned a promise: a trial is over when it returns, and cannot be async",
  );
}

/** The failure of a trial that gave a value which the output may not have. @param step from 0, of a series */
export function valueFailure(
  setting: TrialSetting,
  trial: TrialPosition,
  output: string,
  value: number,
  step?: number,
): ScenarioFailure {
  const misnamed = misnamedIn(setting, trial);
  if (misnamed) return failure(named(setting), trial, misnamed.message, misnamed);
  const at = step === undefined ? "" : ` at step ${step + 1}`;
  const isLeft = value === unwritten && !writes(setting, trial, output, step);
  const what = isLeft ? `left "${output}" unwritten${at}` : `gave ${value} for "${output}"${at}`;
  return failure(named(setting), trial, what);
}

/** The failure of a trial that had to be given up, by its number: "has not come back in 10 s". */
export function abandonedFailure(
  setting: FailureSetting,
  block: Block,
  trial: number,
  what: string,
): ScenarioFailure {
  const position = block.offset + trial - block.first;
  return failure(setting, { block, position }, what);
}

/** The name that the trial, run again, reads and the scenario does not declare. */
function misnamedIn(setting: TrialSetting, trial: TrialPosition): Misnamed | undefined {
  const { scenario, inputs, registers, context, buffers } = setting;
  try {
    prepare(setting, trial);
    scenario.trial(
      withNamesOf(registers.values, "input", inputs.names),
      withNamesOf(buffers.outs[0]!, "output", Object.keys(scenario.outputs)),
      context,
    );
  } catch (error) {
    if (error instanceof Misnamed) return error;
  }
  return undefined;
}

/** Puts the inputs and the chance of a trial where it finds them. */
function prepare({ inputs, random }: TrialSetting, { block, position }: TrialPosition): void {
  const open = inputs.open(block);
  open.stage(position, position + 1);
  open.load(position, position);
  random.trial = trialAt(block, position);
  random.restart();
}

/** Whether the trial, run again on other buffers, leaves something else: tells a written Infinity from none. */
function writes(
  setting: TrialSetting,
  trial: TrialPosition,
  output: string,
  step: number | undefined,
): boolean {
  const { scenario, registers, context, buffers } = setting;
  const out = buffers.outs[0]!;
  const found = [0, 1].map((mark) => {
    for (const { staged } of buffers.series) staged.fill(mark);
    registers.scalar.fill(mark);
    prepare(setting, trial);
    scenario.trial(registers.values, out, context);
    const buffer = out[output] as number | Float64Array;
    return typeof buffer === "number" ? buffer : buffer[step!];
  });
  return found[0] !== 0 || found[1] !== 1;
}

/** What a failure's message names. */
interface FailureSetting {
  name: string;
  /** In the order that the scenario declares them. */
  inputNames: readonly string[];
}

function failure(
  { name, inputNames }: FailureSetting,
  { block, position }: TrialPosition,
  what: string,
  cause?: unknown,
): ScenarioFailure {
  const inputs = inputNames.map((input) => `${input}=${inputText(block, input, position)}`).join(", ");
  const message = `${name}, variant ${block.variant}: trial ${trialAt(block, position)} ${what} (${inputs})`;
  return new ScenarioFailure(message, { cause });
}

/** A number; of a series those of its first and last step. */
function inputText(block: Block, input: string, position: number): string {
  const column = block.inputs[input]!;
  const factor = factorOf(block, input);
  const first = column[position]! * factor;
  if (column.length <= block.stride) return String(first);
  return `${first} … ${column[column.length - block.stride + position]! * factor}`;
}

/** What a trial threw, in words. Its buffers take no other names than those of the declared outputs. */
function stopped({ message }: Error, outputs: readonly string[]): string {
  const added = /^Cannot add property (\w+), object is not extensible$/.exec(message)?.[1];
  if (added === undefined) return `stopped: ${message}`;
  return `wrote "${added}", which is no output of the scenario; ${nearestHint(added, outputs)}`;
}
