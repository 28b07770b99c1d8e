// In a page that the preview serves: follows edits. A new result is loaded in place, an error is shown above the old one.

import { requestHotUpdate } from "../page/hotUpdate.ts";
import { currentPageState, morph, type PageState, restore } from "../page/pageState.ts";

/** What the preview says; `page` is a path as in the address, without the first slash. */
type News = { kind: "made"; page: string } | { kind: "failed"; page: string; message: string };

const index = "index.html";
const page = decodeURIComponent(location.pathname.slice(1)).replace(/(^|\/)$/, `$1${index}`);
const failures = new Map<string, string>();
const keptAs = "sandtable-preview";
/** Charts that take longer are drawn while the preview goes on. */
const drawingMs = 1000;

returnToPlace();
let shown = document.currentScript!.dataset.version!;
let source = document.visibilityState === "visible" ? listen(shown) : undefined;

/** Hears what is made and what fails; the version is what the page shows. */
function listen(version: string): EventSource {
  const heard = new EventSource(`/~preview?${new URLSearchParams({ page, version })}`);
  heard.addEventListener("message", ({ data }) => hear(JSON.parse(data as string) as News));
  // A preview that was started anew knows nothing of what was wrong before.
  heard.addEventListener("open", () => {
    failures.clear();
    show();
  });
  return heard;
}

// A page behind others hears nothing: what somebody looks at comes first, and a browser has few connections to give.
document.addEventListener("visibilitychange", () => {
  source?.close();
  source = document.visibilityState === "visible" ? listen(shown) : undefined;
});

function hear(news: News): void {
  // The index speaks of all pages.
  if (news.page !== page && page !== index) return;
  if (news.kind === "failed") failures.set(news.page, news.message);
  else failures.delete(news.page);
  show();
  if (news.kind === "made" && news.page === page) void follow();
}

/** What is kept over a reload; what was set on the page stands in its address. */
interface Kept extends PageState {
  page: string;
  top: number;
}

let isFollowing = false;
let isBehind = false;

/** Becomes the page as it is now; what is made meanwhile comes after. */
async function follow(): Promise<void> {
  isBehind = true;
  if (isFollowing) return;
  isFollowing = true;
  await parsed();
  while (isBehind) {
    isBehind = false;
    await pageNow()
      .then(become)
      .catch(() => location.reload());
  }
  isFollowing = false;
}

/** Resolves when the page's own script has begun. */
async function parsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** The page as it is now, without what this one has. */
async function pageNow(): Promise<Document> {
  const answer = await fetch(`${location.pathname}?short`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** A report takes what is new where it stands; other pages show what the new one says, then load it, which takes longer. */
async function become(next: Document): Promise<void> {
  const version = next.querySelector<HTMLElement>("script[data-version]")?.dataset.version;
  const taken = version === undefined ? undefined : requestHotUpdate(next);
  if (taken) {
    await taken;
    void sayRead(version!);
    return;
  }
  const kept: Kept = { ...currentPageState(), page, top: scrollY };
  document.documentElement.dataset.shown = "ahead";
  // Where something was set on the page, the new one says something else once it has played that.
  if (location.hash === "") morph(next);
  await painted();
  keep(kept);
  location.reload();
}

/** Listens from this version on: the preview, which has left the machine to this page, goes on. */
async function sayRead(version: string): Promise<void> {
  shown = version;
  await painted();
  await drawn();
  if (shown !== version || source === undefined) return;
  source.close();
  source = listen(version);
}

/** Resolves when all charts that can be seen are drawn, or have had their time. */
function drawn(): Promise<void> {
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

function keep(place: Kept): void {
  try {
    sessionStorage.setItem(keptAs, JSON.stringify(place));
  } catch {
    // Charts can be more than a browser stores; without them the page is empty for a moment.
    sessionStorage.setItem(keptAs, JSON.stringify({ ...place, charts: {} } satisfies Kept));
  }
}

/** Resolves when what is there now can be seen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page in the background is not painted.
    setTimeout(resolve, 100);
  });
}

function returnToPlace(): void {
  const text = sessionStorage.getItem(keptAs);
  sessionStorage.removeItem(keptAs);
  const place = JSON.parse(text ?? "null") as Kept | null;
  if (place?.page !== page) return;
  restore(document, place);
  // Charts are drawn after the page is there: it grows for a while.
  const patienceMs = 1500;
  const started = performance.now();
  history.scrollRestoration = "manual";
  let moved = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(kind, () => (moved = true), { once: true, passive: true });
  const stay = () => {
    if (moved) return;
    if (Math.abs(scrollY - place.top) > 1) scrollTo({ top: place.top, behavior: "instant" });
    if (performance.now() - started < patienceMs) requestAnimationFrame(stay);
  };
  stay();
}

let notice: HTMLElement | undefined;

/** The errors as the command line tells them, above the old result, which is greyed. */
function show(): void {
  const messages = [...failures.values()];
  for (const part of document.body.children) {
    if (part === notice || !(part instanceof HTMLElement)) continue;
    part.style.filter = messages.length > 0 ? "grayscale(1)" : "";
    part.style.opacity = messages.length > 0 ? "0.45" : "";
  }
  notice?.remove();
  notice = undefined;
  if (messages.length === 0) return;
  notice = document.createElement("div");
  notice.setAttribute("role", "alert");
  notice.id = "preview-failure";
  const heading = document.createElement("strong");
  heading.textContent = "This is the last result that could be made. Since then:";
  const text = document.createElement("pre");
  text.textContent = messages.join("\n");
  // Set one by one: the page's policy allows no style attribute in markup.
  Object.assign(text.style, {
    margin: "0.5rem 0 0",
    border: "0",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    background: "none",
    padding: "0",
    color: "inherit",
  });
  Object.assign(notice.style, {
    position: "sticky",
    top: "0",
    zIndex: "1000",
    padding: "0.75rem 1rem",
    maxHeight: "50vh",
    overflow: "auto",
    font: "0.8125rem/1.5 'DejaVu Sans', Verdana, sans-serif",
    color: "#fff",
    background: "#8a2a00",
  });
  notice.append(heading, text);
  document.body.prepend(notice);
}
