// The preview's server: the outputs as pages on loopback, and a stream of news for each page that is open.
import { createReadStream, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createChannel, createSession } from "better-sse";
import { outputFile, pagePath } from "./outputFile.ts";
import { refusal } from "./requestGuard.ts";
import { listener, liveCopy, pendingPage, shortCopy } from "./servedCopy.ts";

const loopback = "127.0.0.1";
/** Where pages listen; no output begins with this sign. */
const newsPath = "/~preview";
const heartbeatMs = 15_000;
const reconnectMs = 500;
/** To load a page takes no longer. */
const loadingMs = 3_000;

/** What happened to a page: made anew, begun so far that it can be shown, or could not be made. */
export type News =
  | { kind: "made"; page: string; milliseconds: number; parts: string }
  | { kind: "drafted"; page: string; html: string }
  | { kind: "failed"; page: string; message: string };

export interface PreviewServer {
  /** "http://127.0.0.1:4640/" */
  url: string;
  tell(news: News): void;
  /** Pages that somebody has before them in a browser. */
  open(): ReadonlySet<string>;
  /** Resolves when somebody has loaded the page as it is now. */
  read(page: string): Promise<void>;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** The outputs' folder, absolute. */
  out: string;
  port: number;
  /** Whether any free port will do where `port` is taken. */
  orAnother: boolean;
}

/** Starts the server; fails with the system's error where the port is taken. */
export async function startServer({ out, port, orAnother }: ServerOptions): Promise<PreviewServer> {
  const script = await listener();
  const listeners = createChannel<object, { page: string }>();
  const asked = new Map<string, number>();
  const failures = new Map<string, Extract<News, { kind: "failed" }>>();
  /** How often a page has been made: one that loads while it is made again hears of it when it listens. */
  const versions = new Map<string, number>();
  const versionOf = (page: string) => String(versions.get(page) ?? 0);
  const readers = new Map<string, (() => void)[]>();
  /** Pages that are shown before they are written. */
  const drafts = new Map<string, string>();
  let ownPort = 0;

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const refused = refusal(request, ownPort);
    if (refused) return sendText(response, refused.status, `Refused: ${refused.reason}.\n`);
    const url = request.url ?? "/";
    const [path, search] = url.split("?", 2);
    if (path === newsPath) return void listen(request, response, url);
    const isShort = search === "short";
    const copied = isShort ? shortCopy : (html: string) => html;
    const page = pagePath(url);
    if (page === undefined) return sendText(response, 400, "That is no path of an output.\n");
    if (!isShort && page.endsWith(".html")) asked.set(page, Date.now());
    const draft = drafts.get(page);
    if (draft !== undefined) return sendPage(response, 200, { page, html: copied(draft) });
    const file = outputFile(out, page);
    if (file === undefined) {
      if (page.endsWith(".html")) return sendPage(response, 404, { page, html: pendingPage });
      return sendText(response, 404, "There is no such output.\n");
    }
    if (file.type.startsWith("text/html"))
      return sendPage(response, 200, { page, html: copied(readFileSync(file.path, "utf8")) });
    response.writeHead(200, { "content-type": file.type });
    createReadStream(file.path)
      .on("error", () => response.destroy())
      .pipe(response);
  });

  function sendPage(
    response: ServerResponse,
    status: number,
    { page, html }: { page: string; html: string },
  ): void {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
    response.end(liveCopy(html, script, versionOf(page)));
  }

  async function listen(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const search = new URL(url, "http://localhost").searchParams;
    const page = search.get("page") ?? "";
    const session = await createSession(request, response, {
      retry: reconnectMs,
      keepAlive: heartbeatMs,
      state: { page },
    });
    listeners.register(session);
    asked.delete(page);
    if (search.get("version") !== versionOf(page)) session.push({ kind: "made", page } satisfies Heard);
    else for (const resolve of readers.get(page)?.splice(0) ?? []) resolve();
    for (const news of failures.values()) session.push(news satisfies Heard);
  }

  ownPort = await listenOn(server, port, orAnother);
  return {
    url: `http://${loopback}:${ownPort}/`,
    tell: (news) => {
      if (news.kind === "failed") failures.set(news.page, news);
      else failures.delete(news.page);
      if (news.kind === "drafted") drafts.set(news.page, news.html);
      else drafts.delete(news.page);
      if (news.kind !== "failed") versions.set(news.page, (versions.get(news.page) ?? 0) + 1);
      const heard: Heard = news.kind === "failed" ? news : { kind: "made", page: news.page };
      listeners.broadcast(heard);
    },
    open: () => {
      // A page that is being loaded is looked at all the same.
      const loading = [...asked].filter(([, time]) => Date.now() - time < loadingMs).map(([page]) => page);
      return new Set([...listeners.activeSessions.map(({ state }) => state.page), ...loading]);
    },
    read: (page) =>
      new Promise((resolve) => {
        readers.set(page, [...(readers.get(page) ?? []), resolve]);
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Pages change all the time, belong to this server alone, and are what they say they are. */
const headers = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}

/** What a page hears: to it a draft is as good as the page. */
type Heard = { kind: "made"; page: string } | Extract<News, { kind: "failed" }>;

async function listenOn(server: Server, port: number, orAnother: boolean): Promise<number> {
  try {
    await listenOnce(server, port);
  } catch (error) {
    if (!orAnother || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    await listenOnce(server, 0);
  }
  return (server.address() as AddressInfo).port;
}

function listenOnce(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
