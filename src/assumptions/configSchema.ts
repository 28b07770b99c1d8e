// The structure of a scenario's YAML, for reading it and for editors that complete and check it.
import { z } from "zod";
import { describeInput, type InputDeclaration, type Inputs, isLinked } from "./input.ts";

/** A field with one value. Every scalar is text when it is read (see yaml.ts); `type` is what editors accept. */
export function scalarSchema(description: string, type: readonly string[] = ["string"]): z.ZodString {
  return z.string().regex(/\S/).meta({ type, description });
}

/** The types of what editors accept where a text or a number can stand. */
export const anyScalar = ["string", "number"] as const;

/** A field with a belief. */
export const belief = scalarSchema(
  "A number, 11k to 15k, about 11k, pert(11k, 14k, 100k), mixture(…)",
  anyScalar,
);

/** What is believed about an input; `differs` where common.yaml has it too. Either `belief` or `is` is there. */
const assumption = z.strictObject({
  belief: belief.optional(),
  is: scalarSchema(
    "In place of a belief: what it follows from in each trial, killed + (1 - killed) * lost",
  ).optional(),
  unit: scalarSchema("The unit the belief is written in: USD/person/month, share, 1, %", anyScalar),
  claims: z.array(scalarSchema("Id of a claim")).describe("The claims it stands on").optional(),
  why: scalarSchema("The judgement behind it, or how the claims are read").optional(),
  differs: scalarSchema("Why this scenario believes otherwise than common.yaml").optional(),
});

const correlation = z.strictObject({
  between: z.tuple([scalarSchema("An assumption"), scalarSchema("Another assumption")]),
  rank: scalarSchema("Spearman's rank correlation, -1 to 1", ["number"]).meta({ minimum: -1, maximum: 1 }),
});

const settings = {
  seed: scalarSchema("Any text; the same seed gives the same figures", anyScalar).optional(),
  trials: scalarSchema("How often the future is played; 16384 where it is left out", anyScalar).optional(),
  start: scalarSchema(
    "When the first step begins, and what gives steps their dates: 2024-12, 2024-Q4, 2024, or a day, 2024-12-01, for steps of days and weeks (weeks then begin on that day of the week)",
    anyScalar,
  ).optional(),
  horizon: scalarSchema("How long is played: 24 months, 2 years; with a start also: to 2025-12"),
};

const correlations = z.array(correlation).describe("Rank correlations of two assumptions").optional();

/** The structure of common.yaml. */
export const commonSchema = z.strictObject({
  ...settings,
  horizon: settings.horizon.optional(),
  assumptions: z
    .record(z.string(), assumption.omit({ differs: true }))
    .describe("What several scenarios believe"),
  correlations,
});

/** JSON Schema (2020-12) of common.yaml, for editors. */
export function commonJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(commonSchema) as Record<string, unknown>;
}

/** What a config may leave out, and what its variants may set beside its inputs. */
export interface ConfigElsewhere {
  /** Names of common assumptions. */
  common: readonly string[];
  /** Names that a variant may set, beside the inputs. */
  settable: readonly string[];
  /** Whether common.yaml has a horizon. */
  hasHorizon: boolean;
}

const nowhereElse: ConfigElsewhere = { common: [], settable: [], hasHorizon: false };

/** The structure of a config; with `inputs`, exactly these are its assumptions, but for those that stand elsewhere. */
export function configSchema(inputs?: Inputs, elsewhere = nowhereElse): z.ZodObject {
  const { common, settable, hasHorizon } = elsewhere;
  const described = (name: string) => {
    const words = assumption.describe(inputWords(name, inputs![name]!));
    return common.includes(name) || isLinked(inputs![name]!) ? words.optional() : words;
  };
  const variant = z.strictObject({
    title: scalarSchema("For tables and charts; made from the name where it is left out").optional(),
    set: (inputs
      ? z.strictObject(
          Object.fromEntries([...Object.keys(inputs), ...settable].map((name) => [name, belief.optional()])),
        )
      : z.record(z.string(), belief)
    ).describe("Beliefs that are otherwise, in the unit of the assumption"),
    why: scalarSchema("Where what it sets comes from: a source with its date, or the judgement").optional(),
  });
  const assumptions = (
    inputs ? z.strictObject(mapInputs(inputs, described)) : z.record(z.string(), assumption)
  ).describe("What is believed about each input of the scenario");
  const needed = inputs && Object.keys(inputs).some((name) => !(described(name) instanceof z.ZodOptional));
  const level = z.strictObject({
    output: scalarSchema("A series of the scenario"),
    below: scalarSchema("Crossed when the series is less, in the output's unit", anyScalar).optional(),
    above: scalarSchema("Crossed when the series is more, in the output's unit", anyScalar).optional(),
    label: scalarSchema("For tables and charts; made from the rest where it is left out").optional(),
  });
  const history = z.strictObject({
    file: scalarSchema("A CSV of the project with one column of days, 2024-11-19, each once and in order"),
    value: scalarSchema("The column of its values"),
    unit: scalarSchema(
      "Of the values: a level or rate is averaged to the step, a rate of what the output counts is added up",
      anyScalar,
    ),
    source: scalarSchema("Who counted, and where it was published"),
    licence: scalarSchema("Under which the data may be used").optional(),
    until: scalarSchema("The last day that is used", anyScalar).optional(),
  });
  return z.strictObject({
    ...settings,
    horizon: hasHorizon || inputs === undefined ? settings.horizon.optional() : settings.horizon,
    assumptions: needed ? assumptions : assumptions.optional(),
    variants: z.record(z.string(), variant).describe("Named what-ifs").optional(),
    correlations,
    levels: z
      .array(level)
      .describe("Levels of a series: when is each first crossed, and how often never?")
      .optional(),
    history: z
      .record(z.string(), history)
      .describe("What was counted of a series before the start; drawn before its fan")
      .optional(),
  });
}

/** JSON Schema (2020-12) of a scenario's YAML, for editors; with `inputs`, for that scenario. */
export function configJsonSchema(inputs?: Inputs): Record<string, unknown> {
  return z.toJSONSchema(configSchema(inputs)) as Record<string, unknown>;
}

function mapInputs<Value>(inputs: Inputs, value: (name: string) => Value): Record<string, Value> {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, value(name)]));
}

function inputWords(name: string, declaration: InputDeclaration): string {
  const { label, unit } = describeInput(name, declaration);
  return `${label}, read in ${unit}`;
}
