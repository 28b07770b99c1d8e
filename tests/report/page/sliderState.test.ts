// A slider and the belief that it moves (right answers by hand).
import { expect, test } from "vitest";
import { followBelief, moveSlider, sliderAt } from "../../../src/report/page/sliderState.ts";
import { typicalValue } from "../../../src/report/shared/typicalValue.ts";

const typicalOf = (belief: string) => typicalValue(belief, { min: 0, max: 1000 });
const slider = sliderAt("uniform(0, 100)", typicalOf("uniform(0, 100)"));

test("stands at the typical value, and gives the belief for where it is moved to", () => {
  expect(slider.position).toBe(500);
  expect(moveSlider(slider, 250, slider.anchor.belief)).toMatchObject({
    kind: "moved",
    position: 250,
    belief: "pert(0, 25, 100)",
  });
});

test("keeps its range and position while its own belief is in force", () => {
  const moved = moveSlider(slider, 250, slider.anchor.belief);
  expect(followBelief(moved, moved.belief, typicalOf)).toBe(moved);
});

test("takes range and position of a belief that is written", () => {
  const moved = moveSlider(slider, 250, slider.anchor.belief);
  const written = followBelief(moved, "uniform(200, 400)", typicalOf);
  expect(written).toMatchObject({ kind: "atAnchor", position: 500 });
  expect(written.anchor.typical).toMatchObject({ low: 200, high: 400 });
});

test("comes back to its own belief without reading it again", () => {
  const moved = moveSlider(slider, 250, slider.anchor.belief);
  const unread = () => {
    throw new Error("it was read");
  };
  expect(followBelief(moved, slider.anchor.belief, unread)).toEqual(slider);
});
