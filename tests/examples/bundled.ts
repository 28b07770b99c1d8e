// The scenarios that the kit brings along. In a project whose article is another they are gone: tests that need them
// stand in this folder, which tests/vitest.config.ts and tests/long.config.ts leave out then.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Scenario } from "../../src/simulation/scenario.ts";

const folder = new URL("../../scenarios/", import.meta.url);

/** Whether the bundled scenarios with their claims are there. */
export const hasBundledScenarios: boolean = ["payments.ts", "manpower.ts", "claims.yaml"].every((file) =>
  existsSync(fileURLToPath(new URL(file, folder))),
);

/** What is left out without them, as a Vitest pattern; says so on standard error. */
export function withoutBundledScenarios(): string[] {
  if (hasBundledScenarios) return [];
  process.stderr.write("tests/examples/ is left out: the bundled scenarios are not in scenarios/\n");
  return ["tests/examples/**"];
}

/** The model of a bundled scenario. Imported by its name, so that types can be checked where it is gone. */
export async function bundledScenario(name: string): Promise<Scenario> {
  return (await import(new URL(`${name}.ts`, folder).href)).default;
}

/** A YAML file of scenarios/ with its text: bundledSource("claims.yaml") */
export function bundledSource(file: string): { file: string; text: string } {
  return { file, text: readFileSync(new URL(file, folder), "utf8") };
}
