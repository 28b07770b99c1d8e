// How a page says that its worker is busy.

/** Writes "Working …" into `label` while busy, and marks `parts` as about to change (`aria-busy`). */
export function busyIndicator(label: HTMLElement, parts: readonly Element[]): (isBusy: boolean) => void {
  return (isBusy) => {
    label.textContent = isBusy ? "Working …" : "";
    for (const part of parts) {
      if (isBusy) part.setAttribute("aria-busy", "true");
      else part.removeAttribute("aria-busy");
    }
  };
}
