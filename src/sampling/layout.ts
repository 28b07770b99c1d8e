// The sampling plan of a project: which random numbers each input of each scenario has, whoever asks for them.
import type { CommonAssumptions } from "../assumptions/parseContext.ts";
import {
  type CorrelatedDraws,
  type Correlation,
  drawKey,
  type InputDraw,
  type SamplingPlan,
} from "../assumptions/samplingPlan.ts";
import { commonName, type Fed, type InputPlace, inputPlaces, qualified } from "../assumptions/upstream.ts";
import { directionNumbers } from "./directionNumbers.ts";

/**
 * The random numbers of the input at a place (from 0) among all that a scenario declares; of "" among the common assumptions.
 *
 * The common assumptions, and each scenario's inputs, are Sobol points of their own, whose order is shuffled (Burley 2020,
 * "Practical hash-based Owen scrambling"): inputs of two such blocks meet as if they were drawn independently. Dimensions
 * that are as many as a project has inputs would not do: of 256 points at most 128 dimensions differ in their first
 * digit, and two that do not err 25 times as much as plain Monte Carlo.
 */
export function inputDraw({ scenario, input, place }: InputPlace): InputDraw {
  const block = Math.floor(place / directionNumbers.length);
  return { scenario, input, directions: directionNumbers[place % directionNumbers.length]!, block };
}

/** What a scenario's plan is made from. */
export interface PlanQuestion {
  name: string;
  scenario: Fed;
  common: Pick<CommonAssumptions, "names" | "correlations"> | undefined;
  /** The correlations of the scenario's own file, and of those upstream, by scenario. */
  correlations: ReadonlyMap<string, readonly Correlation[]>;
}

/** The plan of a scenario in its project: the same draws for an input, whichever scenario is asked. */
export function projectPlan(question: PlanQuestion): SamplingPlan {
  const { name, scenario, common = { names: [], correlations: [] } } = question;
  const places = inputPlaces(name, scenario, common.names);
  const draws = new Map([...places].map(([assumption, place]) => [assumption, inputDraw(place)]));
  const commonDraws = common.names.map((input) => draws.get(commonName(input))!);
  const isCommon = new Set(common.names);

  const group = (home: string, correlations: readonly Correlation[]): CorrelatedDraws => {
    const inputs = home === name ? scenario.inputs : (scenario.upstreams?.[home]?.inputs ?? {});
    const own = Object.keys(inputs).filter((input) => !isCommon.has(input));
    const key = (input: string) => drawKey({ scenario: isCommon.has(input) ? "" : home, input });
    return {
      draws: [
        ...commonDraws,
        ...own.map((input) => draws.get(home === name ? input : qualified(home, input))!),
      ],
      correlations: [...common.correlations.map(keyed(commonKey)), ...correlations.map(keyed(key))],
    };
  };
  const groups = [...question.correlations]
    .filter(([, own]) => own.length > 0)
    .map(([home, own]) => group(home, own));
  const ofCommon = {
    draws: commonDraws,
    correlations: common.correlations.map(keyed(commonKey)),
  };
  return {
    draws: Object.fromEntries(draws),
    correlated: common.correlations.length > 0 ? [ofCommon, ...groups] : groups,
  };
}

const commonKey = (input: string) => drawKey({ scenario: "", input });

/** A correlation between names as one between draws. */
function keyed(key: (input: string) => string): (correlation: Correlation) => Correlation {
  return ({ between: [one, other], rank }) => ({ between: [key(one), key(other)], rank });
}
