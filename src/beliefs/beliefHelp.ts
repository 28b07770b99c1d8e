// The help on the belief language as data, for documentation and pages.
import type { Family, Parameter } from "../distributions/distribution.ts";
import { families as allFamilies } from "../distributions/index.ts";
import { usage } from "./familyCall.ts";
import { forms } from "./forms.ts";
import { hedgeRules } from "./hedges.ts";

/** A family by its name, when to take it, and each way to give its parameters. */
export interface FamilyHelp {
  name: string;
  meaning: string;
  signatures: readonly { usage: string; parameters: readonly Parameter[] }[];
}

/** Every family with its parameters and their meaning. familyHelp()[0].signatures[0].usage → "uniform(min, max)" */
export function familyHelp(families: readonly Family[] = allFamilies): FamilyHelp[] {
  return families.map((family) => ({
    name: family.name,
    meaning: family.meaning,
    signatures: family.signatures.map((signature) => ({
      usage: usage(family, signature),
      parameters: signature.parameters,
    })),
  }));
}

/** What can be written beside calls of families, each with an example that is a belief itself. */
export function formHelp(): { example: string; meaning: string }[] {
  return [
    {
      example: "11k",
      meaning: "A number that is certain; k is thousand, M million, B billion, 15% is 0.15.",
    },
    {
      example: "11k to 100k",
      meaning: "A 90 % interval: lognormal where both ends are positive, else normal.",
    },
    ...hedgeRules.map(({ example, meaning }) => ({ example, meaning })),
    ...forms.map(({ example, meaning }) => ({ example, meaning })),
  ];
}
