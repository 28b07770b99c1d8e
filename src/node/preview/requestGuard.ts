// Which requests the preview answers: those of its own pages on this machine. Any website in the user's browser can send
// requests to a server on loopback too; it is refused by headers that browsers do not let it choose.
import type { IncomingHttpHeaders } from "node:http";

/** The parts of a request that decide. */
export interface GuardedRequest {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** The HTTP status and the reason with which a request is refused; undefined for others. `port` is the server's own. */
export function refusal(
  { method, headers }: GuardedRequest,
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
