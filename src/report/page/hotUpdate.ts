// A page that is open becomes its next version without a reload: the preview's script asks, the page's script does it.

/** Turns the page into `next`, except for forms, charts and the elements whose ids are in `kept`. */
export type Morph = (next: Document, kept?: readonly string[]) => void;

/** What a page needs to become another one; `morph` comes along, so that published pages do not hold its code. */
export interface HotUpdate {
  next: Document;
  morph: Morph;
}

const eventName = "sandtable-hot-update";

/** What the event carries; the page's script answers by setting `done`. */
interface Request extends HotUpdate {
  /** Resolves when the page shows the next version, rejects where it cannot become it. */
  done?: Promise<void>;
}

/** Asks the page to become the next version; undefined where its script does not support that. */
export function requestHotUpdate(update: HotUpdate): Promise<void> | undefined {
  const request: Request = { ...update };
  document.dispatchEvent(new CustomEvent(eventName, { detail: request }));
  return request.done;
}

/** Calls `apply` for each requested update, one after the other. */
export function onHotUpdate(apply: (update: HotUpdate) => Promise<void>): void {
  let previous = Promise.resolve();
  document.addEventListener(eventName, (event) => {
    const request = (event as CustomEvent<Request>).detail;
    request.done = previous.then(() => apply(request));
    previous = request.done.catch(() => undefined);
  });
}
