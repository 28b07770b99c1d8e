// A notebook as one HTML file that opens from disk, asks no network, and runs no code but its own.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Chart } from "../../charts/chart.ts";
import { type Html, html, nothing, scriptInScript, styleInStyle } from "../../report/html.ts";
import { bundle } from "../bundle.ts";
import type { ExecutedCell, ExecutedNotebook } from "./execute.ts";
import { htmlOfMarkdown } from "./markdown.ts";
import { describeError, type NotebookError, type Output } from "./output.ts";
import { narrowScreen, pageStyle } from "./pageStyle.ts";
import { drawChart, type Picture } from "./pictures.ts";
import { tableHtml } from "./table.ts";

/** The page's text. */
export async function pageOf({ title, file, cells, scenarios, error }: ExecutedNotebook): Promise<string> {
  const sections: Html[] = [];
  for (const cell of cells) sections.push(await cellHtml(cell), lineEnd);
  const hasCharts = cells.some(({ outputs }) => outputs.some(({ kind }) => kind === "chart"));
  const script = hasCharts ? await chartScript() : nothing;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script.markup)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${styleInStyle(pageStyle)}</style>
</head>
<body>
<nav><a href="../index.html">All scenarios and notebooks</a></nav>
<main>
${error && stoppedHtml(error)}${sections}</main>
<footer>
<p>Every figure on this page was computed from <code>${file}</code>${scenarios.length > 0 && " and these scenarios: "}${scenarioLinks(scenarios)}.</p>
</footer>
${
  hasCharts &&
  html`<script>${script}</script>
`
}</body>
</html>
`;
  return page.markup;
}

const lineEnd: Html = html`\n`;

function scenarioLinks(scenarios: readonly string[]): Html[] {
  return [...scenarios].sort().map((name, k) => {
    const page = `../${encodeURIComponent(name)}/report.html`;
    return html`${k > 0 && ", "}<a href="${page}">${name}</a>`;
  });
}

function policyFor(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return [
    "default-src 'none'",
    `script-src ${script === "" ? "'none'" : `'sha256-${hash}'`}`,
    // Charts carry their looks in style attributes; styles cannot run anything.
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

let chartText: Promise<Html> | undefined;

/** What draws the live charts, the same for all notebooks. */
function chartScript(): Promise<Html> {
  const source = fileURLToPath(new URL("../../report/notebookCharts.ts", import.meta.url));
  const entry = `import ${JSON.stringify(source)};`;
  const folder = fileURLToPath(new URL("../../..", import.meta.url));
  chartText ??= bundle({ entry, folder, platform: "browser", minify: true }).then((text) =>
    scriptInScript(text.trim()),
  );
  return chartText;
}

async function cellHtml(cell: ExecutedCell): Promise<Html> {
  if (cell.kind === "markdown") return html`<section class="prose">\n${htmlOfMarkdown(cell.text)}</section>`;
  const outputs: Html[] = [];
  for (const output of cell.outputs) outputs.push(await outputHtml(output), lineEnd);
  const note = !cell.executed && html` <span class="note">not run</span>`;
  const code = html`<details class="code"><summary>${cell.title || "Code"}${note}</summary>
<pre tabindex="0"><code>${cell.text}</code></pre></details>\n`;
  return html`<section class="cell">\n${outputs}${cell.text !== "" && code}</section>`;
}

async function outputHtml(output: Output): Promise<Html> {
  switch (output.kind) {
    case "markdown":
      return html`<div class="prose">\n${htmlOfMarkdown(output.text)}</div>`;
    case "chart":
      return chartHtml(output.chart);
    case "table":
      return html`<div class="table" tabindex="0" role="region" aria-label="${output.table.caption}">\n${tableHtml(output.table)}\n</div>`;
    case "text":
      return html`<pre class="printed ${output.stream}" tabindex="0">${output.text}</pre>`;
    case "error":
      return errorHtml(output.error);
  }
}

async function chartHtml(chart: Chart): Promise<Html> {
  const { wide, narrow, vega } = await drawChart(chart);
  return html`<figure class="chart" data-chart="${chart.name}">
<div class="canvas" role="region" aria-label="${chart.title}">
<p class="title" aria-hidden="true"><strong>${chart.title}</strong> ${howToRead(chart)}</p>
<picture><source media="(max-width: ${narrowScreen})" srcset="${dataUrl(narrow)}" width="${narrow.width}" height="${narrow.height}">
<img alt="${chart.description}" width="${wide.width}" height="${wide.height}" src="${dataUrl(wide)}"></picture>
<div class="live"></div>
</div>
<div class="tip" hidden></div>
<figcaption><details><summary>This chart in words</summary><p>${chart.description}</p></details></figcaption>
<script type="application/json">${vega}</script>
</figure>`;
}

function dataUrl({ svg }: Picture): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

/** The chart's subtitle. */
function howToRead({ spec: { title } }: Chart): string {
  const subtitle = typeof title === "object" && "subtitle" in title ? title.subtitle : undefined;
  return Array.isArray(subtitle) ? subtitle.join(" ") : typeof subtitle === "string" ? subtitle : "";
}

function stoppedHtml({ place }: NotebookError): Html {
  const where = place ? ` at line ${place.line}` : "";
  return html`<p class="stopped" role="alert">This notebook stopped${where}: what follows shows how far it came.</p>\n`;
}

function errorHtml(error: NotebookError): Html {
  const lines = [describeError(error), ...error.trace.slice(1).map((place) => `    at ${place}`)];
  return html`<pre class="error" role="alert" tabindex="0">${lines.join("\n")}</pre>`;
}
