// What the preview's server knows of each page.
import type { PreviewEvent } from "../../report/preview/previewEvent.ts";
import type { BuildEvent, BuildFailure } from "./buildEvent.ts";

/** Loading a page takes no longer. */
const loadingMs = 3_000;

interface ServedPage {
  /** How often it was built since the server started. */
  builds: number;
  /** What is served: the file, or what stands in for it until it is written. */
  content: { kind: "file" } | { kind: "draft"; html: string };
  /** Why it could not be built last; undefined where it was. */
  failure: BuildFailure | undefined;
  /** When it was last requested, milliseconds of the system's clock; undefined once its script has connected. */
  requestedAt: number | undefined;
  /** Who waits for it to be loaded. */
  onLoaded: (() => void)[];
}

/** Pages by their paths; one that nothing is known of is served as its file. */
export type ServedPages = Map<string, ServedPage>;

function pageOf(pages: ServedPages, page: string): ServedPage {
  const unbuilt = { builds: 0, failure: undefined, requestedAt: undefined, onLoaded: [] };
  const known = pages.get(page) ?? { ...unbuilt, content: { kind: "file" } };
  pages.set(page, known);
  return known;
}

/** The version of a page, in the script that is put into it: one that was built in the meantime has another. */
export function versionOf(pages: ServedPages, page: string): string {
  return String(pages.get(page)?.builds ?? 0);
}

/** The draft that stands in for a page; undefined where its file is served. */
export function draftOf(pages: ServedPages, page: string): string | undefined {
  const content = pages.get(page)?.content;
  return content?.kind === "draft" ? content.html : undefined;
}

/** Records what happened to a page; returns what its readers are sent. To them a draft is as good as the page. */
export function recordBuild(pages: ServedPages, event: BuildEvent): PreviewEvent {
  const page = pageOf(pages, event.page);
  page.failure = event.kind === "failed" ? event : undefined;
  page.content = event.kind === "drafted" ? { kind: "draft", html: event.html } : { kind: "file" };
  if (event.kind === "failed") return event;
  page.builds++;
  return { kind: "made", page: event.page };
}

/** Records that a browser has requested a page. */
export function recordRequest(pages: ServedPages, page: string): void {
  pageOf(pages, page).requestedAt = Date.now();
}

/**
 * Records that the script of a page has connected, which shows this version; returns what it has to be sent: that there
 * is a newer one, and the failures of all pages.
 */
export function recordConnection(
  pages: ServedPages,
  page: string,
  version: string | null,
): readonly PreviewEvent[] {
  const served = pageOf(pages, page);
  served.requestedAt = undefined;
  const isCurrent = version === versionOf(pages, page);
  if (isCurrent) for (const resolve of served.onLoaded.splice(0)) resolve();
  const failures = [...pages.values()].flatMap(({ failure }) => failure ?? []);
  return isCurrent ? failures : [{ kind: "made", page }, ...failures];
}

/** Resolves when a script connects that shows the page as it was recorded last. */
export function untilLoaded(pages: ServedPages, page: string): Promise<void> {
  return new Promise((resolve) => {
    pageOf(pages, page).onLoaded.push(resolve);
  });
}

/** Pages that were requested and are probably still being loaded. */
export function loadingPages(pages: ServedPages): string[] {
  const isLoading = ({ requestedAt = 0 }: ServedPage) => Date.now() - requestedAt < loadingMs;
  return [...pages].filter(([, page]) => isLoading(page)).map(([name]) => name);
}
