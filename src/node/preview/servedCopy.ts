// The served copy of a page: as it is on disk, with a script that follows edits.
import { createHash } from "node:crypto";
import { ownFiles } from "#ownFiles";
import { endOf } from "../../report/shared/gzipBase64.ts";
import { scriptInScript } from "../../report/shared/html.ts";

/** The text of the script that pages are served with. */
export async function previewScript(): Promise<string> {
  return scriptInScript(await ownFiles.script("preview")).markup;
}

/** A page as it is sent. */
export interface ServedCopy {
  text: string;
  /** What the page may do, for the header; the page itself says the same. */
  policy: string;
}

/**
 * The page with the script at its end, which reads the version from its element. The page's policy then allows this one
 * script, and connections to this server; a page without a policy may do nothing else.
 */
export function liveCopy(page: string, script: string, version: string): ServedCopy {
  const hash = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  let policy = withScript(strictPolicy, hash);
  const allowed = page.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/,
    (_, start: string, own: string) => {
      policy = withScript(own.replaceAll("&#39;", "'"), hash);
      return `${start}${policy}"`;
    },
  );
  const end = allowed.lastIndexOf("</body>");
  const element = `<script data-version="${version}">${script}</script>\n`;
  const text = end < 0 ? allowed + element : allowed.slice(0, end) + element + allowed.slice(end);
  // Only a header can say who may frame a page.
  return { text, policy: `${policy}; frame-ancestors 'none'` };
}

/** For what is no page: nothing runs, nothing is loaded. An SVG has styles of its own. */
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

/** The page without the worker's script, which an older copy of the page holds already. */
export function shortCopy(page: string): string {
  return page.replace(
    /(<script type="text\/plain" id="worker-entry">)([^<]*)/,
    (_, start: string, packed: string) => start + endOf(packed),
  );
}

/** The policy with one more script (by its hash), and with connections to the page's own server. */
function withScript(policy: string, hash: string): string {
  const directives = policy
    .split(";")
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== "" && name !== "connect-src");
  const scripts = directives.find(([name]) => name === "script-src") ?? ["script-src"];
  const others = directives.filter((directive) => directive !== scripts);
  const sources = scripts.slice(1).filter((source) => source !== "'none'");
  return [["script-src", ...sources, hash], ["connect-src", "'self'"], ...others]
    .map((directive) => directive.join(" "))
    .join("; ");
}

const strictPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** Served in place of a page that has not been built yet. */
export const pendingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not there yet</title>
</head>
<body>
<p>This page is not there yet. It appears here as soon as it is made.</p>
<p><a href="/">All scenarios and notebooks</a></p>
</body>
</html>
`;
