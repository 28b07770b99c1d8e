// outputs/index.html: every scenario with its question, its answer and its picture, and how it was run.

import { type Html, html, nothing, unbroken } from "../shared/html.ts";
import { pageText, type Sha256 } from "./document.ts";
import { darkWhereAsked } from "./liveStyle.ts";
import { changesLine } from "./runChanges.ts";

/** What the index says of a scenario; all of it is read from the scenario's folder. */
export interface IndexEntry {
  scenario: string;
  title: string;
  question: string;
  answer: string;
  /** The headline as SVG text, the same for a narrow column if there is one, and its description. */
  picture?: { svg: string; narrow?: string; description: string };
  hasReport: boolean;
  /** How it was run, in words: "16,384 trials, 24 months, seed sandtable". */
  plan: string;
  /** When and on what: "on 24 November 2024 at 12:00 UTC in 1.9 s, Node 20.20.2". */
  run?: string;
  /** What the run was told otherwise than the config: "troops=11k". */
  changes: readonly string[];
  files: readonly string[];
}

/** What the index says of a notebook. */
export interface IndexNotebook {
  title: string;
  /** What its prose begins with, as text; empty where there is none. */
  beginning: string;
  /** Relative to the index. */
  file: string;
  /** Whether it is a page of the kit's handbook, and none about the article. */
  isHandbook: boolean;
}

/** What only the host knows that writes the index. */
export interface IndexHost {
  policyHash: Sha256;
  /** Gives base64, for pictures that are part of the page. */
  encode: (text: string) => string;
  /** The page of the scenarios as one world, relative to the index, where there is one. */
  together?: string | undefined;
}

/** The index as text. */
export function indexHtml(
  entries: readonly IndexEntry[],
  notebooks: readonly IndexNotebook[],
  { policyHash, encode, together }: IndexHost,
): string {
  const handbook = notebooks.filter(({ isHandbook }) => isHandbook);
  const articles = notebooks.filter(({ isHandbook }) => !isHandbook);
  const body = html`<header class="top"><h1>Sandtable</h1><p class="question">Scenarios of a news article: what its figures would mean, how sure that is, and what it hangs on.</p></header>
<main><h2 id="scenarios">Scenarios</h2>${together === undefined ? nothing : html`<p><a href="${together}">All as one world</a>: what moves what, what holds in the same futures, who feeds whom.</p>`}<div class="cards">${entries.map((entry) => card(entry, encode))}</div>
${notebookList("notebooks", "Notebooks", articles)}${notebookList("handbook", "Handbook", handbook)}</main>
<footer>Simulations of assumptions, not forecasts. Each report tells what is believed and why, and lets it be changed.</footer>`;
  const description = entries.map(({ title }) => title).join(", ");
  return pageText({ title: "Sandtable: scenarios", description, body }, policyHash);
}

function card(entry: IndexEntry, encode: (text: string) => string): Html {
  const { scenario, title, question, answer, picture, hasReport, plan, run, changes, files } = entry;
  const link = (file: string, words: string) => html`<a href="${scenario}/${file}">${words}</a>`;
  const source = (svg: string) => `data:image/svg+xml;base64,${encode(darkWhereAsked(svg))}`;
  const narrow = picture?.narrow
    ? html`<source media="(max-width:560px)" srcset="${source(picture.narrow)}">`
    : nothing;
  const image = picture
    ? html`<picture class="picture">${narrow}<img alt="${picture.description}" src="${source(picture.svg)}"></picture>`
    : nothing;
  const others = files.map((file) => html` · ${link(file, file)}`);
  return html`<article id="${scenario}"><div><h3>${hasReport ? link("report.html", title) : title}</h3><p class="quiet">${question}</p>
<p class="says">${unbroken(answer)}</p>${changesLine(changes)}
<p class="quiet">${plan}${run === undefined ? "" : `; ${run}`}</p>
<p class="links">${hasReport ? link("report.html", "Report") : nothing}${others}</p></div>${image}</article>`;
}

/** Nothing where there is no notebook of the kind. */
function notebookList(id: string, heading: string, notebooks: readonly IndexNotebook[]): Html {
  if (notebooks.length === 0) return nothing;
  const items = notebooks.map(
    ({ title, beginning, file }) =>
      html`<li><a href="${file}">${title}</a>${beginning === "" ? nothing : html`<br><span class="quiet">${beginning}</span>`}</li>`,
  );
  return html`<h2 id="${id}">${heading}</h2><ul class="plain">${items}</ul>`;
}
