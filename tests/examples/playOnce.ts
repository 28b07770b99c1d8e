// Plays one trial of a scenario outside the engine, on buffers of its own.
import { lengthsInDays } from "../../src/assumptions/calendar/calendar.ts";
import { isSeriesInput } from "../../src/assumptions/input.ts";
import type { TrialRandom } from "../../src/sampling/random.ts";
import { kindOf } from "../../src/simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { stillRandom } from "./stillRandom.ts";

interface Played {
  /** A scalar or an event. */
  number(output: string): number;
  /** A series or an event series. */
  steps(output: string): number[];
}

/** What inputs are: a number, or the steps of one that another scenario gives; a number is the same at each step. */
export type PlayedInputs = Readonly<Record<string, number | readonly number[]>>;

/** What one trial writes. Throws where it leaves an output or a step of a series unwritten. */
export function playOnce(
  scenario: Scenario,
  inputs: PlayedInputs,
  steps: number,
  random: TrialRandom = stillRandom(),
): Played {
  const out: Record<string, number | boolean | Float64Array> = {};
  for (const [name, output] of Object.entries(scenario.outputs)) {
    // Infinity marks what is not yet written: no scenario may write it.
    out[name] = kindOf(output).shape === "series" ? new Float64Array(steps).fill(Infinity) : Infinity;
  }
  const given = Object.fromEntries(
    Object.entries(scenario.inputs).map(([name, declaration]) => {
      const value = inputs[name]!;
      if (!isSeriesInput(declaration)) return [name, value];
      const column =
        typeof value === "number" ? new Float64Array(steps).fill(value) : Float64Array.from(value);
      return [name, column];
    }),
  );
  scenario.trial(given as never, out as never, {
    steps,
    days: lengthsInDays({ steps, unit: scenario.step }),
    dates: [],
    random,
  });
  for (const [name, written] of Object.entries(out)) {
    if (written === Infinity || (written instanceof Float64Array && written.includes(Infinity))) {
      throw new Error(`${name} was left unwritten`);
    }
  }
  return {
    number: (output) => Number(out[output]),
    steps: (output) => [...(out[output] as Float64Array)],
  };
}
