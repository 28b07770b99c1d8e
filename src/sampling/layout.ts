// The layout of a project's sampling plan: which Sobol dimension each input of each scenario has. No two share one, since
// two scramblings of one dimension are dependent; and none moves when another is added at the end.

import type { CommonAssumptions } from "../assumptions/parseContext.ts";
import type { Correlation } from "../assumptions/samplingPlan.ts";
import {
  type CorrelatedDraws,
  drawKey,
  type InputDraw,
  type SamplingPlan,
} from "../assumptions/samplingPlan.ts";
import { commonName, type Fed, type InputPlace, inputPlaces, qualified } from "../assumptions/upstream.ts";
import { type DirectionNumbers, directionNumbers } from "./directionNumbers.ts";
import { furtherDirectionNumbers } from "./furtherDirectionNumbers.ts";

/** Scenarios that have dimensions of their own; those of others are drawn without a plan. */
const slots = 64;
/** The first inputs of a scenario have low dimensions, whose projections onto planes are the better ones. */
const nearCommon = 32;
const nearOwn = 16;
/** Further inputs have dimensions after those of all slots. */
const farCommon = 32;
const farOwn = 47;
const firstNear = nearCommon;
const firstFarCommon = firstNear + slots * nearOwn;
const firstFar = firstFarCommon + farCommon;

/** Dimensions that the layout uses. */
export const planDimensions = firstFar + slots * farOwn;

/** The direction numbers of a dimension, from 0. */
export function directionsOf(dimension: number): DirectionNumbers {
  const known = directionNumbers[dimension];
  if (known) return known;
  const row = furtherDirectionNumbers.split(";", dimension - directionNumbers.length + 1).at(-1)!;
  const [polynomial, ...m] = row.split(" ").map(Number);
  return [polynomial!, ...m];
}

/** Gives the inputs of a project's scenarios their dimensions. */
export class PlanLayout {
  private readonly slotOf = new Map<string, number>();

  /** @param scenarios names of all scenarios of the project */
  constructor(scenarios: readonly string[]) {
    const taken = new Set<number>();
    // A scenario's place follows from its name, so that another one in the project leaves it where it is; of two names that
    // meet, the later in the alphabet moves on.
    for (const name of scenarios.toSorted().slice(0, slots)) {
      let slot = hash(name) % slots;
      while (taken.has(slot)) slot = (slot + 1) % slots;
      taken.add(slot);
      this.slotOf.set(name, slot);
    }
  }

  /** The draw of the input at a place (from 0) among all that a scenario declares; of "" among the common assumptions. */
  draw(scenario: string, input: string, place: number): InputDraw {
    const dimension = this.dimension(scenario, place);
    return { scenario, input, directions: dimension === undefined ? undefined : directionsOf(dimension) };
  }

  /** Undefined where the plan has no room: it is then drawn without one. */
  private dimension(scenario: string, place: number): number | undefined {
    if (scenario === "") {
      if (place < nearCommon) return place;
      return place < nearCommon + farCommon ? firstFarCommon + place - nearCommon : undefined;
    }
    const slot = this.slotOf.get(scenario);
    if (slot === undefined) return undefined;
    if (place < nearOwn) return firstNear + slot * nearOwn + place;
    return place < nearOwn + farOwn ? firstFar + slot * farOwn + place - nearOwn : undefined;
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return state >>> 0;
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
export function projectPlan(layout: PlanLayout, question: PlanQuestion): SamplingPlan {
  const { name, scenario, common = { names: [], correlations: [] } } = question;
  const places = inputPlaces(name, scenario, common.names);
  const drawAt = ({ scenario: home, input, place }: InputPlace) => layout.draw(home, input, place);
  const draws = new Map([...places].map(([assumption, place]) => [assumption, drawAt(place)]));
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
