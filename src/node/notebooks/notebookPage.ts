// A notebook as one HTML file that opens from disk, asks no network, and runs no code but its own.
import type { Chart } from "../../charts/chart.ts";
import { darkWhereAsked } from "../../report/html/liveStyle.ts";
import { notebookTable } from "../../report/html/tableHtml.ts";
import {
  type Html,
  html,
  nothing,
  scriptInScript,
  styleInStyle,
  unbroken,
} from "../../report/shared/html.ts";
import { policyHash, reportScript } from "../output/pageScripts.ts";
import { Session } from "../project/session.ts";
import { type CellOutput, describeError, type NotebookError } from "./cellOutput.ts";
import { type ChartPicture, drawPictures } from "./chartPictures.ts";
import type { ExecutedCell, ExecutedNotebook } from "./execute.ts";
import { htmlOfMarkdown } from "./markdown.ts";
import { narrowScreen, pageStyle } from "./pageStyle.ts";
import { kitElement, type PagePanels, pagePanels } from "./panels.ts";

/** How a notebook's page is written. */
export interface NotebookPageOptions {
  /** False leaves the charts to the page's script: it draws them where they are seen. */
  pictures?: boolean;
  /** Keeps scripts and pictures for other pages; a new one unless given. */
  session?: Session;
}

/** The page's text. */
export async function notebookPage(
  { title, file, cells, scenarios, error }: ExecutedNotebook,
  { pictures = true, session = new Session() }: NotebookPageOptions = {},
): Promise<string> {
  const shown = new Set(cells.flatMap(({ outputs }) => outputs.map(({ kind }) => kind)));
  const scripts = await scriptsFor(shown, session);
  const kit = scripts.length > 0 ? await kitElement(session) : nothing;
  const panels = pagePanels({ pictures, session });
  const sections: Html[] = [];
  for (const cell of cells) sections.push(await cellHtml(cell, { panels, pictures, session }), lineEnd);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(scripts)}">
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
<p>Simulations of assumptions, not forecasts. Every figure on this page was computed from <code>${file}</code>${scenarios.length > 0 && " and these scenarios: "}${scenarioLinks(scenarios)}.</p>
</footer>
<div class="tip" id="tip" hidden></div>
${kit}${panels.shared()}${scripts.map((script) => html`<script type="module">${script}</script>\n`)}</body>
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

function policyFor(scripts: readonly Html[]): string {
  const hashes = scripts.map(({ markup }) => `'sha256-${policyHash(markup)}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.length > 0 ? hashes.join(" ") : "'none'"}`,
    // Charts carry their looks in style attributes; styles cannot run anything.
    "style-src 'unsafe-inline'",
    "img-src data:",
    `worker-src ${hashes.length > 0 ? "blob:" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** What makes charts and panels live, where the page has any. */
async function scriptsFor(shown: ReadonlySet<CellOutput["kind"]>, session: Session): Promise<Html[]> {
  const texts = await Promise.all([
    ...(shown.has("chart") ? [reportScript(session, "notebookCharts")] : []),
    ...(shown.has("panel") ? [reportScript(session, "notebookPanels")] : []),
  ]);
  return texts.map(scriptInScript);
}

interface Paper extends Required<NotebookPageOptions> {
  panels: PagePanels;
}

async function cellHtml(cell: ExecutedCell, paper: Paper): Promise<Html> {
  if (cell.kind === "markdown")
    return html`<section class="prose">\n${htmlOfMarkdown(unbroken(cell.text))}</section>`;
  const outputs: Html[] = [];
  for (const output of cell.outputs) outputs.push(await outputHtml(output, paper), lineEnd);
  const note = !cell.executed && html` <span class="note">not run</span>`;
  const code = html`<details class="code"${cell.isOpen && html` open`}><summary>${cell.title ? `Code: ${cell.title}` : "Code"}${note}</summary>
<pre tabindex="0"><code>${cell.text}</code></pre></details>\n`;
  return html`<section class="cell">\n${outputs}${cell.text !== "" && code}</section>`;
}

async function outputHtml(output: CellOutput, paper: Paper): Promise<Html> {
  switch (output.kind) {
    case "markdown":
      return html`<div class="prose">\n${htmlOfMarkdown(unbroken(output.text))}</div>`;
    case "chart":
      return chartHtml(output.chart, paper);
    case "panel":
      return paper.panels.add(output.panel);
    case "table":
      return html`<div class="table" tabindex="0" role="region" aria-label="${output.table.caption}">\n${notebookTable(output.table)}\n</div>`;
    case "text":
      return html`<pre class="printed ${output.stream}" tabindex="0">${output.text}</pre>`;
    case "error":
      return errorHtml(output.error);
  }
}

async function chartHtml(chart: Chart, { pictures, session }: Paper): Promise<Html> {
  return html`<figure class="plot" data-chart="${chart.name}">
<div class="canvas" role="region" aria-label="${chart.title}">
<p class="title" aria-hidden="true"><strong>${chart.title}</strong> ${unbroken(howToRead(chart))}</p>
<div class="drawing">${pictures && (await pictureHtml(chart, session))}<div class="live chart" tabindex="0" role="img" aria-label="${chart.description}"></div></div>
</div>
<p class="says" aria-live="polite"></p>
<figcaption><details><summary>This chart in words</summary><p>${unbroken(chart.description)}</p></details></figcaption>
<script type="application/json">${jsonInScript(chart.spec)}</script>
</figure>`;
}

async function pictureHtml(chart: Chart, session: Session): Promise<Html> {
  const { wide, narrow } = await drawPictures(chart, session);
  return html`<picture><source media="(max-width: ${narrowScreen})" srcset="${dataUrl(narrow)}" width="${narrow.width}" height="${narrow.height}">
<img alt="${chart.description}" width="${wide.width}" height="${wide.height}" src="${dataUrl(wide)}"></picture>
`;
}

/** JSON without a sign that could end its element. */
function jsonInScript(value: object): Html {
  return { markup: JSON.stringify(value).replace(/</g, "\\u003c") };
}

function dataUrl({ svg }: ChartPicture): string {
  return `data:image/svg+xml;base64,${Buffer.from(darkWhereAsked(svg)).toString("base64")}`;
}

/** The chart's subtitle. */
function howToRead({ spec: { title } }: Chart): string {
  const subtitle =
    typeof title === "object" && title !== null && "subtitle" in title ? title.subtitle : undefined;
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
