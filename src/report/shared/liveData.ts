// What a live page is given: the findings as published, and what it takes to play them again otherwise.
import type { Findings } from "../../analysis/findings.ts";
import type { Assumption, Config, Variant } from "../../assumptions/assumptions.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";

/** An assumption without its distribution, which is functions: the belief's text is what it is made from. */
type BeliefText = Omit<Assumption, "distribution">;

/** A config as it can be sent. */
export interface SentConfig extends Omit<Config, "variants" | "claims"> {
  variants: readonly (Omit<Variant, "assumptions"> & { assumptions: readonly BeliefText[] })[];
  claims: Findings["claims"];
}

/** What each assumption's control has to know of the scenario's input. Infinite bounds are left out. */
export interface InputBounds {
  unit: string;
  min?: number;
  max?: number;
}

/** What a run is played again from, in a report and in a notebook's panel. */
export interface LiveData {
  findings: Findings;
  config: SentConfig;
  inputs: Readonly<Record<string, InputBounds>>;
  /** Columns that beliefs read from files: [file, column, numbers]. */
  columns: readonly (readonly [file: string, column: string, numbers: readonly number[]])[];
  /** What the command line said otherwise than the config. */
  overrides: Overrides;
}

/** The config without what cannot be sent. */
export function sentConfig({ variants, claims, ...settings }: Config): SentConfig {
  return {
    ...settings,
    claims: Object.fromEntries(claims),
    variants: variants.map(({ assumptions, ...variant }) => ({
      ...variant,
      assumptions: assumptions.map(({ name, belief, unit, basis }) => ({ name, belief, unit, basis })),
    })),
  };
}
