// The control of a setting that is no belief: horizon or seed.

import { horizonProblem, type Refusal } from "../shared/settings.ts";
import { type Field, type FormState, mark, showText } from "./field.ts";

/** The problem of a text for a setting. */
const problems: Readonly<
  Record<"horizon" | "seed", (text: string, form: FormState) => Refusal["problem"] | undefined>
> = {
  horizon: (text, { data }) => horizonProblem(text, data),
  seed: () => undefined,
};

/** Connects the row of a setting; `data-setting` names it. */
export function connectSettingField(row: HTMLElement, form: FormState): Field {
  const name = row.dataset.setting as keyof typeof problems;
  const text = row.querySelector("input")!;
  text.addEventListener("input", () => {
    const problem = problems[name](text.value, form);
    mark({ row, text }, problem && { field: name, text: text.value, problem });
    if (!problem) form.change({ [name]: text.value.trim() });
  });
  return {
    name,
    row,
    text,
    show() {
      const { settings, published } = form;
      row.classList.toggle("is-changed", settings[name] !== published[name]);
      showText({ text }, settings[name]);
    },
  };
}
