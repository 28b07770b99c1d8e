// A scenario: a question and a function that plays the future once.
import type { Step } from "../assumptions/calendar/calendar.ts";
import type { InputDeclaration } from "../assumptions/input.ts";
import type { TrialRandom } from "../sampling/random.ts";
import type { Output, Written } from "./outputKinds/kindOf.ts";

/** Inputs by name. */
export type InputDeclarations = Readonly<Record<string, InputDeclaration>>;
/** Outputs by name. */
export type OutputDeclarations = Readonly<Record<string, Output>>;

/** The declarations of some outputs. */
export function pickOutputs({ outputs }: Scenario, names: readonly string[]): OutputDeclarations {
  return Object.fromEntries(names.map((name) => [name, outputs[name]!]));
}

/** What a trial reads of an input: its number; of another scenario's series the numbers of all steps. */
type Read<Declaration> = Declaration extends { from: string; kind: "series" | "event-series" }
  ? Float64Array
  : number;

/** The value of every declared input in the trial, in the unit that the scenario declares. */
export type InputValues<Inputs> = { readonly [Name in keyof Inputs]: Read<Inputs[Name]> };

/** Where a trial writes: numbers for scalars, 0 or 1 (or a boolean) for events, a buffer of `steps` numbers for series. */
export type OutputBuffers<Outputs> = {
  -readonly [Name in keyof Outputs]: Written<Outputs[Name]>;
};

/** What a trial has beside its inputs. */
export interface TrialContext {
  /** How many steps to play; series buffers have this length. */
  readonly steps: number;
  /**
   * The length of each step in days: of months from December 2024 on 31, 31, 28 …; where the config has no `start` their
   * mean, 30.4375 a month.
   */
  readonly days: readonly number[];
  /** First day of each step, as "2024-12-01"; empty where the config has no `start`. */
  readonly dates: readonly string[];
  /** Chance inside the trial, addressed by name and trial, the same for every variant. */
  readonly random: TrialRandom;
}

/** What the writer of a scenario gives. */
export interface ScenarioDefinition<Inputs extends InputDeclarations, Outputs extends OutputDeclarations> {
  title: string;
  question: string;
  /**
   * The answer in a sentence. `{totalPaid}` becomes the median with its 90 % interval (and says so), `{shortfall}`
   * the probability with its words, `{horizon}` the time played, `{end}` its last step ("November 2026", without a start "month 24");
   * `{totalPaid.p95}` a single figure.
   */
  answer: string;
  /** The outputs that answer the question, the most telling first. The first is what the tornado is about. */
  headline: readonly (keyof Outputs & string)[];
  step: Step;
  inputs: Inputs;
  outputs: Outputs;
  /**
   * Plays the future once. Reads `inputs`, writes every output into `out`, draws chance from `context.random` alone.
   * The same objects are handed over for every trial: keep nothing between trials.
   */
  trial(inputs: InputValues<Inputs>, out: OutputBuffers<Outputs>, context: TrialContext): void;
}

/** A scenario as the engine sees it: names are strings, and the scenarios that feed it are there. */
export interface Scenario extends Omit<ScenarioDefinition<InputDeclarations, OutputDeclarations>, "trial"> {
  trial(
    inputs: Readonly<Record<string, number | Float64Array>>,
    out: OutputBuffers<OutputDeclarations>,
    context: TrialContext,
  ): void;
  /** The scenarios upstream by name, each after those that feed it; added when the scenario is loaded. */
  readonly upstreams?: Readonly<Record<string, Scenario>>;
}

/** The scenario with those that feed it, directly and indirectly, by name: each after those that feed it. */
export function withUpstream(scenario: Scenario, upstreams: Readonly<Record<string, Scenario>>): Scenario {
  return Object.keys(upstreams).length === 0 ? scenario : { ...scenario, upstreams };
}

/**
 * A scenario. Checks nothing at run time: it is here so that names are inferred and misspelt ones do not compile.
 * @example
 * const doubled = defineScenario({
 *   title: "Doubled",
 *   question: "How much is twice the stake?",
 *   answer: "{won}.",
 *   headline: ["won"],
 *   step: "month",
 *   inputs: { stake: "USD" },
 *   outputs: { won: scalar("USD", "Won") },
 *   trial({ stake }, out) {
 *     out.won = 2 * stake;
 *   },
 * });
 * doubled.title // → "Doubled"
 */
export function defineScenario<
  const Inputs extends InputDeclarations,
  const Outputs extends OutputDeclarations,
>(definition: ScenarioDefinition<Inputs, Outputs>): Scenario {
  // A trial of certain names takes fewer objects than one of any: that the engine gives it these is known here alone.
  return definition as unknown as Scenario;
}
