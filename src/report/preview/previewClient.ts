// Script of the pages that the preview serves: follows edits. A new version is shown in place, a failure above the last.

import { requestHotUpdate } from "../page/hotUpdate.ts";
import { showFailures } from "./failureNotice.ts";
import { morph } from "./morph.ts";
import { currentPageState } from "./pageState.ts";
import type { PreviewEvent } from "./previewEvent.ts";
import { restoreReloadState, saveReloadState } from "./reloadState.ts";
import { drawn, painted, parsed } from "./rendering.ts";

const index = "index.html";

interface Client {
  /** Path of the page in the address, without the first slash. */
  readonly page: string;
  /** Version that the page shows. */
  version: string;
  /** Messages by page: the index shows those of all. */
  readonly failures: Map<string, string>;
  /** Hidden pages have no connection: the visible one is built first, and browsers limit connections per server. */
  connection: { kind: "closed" } | { kind: "open"; source: EventSource };
  update: { kind: "none" } | { kind: "running"; isOutdated: boolean };
}

const client: Client = {
  page: decodeURIComponent(location.pathname.slice(1)).replace(/(^|\/)$/, `$1${index}`),
  version: document.currentScript!.dataset.version!,
  failures: new Map(),
  connection: { kind: "closed" },
  update: { kind: "none" },
};
restoreReloadState(client.page);
connectIfVisible(client);
document.addEventListener("visibilitychange", () => connectIfVisible(client));

/** Closes the connection; opens another one where the page is visible. */
function connectIfVisible(client: Client): void {
  if (client.connection.kind === "open") client.connection.source.close();
  const isVisible = document.visibilityState === "visible";
  client.connection = isVisible ? { kind: "open", source: connect(client) } : { kind: "closed" };
}

/** Receives events from the version on that the page shows. */
function connect(client: Client): EventSource {
  const { page, version, failures } = client;
  const source = new EventSource(`/~preview?${new URLSearchParams({ page, version })}`);
  source.addEventListener("message", ({ data }) =>
    onMessage(client, JSON.parse(data as string) as PreviewEvent),
  );
  // The server sends failures that last; one that was restarted knows of none.
  source.addEventListener("open", () => {
    failures.clear();
    showFailures([]);
  });
  return source;
}

function onMessage(client: Client, event: PreviewEvent): void {
  const { page, failures } = client;
  if (event.page !== page && page !== index) return;
  if (event.kind === "failed") failures.set(event.page, event.message);
  else failures.delete(event.page);
  showFailures([...failures.values()]);
  if (event.kind === "made" && event.page === page) void update(client);
}

/** Shows the page as it is now; versions that are made in the meantime come after. */
async function update(client: Client): Promise<void> {
  if (client.update.kind === "running") {
    client.update.isOutdated = true;
    return;
  }
  const running = { kind: "running" as const, isOutdated: true };
  client.update = running;
  await parsed();
  while (running.isOutdated) {
    running.isOutdated = false;
    await fetchPage()
      .then((next) => become(client, next))
      .catch(() => location.reload());
  }
  client.update = { kind: "none" };
}

/** The page as it is now, without scripts that this one has. */
async function fetchPage(): Promise<Document> {
  const response = await fetch(`${location.pathname}?short`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Reports are updated in place; other pages show the next content, then load it, which takes longer. */
async function become(client: Client, next: Document): Promise<void> {
  const version = next.querySelector<HTMLElement>("script[data-version]")?.dataset.version;
  const updated = version === undefined ? undefined : requestHotUpdate({ next, morph });
  if (updated) {
    await updated;
    void reportVersion(client, version!);
    return;
  }
  const state = { ...currentPageState(), page: client.page, top: scrollY };
  document.documentElement.dataset.shown = "ahead";
  // Where the page has settings of its own, the next version shows something else once it has run them.
  if (location.hash === "") morph(next);
  await painted();
  saveReloadState(state);
  location.reload();
}

/** Reconnects as this version once it is drawn: the preview waits for that before it builds on. */
async function reportVersion(client: Client, version: string): Promise<void> {
  client.version = version;
  await painted();
  await drawn();
  if (client.version === version && client.connection.kind === "open") connectIfVisible(client);
}
