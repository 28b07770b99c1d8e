// The report as a file: all of it is there to read before any script runs.

import type { Findings } from "../../analysis/findings.ts";
import { variantNames } from "../../assumptions/variantNames.ts";
import { viewsOf } from "../../charts/chartsOf.ts";
import { answerSentence } from "../../format/answerSentence.ts";
import { type Html, html, nothing, scriptInScript, unbroken } from "../shared/html.ts";
import { placementsFor } from "../shared/placements.ts";
import type { ReportData } from "../shared/reportData.ts";
import { publishedSettings } from "../shared/settings.ts";
import { choice, control, setting, variantChoice } from "./controlsHtml.ts";
import { pageText, type Sha256 } from "./document.ts";
import { figure, type StillChart } from "./figureHtml.ts";
import { changesLine, onlyPlayed, type RunSettings, runChanges } from "./runChanges.ts";
import { articleLine, findingsSection, ledgerSection, makingSection } from "./sections.ts";
import { publishedStatus } from "./status.ts";

/** The texts of the scripts of a report. */
export interface ReportScripts {
  /** Runs in the page. */
  page: string;
  /** Engine, charts and Vega: runs in the worker, after the scenario. */
  kit: string;
  /** Runs in the worker before the kit, and sets the scenario that it plays. */
  scenario: string;
}

/** What only the host can do that writes the page. */
export interface ReportHost {
  policyHash: Sha256;
  /** A text gzipped, as base64. */
  pack: (text: string) => string;
}

/** One self-contained page. */
export function reportHtml(
  data: ReportData,
  scripts: ReportScripts,
  headline: StillChart,
  { policyHash, pack }: ReportHost,
): string {
  const { findings } = data;
  const { title, question } = findings;
  const answer = answerSentence(findings);
  const body = html`<a class="skip" href="#answer">To the answer</a>
<header class="top"><a class="home" href="../index.html">All scenarios</a><h1>${title}</h1><p class="question">${question}</p>${articleLine(findings)}</header>
<main><div class="columns">
<div class="head">
<p class="answer" id="answer" aria-live="polite">${unbroken(answer)}</p>
<div class="state"><p class="status" id="status" role="status">${publishedStatus(data)}</p><p class="working" id="working" role="status"></p></div>
<p class="lost wrong" id="lost" role="status"></p>
<p class="quiet">A simulation of assumptions, not a forecast: the figures hold as far as <a href="#assumptions">what is believed</a> holds.</p>
${changesLine(runChanges(settingsOf(data)))}
${viewSwitch(findings)}
${figure(placementsFor(findings)[0]!, findings, { still: headline, more: pictureButtons })}
</div>
<aside class="side live-only"><form class="panel" id="controls" aria-label="Assumptions">${controls(data)}</form></aside>
<div class="rest">
<h2 id="charts">Charts</h2>
${placementsFor(findings)
  .slice(1)
  .map((placement) => figure(placement, findings, { more: pictureButtons }))}
<noscript><p>Without scripts the charts are pictures: <a href="charts/">charts/</a></p></noscript>
<h2 id="figures">Findings</h2><div id="findings">${findingsSection(findings)}</div>
<h2 id="assumptions">What we believe, and why</h2><div id="ledger">${ledgerSection(findings)}</div>
<div class="live-only">${takeAway()}</div>
<h2 id="making">How it was made</h2><div id="making-of">${makingSection(findings, data.versions)}</div>
<h2 id="files">Files</h2>${fileList(data.files)}
</div></div></main>
<div class="tip" id="tip" hidden></div>
<script type="text/plain" id="data">${pack(JSON.stringify(data))}</script>
<script type="text/plain" id="scenario">${pack(scripts.scenario)}</script>
<script type="text/plain" id="worker-entry">${pack(scripts.kit)}</script>`;
  return pageText(
    { title, description: `${question} ${answer}`, body, script: scriptInScript(scripts.page) },
    policyHash,
  );
}

