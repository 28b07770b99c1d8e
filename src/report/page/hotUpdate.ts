// How the preview asks an open page to become another one, which is quicker than loading that.

const kind = "sandtable-renewal";

interface Renewal {
  next: Document;
  /** Resolves when the page says what the other one says; absent where nobody has taken it. */
  taken?: Promise<void>;
}

/** Asks the page to become `next`; undefined where it cannot. */
export function requestHotUpdate(next: Document): Promise<void> | undefined {
  const renewal: Renewal = { next };
  document.dispatchEvent(new CustomEvent(kind, { detail: renewal }));
  return renewal.taken;
}

/** The page can become others from now on, one after the other. */
export function onHotUpdate(become: (next: Document) => Promise<void>): void {
  let before = Promise.resolve();
  document.addEventListener(kind, (event) => {
    const renewal = (event as CustomEvent<Renewal>).detail;
    renewal.taken = before.then(() => become(renewal.next));
    before = renewal.taken.catch(() => undefined);
  });
}
