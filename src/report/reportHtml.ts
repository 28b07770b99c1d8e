// The report as a file: all of it is there to read before any script runs.
import { formatCount, unitWords } from "../analysis/digits.ts";
import type { AssumptionSummary, Findings } from "../analysis/findings.ts";
import { variantNames } from "../assumptions/variantNames.ts";
import { pageText, type Sha256 } from "./document.ts";
import { type Html, html, nothing, scriptInScript } from "./html.ts";
import type { ReportData } from "./reportData.ts";
import { changesLine, onlyPlayed, type RunSettings, runChanges } from "./runChanges.ts";
import { findingsSection, ledgerSection, makingSection } from "./sections.ts";
import { horizonText, publishedSettings, type View } from "./settings.ts";
import { shown, sliderPosition, sliderSteps, typicalOf } from "./slider.ts";
import { captionOf, headlineOutput, type Slot, slotsOf, viewsOf } from "./slots.ts";

export interface ReportScripts {
  /** Runs in the page. */
  page: string;
  /** Engine, charts and Vega: runs in the worker, after the scenario. */
  kit: string;
  /** Runs in the worker before the others. */
  math: string;
  /** Sets the scenario that the kit plays. */
  scenario: string;
}

/** The chart that is seen before the script has drawn its own, as SVG text that Vega has escaped; and its words. */
export interface StillChart {
  svg: string;
  title: string;
  description: string;
}

/** What only the host can do that writes the page. */
export interface Host {
  sha256: Sha256;
  /** A text gzipped, as base64. */
  pack: (text: string) => string;
}

