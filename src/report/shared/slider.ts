// Positions of a slider and the beliefs that belong to them.

import { conversionFactor } from "../../assumptions/units.ts";
import { formatNumber } from "../../format/numbers.ts";
import type { LiveData } from "./liveData.ts";
import { beliefOptions, boundsOf } from "./settings.ts";
import { type TypicalValue, typicalValue } from "./typicalValue.ts";

/** The typical value of a belief about an input; `unit` is the belief's. */
export function typicalOf(name: string, belief: string, unit: string, data: LiveData): TypicalValue {
  const { unit: inputUnit, min, max } = boundsOf(name, data);
  const factor = conversionFactor(unit, inputUnit) ?? 1;
  return typicalValue(belief, { min: min / factor, max: max / factor }, beliefOptions(data));
}

/** Positions of a slider are whole numbers from 0 to this. */
export const sliderSteps = 1000;

/** The position of the typical value; 0 where its range is empty. */
export function sliderPosition({ value, low, high }: TypicalValue): number {
  return low < high ? Math.round((sliderSteps * (value - low)) / (high - low)) : 0;
}

/** The belief whose typical value is at `position`. */
export function beliefAt(position: number, { low, high, at }: TypicalValue): string {
  return at(sliderValue(position, { low, high }));
}

/** The typical value at `position`. */
export function sliderValue(position: number, { low, high }: Pick<TypicalValue, "low" | "high">): number {
  return low + (position / sliderSteps) * (high - low);
}

/**
 * The position after a move from one position to another. A step can be smaller than the digits in which a belief is
 * written: the move goes on until the belief's text is no longer `text`, or ends at `to` where it never is.
 */
export function movedTo(from: number, to: number, text: string, typical: TypicalValue): number {
  const step = Math.sign(to - from);
  if (step === 0) return to;
  for (let position = to; position >= 0 && position <= sliderSteps; position += step) {
    if (beliefAt(position, typical) !== text) return position;
  }
  return to;
}

/** A value of a slider as text, in the digits of the belief. */
export function shown(value: number, { percent, digits }: TypicalValue): string {
  return formatNumber(value, { percent, digits });
}
