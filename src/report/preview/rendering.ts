// Waits for what the browser does with a page.

/** Charts that take longer are drawn while the preview goes on. */
const drawingMs = 1000;
/** A page in the background is not painted. */
const paintMs = 100;

/** Resolves when the page's own script has run for the first time. */
export async function parsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** Resolves when the page is painted as it is now. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, paintMs);
  });
}

/** Resolves when a report has drawn all charts that can be seen, or after a second. */
export function drawn(): Promise<void> {
  const root = document.documentElement;
  return new Promise((resolve) => {
    const isDrawn = () => ["seen", "settled"].includes(root.dataset.shown ?? "");
    if (isDrawn()) return resolve();
    const done = () => {
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(() => isDrawn() && done());
    observer.observe(root, { attributeFilter: ["data-shown"] });
    setTimeout(done, drawingMs);
  });
}
