// The findings that a session has come to: what is asked for again is not played again.
import { createHash } from "node:crypto";
import type { Findings } from "../../analysis/findings.ts";
import type { Config } from "../../assumptions/assumptions.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import { remembered } from "../project/session.ts";

/** Of scenarios of one name: each edit of what is believed leaves those before it, half a megabyte each. */
const maxKnown = 32;

/** What the findings of a run hang on. */
export type RunModel = Pick<LoadedScenario, "name" | "scenario" | "script" | "upstreams" | "config">;

/** Findings by everything that they hang on. */
export class KnownRuns {
  private readonly known = new Map<string, Map<string, Findings>>();
  /** Scenarios that a notebook defines have no script to tell them by. */
  private readonly numbers = new WeakMap<Scenario, number>();
  private count = 0;

  /** What the same trials have shown before, with influences or more than was asked; undefined where it is forgotten. */
  get(model: RunModel, influences: boolean): Findings | undefined {
    const known = this.known.get(model.name);
    const key = this.keyOf(model);
    const before = known?.get(withInfluences(key)) ?? (influences ? undefined : known?.get(key));
    if (before) this.keep(model, known!.has(withInfluences(key)), before);
    return before;
  }

  /** Remembers what a run has shown. */
  keep(model: RunModel, influences: boolean, findings: Findings): void {
    const known = remembered(this.known, model.name, () => new Map<string, Findings>());
    const key = this.keyOf(model);
    remembered(known, influences ? withInfluences(key) : key, () => findings, maxKnown);
  }

  /** A text that is the same for the same scenario under the same config: for its code, and for all that is believed. */
  keyOf({ name, scenario, script, upstreams = [], config }: RunModel): string {
    const code = [{ scenario, script }, ...upstreams].map((one) => one.script ?? this.numberOf(one.scenario));
    const text = JSON.stringify([code, fingerprint(name, config)]);
    return createHash("sha256").update(text).digest("base64");
  }

  private numberOf(scenario: Scenario): number {
    const number = this.numbers.get(scenario) ?? this.count++;
    this.numbers.set(scenario, number);
    return number;
  }
}

function withInfluences(key: string): string {
  return `${key} with influences`;
}

/** Those of a session. */
export const knownRuns = () => new KnownRuns();

/** Everything in a config that findings hang on, as text. */
function fingerprint(name: string, { variants, claims, ...settings }: Config): string {
  // A belief may stand on a file of data: its quantiles tell whether that is still the same.
  const probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
  const believed = variants.map(({ assumptions, ...variant }) => ({
    ...variant,
    assumptions: assumptions.map(({ distribution, ...assumption }) => ({
      ...assumption,
      quantiles: probabilities.map((p) => distribution.quantile(p)),
    })),
  }));
  return JSON.stringify([name, settings, believed, [...claims]]);
}
