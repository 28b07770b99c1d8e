// The context that the readers of a config's parts share.

import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import type { Config } from "./assumptions.ts";
import type { Step } from "./calendar/calendar.ts";
import type { FileContext } from "./fields.ts";
import type { Inputs } from "./input.ts";
import type { Claim } from "./readClaims.ts";
import type { Correlation } from "./samplingPlan.ts";
import type { Fed } from "./upstream.ts";
import type { YamlFile } from "./yaml.ts";

/** The part of a scenario that its config is checked against. */
export interface ConfiguredScenario extends Fed {
  name: string;
  step: Step;
  inputs: Inputs;
  /** Needed where the config names levels or histories of a series. */
  outputs?: Readonly<Record<string, { kind: string; unit?: string }>>;
}

/** What common.yaml says. Its beliefs are read again for each scenario, in the unit that it reads them in. */
export interface CommonAssumptions {
  yaml: YamlFile;
  /** In the order of the file, which is that of the sampling plan. */
  names: readonly string[];
  /** Between two of these. */
  correlations: readonly Correlation[];
}

/** What a config is read with, beside its scenario: what several scenarios believe, and those that feed this one. */
export interface World {
  common?: CommonAssumptions | undefined;
  /** The configs of the scenarios upstream, by name, each after those that feed it. */
  upstreams?: ReadonlyMap<string, Config>;
  /** Whether a setting of an unknown name may be meant for another scenario of the run. */
  isOneOfSeveral?: boolean;
}

/** The file and what it is checked against. */
export interface ParseContext extends FileContext {
  scenario: ConfiguredScenario;
  claims: ReadonlyMap<string, Claim>;
  options: BeliefOptions;
  world: World;
  /** Whether it is reported already that there are no claims at all. */
  lacksClaims?: boolean;
}
