// The preview answers its own pages alone: laws about requests that a website elsewhere could send.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { connect as connectSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pack } from "../../../src/node/output/pageScripts.ts";
import { outputFile, pagePath } from "../../../src/node/preview/outputFile.ts";
import { refusal } from "../../../src/node/preview/requestGuard.ts";
import { liveCopy } from "../../../src/node/preview/servedCopy.ts";
import { type PreviewServer, startServer } from "../../../src/node/preview/server.ts";
import { isSameContent } from "../../../src/report/shared/gzipBase64.ts";
import { hasLinks } from "../systems.ts";

const policy = "default-src &#39;none&#39;; script-src &#39;sha256-abc=&#39;; img-src data:";
const page = `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body>Paid</body></html>`;

let folder: string;
let out: string;
let server: PreviewServer;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sandtable-preview-"));
  out = join(folder, "outputs");
  mkdirSync(join(out, "coins"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(out, "index.html"), page);
  writeFileSync(join(out, "coins", "summary.json"), "{}");
  writeFileSync(join(out, "coins", "chart.svg"), "<svg/>");
  writeFileSync(join(out, "coins", ".hidden.json"), "{}");
  if (hasLinks) symlinkSync(join(folder, "secret.txt"), join(out, "link.txt"));
  server = await startServer({ out, port: 0, orAnother: true });
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request as it is written, which fetch would tidy up. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    request.on("error", reject);
  });
}

test("pages and files of the outputs are served", async () => {
  expect(await ask("/")).toMatchObject({ status: 200, text: expect.stringContaining("Paid") });
  expect(await ask("/coins/summary.json?x=1")).toMatchObject({ status: 200, text: "{}" });
  expect(await ask("/coins/report.html")).toMatchObject({
    status: 404,
    text: expect.stringContaining("not there yet"),
  });
});

test.each([
  "/../secret.txt",
  "/coins/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/coins/..%2f..%2fsecret.txt",
  "/..%5csecret.txt",
  "//../secret.txt",
  "/link.txt",
  "/coins/.hidden.json",
  "/coins",
  "/%00",
  "/%zz",
])("nothing outside the outputs is: %s", async (path) => {
  const { status, text } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toContain("secret");
});

test("foreign hosts and origins are refused, for the stream of events too", async () => {
  const own = `127.0.0.1:${port}`;
  for (const path of ["/", "/~preview?page=index.html"]) {
    expect((await ask(path, { host: `evil.example:${port}` })).status).toBe(403);
    expect((await ask(path, { host: "127.0.0.1" })).status).toBe(403);
    expect((await ask(path, { host: own, origin: "http://evil.example" })).status).toBe(403);
    expect((await ask(path, { host: own, origin: "null" })).status).toBe(403);
  }
  expect((await ask("/", { host: own, origin: `http://${own}` })).status).toBe(200);
  expect((await ask("/", { host: `localhost:${port}` })).status).toBe(200);
});

test("what would change something is refused", () => {
  const rawHeaders = ["Host", "127.0.0.1:4000"];
  expect(refusal({ method: "GET", rawHeaders }, 4000)).toBeUndefined();
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    expect(refusal({ method, rawHeaders }, 4000)).toMatchObject({ status: 405 });
});

/** The status of the answer to a request that is sent as it is written here. */
function statusOf(...lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, "127.0.0.1", () => socket.end(`${lines.join("\r\n")}\r\n\r\n`));
    let text = "";
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(text.split(" ")[1])));
  });
}

test("a request that names two hosts, none, or a whole address is refused; one as other programs send it is not", async () => {
  const own = `Host: 127.0.0.1:${port}`;
  expect(await statusOf("GET / HTTP/1.1", own, "Connection: close")).toBe(200);
  expect(await statusOf("GET / HTTP/1.1", own, "Host: evil.example", "Connection: close")).toBe(403);
  expect(await statusOf("GET / HTTP/1.1", "host: evil.example", own, "Connection: close")).toBe(403);
  expect(await statusOf("GET / HTTP/1.1", own, own, "Connection: close")).toBe(403);
  expect(await statusOf("GET / HTTP/1.0")).toBe(403);
  for (const target of [`http://127.0.0.1:${port}/`, "http://evil.example/", "*", "evil.example:80"])
    expect(await statusOf(`GET ${target} HTTP/1.1`, own, "Connection: close"), target).toBe(400);
  expect(await statusOf("CONNECT evil.example:80 HTTP/1.1", own)).not.toBe(200);
});

test("what another site asks for is refused, by a link too; the address bar and this server's pages are answered", async () => {
  const headers = { host: `127.0.0.1:${port}` };
  for (const site of ["cross-site", "same-site", ""])
    expect((await ask("/", { ...headers, "sec-fetch-site": site })).status, site).toBe(403);
  for (const site of ["same-origin", "none"])
    expect((await ask("/", { ...headers, "sec-fetch-site": site })).status, site).toBe(200);
});

test("each answer says in its header what it may do: a page what it says itself, a file nothing", async () => {
  const page = await ask("/");
  expect(page.headers["content-security-policy"]).toContain("script-src 'sha256-abc=' 'sha256-");
  const files = ["/coins/chart.svg", "/coins/summary.json", "/coins", "/..%2f"];
  for (const path of files) {
    const { headers } = await ask(path);
    expect(headers["content-security-policy"], path).toMatch(/^default-src 'none'; .*; sandbox; /);
    expect(headers["content-security-policy"], path).not.toContain("script-src");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
  }
  expect((await ask("/coins/chart.svg")).headers["content-type"]).toContain("image/svg+xml");
  const { policy } = liveCopy("<body>Without a policy</body>", "listen()", "3");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
});

