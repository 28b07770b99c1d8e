// What the readers of a config's parts share.
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import type { Inputs } from "./configSchema.ts";
import type { Problem } from "./problems.ts";
import type { Claim } from "./readClaims.ts";
import type { YamlFile } from "./yaml.ts";

/** What a config has to know of its scenario. */
export interface ConfiguredScenario {
  name: string;
  step: "day" | "week" | "month" | "year";
  inputs: Inputs;
  /** Needed where the config names levels of a series. */
  outputs?: Readonly<Record<string, { kind: string }>>;
}

/** The file and what it is read against. What a reader finds wrong it adds to `problems`. */
export interface ParseContext {
  yaml: YamlFile;
  scenario: ConfiguredScenario;
  claims: ReadonlyMap<string, Claim>;
  options: BeliefOptions;
  problems: Problem[];
}