function settingsOf({ findings, overrides, source }: ReportData): RunSettings {
  const played = findings.variants.map(({ name }) => name);
  const only = onlyPlayed(played, variantNames(source));
  return { overrides, ...(!source.isOwn && { configFile: source.file }), ...only };
}

/** Links to the files beside the page; the endings of a chart stand in one line. */
function fileList(files: readonly string[]): Html {
  const stems = new Map<string, string[]>();
  for (const file of files) {
    const stem = file.startsWith("charts/") ? file.slice(0, file.indexOf(".")) : file;
    stems.set(stem, [...(stems.get(stem) ?? []), file]);
  }
  const link = (file: string, words: string) => html`<a href="${file}">${words}</a>`;
  const items = [...stems].map(([stem, [first = "", ...others]]) => {
    if (others.length === 0) return html`<li>${link(first, stem)}</li>`;
    const links = [first, ...others].map((file) => html` ${link(file, file.slice(stem.length + 1))}`);
    return html`<li>${stem}:${links}</li>`;
  });
  return html`<ul class="files">${items}</ul>`;
}

function viewSwitch(findings: Findings): Html {
  const views = viewsOf(findings);
  if (views.length < 2) return nothing;
  return html`<fieldset class="switch live-only" id="views"><legend>Show it as</legend>${views.map(({ name, title }, i) => choice("view", name, title, i === 0))}</fieldset>`;
}

function controls(data: ReportData): Html {
  const settings = publishedSettings(data);
  const { shown, folded } = controlled(data.findings);
  return html`<h2>Change an assumption</h2><p class="quiet">Everything follows at once. A change holds in every variant.</p>
${variantChoice(data.findings)}${shown.map((name) => control(name, data))}
${folded.length > 0 && html`<details><summary>${folded.length} more of the scenarios that feed this one</summary>${folded.map((name) => control(name, data))}</details>`}
${setting("horizon", "Horizon", settings.horizon)}${setting("seed", "Seed (another set of futures)", settings.seed)}
<p class="buttons"><button type="button" id="reset">Back to as run</button></p>`;
}

/** Assumptions upstream that have a control in sight. */
const shownUpstream = 3;

/** The assumptions with a control in sight, own and common ones and those upstream that move the headline most; and the others. */
function controlled({ variants, tornado }: ReportData["findings"]): { shown: string[]; folded: string[] } {
  const assumptions = Object.entries(variants[0]!.assumptions);
  const isUpstream = (origin: string | undefined) => origin !== undefined && origin !== "common";
  const upstream = assumptions.flatMap(([name, { origin }]) => (isUpstream(origin) ? [name] : []));
  const ranked = tornado.influences
    .map(({ assumption }) => assumption)
    .filter((name) => upstream.includes(name));
  const first = new Set([...ranked, ...upstream].slice(0, shownUpstream));
  const inSight = (name: string) => !upstream.includes(name) || first.has(name);
  const names = assumptions.map(([name]) => name);
  return { shown: names.filter(inSight), folded: names.filter((name) => !inSight(name)) };
}

const pictureButtons = html`
<p class="buttons"><button type="button" data-save="svg">SVG</button><button type="button" data-save="png">PNG</button></p>`;

function takeAway(): Html {
  return html`<h2 id="take">Take it with you</h2><div class="take">
<div><h3>The command for these figures</h3><pre id="command" tabindex="0"></pre></div>
<p class="buttons"><button type="button" data-copy="command">Copy the command</button><button type="button" data-copy="link">Copy a link to this state</button><button type="button" data-save="yaml">Config (YAML)</button><button type="button" data-save="csv">Figures (CSV)</button><button type="button" data-save="json">Figures (JSON)</button><span id="copied" role="status"></span></p>
<details><summary>The config with these changes</summary><pre id="yaml" tabindex="0"></pre></details></div>`;
}
