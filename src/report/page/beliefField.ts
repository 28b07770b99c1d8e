// The control of one belief: a text field, a slider that moves its typical value, and a button that takes it back.

import type { Assumption } from "../../assumptions/assumptions.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { unitWords } from "../../format/numbers.ts";
import { beliefProblem } from "../shared/settings.ts";
import { shown, sliderValue, typicalOf } from "../shared/slider.ts";
import { type Field, type FormState, mark, showText } from "./field.ts";
import { followBelief, moveSlider, type SliderState, sliderAt } from "./sliderState.ts";

interface BeliefField extends Pick<Field, "name" | "row" | "text"> {
  form: FormState;
  /** The assumption as the base has it. */
  base: Pick<Assumption, "belief" | "unit">;
  slider: HTMLInputElement;
  state: SliderState;
}

/** Connects the row of a belief; `data-input` names its assumption. */
export function connectBeliefField(row: HTMLElement, form: FormState): Field {
  const name = row.dataset.input!;
  const { data } = form;
  const base = assumptionIn("base", name, form);
  const field: BeliefField = {
    name,
    row,
    text: row.querySelector<HTMLInputElement>("input[type=text]")!,
    form,
    base,
    slider: row.querySelector<HTMLInputElement>("input[type=range]")!,
    state: sliderAt(base.belief, typicalOf(name, base.belief, base.unit, data)),
  };
  field.slider.addEventListener("input", () => slide(field));
  field.text.addEventListener("input", () => write(field));
  row.querySelector(".undo")!.addEventListener("click", () => undo(field));
  return { name, row, text: field.text, show: () => show(field) };
}

function slide(field: BeliefField): void {
  const { name, slider, form } = field;
  const moved = moveSlider(field.state, Number(slider.value), beliefInForce(field));
  slider.value = String(moved.position);
  if (beliefProblem(name, moved.belief, form.data)) {
    field.state = { ...field.state, position: moved.position };
    return;
  }
  field.state = moved;
  field.text.value = moved.belief;
  mark(field, undefined);
  describePosition(field);
  setBelief(field, moved.belief);
}

function write(field: BeliefField): void {
  const { name, text, form } = field;
  const problem = beliefProblem(name, text.value, form.data);
  mark(field, problem && { field: name, text: text.value, problem });
  if (!problem) setBelief(field, text.value.trim());
}

function undo(field: BeliefField): void {
  const { name, form } = field;
  const { [name]: _, ...others } = form.settings.set;
  const before = ownValue(form.published.set, name);
  mark(field, undefined);
  field.text.value = before ?? assumptionIn(form.settings.variant, name, form).belief;
  form.change({ set: before === undefined ? others : { ...others, [name]: before } });
}

function show(field: BeliefField): void {
  const { name, row, form, slider, base, state } = field;
  const { settings, published, data } = form;
  const belief = beliefInForce(field);
  row.classList.toggle("is-changed", ownValue(settings.set, name) !== ownValue(published.set, name));
  field.state = followBelief(state, belief, (text) => typicalOf(name, text, base.unit, data));
  const { kind, anchor, position } = field.state;
  if (anchor.belief !== state.anchor.belief) {
    const { low, high } = anchor.typical;
    const [lowEnd, highEnd] = row.querySelectorAll(".ends span");
    lowEnd!.textContent = shown(low, anchor.typical);
    highEnd!.textContent = shown(high, anchor.typical);
    slider.disabled = low >= high;
  }
  if (kind === "atAnchor") {
    slider.value = String(position);
    describePosition(field);
  }
  showText(field, belief);
}

/** Sets the belief, or takes the setting back where it is the base's own. */
function setBelief({ name, base, form }: BeliefField, belief: string): void {
  const { settings, published } = form;
  const { [name]: _, ...others } = settings.set;
  const isBase =
    belief === base.belief && ownValue(published.set, name) === undefined && settings.variant === "base";
  form.change({ set: isBase ? others : { ...others, [name]: belief } });
}

/** The value for screen readers: the slider's own is a number of steps. */
function describePosition({ slider, base, state }: BeliefField): void {
  const { kind, anchor, position } = state;
  const value = kind === "atAnchor" ? anchor.typical.value : sliderValue(position, anchor.typical);
  slider.setAttribute("aria-valuetext", `${shown(value, anchor.typical)} ${unitWords(base.unit)}`.trim());
}

function beliefInForce({ name, form }: BeliefField): string {
  const { settings } = form;
  return ownValue(settings.set, name) ?? assumptionIn(settings.variant, name, form).belief;
}

function assumptionIn(
  variant: string,
  name: string,
  { data }: FormState,
): Pick<Assumption, "belief" | "unit"> {
  const { variants } = data.config;
  const { assumptions } = variants.find((one) => one.name === variant) ?? variants[0]!;
  return assumptions.find((assumption) => assumption.name === name)!;
}
