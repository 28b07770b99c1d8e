// The structure of checks.yaml, for reading it and for editors.
import { z } from "zod";
import { anyScalar, belief, scalarSchema } from "../configSchema.ts";

const unit = scalarSchema("As in USD/person/month; 1 for a plain number", anyScalar);

const estimate = z.strictObject({
  says: scalarSchema("What is estimated, in our own words").optional(),
  belief,
  unit,
  source: scalarSchema("Who says so, and when"),
});

const unknown = z.strictObject({
  label: scalarSchema("For tables; made from the name where it is left out").optional(),
  unit,
  unstated: scalarSchema("What is taken where nobody mentions it", anyScalar),
  belief: belief.describe("What we believe of it").optional(),
  why: scalarSchema("The judgement behind the belief").optional(),
});

const check = z.strictObject({
  title: scalarSchema("For tables; made from the name where it is left out").optional(),
  equation: scalarSchema("Two expressions over claims and estimates, compared by =, <= or >="),
  unit: unit.describe("The unit that both sides are told in"),
  within: scalarSchema(
    "How far apart the sides of an = may be; 10% where it is left out",
    anyScalar,
  ).optional(),
  unknowns: z.record(z.string(), unknown).describe("What nobody states, solved for").optional(),
  beliefs: z.record(z.string(), belief).describe("Figures read otherwise than their hedge says").optional(),
  why: scalarSchema("Why it should hold").optional(),
});

/** The structure of checks.yaml. */
export const checksSchema = z.strictObject({
  estimates: z.record(z.string(), estimate).describe("Figures by others than the claims' authors").optional(),
  checks: z.record(z.string(), check).describe("What must hold if the claims are right"),
});

/** JSON Schema (2020-12) of checks.yaml, for editors. */
export function checksJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(checksSchema) as Record<string, unknown>;
}
