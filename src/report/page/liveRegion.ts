// Messages in an element that screen readers announce (`role="status"`).

/** Long enough to be read, and for a screen reader to get to it. */
const readMs = 5000;

/** Shows a message; one that `isTemporary` is removed after five seconds, any other stays until the next. */
export type Announce = (message: string, isTemporary: boolean) => void;

/** Announces in `element`. */
export function liveRegion(element: { textContent: string | null }): Announce {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message, isTemporary) => {
    clearTimeout(timer);
    element.textContent = message;
    if (!isTemporary) return;
    timer = setTimeout(() => {
      element.textContent = "";
    }, readMs);
  };
}
