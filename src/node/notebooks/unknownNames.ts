// A name that is none: the error says which was meant, or what there is.
import type { Findings } from "../../analysis/findings.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { chartNames } from "../../charts/chartsOf.ts";

/** The error for a chart that there is not, with the nearest name. */
export function unknownChart(findings: Findings, name: string): RangeError {
  const names = [...Object.keys(findings.variants[0]!.outputs), ...chartNames(findings)];
  return new RangeError(`${findings.scenario} has no chart "${name}" (${nearestHint(name, names)})`);
}

/** The error for an assumption that there is not, with the nearest name. */
export function unknownAssumption(name: string, known: readonly string[]): RangeError {
  return new RangeError(`there is no assumption "${name}" (${nearestHint(name, known)})`);
}
