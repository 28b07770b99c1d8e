// What is doubtful about scenarios as one world: quantities that two compute, common assumptions that none uses.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { commonAssumption } from "../../analysis/together/playedScenario.ts";
import {
  computedTwice,
  type ScenarioDifference,
  type SharedQuantity,
} from "../../analysis/together/quantities.ts";
import type { Problem } from "../../assumptions/problems.ts";
import { readYaml } from "../../assumptions/yaml.ts";
import { commonNames } from "./commonNames.ts";
import { loadClaims } from "./loadClaims.ts";
import { loadScenarios } from "./loadScenarios.ts";
import { commonFile, type Project, readSource } from "./project.ts";
import type { Session } from "./session.ts";

/** What scenarios come to as one world. */
export interface WorldCheck {
  computedTwice: SharedQuantity[];
  /** Names of common assumptions that no scenario uses, each where it stands. */
  unusedCommon: { name: string; place: NonNullable<Problem["place"]> }[];
  differences: ScenarioDifference[];
}

/** Whether a project has several scenarios, or what they share. */
export function isWorld({ folder, scenarios }: Project): boolean {
  return scenarios.length > 1 || existsSync(join(folder, commonFile));
}

/**
 * Looks at all scenarios of a project together; none is played.
 * @throws BadInput where one of them cannot be read
 */
export async function checkWorld(project: Project, session: Session): Promise<WorldCheck> {
  const claims = loadClaims(project);
  const loaded = await loadScenarios(project, project.scenarios, { claims, session });
  const uses = (name: string) =>
    loaded.some(
      ({ config }) =>
        commonAssumption({ config }, name) !== undefined ||
        (config.differences ?? []).some((difference) => difference.name === name),
    );
  const unused = commonNames(project).filter((name) => !uses(name));
  return {
    computedTwice: computedTwice(loaded),
    unusedCommon: unused.length === 0 ? [] : placesOf(project, unused),
    differences: loaded.flatMap(({ name, config }) =>
      (config.differences ?? []).map((difference) => ({ scenario: name, ...difference })),
    ),
  };
}

function placesOf({ folder }: Project, names: readonly string[]): WorldCheck["unusedCommon"] {
  const yaml = readYaml(readSource(commonFile, folder));
  return names.map((name) => ({ name, place: yaml.placeOfKey(["assumptions", name]) }));
}
