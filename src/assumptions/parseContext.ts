// The context that the readers of a config's parts share.

import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import type { Inputs } from "./configSchema.ts";
import type { Problem } from "./problems.ts";
import type { Claim } from "./readClaims.ts";
import type { YamlFile } from "./yaml.ts";

/** The part of a scenario that its config is checked against. */
export interface ConfiguredScenario {
  name: string;
  step: "day" | "week" | "month" | "year";
  inputs: Inputs;
  /** Needed where the config names levels of a series. */
  outputs?: Readonly<Record<string, { kind: string }>>;
}

/** The file and what it is checked against. Readers add to `problems` and go on. */
export interface ParseContext {
  yaml: YamlFile;
  scenario: ConfiguredScenario;
  claims: ReadonlyMap<string, Claim>;
  options: BeliefOptions;
  problems: Problem[];
}
