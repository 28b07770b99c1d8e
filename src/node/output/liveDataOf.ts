// A run as a live page is given it.
import type { Findings } from "../../analysis/findings.ts";
import { assumptionInput } from "../../assumptions/assumptionInput.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { serializeColumns, serializeConfig } from "../../assumptions/serialized.ts";
import type { InputBounds, LiveData } from "../../report/shared/liveData.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";

/** Findings with what it takes to play them again otherwise. */
export function liveData(
  { scenario, config, data }: Pick<LoadedScenario, "scenario" | "config" | "data">,
  findings: Findings,
  overrides: Overrides = {},
): LiveData {
  const inputs = config.variants[0]!.assumptions.map((assumption): [string, InputBounds] => {
    const { unit, min, max } = assumptionInput(scenario, assumption);
    // JSON has no infinity.
    return [
      assumption.name,
      { unit, ...(Number.isFinite(min) && { min }), ...(Number.isFinite(max) && { max }) },
    ];
  });
  return {
    findings,
    config: serializeConfig(config),
    inputs: Object.fromEntries(inputs),
    columns: serializeColumns(data),
    overrides,
  };
}
