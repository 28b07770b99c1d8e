// The preview's server: the outputs as pages on loopback, and a stream of events for each page that is open.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Channel, createChannel, createSession } from "better-sse";
import type { PreviewEvent } from "../../report/preview/previewEvent.ts";
import { textIfReadable } from "../project/readText.ts";
import type { BuildEvent } from "./buildEvent.ts";
import { type OutputFile, outputFile, pagePath } from "./outputFile.ts";
import { refusal } from "./requestGuard.ts";
import { filePolicy, liveCopy, pendingPage, previewScript, shortCopy } from "./servedCopy.ts";
import {
  draftOf,
  loadingPages,
  recordBuild,
  recordConnection,
  recordRequest,
  type ServedPages,
  untilLoaded,
  versionOf,
} from "./servedPages.ts";

const loopback = "127.0.0.1";
/** Where pages receive events; no output begins with this sign. */
const eventsPath = "/~preview";
const heartbeatMs = 15_000;
const reconnectMs = 500;

/** A server that runs. */
export interface PreviewServer {
  /** "http://127.0.0.1:4640/" */
  url: string;
  /** Sends what happened to a page to those that are open. */
  emit(event: BuildEvent): void;
  /** Pages that are open and visible in a browser, or are being loaded. */
  openPages(): ReadonlySet<string>;
  /** Resolves when a browser has loaded the page as it was emitted last. */
  untilLoaded(page: string): Promise<void>;
  close(): Promise<void>;
}

/** How a server is started. */
export interface ServerOptions {
  /** The outputs' folder, absolute. */
  out: string;
  port: number;
  /** Whether any free port will do where `port` is taken. */
  orAnother: boolean;
}

interface State {
  out: string;
  /** The script that pages are served with. */
  script: string;
  pages: ServedPages;
  connections: Channel<object, { page: string }>;
}

/**
 * Starts the server.
 *
 * @throws the system's error (code EADDRINUSE) where the port is taken and no other will do.
 */
export async function startServer({ out, port, orAnother }: ServerOptions): Promise<PreviewServer> {
  const pages: ServedPages = new Map();
  const connections: State["connections"] = createChannel();
  const state: State = { out, script: await previewScript(), pages, connections };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const refused = refusal(request, portOf(server));
    if (refused) sendText(response, refused.status, `Refused: ${refused.reason}.\n`);
    else answer(state, request, response);
  });
  await listenOn(server, port, orAnother);
  return {
    url: `http://${loopback}:${portOf(server)}/`,
    emit: (event) => {
      connections.broadcast(recordBuild(pages, event));
    },
    openPages: () => {
      const connected = connections.activeSessions.map((session) => session.state.page);
      return new Set([...connected, ...loadingPages(pages)]);
    },
    untilLoaded: (page) => untilLoaded(pages, page),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(state: State, request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? "/";
  const page = pagePath(url);
  if (url.split("?", 1)[0] === eventsPath) void connect(state, request, response, url);
  else if (page === undefined) sendText(response, 400, "That is no path of an output.\n");
  else sendOutput(state, response, { page, isShort: url.split("?")[1] === "short" });
}

/** Sends a page or another output. A short copy is for a page that is open already. */
function sendOutput(
  { out, script, pages }: State,
  response: ServerResponse,
  { page, isShort }: { page: string; isShort: boolean },
): void {
  const isPage = page.endsWith(".html");
  if (isPage && !isShort) recordRequest(pages, page);
  const sendHtml = (status: number, html: string) => {
    const { text, policy } = liveCopy(isShort ? shortCopy(html) : html, script, versionOf(pages, page));
    response.writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(text);
  };
  const draft = draftOf(pages, page);
  const file = draft === undefined ? outputFile(out, page) : undefined;
  if (draft !== undefined) sendHtml(200, draft);
  else if (file?.type.startsWith("text/html"))
    sendHtml(200, textIfReadable(file.path, "output") ?? pendingPage);
  else if (file) sendFile(response, file);
  else if (isPage) sendHtml(404, pendingPage);
  else sendText(response, 404, "There is no such output.\n");
}

function sendFile(response: ServerResponse, { path, type }: OutputFile): void {
  response.writeHead(200, { "content-type": type });
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response);
}

async function connect(
  { pages, connections }: State,
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const search = new URL(url, "http://localhost").searchParams;
  const page = search.get("page") ?? "";
  const settings = { retry: reconnectMs, keepAlive: heartbeatMs, state: { page } };
  const session = await createSession(request, response, settings);
  connections.register(session);
  for (const event of recordConnection(pages, page, search.get("version")))
    session.push(event satisfies PreviewEvent);
}

/** Pages change all the time, belong to this server alone, and are what they say they are. */
const headers = {
  "cache-control": "no-store",
  "content-security-policy": filePolicy,
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

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listenOn(server: Server, port: number, orAnother: boolean): Promise<void> {
  try {
    await once(server.listen(port, loopback), "listening");
  } catch (error) {
    if (!orAnother || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    await once(server.listen(0, loopback), "listening");
  }
}
