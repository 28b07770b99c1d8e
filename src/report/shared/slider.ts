// Between a belief and the slider that moves its typical value.

import { conversionFactor } from "../../assumptions/units.ts";
import { formatNumber } from "../../format/numbers.ts";
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

/** The belief with the typical value for which a slider stands at `position`. */
export function beliefAt(position: number, { low, high, at }: TypicalValue): string {
  return at(sliderValue(position, { low, high }));
}

/** The typical value for which a slider stands at `position`. */
export function sliderValue(position: number, { low, high }: Pick<TypicalValue, "low" | "high">): number {
  return low + (position / sliderSteps) * (high - low);
}

/**
 * Where a slider comes to that is moved from one position to another: a step can be smaller than the digits in which a
 * belief is written, and goes on until the text is no longer `text`. `to` where there is no other text that way.
 */
export function movedTo(from: number, to: number, text: string, typical: TypicalValue): number {
  const step = Math.sign(to - from);
  if (step === 0) return to;
  for (let position = to; position >= 0 && position <= sliderSteps; position += step) {
    if (beliefAt(position, typical) !== text) return position;
  }
  return to;
}

/** A value beside a slider. */
export function shown(value: number, { percent, digits }: TypicalValue): string {
  return formatNumber(value, { percent, digits });
}
