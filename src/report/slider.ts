// Between a belief and the slider that moves its typical value.
import { formatNumber } from "../analysis/digits.ts";
import { conversionFactor } from "../assumptions/units.ts";
import type { LiveData } from "./liveData.ts";
import { beliefOptions, boundsOf } from "./settings.ts";
import { type TypicalValue, typicalValue } from "./typicalValue.ts";

/** The typical value of a belief about an input. */
export function typicalOf(name: string, belief: string, unit: string, data: LiveData): TypicalValue {
  const { unit: inputUnit, min, max } = boundsOf(name, data);
  const factor = conversionFactor(unit, inputUnit) ?? 1;
  return typicalValue(belief, { min: min / factor, max: max / factor }, beliefOptions(data));
}

export const sliderSteps = 1000;

/** Where a slider stands for the typical value. */
export function sliderPosition({ value, low, high }: TypicalValue): number {
  return low < high ? Math.round((sliderSteps * (value - low)) / (high - low)) : 0;
}

/** A value beside a slider. */
export function shown(value: number, { percent }: TypicalValue): string {
  return formatNumber(value, { percent, digits: 3 });
}
