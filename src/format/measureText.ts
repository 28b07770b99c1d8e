// What a measure is of, in words.

import type { Measure, MeasureStatistic } from "../analysis/solve/measure.ts";
import { inStep } from "../assumptions/calendar/stepWords.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { levelText } from "./levelText.ts";

/** `median of "Paid by the end"`, `chance that "Paid so far" is above 1B USD in month 12` */
export function measureWords(
  { outputs, step: unit }: Scenario,
  { output, statistic, step, passes }: Measure,
  { overTime = false, start }: { overTime?: boolean; start?: string | undefined } = {},
): string {
  const declared = outputs[output]!;
  const end = overTime ? "" : " at the end";
  const kind = kindOf(declared);
  const when =
    kind.shape === "series"
      ? step === undefined
        ? end
        : ` ${inStep({ unit, ...(start !== undefined && { start }) }, step)}`
      : "";
  if (!passes) return `${statisticWords(statistic)} of "${declared.label}"${when}`;
  const limit = levelText(passes.limit, kind.unitOf(declared));
  return `chance that "${declared.label}" is ${passes.side} ${limit}${when}`;
}

function statisticWords(statistic: MeasureStatistic): string {
  const words = { mean: "mean", p50: "median", probability: "chance" } as const;
  return statistic in words ? words[statistic as keyof typeof words] : statistic;
}
