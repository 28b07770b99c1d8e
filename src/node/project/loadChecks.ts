// The project's checks, read against its claims: all that is wrong with either is told at once.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Check, readChecks } from "../../assumptions/checks/readChecks.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { isWorld } from "./checkWorld.ts";
import { collectProblems } from "./collectProblems.ts";
import { loadClaims } from "./loadClaims.ts";
import { shownPath } from "./posix.ts";
import { type Project, readSource } from "./project.ts";

/** Relative to the project's folder. */
const checksFile = shownPath("scenarios", "checks.yaml");

/** The checks, with figures set otherwise ("NAME=BELIEF"); a project without checks.yaml has none to run, which is no fault where several scenarios are looked at together. */
export async function loadChecks(project: Project, set: readonly string[]): Promise<Check[]> {
  if (isWorld(project) && !existsSync(join(project.folder, checksFile))) return [];
  const problems: Problem[] = [];
  const claims = await collectProblems(problems, () => loadClaims(project));
  // Against claims that cannot be read, every name would be unknown.
  const checks =
    claims &&
    (await collectProblems(problems, () => readChecks(readSource(checksFile, project.folder), claims, set)));
  if (problems.length > 0 || !checks) throw new BadInput(problems);
  return checks;
}
