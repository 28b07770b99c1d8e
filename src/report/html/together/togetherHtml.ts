// outputs/together/report.html: the scenarios as one world.
import type { WorldFindings } from "../../../analysis/together/worldFindings.ts";
import { horizonWords } from "../../../format/horizonWords.ts";
import { formatCount } from "../../../format/numbers.ts";
import {
  differencesTable,
  outcomeFigure,
  ownBeliefNote,
  quantitiesTable,
  splitSentence,
  splitTable,
  tellingFigure,
} from "../../../format/together/worldTables.ts";
import { type Html, html, nothing, unbroken, unbrokenIn } from "../../shared/html.ts";
import { pageText, type Sha256 } from "../document.ts";
import { scrollTable } from "../tableHtml.ts";
import { type FeedGraph, feedsSvg, feedsWords } from "./feedsSvg.ts";
import { matrixHtml } from "./matrixHtml.ts";

/** The graph of who feeds whom. */
export function feedGraph({ quantities, feeds }: WorldFindings): FeedGraph {
  const scenarios = [...new Set(quantities.map(({ scenario }) => scenario))];
  return { scenarios, feeds, quantities };
}

/** What only the host knows that writes the page. */
export interface TogetherHost {
  policyHash: Sha256;
  /** Whether a scenario's report stands beside the page's folder. */
  hasReport: (scenario: string) => boolean;
}

/** One self-contained page without scripts. */
export function togetherHtml(findings: WorldFindings, { policyHash, hasReport }: TogetherHost): string {
  const { scenarios, seed, trials } = findings;
  const names = scenarios.map(({ scenario }) => scenario).join(", ");
  const body = html`<a class="skip" href="#moves">To what moves what</a>
<header class="top"><a class="home" href="../index.html">All scenarios</a><h1>One world</h1><p class="question">What holds in several scenarios in the same futures: ${names}.</p></header>
<main>
<p class="quiet">The same ${formatCount(trials)} trials in all of them, seed ${seed}; trial for trial they share the common assumptions and all that feeds them. A simulation of assumptions, not a forecast. ± is one standard error.</p>
<h2 id="headlines">As believed</h2>${headlines(findings, hasReport)}
<h2 id="moves">What the common assumptions move</h2>${matrixSection(findings)}
<h2 id="futures">In the same futures</h2>${splitsSection(findings)}
<h2 id="feeds">Who feeds whom</h2>${feedsSection(findings)}
<h2 id="differences">Named differences</h2>${differencesSection(findings)}
<h2 id="quantities">Who computes what</h2><p class="quiet">Each quantity is computed in one scenario; others take it from there.</p>${scrollTable(quantitiesTable(findings), "long")}
</main>`;
  const description = `Scenarios as one world: ${names}`;
  return pageText({ title: "One world", description, body }, policyHash);
}

function headlines({ scenarios }: WorldFindings, hasReport: TogetherHost["hasReport"]): Html {
  const items = scenarios.map((one) => {
    const { scenario, title, label, base, horizon, isChance } = one;
    const figure = unbroken(outcomeFigure(one, base));
    const name = hasReport(scenario) ? html`<a href="../${scenario}/report.html">${title}</a>` : title;
    return html`<dt>${name}</dt><dd>${label}: <b>${figure}</b> ${isChance ? "" : "(median) "}<span class="quiet">over ${horizonWords(horizon)}</span></dd>`;
  });
  return html`<dl>${items}</dl>`;
}

function matrixSection(findings: WorldFindings): Html {
  const all = findings.common.flatMap(({ influences }) => Object.values(influences));
  if (all.length === 0) {
    return html`<p>No common assumption is open: there is none in scenarios/common.yaml that these scenarios use and that is not certain.</p>`;
  }
  const note = all.some(({ isOwnBelief }) => isOwnBelief)
    ? html`<p class="quiet">${ownBeliefNote}</p>`
    : nothing;
  return html`<p class="quiet">Each headline with one assumption at its p10 → at its p90, the others as believed; the dot is the end at p90, the line is as believed. Within a column all bars have one scale.</p>${matrixHtml(findings)}${note}`;
}

function splitsSection({ splits }: WorldFindings): Html {
  if (splits.length === 0)
    return html`<p>No headline has an event. <code>sandtable together --given "SCENARIO.OUTPUT &gt; 40k"</code> asks for any threshold.</p>`;
  const tables = splits.map((split) => {
    const first = tellingFigure(split);
    const sentence = first ? html`<p>${unbroken(splitSentence(split, first))}</p>` : nothing;
    return html`<section class="split">${sentence}${unbrokenIn(scrollTable(splitTable(split)))}</section>`;
  });
  return html`<p class="quiet">Medians of numbers and chances of events, where a condition holds and where it does not; “both” is the chance that both happen. A figure of too few trials cannot be told.</p>${tables}`;
}

function feedsSection(findings: WorldFindings): Html {
  const graph = feedGraph(findings);
  if (graph.feeds.length === 0) return html`<p>${feedsWords(graph.feeds)}</p>`;
  return html`<figure><div class="chart" tabindex="0">${feedsSvg(graph)}</div></figure>`;
}

function differencesSection(findings: WorldFindings): Html {
  if (findings.differences.length === 0)
    return html`<p>None: all believe what scenarios/common.yaml says.</p>`;
  return scrollTable(differencesTable(findings));
}
