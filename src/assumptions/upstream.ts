// Scenarios that feed a scenario: whose outputs its inputs are, and what the inputs of each stand on.
import type { Inputs } from "./input.ts";
import { type InputDeclaration, isLinked, type LinkedInput } from "./input.ts";

/** A scenario with those that feed it, by name: each after those that feed it. */
export interface Fed {
  inputs: Inputs;
  upstreams?: Readonly<Record<string, Pick<Fed, "inputs">>> | undefined;
}

/** What an input takes: an assumption of the run, or an output of another scenario. */
export type InputSource =
  | { kind: "assumption"; name: string }
  | { kind: "output"; scenario: string; output: string };

/** The names of a scenario and its output. outputOf({ from: "contingent.strength", … }) → { scenario: "contingent", output: "strength" } */
export function outputOf({ from }: Pick<LinkedInput, "from">): { scenario: string; output: string } {
  const dot = from.indexOf(".");
  return { scenario: from.slice(0, dot), output: from.slice(dot + 1) };
}

/** The name that a scenario's own assumption has in the run of a scenario that it feeds. */
export function qualified(scenario: string, input: string): string {
  return `${scenario}.${input}`;
}

/** The name of a common assumption in the run of a scenario that believes otherwise itself, but is fed by one that does not. */
export function commonName(input: string): string {
  return qualified("common", input);
}

/**
 * What an input stands on.
 * @param stage the scenario that has the input; undefined for the one that is asked
 * @param has whether the run has an assumption of this name
 */
export function sourceOf(
  stage: string | undefined,
  input: string,
  declaration: InputDeclaration,
  has: (name: string) => boolean,
): InputSource {
  const own = stage === undefined ? input : qualified(stage, input);
  if (has(own)) return { kind: "assumption", name: own };
  if (isLinked(declaration)) return { kind: "output", ...outputOf(declaration) };
  const common = commonName(input);
  return { kind: "assumption", name: stage !== undefined && has(common) ? common : input };
}

/** Where an input's random numbers come from: the scenario and the place among its inputs; "" for the common assumptions. */
export interface InputPlace {
  scenario: string;
  input: string;
  place: number;
}

/** The places of all assumptions that a run can have, by name. */
export function inputPlaces(name: string, scenario: Fed, common: readonly string[]): Map<string, InputPlace> {
  const places = new Map<string, InputPlace>();
  for (const [place, input] of common.entries()) {
    places.set(input, { scenario: "", input, place });
    places.set(commonName(input), { scenario: "", input, place });
  }
  const stages: [string, string | undefined, Inputs][] = [
    ...Object.entries(scenario.upstreams ?? {}).map(([stage, { inputs }]): [string, string, Inputs] => [
      stage,
      stage,
      inputs,
    ]),
    [name, undefined, scenario.inputs],
  ];
  for (const [home, stage, inputs] of stages) {
    for (const [place, input] of Object.keys(inputs).entries()) {
      const assumption = stage === undefined ? input : qualified(stage, input);
      // A named difference changes what is believed, not the random number.
      const ofCommon = places.get(commonName(input));
      places.set(assumption, ofCommon ?? { scenario: home, input, place });
    }
  }
  return places;
}
