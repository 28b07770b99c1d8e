// A run as a live page is given it.
import type { Findings } from "../../analysis/findings.ts";
import { describeInput } from "../../assumptions/input.ts";
import type { Overrides } from "../../assumptions/readConfig.ts";
import { type InputBounds, type LiveData, sentConfig } from "../../report/shared/liveData.ts";
import type { LoadedScenario } from "../project/project.ts";

/** Findings with what it takes to play them again otherwise. */
export function liveData(
  { scenario, config, data }: Pick<LoadedScenario, "scenario" | "config" | "data">,
  findings: Findings,
  overrides: Overrides = {},
): LiveData {
  const inputs = Object.entries(scenario.inputs).map(([input, declaration]): [string, InputBounds] => {
    const { unit, min, max } = describeInput(input, declaration);
    // JSON has no infinity.
    return [input, { unit, ...(Number.isFinite(min) && { min }), ...(Number.isFinite(max) && { max }) }];
  });
  return {
    findings,
    config: sentConfig(config),
    inputs: Object.fromEntries(inputs),
    columns: [...data].map(([key, numbers]) => [...(JSON.parse(key) as [string, string]), numbers]),
    overrides,
  };
}
