// The frame of every page: nothing from outside, no code but the one whose hash the page names.
import { type Html, html, styleInStyle } from "../shared/html.ts";
import { style } from "./style.ts";

/** The parts of a page. */
export interface PageParts {
  title: string;
  description: string;
  body: Html;
  /** The page's own script; its hash goes into the policy. */
  script?: Html;
}

/** Gives the base64 of a text's SHA-256, for the Content-Security-Policy. */
export type Sha256 = (text: string) => string;

/** A whole page as text. `sha256` is handed in, since the same code runs where there is no such function. */
export function pageText({ title, description, body, script }: PageParts, policyHash: Sha256): string {
  const sheet = styleInStyle(style);
  const policy = [
    "default-src 'none'",
    script ? `script-src 'sha256-${policyHash(script.markup)}'` : "script-src 'none'",
    `style-src 'sha256-${policyHash(sheet.markup)}'`,
    "img-src data: blob:",
    script ? "worker-src blob:" : "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${sheet}</style>
</head>
<body>
${body}
${script ? html`<script type="module">${script}</script>` : ""}
</body>
</html>
`;
  return page.markup;
}