test("a path is a page, folders stand for their index (right answers by hand)", () => {
  expect(pagePath("/")).toBe("index.html");
  expect(pagePath("/coins/?a#b")).toBe("coins/index.html");
  expect(pagePath("/notebooks/a%20b.html")).toBe("notebooks/a b.html");
  expect(pagePath("/a/../b")).toBeUndefined();
  expect(outputFile(out, "coins")).toBeUndefined();
});

test("the served copy lets one more script run and speak to its server, and nothing else", () => {
  const { text, policy } = liveCopy(page, "listen()", "3");
  const content = /Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!;
  expect(policy).toBe(`${content}; frame-ancestors 'none'`);
  const directives = content.split("; ").sort();
  const hash = createHash("sha256").update("listen()").digest("base64");
  expect(directives.filter((one) => !one.startsWith("script-src"))).toEqual([
    "connect-src 'self'",
    "default-src 'none'",
    "img-src data:",
  ]);
  expect(directives.find((one) => one.startsWith("script-src"))).toBe(
    `script-src 'sha256-abc=' 'sha256-${hash}'`,
  );
  expect(text.endsWith('<script data-version="3">listen()</script>\n</body></html>')).toBe(true);
});

test("a short copy of a page is without the kit, but has enough of it to compare kits", async () => {
  const kit = pack("a kit, ".repeat(1000));
  const withKit = page.replace("Paid", `Paid<script type="text/plain" id="worker-entry">${kit}</script>`);
  server.emit({ kind: "drafted", page: "drafted.html", html: withKit });
  const { text } = await ask("/drafted.html?short");
  const [, short = ""] = /id="worker-entry">([^<]*)</.exec(text)!;
  expect(text).toContain("Paid");
  expect(short.length).toBeLessThan(20);
  expect((await ask("/drafted.html")).text).toContain(kit);
  expect(isSameContent(short, kit)).toBe(true);
  // The same text packed otherwise is the same; another of the same length is not.
  expect(isSameContent(short, pack("a kit, ".repeat(1000), { inHaste: true }))).toBe(true);
  expect(isSameContent(short, pack(`${"a kit, ".repeat(999)}a cat, `))).toBe(false);
});

test("a taken port gives another, or the system's error where it was asked for by number", async () => {
  const other = await startServer({ out, port, orAnother: true });
  expect(other.url).not.toBe(server.url);
  await other.close();
  await expect(startServer({ out, port, orAnother: false })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("connected pages receive what is made, and on connecting what has failed", async () => {
  server.emit({ kind: "failed", page: "coins/report.html", message: "line 3" });
  const { receives, end } = await connect("page=index.html&version=0");
  await receives('data:{"kind":"failed","page":"coins/report.html","message":"line 3"}\n\n');
  expect(server.openPages()).toContain("index.html");
  server.emit({ kind: "made", page: "index.html", milliseconds: 1, parts: "" });
  await receives('data:{"kind":"made","page":"index.html"}\n\n');
  end();
});

test("a page is open while it loads, and as long as it is connected", async () => {
  const page = "coins/seen.html";
  expect(server.openPages()).not.toContain(page);
  await ask(`/${page}?short`);
  expect(server.openPages()).not.toContain(page);
  await ask(`/${page}`);
  expect(server.openPages()).toContain(page);
  server.emit({ kind: "made", page, milliseconds: 1, parts: "" });
  const { receives, end } = await connect(`page=${page}&version=0`);
  await receives("made");
  expect(server.openPages()).toContain(page);
  end();
  while (server.openPages().has(page)) await sleep(5);
});

/** The stream of events for a page; `receives` resolves when this text has come. */
async function connect(query: string) {
  const stream = await new Promise<IncomingMessage>((resolve) =>
    get({ host: "127.0.0.1", port, path: `/~preview?${query}`, agent: false }, resolve),
  );
  let received = "";
  const receives = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => received.includes(words) && resolve();
      stream.on("data", look);
      look();
    });
  stream.on("data", (part) => {
    received += part;
  });
  return { receives, end: () => stream.destroy(), received: () => received };
}

test("a page that was made anew while it was loading receives it; one that is new does not", async () => {
  const page = "coins/slow.html";
  server.emit({ kind: "drafted", page, html: "<body>Old</body>" });
  const { text } = await ask(`/${page}`);
  const version = /data-version="(\w+)"/.exec(text)![1]!;
  server.emit({ kind: "drafted", page, html: "<body>New</body>" });
  const late = await connect(`page=${page}&version=${version}`);
  await late.receives(`data:{"kind":"made","page":"${page}"}\n\n`);
  late.end();
  const inTime = await connect(`page=${page}&version=${Number(version) + 1}`);
  await inTime.receives("retry:500");
  server.emit({ kind: "failed", page, message: "the first that it receives" });
  await inTime.receives("the first that it receives");
  expect(inTime.received()).not.toContain('"made"');
  inTime.end();
});

test("a draft stands in for the file until that is made", async () => {
  const report = { page: "coins/draft.html" };
  server.emit({ kind: "drafted", ...report, html: "<body>Soon</body>" });
  expect(await ask("/coins/draft.html")).toMatchObject({
    status: 200,
    text: expect.stringContaining("Soon"),
  });
  server.emit({ kind: "made", ...report, milliseconds: 1, parts: "" });
  expect((await ask("/coins/draft.html")).status).toBe(404);
});
