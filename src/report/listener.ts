// In a page that the preview serves: follows edits. A new result is loaded in place, an error is shown above the old one.
export {};

/** What the preview says; `page` is a path as in the address, without the first slash. */
type News = { kind: "made"; page: string } | { kind: "failed"; page: string; message: string };

const index = "index.html";
const page = decodeURIComponent(location.pathname.slice(1)).replace(/(^|\/)$/, `$1${index}`);
const failures = new Map<string, string>();
const kept = "sandtable-preview";
const { version = "" } = document.currentScript!.dataset;

returnToPlace();
const source = new EventSource(`/~preview?${new URLSearchParams({ page, version })}`);
source.addEventListener("message", ({ data }) => hear(JSON.parse(data as string) as News));
// A preview that was started anew knows nothing of what was wrong before.
source.addEventListener("open", () => {
  failures.clear();
  show();
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
interface Place {
  page: string;
  top: number;
  /** The parts that can be opened, by where they are and what they are called. */
  open: Record<string, boolean>;
  /** The charts as they were, by their figure. */
  charts: Record<string, string>;
}

/** Shows what the new page says, then loads it, which takes a while longer. */
async function follow(): Promise<void> {
  const place = placeNow();
  // Where something was set on the page, the new one says something else once it has played that.
  const isPage = document.querySelector("main") !== null;
  if (isPage && location.hash === "") await showAhead(place).catch(() => undefined);
  try {
    sessionStorage.setItem(kept, JSON.stringify(place));
  } catch {
    // Charts can be more than a browser stores; without them the page is empty for a moment.
    sessionStorage.setItem(kept, JSON.stringify({ ...place, charts: {} } satisfies Place));
  }
  location.reload();
}

function placeNow(): Place {
  const open = Object.fromEntries([...foldedParts(document)].map(([key, { open }]) => [key, open]));
  const charts = Object.fromEntries([...chartBoxes(document)].map(([key, box]) => [key, box.innerHTML]));
  return { page, top: scrollY, open, charts };
}

/** Puts the new page's words, as they are before any script has run, in place of the old. */
async function showAhead(place: Place): Promise<void> {
  const answer = await fetch(location.pathname);
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  putBack(next, place);
  document.documentElement.dataset.shown = "ahead";
  for (const part of ["header", "main"]) {
    const [old, fresh] = [document.querySelector(`body > ${part}`), next.querySelector(`body > ${part}`)];
    if (old && fresh) replaceWords(old, fresh);
  }
  await painted();
}

/** Charts and controls stay as they are, for the page that comes: to lay them out anew takes longest. */
function replaceWords(old: Element, fresh: Element): void {
  if (old.matches("figure, form") || old.isEqualNode(fresh)) return;
  const [parts, freshParts] = [[...old.children], [...fresh.children]];
  const isAlike =
    parts.length === freshParts.length && parts.every((part, k) => part.tagName === freshParts[k]!.tagName);
  if (!isAlike || !old.querySelector("figure, form")) old.replaceWith(fresh);
  else for (const [k, part] of parts.entries()) replaceWords(part, freshParts[k]!);
}

/** Resolves when what is there now can be seen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page in the background is not painted.
    setTimeout(resolve, 100);
  });
}

/** What was open, and the charts until the new ones are drawn. */
function putBack(root: Document, { open, charts }: Place): void {
  for (const [key, box] of chartBoxes(root)) {
    if (!box.querySelector("svg, img")) box.innerHTML = charts[key] ?? box.innerHTML;
  }
  for (const [key, part] of foldedParts(root)) part.open = open[key] ?? part.open;
}

/** What can be opened: a chart or a cell that is added elsewhere leaves it what it is. */
function* foldedParts(root: Document): Iterable<[key: string, part: HTMLDetailsElement]> {
  const alike = new Map<string, number>();
  for (const part of root.querySelectorAll("details")) {
    const figure = part.closest("figure");
    const name = `${figure?.id || figure?.dataset.chart} ${part.querySelector("summary")?.textContent}`;
    const before = alike.get(name) ?? 0;
    alike.set(name, before + 1);
    yield [`${name} ${before}`, part];
  }
}

/** Where charts are drawn, each by its figure. */
function* chartBoxes(root: Document): Iterable<[key: string, box: Element]> {
  for (const [k, figure] of [...root.querySelectorAll("figure")].entries()) {
    const box = figure.querySelector(".chart, .drawing");
    if (box) yield [figure.id || `${figure.dataset.chart} ${k}`, box];
  }
}

function returnToPlace(): void {
  const text = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const place = JSON.parse(text ?? "null") as Place | null;
  if (place?.page !== page) return;
  putBack(document, place);
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
