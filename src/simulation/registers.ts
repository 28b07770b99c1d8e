// Where a trial's inputs and scalars stand: typed arrays behind the names that a scenario gives them.

import { isSeriesInput } from "../assumptions/input.ts";
import { kindOf } from "./outputKinds/kindOf.ts";
import type { Scenario } from "./scenario.ts";

/** The numbers of the trial that is being run. */
export interface Registers {
  /** Reads `input[k]` for the k-th declared input, `series[k]` where that is another scenario's series. */
  readonly values: Readonly<Record<string, number | Float64Array>>;
  readonly input: Float64Array;
  readonly series: (Float64Array | undefined)[];
  /** Prototype of what a trial writes into: reads and writes `scalar[k]` for the k-th scalar or event. */
  readonly written: object;
  readonly scalar: Float64Array;
}

// A property that looks into a typed array is as quick as a variable once the compiler has seen that it is always the same
// one, and needs no box for its number. So all engines of a scenario in a thread share these; a trial is run in one go, and nothing in them outlives it.
const known = new WeakMap<Scenario, Registers>();

/** The registers of a scenario: always the same for the same scenario. */
export function registersOf(scenario: Scenario): Registers {
  let registers = known.get(scenario);
  if (!registers) {
    registers = createRegisters(scenario);
    known.set(scenario, registers);
  }
  return registers;
}

function createRegisters(scenario: Scenario): Registers {
  const inputs = Object.keys(scenario.inputs);
  const scalars = Object.keys(scenario.outputs).filter(
    (name) => kindOf(scenario.outputs[name]!).shape === "single",
  );
  const input = new Float64Array(inputs.length);
  const scalar = new Float64Array(scalars.length);
  const series: (Float64Array | undefined)[] = inputs.map(() => undefined);
  const values = {};
  for (const [k, name] of inputs.entries()) {
    const get = isSeriesInput(scenario.inputs[name]!) ? () => series[k] : () => input[k];
    Object.defineProperty(values, name, { enumerable: true, get });
  }
  const written = {};
  for (const [k, name] of scalars.entries()) {
    Object.defineProperty(written, name, {
      enumerable: true,
      get: () => scalar[k],
      set: (value: number | boolean) => {
        scalar[k] = +value;
      },
    });
  }
  return { values, input, series, written, scalar };
}
