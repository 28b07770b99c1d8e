// The context that the readers of a config's parts share.

import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import type { Step } from "./calendar/calendar.ts";
import type { Inputs } from "./configSchema.ts";
import type { FileContext } from "./fields.ts";
import type { Claim } from "./readClaims.ts";

/** The part of a scenario that its config is checked against. */
export interface ConfiguredScenario {
  name: string;
  step: Step;
  inputs: Inputs;
  /** Needed where the config names levels or histories of a series. */
  outputs?: Readonly<Record<string, { kind: string; unit?: string }>>;
}

/** The file and what it is checked against. */
export interface ParseContext extends FileContext {
  scenario: ConfiguredScenario;
  claims: ReadonlyMap<string, Claim>;
  options: BeliefOptions;
  /** Whether it is reported already that there are no claims at all. */
  lacksClaims?: boolean;
}
