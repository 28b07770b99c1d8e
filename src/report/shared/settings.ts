// The settings of a page, as the hash of a link and as a command.

import { evaluateInputBelief } from "../../assumptions/evaluateInputBelief.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { readHorizon } from "../../assumptions/readHorizon.ts";
import { optionsWith } from "../../assumptions/serialized.ts";
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import type { BeliefOptions } from "../../beliefs/evaluateBelief.ts";
import { plainView } from "../../charts/plainView.ts";
import type { LiveData } from "./liveData.ts";
import type { ReportData } from "./reportData.ts";

/** All that a reader can set on a page. */
export interface PageSettings {
  /** Beliefs by assumption, where they differ from the config's; they apply to every variant. */
  set: Readonly<Record<string, string>>;
  horizon: string;
  seed: string;
  variant: string;
  /** How the headline is drawn: the plain view, or that of a chart kind. */
  view: string;
}

/** The settings that the page was published with. */
export function publishedSettings({ findings, overrides }: LiveData): PageSettings {
  const { steps, unit } = findings.horizon;
  const set = Object.fromEntries(
    (overrides.set ?? []).map((setting) => {
      const equals = setting.indexOf("=");
      return [setting.slice(0, equals).trim(), setting.slice(equals + 1).trim()];
    }),
  );
  return { set, horizon: horizonText(steps, unit), seed: findings.seed, variant: "base", view: plainView };
}

/** horizonText(24, "month") → "24 months" */
function horizonText(steps: number, unit: string): string {
  return `${steps} ${unit}${steps === 1 ? "" : "s"}`;
}

/** Whether a run has the same trials under both settings: they differ in variant and view at most. */
export function sameFutures(one: PageSettings, other: PageSettings): boolean {
  const key = ({ set, horizon, seed }: PageSettings) =>
    JSON.stringify([Object.entries(set).sort(), horizon, seed]);
  return key(one) === key(other);
}

/** What of `settings` differs from `published`, as the hash of a link: "#set.troops=11k&variant=pentagon"; "" for nothing. */
export function toHash(settings: PageSettings, published: PageSettings): string {
  const words = new URLSearchParams();
  for (const [name, belief] of Object.entries(settings.set)) {
    if (ownValue(published.set, name) !== belief) words.set(`${setStart}${name}`, belief);
  }
  for (const name of ["horizon", "seed", "variant", "view"] as const) {
    if (settings[name] !== published[name]) words.set(name, settings[name]);
  }
  const text = words.toString();
  return text === "" ? "" : `#${text}`;
}

/** A setting from a link or a field that is not valid. */
export interface Refusal {
  /** "horizon", or the name of an assumption. */
  field: string;
  text: string;
  problem: BeliefProblem;
}

/** The settings of a hash, as far as they are valid. */
export interface ParsedHash {
  settings: PageSettings;
  /** Texts that do not parse: what they set stays as published. */
  refusals: Refusal[];
  /** What the link names and the page does not have; a scenario changes, and links to it stay. */
  unknown: { kind: "assumption" | "variant" | "view"; name: string }[];
}

/** Parses the hash of a link, with or without "#". Other words are ignored: they may be an element's id. */
export function fromHash(end: string, data: LiveData): ParsedHash {
  const published = publishedSettings(data);
  const words = new URLSearchParams(end.replace(/^#/, ""));
  const refusals: Refusal[] = [];
  const unknown: ParsedHash["unknown"] = [];
  const valid = (
    field: string,
    text: string | null,
    problem: (text: string) => BeliefProblem | undefined,
  ) => {
    const found = text === null ? undefined : problem(text);
    if (found) refusals.push({ field, text: text!, problem: found });
    return found ? undefined : text?.trim();
  };
  const oneOf = (kind: "variant" | "view", names: readonly string[]) => {
    const name = words.get(kind) ?? published[kind];
    if (names.includes(name)) return name;
    unknown.push({ kind, name });
    return published[kind];
  };
  const set: Record<string, string> = { ...published.set };
  for (const name of Object.keys(data.inputs)) {
    const belief = valid(name, words.get(`${setStart}${name}`), (text) => beliefProblem(name, text, data));
    if (belief !== undefined) set[name] = belief;
  }
  for (const key of new Set(words.keys())) {
    const name = key.slice(setStart.length);
    if (key.startsWith(setStart) && !Object.hasOwn(data.inputs, name))
      unknown.push({ kind: "assumption", name });
  }
  const horizon = valid("horizon", words.get("horizon"), (text) => horizonProblem(text, data));
  const variants = data.findings.variants.map(({ name }) => name);
  const settings = {
    set,
    horizon: horizon ?? published.horizon,
    seed: words.get("seed") ?? published.seed,
    variant: oneOf("variant", variants),
    view: oneOf("view", [plainView, ...(data.views ?? [])]),
  };
  return { settings, refusals, unknown };
}

/** Before an assumption's name in a link. */
const setStart = "set.";

/** The problem of a belief about an input, in the command line's words; undefined where it is valid. */
export function beliefProblem(name: string, text: string, data: LiveData): BeliefProblem | undefined {
  const { unit } = data.config.variants[0]!.assumptions.find((assumption) => assumption.name === name)!;
  return problemOf(() => evaluateInputBelief(text, unit, boundsOf(name, data), beliefOptions(data)));
}

/** The problem of a horizon, in the command line's words; undefined where it is valid. */
export function horizonProblem(text: string, { findings }: LiveData): BeliefProblem | undefined {
  return problemOf(() => readHorizon(text, findings.horizon.unit, findings.horizon.start));
}

/** The unit and bounds of an input; infinite where it has none. */
export function boundsOf(name: string, { inputs }: Pick<LiveData, "inputs">) {
  const { unit, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = inputs[name]!;
  return { unit, min, max };
}

/** Options with which beliefs find the columns of files that are in the page. */
export function beliefOptions({ columns }: Pick<LiveData, "columns">): BeliefOptions {
  return optionsWith(columns);
}

function problemOf(read: () => unknown): BeliefProblem | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof BeliefProblem) return error;
    throw error;
  }
}

/** The command that reproduces the figures of these settings: `npm run --silent sandtable -- run payments --set troops=11k` */
export function commandOf(settings: PageSettings, { findings, overrides, source }: ReportData): string {
  const words = ["run", findings.scenario];
  if (!source.isOwn) words.push("--config", source.file);
  for (const [name, belief] of Object.entries(settings.set)) words.push("--set", `${name}=${belief}`);
  const published = horizonText(findings.horizon.steps, findings.horizon.unit);
  if (settings.horizon !== published || overrides.horizon !== undefined)
    words.push("--horizon", settings.horizon);
  if (settings.seed !== findings.seed || overrides.seed !== undefined)
    words.push(...seedWords(settings.seed));
  if (overrides.trials !== undefined) words.push("--trials", String(overrides.trials));
  return `npm run --silent sandtable -- ${words.map(shellWord).join(" ")}`;
}

/** A seed that begins with a hyphen would be parsed as an option. */
function seedWords(seed: string): string[] {
  return seed.startsWith("-") ? [`--seed=${seed}`] : ["--seed", seed];
}

/** The word, quoted where a POSIX shell would change it. */
export function shellWord(word: string): string {
  return /^[\w=.,:/%+@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
