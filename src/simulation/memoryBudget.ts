// How many numbers a run may hold: a long horizon fills memory as many trials do.
import { BadInput } from "../assumptions/problems.ts";
import { atMostTrials } from "../sampling/plan.ts";
import { kindOf, numbersPerTrial } from "./outputKinds/kindOf.ts";
import { pickOutputs, type Scenario } from "./scenario.ts";
import { chunkSizeFor } from "./sketch/chunkBuffers.ts";
import { stagesOf } from "./stages.ts";

/** At most so many trials are kept as columns, and their quantiles are exact; more are sketched. */
const maxExactTrials = 2 ** 20;
/** Numbers that are kept rather than sketched, of two variants, the base and another, and their inputs: 256 MiB. */
const maxExactNumbers = 2 ** 25;
/** Where sketching does not help, as a run is no longer than a chunk, columns may take more. */
const maxNumbers = 2 ** 28;
/** Several chunks are in flight at once. */
const maxNumbersInChunk = 2 ** 25;

/** How trials are run: kept in memory, or sketched in chunks of so many trials. */
export type Strategy = { way: "inMemory" } | { way: "sketched"; chunkSize: number };

/** Chooses by the memory that columns would take. Throws BadInput where there is no room for either way. */
export function chooseStrategy(scenario: Scenario, size: Size): Strategy {
  const { trials } = size;
  const each = numbersOf(scenario, size);
  const upstream = upstreamNumbers(scenario, size.steps);
  const kept = 2 * (each + upstream) + Object.keys(scenario.inputs).length;
  if (trials <= maxExactTrials && trials * kept <= maxExactNumbers) return { way: "inMemory" };
  const chunkSize = chunkSizeFor(each + upstream);
  if (trials > chunkSize && chunkSize * (each + upstream) <= maxNumbersInChunk)
    return { way: "sketched", chunkSize };
  if (trials <= maxExactTrials && trials * each <= maxNumbers) return { way: "inMemory" };
  throw new BadInput([tooMuch(scenario, size, Math.floor(maxNumbers / each))]);
}

/** Of a sketched run so many trials are kept as columns too, one output at a time; fewer of a long series. */
const maxCloseTrials = 2 ** 16;
const maxCloseNumbers = 2 ** 23;

/** How many of a sketched run's first trials are looked at more closely. */
export function closeTrials({ trials, steps }: Size): number {
  const most = Math.min(maxCloseTrials, Math.floor(maxCloseNumbers / steps));
  return trials <= most ? trials : atMostTrials(most);
}

/** Up to here the columns of two variants beside the base are no more than what may be kept. */
const fewNumbers = 2 ** 23;

/** Whether one variant can be simulated while another is still analysed. */
export function fitsTwoVariants(scenario: Scenario, size: Size): boolean {
  return size.trials * numbersOf(scenario, size) <= fewNumbers;
}

interface Size {
  trials: number;
  steps: number;
  /** Names of the outputs; all of them unless given. */
  keep?: readonly string[];
}

/** Numbers of one trial. */
function numbersOf(scenario: Scenario, { steps, keep = Object.keys(scenario.outputs) }: Size): number {
  const outputs = Object.values(pickOutputs(scenario, keep));
  return outputs.reduce((sum, output) => sum + numbersPerTrial(output, steps), 0);
}

/** Numbers of one trial that scenarios upstream give. */
function upstreamNumbers(scenario: Scenario, steps: number): number {
  return stagesOf(scenario, steps).reduce(
    (sum, { scenario: one, steps: played, taken }) =>
      sum + numbersOf(one, { trials: 1, steps: played, keep: taken }),
    0,
  );
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
