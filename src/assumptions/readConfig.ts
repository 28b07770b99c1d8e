// A scenario's YAML, checked against the scenario's inputs and the claims; all problems are reported at once.

import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import type { Correction } from "../beliefs/correction.ts";
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import { nearest } from "../beliefs/nearest.ts";
import type { Assumption, Config, Variant } from "./assumptions.ts";
import { readStart } from "./calendar/readStart.ts";
import { configSchema } from "./configSchema.ts";
import { attempt, readField, sortProblems } from "./fields.ts";
import type { Inputs } from "./input.ts";
import { describeInput, isLinked } from "./input.ts";
import type { ConfiguredScenario, ParseContext, World } from "./parseContext.ts";
import { BadInput, type Problem } from "./problems.ts";
import { type BaseAssumptions, readAssumptions } from "./readAssumptions.ts";
import type { Claim } from "./readClaims.ts";
import { readCorrelations } from "./readCorrelations.ts";
import { readDifferences } from "./readDifferences.ts";
import { readHistories } from "./readHistory.ts";
import { isToDate, readCount, readHorizon } from "./readHorizon.ts";
import { readLevels } from "./readLevels.ts";
import { readSettings } from "./readSettings.ts";
import { readVariants, type WhatIf } from "./readVariants.ts";
import { settables, withUpstreams } from "./settable.ts";
import { entriesAt, structureProblems, textAt } from "./structure.ts";
import { qualified } from "./upstream.ts";
import { type Path, readYaml, type YamlFile } from "./yaml.ts";

/** Values from the command line or the live page that replace the file's. */
export interface Overrides {
  trials?: string | number;
  seed?: string;
  horizon?: string;
  /** Another first step, as for a look back: "2024-01". A history then ends before it, whatever its file has. */
  start?: string;
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
  world: World = {},
): Config {
  const yaml = readYaml(source);
  const problems = [...yaml.problems, ...configStructure(yaml, scenario, world)];
  const context: ParseContext = { yaml, scenario, claims, options, problems, world };

  const trials =
    readOverridable(context, "trials", overrides.trials?.toString(), readTrials) ?? defaultTrials;
  const start = readOverridable(context, "start", overrides.start, (text) => readStart(text, scenario.step));
  // Where the start cannot be read, no more can be said of a horizon that ends on a date.
  const lacksStart = start === undefined && settingAt(context, "start") !== undefined;
  const readSteps = (text: string) =>
    lacksStart && isToDate(text) ? 1 : readHorizon(text, scenario.step, start);
  const steps = readOverridable(context, "horizon", overrides.horizon, readSteps) ?? 1;
  const own = readAssumptions(context);
  const base = withUpstreams(context, own);
  const known = settables(context, base);
  const whatIfs = readVariants(context, known);
  const correlations = readCorrelations(context, own.base);
  const levels = readLevels(context);
  const history = readHistories(context, start, overrides.start !== undefined);
  const settings = readSettings(context, known, overrides.set ?? []);
  const differences = readDifferences(context);

  if (problems.length > 0) throw new BadInput(sortProblems(problems));
  const baseAsWhatIf: WhatIf = { name: "base", title: "Base", set: new Map() };
  const variants = [baseAsWhatIf, ...whatIfs].map(
    ({ set, ...variant }): Variant => ({
      ...variant,
      ...assumptionsOf(base, new Map([...set, ...settings.set])),
    }),
  );
  const seed = overrides.seed ?? settingAt(context, "seed") ?? defaultSeed;
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
    ...(differences.length > 0 && { differences }),
    ...(settings.unused.length > 0 && { unusedSettings: settings.unused }),
  };
}

/** The base's assumptions with those that are set, which can also stand for what follows from others or from another scenario. */
function assumptionsOf(
  { base, derived }: BaseAssumptions,
  set: ReadonlyMap<string, Assumption>,
): Pick<Variant, "assumptions" | "derived"> {
  const assumptions = [...new Map([...base, ...set]).values()];
  const left = [...derived.values()].filter(({ name }) => !set.has(name));
  return { assumptions, ...(left.length > 0 && { derived: left }) };
}

/** A setting of the config, or else of common.yaml. */
function settingAt({ yaml, world }: ParseContext, name: string): string | undefined {
  return (textAt(yaml.data, [name]) ?? textAt(world.common?.yaml.data, [name]))?.trim();
}

/** The context of the file in which a setting stands: the config, or else common.yaml. */
function fileOf(context: ParseContext, name: string): ParseContext {
  const { common } = context.world;
  const isHere = common === undefined || textAt(context.yaml.data, [name]) !== undefined;
  return isHere ? context : { ...context, yaml: common.yaml };
}

function configStructure(
  yaml: YamlFile,
  { inputs, upstreams: fed = {} }: ConfiguredScenario,
  { common, upstreams }: World,
): Problem[] {
  const believed = [...(upstreams ?? [])].flatMap(([scenario, { variants }]) =>
    [...variants[0]!.assumptions, ...(variants[0]!.derived ?? [])].map(({ name, origin }) =>
      origin === undefined ? qualified(scenario, name) : name,
    ),
  );
  const taken = Object.entries(fed).flatMap(([scenario, one]) =>
    Object.keys(one.inputs)
      .filter((name) => isLinked(one.inputs[name]!))
      .map((name) => qualified(scenario, name)),
  );
  const misspelt = misspeltInputs(yaml, inputs);
  const isAssumptions = (path: Path) => path.length === 1 && path[0] === "assumptions";
  const elsewhere = {
    common: common?.names ?? [],
    settable: [...(common?.names ?? []), ...believed, ...taken],
    hasHorizon: textAt(common?.yaml.data, ["horizon"]) !== undefined,
  };
  return structureProblems(configSchema(inputs, elsewhere), yaml, {
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
function readOverridable<Value>(
  context: ParseContext,
  name: "trials" | "horizon" | "start",
  override: string | undefined,
  read: (text: string) => Value,
): Value | undefined {
  const written = readField(fileOf(context, name), [name], read, []);
  return override === undefined
    ? written
    : attempt(context.problems, `--${name}`, () => read(override), undefined, override);
}

function readTrials(text: string): number {
  const whole = { start: 0, end: text.length };
  const rule = `it must be a whole number from 1 to ${maxTrials}`;
  const wrong = (_: string, hint?: string | Correction) =>
    new BeliefProblem(whole, `trials is "${text}", ${rule}`, hint);
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