/** One self-contained page. */
export function reportHtml(
  data: ReportData,
  scripts: ReportScripts,
  headline: StillChart,
  { sha256, pack }: Host,
): string {
  const { findings } = data;
  const { title, question, answer } = findings;
  const body = html`<a class="skip" href="#answer">To the answer</a>
<header class="top"><a class="home" href="../index.html">All scenarios</a><h1>${title}</h1><p class="question">${question}</p></header>
<main><div class="columns">
<div class="head">
<p class="answer" id="answer" aria-live="polite">${answer}</p>
<p class="status" id="status" role="status">As run: ${horizonText(findings.horizon.steps, findings.horizon.unit)}, seed ${findings.seed}, ${formatCount(findings.trials)} trials.</p>
${changesLine(runChanges(settingsOf(data)))}
${viewSwitch(findings)}
${figure(slotsOf(findings)[0]!, findings, headline)}
</div>
<aside class="side live-only"><form class="panel" id="controls" aria-label="Assumptions">${controls(data)}</form></aside>
<div class="rest">
<h2 id="charts">Charts</h2>
${slotsOf(findings)
  .slice(1)
  .map((slot) => figure(slot, findings))}
<noscript><p>Without scripts the charts are pictures: <a href="charts/">charts/</a></p></noscript>
<h2 id="figures">Findings</h2><div id="findings">${findingsSection(findings)}</div>
<h2 id="assumptions">What we believe, and why</h2><div id="ledger">${ledgerSection(findings)}</div>
<div class="live-only">${takeAway()}</div>
<h2 id="making">How it was made</h2><div id="making-of">${makingSection(findings, data.versions)}</div>
<h2 id="files">Files</h2>${fileList(data.files)}
</div></div></main>
<footer>A simulation of assumptions, not a forecast: the figures hold as far as what is believed above holds.</footer>
<div class="tip" id="tip" hidden></div>
<script type="text/plain" id="data">${pack(JSON.stringify(data))}</script>
<script type="text/plain" id="scenario">${pack(`${scripts.math}\n${scripts.scenario}`)}</script>
<script type="text/plain" id="kit">${pack(scripts.kit)}</script>`;
  return pageText(
    { title, description: `${question} ${answer}`, body, script: scriptInScript(scripts.page) },
    sha256,
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

const viewTitles: Readonly<Record<View, string>> = {
  bands: "Bands",
  dots: "Twenty dots",
  futures: "One future at a time",
};

function viewSwitch(findings: Findings): Html {
  const views = viewsOf(findings);
  // A scalar's own chart is a curve.
  const hasBands = findings.variants[0]!.outputs[headlineOutput(findings)]!.kind === "series";
  const bandsTitle = hasBands ? viewTitles.bands : "Curve";
  if (views.length < 2) return nothing;
  return html`<fieldset class="switch live-only" id="views"><legend>Show it as</legend>${views.map((view, i) => choice("view", view, view === "bands" ? bandsTitle : viewTitles[view], i === 0))}</fieldset>`;
}

function choice(group: string, value: string, title: string, isChosen: boolean): Html {
  return html`<label class="choice"><input type="radio" name="${group}" value="${value}"${isChosen ? html` checked` : nothing}><span>${title}</span></label>`;
}

function figure(
  { name, kind, output }: Slot,
  { variants: [base], title }: Findings,
  still?: StillChart,
): Html {
  const picture = still ? { markup: still.svg } : nothing;
  const isWide = kind === "tornado" || kind === "variants";
  const outputKind = base!.outputs[output]!.kind;
  const isQuick = kind === "headline" || kind === "fan" || kind === "chance";
  const ghostWords = {
    series: "median and 90 % interval of the base",
    "event-series": "chance in the base",
    scalar: "the base",
    event: undefined,
  }[outputKind];
  const ghost =
    isQuick && ghostWords !== undefined
      ? html`<p class="ghost-note"><i></i>as run: ${ghostWords}</p>`
      : nothing;
  return html`<figure data-slot="${name}" id="chart-${name}"><figcaption><h3>${still ? captionOf(still.title, title) : ""}</h3><p class="subtitle"></p></figcaption>
<div class="chart${isWide ? " rows" : ""}" tabindex="0" role="img" aria-label="${still?.description ?? ""}">${picture}</div>${ghost}<p class="says live-only" aria-live="polite"></p>
<div class="foot live-only"><details><summary>Figures</summary><div class="scroll table"></div></details>
<details><summary>In words</summary><p class="words"></p></details>
<p class="buttons"><button type="button" data-save="svg">SVG</button><button type="button" data-save="png">PNG</button></p></div></figure>`;
}

function controls(data: ReportData): Html {
  const { findings } = data;
  const settings = publishedSettings(data);
  const variants =
    findings.variants.length > 1
      ? html`<fieldset class="variants"><legend>What if …</legend>${findings.variants.map(({ name, title }, i) => choice("variant", name, title, i === 0))}</fieldset>`
      : nothing;
  const assumptions = Object.entries(findings.variants[0]!.assumptions).map(([name, one]) =>
    control(name, one, data),
  );
  return html`<h2>Change an assumption</h2><p class="quiet">Everything follows at once. A change holds in every variant.</p>
${variants}${assumptions}
${setting("horizon", "Horizon", settings.horizon)}${setting("seed", "Seed (another set of futures)", settings.seed)}
<p class="buttons"><button type="button" id="reset">Back to as run</button></p>`;
}

function control(name: string, { label, belief, unit }: AssumptionSummary, data: ReportData): Html {
  const typical = typicalOf(name, belief, unit, data);
  const hasRange = typical.low < typical.high;
  return html`<div class="control" data-input="${name}"><div class="name"><label for="belief-${name}">${label}</label><span class="unit">${unitWords(unit)}</span></div>
<input type="range" min="0" max="${sliderSteps}" step="1" value="${sliderPosition(typical)}" aria-label="Typical value: ${label}"${hasRange ? nothing : html` disabled`}>
<div class="ends"><span>${shown(typical.low, typical)}</span><button type="button" class="undo" aria-label="Undo: ${label}">undo</button><span>${shown(typical.high, typical)}</span></div>
<input type="text" id="belief-${name}" value="${belief}" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="problem-${name}">
<p class="problem" id="problem-${name}" role="alert"></p></div>`;
}

function setting(name: string, label: string, value: string): Html {
  return html`<div class="control" data-setting="${name}"><div class="name"><label for="setting-${name}">${label}</label></div>
<input type="text" id="setting-${name}" value="${value}" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="problem-${name}-setting"><p class="problem" id="problem-${name}-setting" role="alert"></p></div>`;
}

function takeAway(): Html {
  return html`<h2 id="take">Take it with you</h2><div class="take">
<div><h3>The command for these figures</h3><pre id="command" tabindex="0"></pre></div>
<p class="buttons"><button type="button" data-copy="command">Copy the command</button><button type="button" data-copy="link">Copy a link to this state</button><button type="button" data-save="yaml">Config (YAML)</button><button type="button" data-save="csv">Figures (CSV)</button><button type="button" data-save="json">Figures (JSON)</button><span id="copied" role="status"></span></p>
<details><summary>The config with these changes</summary><pre id="yaml" tabindex="0"></pre></details></div>`;
}
