// scenarios/common.yaml: what several scenarios believe, and the settings of the project.
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import { commonSchema } from "./configSchema.ts";
import { sortProblems } from "./fields.ts";
import type { CommonAssumptions } from "./parseContext.ts";
import { BadInput } from "./problems.ts";
import { readAssumptions } from "./readAssumptions.ts";
import type { Claim } from "./readClaims.ts";
import { readCorrelations } from "./readCorrelations.ts";
import { entriesAt, structureProblems, textAt } from "./structure.ts";
import { readYaml } from "./yaml.ts";

export { commonJsonSchema } from "./configSchema.ts";

/**
 * The common assumptions, checked for themselves.
 * @throws BadInput with all problems of the file
 */
export function readCommon(
  source: { text: string; file: string },
  claims: ReadonlyMap<string, Claim>,
  options: BeliefOptions = {},
): CommonAssumptions {
  const yaml = readYaml(source);
  const problems = [...yaml.problems, ...structureProblems(commonSchema, yaml)];
  const entries = entriesAt(yaml.data, ["assumptions"]);
  const names = entries.map(([name]) => name);
  // Each in the unit that it is written in: the file is checked like the config of a scenario that reads them all.
  const inputs = Object.fromEntries(
    names.map((name) => [name, textAt(yaml.data, ["assumptions", name, "unit"])?.trim() ?? "1"]),
  );
  const scenario = { name: "common", step: "day", inputs } as const;
  const context = { yaml, scenario, claims, options, problems, world: {} };
  const { base } = readAssumptions(context);
  const correlations = readCorrelations(context, base);
  if (problems.length > 0) throw new BadInput(sortProblems(problems));
  return { yaml, names, correlations };
}
