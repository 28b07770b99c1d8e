// What trials read: the numbers of a block's columns, put where the trial of a scenario looks for them.
import { isLinked, isSeriesInput } from "../assumptions/input.ts";
import { ownValue } from "../assumptions/ownValue.ts";
import { outputOf } from "../assumptions/upstream.ts";
import type { Block } from "./block.ts";
import type { Registers } from "./registers.ts";
import type { Scenario } from "./scenario.ts";
import { stepsTaken } from "./stages.ts";
import { tile } from "./trialBuffers.ts";

interface SeriesInput {
  name: string;
  /** Among the declared inputs. */
  index: number;
  /** The step upstream that each own step takes. */
  from: readonly number[];
  /** The steps of a tile of trials, one trial after the other. */
  staged: Float64Array;
  /** Parts of it, one for each trial of a tile. */
  trials: readonly Float64Array[];
}

interface ScalarInput {
  name: string;
  index: number;
}

/** The inputs of one scenario's trials. */
export class TrialInputs {
  /** In the order that the scenario declares them. */
  readonly names: readonly string[];
  private readonly scalars: readonly ScalarInput[];
  private readonly series: readonly SeriesInput[];
  private readonly registers: Registers;

  constructor(scenario: Scenario, steps: number, upstreams: Scenario["upstreams"], registers: Registers) {
    this.registers = registers;
    this.names = Object.keys(scenario.inputs);
    const inputs = this.names.map((name, index) => ({ name, index, declaration: scenario.inputs[name]! }));
    this.scalars = inputs.filter(({ declaration }) => !isSeriesInput(declaration));
    this.series = inputs.flatMap(({ name, index, declaration }): SeriesInput[] => {
      if (!isSeriesInput(declaration) || !isLinked(declaration)) return [];
      const from = stepsTaken(upstreams![outputOf(declaration).scenario]!.step, scenario.step, steps);
      const staged = new Float64Array(steps * tile);
      const trials = Array.from({ length: tile }, (_, k) => staged.subarray(k * steps, (k + 1) * steps));
      return [{ name, index, from, staged, trials }];
    });
  }

  /** Puts the columns of a block in the order of the inputs. */
  open(block: Block): OpenInputs {
    const factor = ({ name }: { name: string }) => factorOf(block, name);
    const { scalars, series, registers } = this;
    const columns = scalars.map(({ name }) => block.inputs[name]!);
    const factors = scalars.map(factor);
    return {
      stage(start, stop) {
        for (const one of series) stageSeries(one, block, factor(one), start, stop);
      },
      load(position, start) {
        for (let k = 0; k < scalars.length; k++)
          registers.input[scalars[k]!.index] = columns[k]![position]! * factors[k]!;
        for (const { index, trials } of series) registers.series[index] = trials[position - start];
      },
    };
  }
}

/** What the values of an input are multiplied by to be in its unit. */
export function factorOf({ factors = {} }: Block, input: string): number {
  return ownValue(factors, input) ?? 1;
}

/** The inputs of a block's trials. */
export interface OpenInputs {
  /** Makes the series of a tile ready, the trials [start … stop) in the columns. */
  stage(start: number, stop: number): void;
  /** Puts the inputs of a trial where it reads them. */
  load(position: number, start: number): void;
}

function stageSeries(
  { name, from, staged }: SeriesInput,
  block: Block,
  factor: number,
  start: number,
  stop: number,
): void {
  const column = block.inputs[name]!;
  const steps = from.length;
  // A belief that is set in place of the series is the same at every step.
  const isSeries = column.length > block.stride;
  for (let step = 0; step < steps; step++) {
    const source = isSeries ? from[step]! * block.stride : 0;
    for (let position = start, to = step; position < stop; position++, to += steps)
      staged[to] = column[source + position]! * factor;
  }
}
