// The controls of a page: what a reader moves or writes becomes a belief, or is marked where it breaks.

import { ownValue } from "../../assumptions/ownValue.ts";
import { unitWords } from "../../format/numbers.ts";
import { html } from "../shared/html.ts";
import type { LiveData } from "../shared/liveData.ts";
import { beliefProblem, horizonProblem, type PageSettings, type Refusal } from "../shared/settings.ts";
import { beliefAt, movedTo, shown, sliderPosition, sliderValue, typicalOf } from "../shared/slider.ts";
import type { TypicalValue } from "../shared/typicalValue.ts";

export interface Controls {
  /** Shows the settings in all controls that nobody is writing in. */
  show(settings: PageSettings): void;
  /** Marks a text that cannot be, as if it were written into its field. */
  refuse(refusal: Refusal): void;
  /** Takes all marks away. */
  unmark(): void;
}

/** Connects the controls inside `form`; `change` is called with what is otherwise from now on. */
export function connectControls(
  form: HTMLElement,
  data: LiveData,
  published: PageSettings,
  change: (changes: Partial<PageSettings>) => void,
): Controls {
  const fields = [...form.querySelectorAll<HTMLElement>("[data-input]")].map((row) => beliefField(row));
  const settingProblems: Readonly<Record<string, (text: string) => Refusal["problem"] | undefined>> = {
    horizon: (text) => horizonProblem(text, data),
    seed: () => undefined,
  };
  const others = [...form.querySelectorAll<HTMLElement>("[data-setting]")].map((row) => settingField(row));
  let settings = published;

  for (const radio of form.querySelectorAll<HTMLInputElement>("input[name=variant]")) {
    radio.addEventListener("change", () => change({ variant: radio.value }));
  }
  form.addEventListener("submit", (event) => event.preventDefault());

  function beliefField(row: HTMLElement) {
    const name = row.dataset.input!;
    const own = data.config.variants[0]!.assumptions.find((assumption) => assumption.name === name)!;
    const text = row.querySelector<HTMLInputElement>("input[type=text]")!;
    const slider = row.querySelector<HTMLInputElement>("input[type=range]")!;
    // A slider moves the belief that was last written, so that its range stays under the hand.
    let anchor: TypicalValue = typicalOf(name, own.belief, own.unit, data);
    let anchorText = own.belief;
    let moved: string | undefined;

    const believed = () => ownValue(settings.set, name) ?? beliefIn(settings.variant);
    const beliefIn = (variant: string) =>
      (data.config.variants.find((one) => one.name === variant) ?? data.config.variants[0]!).assumptions.find(
        (assumption) => assumption.name === name,
      )!.belief;
    const set = (belief: string) => {
      const { [name]: _, ...others } = settings.set;
      const isOwn =
        belief === own.belief && ownValue(published.set, name) === undefined && settings.variant === "base";
      change({ set: isOwn ? others : { ...others, [name]: belief } });
    };
    let position = Number(slider.value);
    slider.addEventListener("input", () => {
      position = movedTo(position, Number(slider.value), believed(), anchor);
      slider.value = String(position);
      const belief = beliefAt(position, anchor);
      if (beliefProblem(name, belief, data)) return;
      moved = belief;
      text.value = belief;
      mark(row, text, undefined);
      sayPosition(sliderValue(position, anchor));
      set(belief);
    });
    text.addEventListener("input", () => {
      const problem = beliefProblem(name, text.value, data);
      mark(row, text, problem && { field: name, text: text.value, problem });
      if (!problem) set(text.value.trim());
    });
    row.querySelector(".undo")!.addEventListener("click", () => {
      const { [name]: _, ...others } = settings.set;
      const before = ownValue(published.set, name);
      mark(row, text, undefined);
      text.value = before ?? beliefIn(settings.variant);
      change({ set: before === undefined ? others : { ...others, [name]: before } });
    });

    function sayPosition(value: number): void {
      slider.setAttribute("aria-valuetext", `${shown(value, anchor)} ${unitWords(own.unit)}`.trim());
    }
    return {
      row,
      name,
      text,
      show() {
        const belief = believed();
        row.classList.toggle("is-changed", ownValue(settings.set, name) !== ownValue(published.set, name));
        if (belief !== moved && belief !== anchorText) {
          anchor = typicalOf(name, belief, own.unit, data);
          anchorText = belief;
          const [low, high] = row.querySelectorAll(".ends span");
          low!.textContent = shown(anchor.low, anchor);
          high!.textContent = shown(anchor.high, anchor);
          slider.disabled = anchor.low >= anchor.high;
        }
        if (belief !== moved) {
          moved = undefined;
          position = sliderPosition(anchor);
          slider.value = String(position);
          sayPosition(anchor.value);
        }
        const isWriting = document.activeElement === text || text.getAttribute("aria-invalid") === "true";
        if (!isWriting) text.value = belief;
      },
    };
  }

  function settingField(row: HTMLElement) {
    const name = row.dataset.setting as "horizon" | "seed";
    const problemOf = settingProblems[name]!;
    const text = row.querySelector("input")!;
    text.addEventListener("input", () => {
      const problem = problemOf(text.value);
      mark(row, text, problem && { field: name, text: text.value, problem });
      if (!problem) change({ [name]: text.value.trim() });
    });
    return {
      row,
      name,
      text,
      show() {
        const isWriting = document.activeElement === text || text.getAttribute("aria-invalid") === "true";
        row.classList.toggle("is-changed", settings[name] !== published[name]);
        if (!isWriting) text.value = settings[name];
      },
    };
  }

  const all = [...fields, ...others];
  return {
    show(next) {
      settings = next;
      for (const radio of form.querySelectorAll<HTMLInputElement>("input[name=variant]")) {
        radio.checked = radio.value === settings.variant;
      }
      for (const field of all) field.show();
    },
    refuse(refusal) {
      const field = all.find(({ name }) => name === refusal.field);
      if (!field) return;
      field.text.value = refusal.text;
      mark(field.row, field.text, refusal);
    },
    unmark() {
      for (const { row, text } of all) mark(row, text, undefined);
    },
  };
}

/** Marks a field and its text where it breaks, in the command line's words; takes the mark away for no refusal. */
function mark(row: HTMLElement, field: HTMLInputElement, refusal: Refusal | undefined): void {
  field.setAttribute("aria-invalid", String(refusal !== undefined));
  const words = row.querySelector(".problem")!;
  if (!refusal) {
    words.textContent = "";
    return;
  }
  const { span, message, hint } = refusal.problem;
  const { text } = refusal;
  const end = Math.max(span.end, span.start + 1);
  const broken = text.slice(span.start, end) || " ";
  const before = text.slice(0, span.start);
  words.innerHTML =
    html`<code>${before}<mark>${broken}</mark>${text.slice(end)}</code><br>${message}${hint === undefined ? "" : ` (${hint})`}`.markup;
}
