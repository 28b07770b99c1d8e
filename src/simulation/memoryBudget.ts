// How many numbers a run may hold: a long horizon fills memory as many trials do.
import { BadInput } from "../assumptions/problems.ts";
import { kindOf, numbersPerTrial } from "./outputKinds/kindOf.ts";
import type { OutputDeclarations, Scenario } from "./scenario.ts";
import { chunkSize } from "./sketch/chunkBuffers.ts";

/** So many trials are kept as columns, and their quantiles are exact; more are sketched. */
const maxExactTrials = 2 ** 20;
/** Numbers of one variant that are kept rather than sketched: a gibibyte. */
const maxExactNumbers = 2 ** 27;
/** Where sketching does not help, as a run is no longer than a chunk, columns may take twice that. */
const maxNumbers = 2 ** 28;
/** Several chunks are in flight at once, each of two variants. */
const maxNumbersInChunk = 2 ** 25;

/** How trials are run: kept in memory, or sketched chunk by chunk. Throws BadInput where there is no room for either. */
export function chooseStrategy(scenario: Scenario, { trials, steps }: Size): "inMemory" | "sketched" {
  const each = numbersOf(scenario.outputs, steps);
  const fits = trials * each <= maxExactNumbers;
  if (trials <= maxExactTrials && fits) return "inMemory";
  if (trials > chunkSize && chunkSize * each <= maxNumbersInChunk) return "sketched";
  if (trials <= maxExactTrials && trials * each <= maxNumbers) return "inMemory";
  throw new BadInput([tooMuch(scenario, { trials, steps }, Math.floor(maxNumbers / each))]);
}

/** Up to here the columns of two variants beside the base are no burden: a sixteenth of what may be kept. */
const fewNumbers = 2 ** 23;

/** Whether one variant can be simulated while another is still analysed. */
export function fitsTwoVariants(scenario: Scenario, { trials, steps }: Size): boolean {
  return trials * numbersOf(scenario.outputs, steps) <= fewNumbers;
}

interface Size {
  trials: number;
  steps: number;
}

/** Numbers of one trial. */
function numbersOf(outputs: OutputDeclarations, steps: number): number {
  return Object.values(outputs).reduce((sum, output) => sum + numbersPerTrial(output, steps), 0);
}

function tooMuch({ step, outputs }: Scenario, { trials, steps }: Size, maxTrials: number) {
  const series = Object.values(outputs).filter((output) => kindOf(output).shape === "series").length;
  const count = (number: number) => number.toLocaleString("en-US");
  return {
    path: "horizon",
    message: `${count(steps)} ${step}s of ${series} outputs by ${step} in ${count(trials)} trials are more than memory has room for`,
    hint: `at most ${count(maxTrials)} trials of so many ${step}s, or a shorter horizon`,
  };
}
