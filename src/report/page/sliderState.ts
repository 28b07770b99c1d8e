// A slider that moves a belief's typical value, as a state machine.

import { beliefAt, movedTo, sliderPosition } from "../shared/slider.ts";
import type { TypicalValue } from "../shared/typicalValue.ts";

/** Where a slider stands, and which belief it moves. */
export type SliderState = {
  /** The belief that was written last: its range stays the slider's while that is moved. */
  anchor: { belief: string; typical: TypicalValue };
  position: number;
} & ({ kind: "atAnchor" } | { kind: "moved"; belief: string });

/** A slider that stands at the typical value of a belief. */
export function sliderAt(belief: string, typical: TypicalValue): SliderState {
  return { kind: "atAnchor", anchor: { belief, typical }, position: sliderPosition(typical) };
}

/** The slider after it was moved to `position`, or on to the next that changes the belief's text, which is `text` now. */
export function moveSlider(
  { anchor, position }: SliderState,
  to: number,
  text: string,
): Extract<SliderState, { kind: "moved" }> {
  const reached = movedTo(position, to, text, anchor.typical);
  return { kind: "moved", anchor, position: reached, belief: beliefAt(reached, anchor.typical) };
}

/**
 * The slider when `belief` is in force. One that the slider itself has made changes nothing; any other becomes the
 * anchor, and `typicalOf` gives its typical value.
 */
export function followBelief(
  state: SliderState,
  belief: string,
  typicalOf: (belief: string) => TypicalValue,
): SliderState {
  if (state.kind === "moved" && belief === state.belief) return state;
  const { anchor } = state;
  return sliderAt(belief, belief === anchor.belief ? anchor.typical : typicalOf(belief));
}
