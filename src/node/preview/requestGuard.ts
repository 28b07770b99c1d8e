// Which requests the preview answers: those of its own pages on this machine. Any website in the user's browser can send
// requests to a server on loopback too; it is refused by headers that browsers do not let it choose.

/** The parts of a request that decide. */
export interface GuardedRequest {
  method?: string | undefined;
  /** The request target as it was sent. */
  url?: string | undefined;
  /** Names and values in turn, as they were sent: of one that is sent twice, servers disagree which counts. */
  rawHeaders: readonly string[];
}

/** With which HTTP status, and why. */
export interface RequestRefusal {
  status: number;
  reason: string;
}

/** Why a request is refused; undefined where it is answered. `port` is the server's own. */
export function refusal(request: GuardedRequest, port: number): RequestRefusal | undefined {
  const { method, url = "/", rawHeaders } = request;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const [host, origin, site] = ["host", "origin", "sec-fetch-site"].map((name) => valuesOf(rawHeaders, name));
  // A name that an attacker's DNS points at loopback comes with that name as Host.
  if (host!.length !== 1 || !hosts.includes(host![0]!))
    return forbidden("the Host header is not this server's");
  if (!origin!.every((one) => hosts.some((own) => one === `http://${own}`)))
    return forbidden("the Origin header is not this server's");
  // Browsers say who asks; "none" is the user with the address bar. Other programs do not say.
  if (!site!.every((one) => one === "same-origin" || one === "none"))
    return forbidden("another site asks for it; put the address into the browser's address bar instead");
  if (method !== "GET" && method !== "HEAD") return { status: 405, reason: "only GET and HEAD are answered" };
  // Proxies are sent whole addresses, "http://…", which may name another host than the header.
  if (!url.startsWith("/")) return { status: 400, reason: "the request is not for a path" };
  return undefined;
}

function forbidden(reason: string): RequestRefusal {
  return { status: 403, reason };
}

/** All values that a header was sent with. */
function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, k) => k % 2 === 1 && rawHeaders[k - 1]!.toLowerCase() === name);
}
