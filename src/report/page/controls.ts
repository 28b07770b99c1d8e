// The controls of a page: what a reader moves or writes becomes a setting, or is marked where it breaks.

import type { LiveData } from "../shared/liveData.ts";
import type { PageSettings, Refusal } from "../shared/settings.ts";
import { connectBeliefField } from "./beliefField.ts";
import { type FormState, mark } from "./field.ts";
import { connectSettingField } from "./settingField.ts";

/** The controls of a report or a panel. */
export interface Controls {
  /** Shows the settings in all controls that nobody is writing in. */
  show(settings: PageSettings): void;
  /** Writes a refused text into its field and marks it there. */
  refuse(refusal: Refusal): void;
  /** Removes all marks. */
  unmark(): void;
}

/** Connects the controls inside `form`; `change` is called with the settings that a reader has changed. */
export function connectControls(
  form: HTMLElement,
  data: LiveData,
  published: PageSettings,
  change: (changes: Partial<PageSettings>) => void,
): Controls {
  const state: FormState = { data, published, settings: published, change };
  const rows = (selector: string) => [...form.querySelectorAll<HTMLElement>(selector)];
  const fields = [
    ...rows("[data-input]").map((row) => connectBeliefField(row, state)),
    ...rows("[data-setting]").map((row) => connectSettingField(row, state)),
  ];
  const variants = [...form.querySelectorAll<HTMLInputElement>("input[name=variant]")];
  for (const radio of variants) radio.addEventListener("change", () => change({ variant: radio.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  return {
    show(settings) {
      state.settings = settings;
      for (const radio of variants) radio.checked = radio.value === settings.variant;
      for (const field of fields) field.show();
    },
    refuse(refusal) {
      const field = fields.find(({ name }) => name === refusal.field);
      if (!field) return;
      field.text.value = refusal.text;
      mark(field, refusal);
    },
    unmark() {
      for (const field of fields) mark(field, undefined);
    },
  };
}
