// `sandtable check`: do the claims close, and what unstated assumption would close them?
import type { Command } from "commander";
import { checkClaims } from "../../analysis/checks/checkClaims.ts";
import type { CheckFindings } from "../../analysis/checks/checkFindings.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { jsonText } from "../../format/jsonText.ts";
import { loadChecks } from "../../node/project/loadChecks.ts";
import { findProject } from "../../node/project/project.ts";
import { breakEvenText, describeChecks, statementOf } from "../describeChecks.ts";
import { collect } from "../options.ts";
import { print } from "../terminal.ts";

interface CheckOptions {
  set?: string[];
  strict?: true;
  json?: true;
}

/** Registers `check` with the program. */
export function register(command: Command): void {
  command
    .option(
      "--set <name=belief>",
      'a claim read otherwise, in every check: "price=11k to 40k"; repeatable',
      collect,
    )
    .option("--strict", "a broken check is bad input (exit code 2)")
    .option("--json", "as data")
    .action(check);
}

async function check({ set = [], strict, json }: CheckOptions): Promise<void> {
  const checks = checkClaims(await loadChecks(findProject(process.cwd()), set));
  print(json ? jsonText({ format: "sandtable/checks@1", checks }) : describeChecks(checks));
  const broken = checks.filter(({ status }) => status === "broken");
  if (strict && broken.length > 0) throw new BadInput(broken.map(problemOf));
}

function problemOf(check: CheckFindings) {
  const { id, place, unknowns } = check;
  const hint = unknowns.map(breakEvenText).join("; ");
  return { place, path: `checks.${id}`, message: `is broken: ${statementOf(check)}`, ...(hint && { hint }) };
}
