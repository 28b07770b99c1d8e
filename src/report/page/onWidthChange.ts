// Changes of the page's width, each reported once.

/** A window that is resized with the mouse passes through many widths. */
const settleMs = 100;

/** Calls `act` when the page has had another width for a moment; `options.signal` ends it. */
export function onWidthChange(act: () => void, options: AddEventListenerOptions = {}): void {
  let width = innerWidth;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    if (innerWidth === width || options.signal?.aborted) return;
    width = innerWidth;
    act();
  };
  const resized = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, settleMs);
  };
  addEventListener("resize", resized, options);
}
