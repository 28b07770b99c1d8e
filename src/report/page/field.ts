// What the fields of a page's controls have in common: a text that is in force, or is marked where it breaks.

import { replaced } from "../../beliefs/correction.ts";
import { html } from "../shared/html.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { PageSettings, Refusal } from "../shared/settings.ts";

/** What the fields of one form share. */
export interface FormState {
  readonly data: LiveData;
  readonly published: PageSettings;
  /** The settings in force. */
  settings: PageSettings;
  /** Called with the settings that a reader has changed. */
  change(changes: Partial<PageSettings>): void;
}

/** A row of the controls with a text field. */
export interface Field {
  /** Of the assumption, or of the setting. */
  name: string;
  row: HTMLElement;
  text: HTMLInputElement;
  /** Shows the settings in force, in place of any text that nobody is writing. */
  show(): void;
}

/** Shows `text` in a field unless it has the focus or is marked. */
export function showText({ text: input }: Pick<Field, "text">, text: string): void {
  const isWriting = document.activeElement === input || input.getAttribute("aria-invalid") === "true";
  if (!isWriting) input.value = text;
}

/** Marks a field and its text where it breaks, in the command line's words; without a refusal removes the mark. */
export function mark({ row, text: input }: Pick<Field, "row" | "text">, refusal: Refusal | undefined): void {
  input.setAttribute("aria-invalid", String(refusal !== undefined));
  const problem = row.querySelector(".problem")!;
  if (!refusal) {
    problem.textContent = "";
    return;
  }
  const { span, message, hint, replacements } = refusal.problem;
  const { text } = refusal;
  const end = Math.max(span.end, span.start + 1);
  const broken = text.slice(span.start, end) || " ";
  const before = text.slice(0, span.start);
  problem.innerHTML =
    html`<code>${before}<mark>${broken}</mark>${text.slice(end)}</code><br>${message}${hint === undefined ? "" : ` (${hint})`}`.markup;
  for (const replacement of replacements) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "instead";
    button.textContent = replaced(text, replacement);
    button.title = "Write this instead";
    button.addEventListener("click", () => {
      input.value = replaced(text, replacement);
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    problem.append(" ", button);
  }
}
