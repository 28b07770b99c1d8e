// Replaces the controls of a page while a reader may be using them.

/**
 * Puts `fresh` in place of `old`. The function that it returns brings back the focus, and writes texts that were
 * unfinished (focused or refused) into the fields of the same ids, as if they were typed there.
 */
export function replaceForm(old: HTMLElement, fresh: HTMLElement): () => void {
  const focused = document.activeElement?.id;
  const isUnfinished = (field: HTMLInputElement) =>
    field.id === focused || field.getAttribute("aria-invalid") === "true";
  const fields = [...old.querySelectorAll<HTMLInputElement>("input[type=text]")].filter(isUnfinished);
  const texts = fields.map(({ id, value }): [string, string] => [id, value]);
  old.replaceWith(fresh);
  return () => {
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    for (const [id, text] of texts) {
      const field = document.getElementById(id) as HTMLInputElement | null;
      if (!field || field.value === text) continue;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
}
