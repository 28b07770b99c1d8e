// What is kept over a reload of a page; its settings are in the address.
import { type PageState, restore } from "./pageState.ts";

const storageKey = "sandtable-preview";
/** Charts are drawn after the page has loaded: it grows for a while. */
const growingMs = 1500;

/** A page's state with the position of its window. */
export interface ReloadState extends PageState {
  /** Path of the page. */
  page: string;
  /** Pixels from the top. */
  top: number;
}

/** Stores the state for the next load in this tab. */
export function saveReloadState(state: ReloadState): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // Charts can be more than a browser stores; without them the page is empty for a moment.
    sessionStorage.setItem(storageKey, JSON.stringify({ ...state, charts: {} } satisfies ReloadState));
  }
}

/** Restores what was stored for this page, and keeps the position until the page has grown or the reader scrolls. */
export function restoreReloadState(page: string): void {
  const text = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  const state = JSON.parse(text ?? "null") as ReloadState | null;
  if (state?.page !== page) return;
  restore(document, state);
  history.scrollRestoration = "manual";
  holdPosition(state.top);
}

function holdPosition(top: number): void {
  const started = performance.now();
  let hasScrolled = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(kind, () => (hasScrolled = true), { once: true, passive: true });
  const hold = () => {
    if (hasScrolled) return;
    if (Math.abs(scrollY - top) > 1) scrollTo({ top, behavior: "instant" });
    if (performance.now() - started < growingMs) requestAnimationFrame(hold);
  };
  hold();
}
