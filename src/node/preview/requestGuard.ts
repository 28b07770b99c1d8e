// Whom the preview answers: pages of its own, asked from this machine. A website that the user has open elsewhere can
// send requests to a server on loopback too; it is refused by the headers that browsers do not let it choose.
import type { IncomingHttpHeaders } from "node:http";

/** What a request is judged by. */
export interface Asked {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** Why a request is refused, or undefined. `port` is the server's own. */
export function refusal(
  { method, headers }: Asked,
  port: number,
): { status: number; reason: string } | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // A name that an attacker's DNS points at loopback comes with that name as Host.
  if (!hosts.includes(headers.host ?? ""))
    return { status: 403, reason: "the Host header is not this server's" };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return { status: 403, reason: "the Origin header is not this server's" };
  }
  if (method !== "GET" && method !== "HEAD") return { status: 405, reason: "only GET and HEAD are answered" };
  return undefined;
}
