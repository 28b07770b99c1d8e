// A scenario's YAML, checked against the scenario's inputs and the claims; all problems are reported at once.

import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import { nearest } from "../beliefs/nearest.ts";
import type { Config, Variant } from "./assumptions.ts";
import { configSchema, type Inputs } from "./configSchema.ts";
import { attempt, readField, sortProblems } from "./fields.ts";
import { describeInput } from "./input.ts";
import type { ConfiguredScenario, ParseContext } from "./parseContext.ts";
import { BadInput, type Problem } from "./problems.ts";
import { readAssumptions } from "./readAssumptions.ts";
import type { Claim } from "./readClaims.ts";
import { readCorrelations } from "./readCorrelations.ts";
import { readHistories } from "./readHistory.ts";
import { isToDate, readCount, readHorizon } from "./readHorizon.ts";
import { readLevels } from "./readLevels.ts";
import { readSettings } from "./readSettings.ts";
import { readStart } from "./readStart.ts";
import { readVariants, type WhatIf } from "./readVariants.ts";
import { entriesAt, structureProblems, textAt } from "./structure.ts";
import { type Path, readYaml, type YamlFile } from "./yaml.ts";

export { configJsonSchema } from "./configSchema.ts";

/** Values from the command line or the live page that replace the file's. */
export interface Overrides {
  trials?: string | number;
  seed?: string;
  horizon?: string;
  /** "troops=11k to 40k": the last word in every variant, in the unit that the file declares. */
  set?: readonly string[];
}

const defaultSeed = "sandtable";
const defaultTrials = 16_384;
/** With more trials no printed digit changes any more. */
const maxTrials = 2 ** 31;
const maxSlips = 100;

/**
 * The checked config of a scenario, with the overrides applied.
 * @throws BadInput with all problems of the file and the overrides
 */
export function readConfig(
  source: { text: string; file: string },
  scenario: ConfiguredScenario,
  claims: ReadonlyMap<string, Claim>,
  overrides: Overrides = {},
  options: BeliefOptions = {},
): Config {
  const yaml = readYaml(source);
  const problems = [...yaml.problems, ...configStructure(yaml, scenario)];
  const context: ParseContext = { yaml, scenario, claims, options, problems };

  const trials =
    readOverridable(context, "trials", overrides.trials?.toString(), readTrials) ?? defaultTrials;
  const start = readField(context, ["start"], (text) => readStart(text, scenario.step), []);
  // Where the start cannot be read, no more can be said of a horizon that ends on a date.
  const lacksStart = start === undefined && textAt(yaml.data, ["start"]) !== undefined;
  const readSteps = (text: string) =>
    lacksStart && isToDate(text) ? 1 : readHorizon(text, scenario.step, start);
  const steps = readOverridable(context, "horizon", overrides.horizon, readSteps) ?? 1;
  const base = readAssumptions(context);
  const whatIfs = readVariants(context, base);
  const correlations = readCorrelations(context, base);
  const levels = readLevels(context);
  const history = readHistories(context, start);
  const settings = readSettings(context, base, overrides.set ?? []);

  if (problems.length > 0) throw new BadInput(sortProblems(problems));
  const baseAsWhatIf: WhatIf = { name: "base", title: "Base", set: new Map() };
  const variants = [baseAsWhatIf, ...whatIfs].map(
    ({ set, ...variant }): Variant => ({
      ...variant,
      assumptions: [...base.values()].map((assumption) => {
        return settings.get(assumption.name) ?? set.get(assumption.name) ?? assumption;
      }),
    }),
  );
  const seed = overrides.seed ?? textAt(yaml.data, ["seed"])?.trim() ?? defaultSeed;
  return {
    seed,
    trials,
    steps,
    ...(start !== undefined && { start }),
    variants,
    correlations,
    levels,
    ...(history.length > 0 && { history }),
    claims: namedClaims(variants, claims),
  };
}

function configStructure(yaml: YamlFile, { inputs }: ConfiguredScenario): Problem[] {
  const misspelt = misspeltInputs(yaml, inputs);
  const isAssumptions = (path: Path) => path.length === 1 && path[0] === "assumptions";
  return structureProblems(configSchema(inputs), yaml, {
    noun: (parent) => (isAssumptions(parent) || parent.at(-1) === "set" ? "assumption" : undefined),
    /** Empty where a misspelt assumption is reported that must be the missing one. */
    missing(path) {
      if (!isAssumptions(path.slice(0, -1))) return undefined;
      const name = String(path.at(-1));
      if (misspelt.has(name)) return "";
      return `"${name}" is missing, the scenario reads it in "${describeInput(name, inputs[name]!).unit}"`;
    },
  });
}

/** The inputs that an assumption of no input is probably meant for. */
function misspeltInputs({ data }: YamlFile, inputs: Inputs): Set<string | undefined> {
  const known = Object.keys(inputs);
  const unknown = entriesAt(data, ["assumptions"]).filter(([name]) => !Object.hasOwn(inputs, name));
  // There are no more slips than inputs in a file that is meant for the scenario.
  const slips = unknown.slice(0, Math.max(maxSlips, known.length));
  return new Set(slips.map(([name]) => nearest(name, known)));
}

/** What a field of the file, or the option of the same name in its place, is read as; the file's is checked in any case. */
function readOverridable(
  context: ParseContext,
  name: "trials" | "horizon",
  override: string | undefined,
  read: (text: string) => number,
): number | undefined {
  const written = readField(context, [name], read, []);
  return override === undefined ? written : attempt(context.problems, `--${name}`, () => read(override));
}

function readTrials(text: string): number {
  const whole = { start: 0, end: text.length };
  const rule = `it must be a whole number from 1 to ${maxTrials}`;
  const wrong = (_: string, hint?: string) => new BeliefProblem(whole, `trials is "${text}", ${rule}`, hint);
  const trials = readCount(text, wrong);
  if (!Number.isInteger(trials) || trials < 1 || trials > maxTrials) {
    throw new BeliefProblem(whole, `trials is ${text}, ${rule}`);
  }
  return trials;
}

function namedClaims(variants: readonly Variant[], claims: ReadonlyMap<string, Claim>): Map<string, Claim> {
  const bases = variants.flatMap(({ assumptions }) => assumptions.map(({ basis }) => basis));
  const ids = new Set(bases.flatMap((basis) => (basis.kind === "claims" ? basis.ids : [])));
  return new Map([...claims].filter(([id]) => ids.has(id)));
}
