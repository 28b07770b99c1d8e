// The sign that a page is working on what was asked of it.

/** Says so in `words`, and marks the parts that will be otherwise. */
export function showWorking(words: HTMLElement, parts: readonly Element[]): (isWorking: boolean) => void {
  return (isWorking) => {
    words.textContent = isWorking ? "Working …" : "";
    for (const part of parts) {
      if (isWorking) part.setAttribute("aria-busy", "true");
      else part.removeAttribute("aria-busy");
    }
  };
}
