// `sandtable check`: do the claims close, and what unstated assumption would close them? And are the scenarios one world?
import type { Command } from "commander";
import { checkClaims } from "../../analysis/checks/checkClaims.ts";
import type { CheckFindings } from "../../analysis/checks/checkFindings.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { jsonText } from "../../format/jsonText.ts";
import { checkWorld, isWorld } from "../../node/project/checkWorld.ts";
import { loadChecks } from "../../node/project/loadChecks.ts";
import { findProject } from "../../node/project/project.ts";
import type { Session } from "../../node/project/session.ts";
import { breakEvenText, describeChecks, statementOf } from "../describeChecks.ts";
import { describeDifferences, worldWarnings } from "../describeWorldCheck.ts";
import { collect } from "../options.ts";
import { print, printError } from "../terminal.ts";

interface CheckOptions {
  set?: string[];
  strict?: true;
  json?: true;
}

/** Registers `check` with the program. */
export function register(command: Command, session: Session): void {
  command
    .option(
      "--set <name=belief>",
      'a claim read otherwise, in every check: "price=11k to 40k"; repeatable',
      collect,
    )
    .option("--strict", "a broken check is bad input (exit code 2)")
    .option("--json", "as data")
    .action((options: CheckOptions) => check(options, session));
}

async function check({ set = [], strict, json }: CheckOptions, session: Session): Promise<void> {
  const project = findProject(process.cwd());
  const checks = checkClaims(await loadChecks(project, set));
  if (!json) print(describeChecks(checks));
  const world = isWorld(project) ? await checkWorld(project, session) : undefined;
  if (json) print(jsonText({ format: "sandtable/checks@1", checks, ...(world && { world }) }));
  else if (world && world.differences.length > 0) print(`\n${describeDifferences(world)}`);
  for (const warning of world ? worldWarnings(world) : []) printError(`warning: ${warning}`);
  const broken = checks.filter(({ status }) => status === "broken");
  if (strict && broken.length > 0) throw new BadInput(broken.map(problemOf));
}

function problemOf(check: CheckFindings) {
  const { id, place, unknowns } = check;
  const hint = unknowns.map(breakEvenText).join("; ");
  return { place, path: `checks.${id}`, message: `is broken: ${statementOf(check)}`, ...(hint && { hint }) };
}
