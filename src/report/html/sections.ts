// The parts of a report that are words and tables. The same code writes them into the file and, live, into the page.

import { atEnd, toldOnce } from "../../analysis/atEnd.ts";
import type {
  AssumptionSummary,
  Comparison,
  DerivedSummary,
  Findings,
  VariantFindings,
} from "../../analysis/findings.ts";
import { allAreStable, whyNoStableMean, whyNoStableSd } from "../../analysis/stableMean.ts";
import { hasProbability, hasSteps, neverOf } from "../../analysis/summaries.ts";
import type { History } from "../../assumptions/calendar/history.ts";
import { stepName } from "../../assumptions/calendar/stepWords.ts";
import type { Claim } from "../../assumptions/readClaims.ts";
import { beliefWords } from "../../beliefs/beliefWords.ts";
import { claimFigure } from "../../format/claimFigure.ts";
import { conditionalNote } from "../../format/conditionalNote.ts";
import { estimatedWords } from "../../format/estimatedWords.ts";
import { horizonWords } from "../../format/horizonWords.ts";
import { formatCount, formatInterval, formatNumber, readsAsShare, unitWords } from "../../format/numbers.ts";
import { noFigure } from "../../format/tables/cells.ts";
import { comparisonCells } from "../../format/tables/comparisonCells.ts";
import { outputRows } from "../../format/tables/outputRows.ts";
import type { TableRow } from "../../format/tables/table.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { type Html, html, nothing, unbrokenIn } from "../shared/html.ts";
import { scrollTable } from "./tableHtml.ts";

/** Figures of all variants, one table for each output that has a single figure. */
export function findingsSection(findings: Findings): Html {
  const tables = toldOnce(findings).map((name) => outputTable(findings, name));
  const outputs = findings.variants.flatMap(({ outputs }) => Object.values(outputs));
  const untold = [
    ...(allAreStable(outputs) ? [] : [whyNoStableMean]),
    ...(allAreStable(outputs, "sd") ? [] : [whyNoStableSd]),
  ];
  return unbrokenIn(html`<p class="quiet">9 in 10 trials lie between the columns 5 % and 95 %. ± is one standard error of the simulation; where there is none, it is smaller than the last digit.${untold.map((why) => ` ${why}`).join("")}</p>
${tables}${findings.comparisons.length > 0 ? comparisonTable(findings) : nothing}`);
}

function outputTable(findings: Findings, name: string): Html {
  const { variants, horizon } = findings;
  const base = variants[0]!.outputs[name]!;
  const first = atEnd(base);
  const end = hasSteps(base) ? `, ${stepName(horizon, horizon.steps)}` : "";
  const nameOf = ({ title }: VariantFindings) => title;
  if (hasProbability(first)) {
    const rows = outputRows(findings, name, { nameOf, figures: [] });
    const columns = ["", "chance", { head: "in words", align: "start" as const }];
    return scrollTable({ caption: `Chance of “${first.label}”${end}`, columns, rows });
  }
  const someNever = variants.some(({ outputs }) => (neverOf(outputs[name]!)?.value ?? 0) > 0);
  const figures = ["p50", "mean", "sd", "p5", "p95", ...(someNever ? ["never"] : [])];
  const columns = ["", "median", "mean", "sd", "5 %", "95 %", ...(someNever ? ["never happens"] : [])];
  const rows = outputRows(findings, name, { nameOf, figures, missing: noFigure });
  return scrollTable({ caption: `${first.label}${unitOf(first.unit)}${end}`, columns, rows });
}

function comparisonTable(findings: Findings): Html {
  const { comparisons, variants } = findings;
  const rows = comparisons.flatMap((comparison): TableRow[] => [
    [variants.find(({ name }) => name === comparison.variant)?.title ?? comparison.variant],
    ...Object.keys(comparison.outputs).map((name) => comparedRow(findings, comparison, name)),
  ]);
  const columns = ["", "mean difference", "90 % interval", "chance it is greater"];
  const caption = "Variants against the base, trial by trial on the same random draws";
  const note = conditionalNote(findings);
  const table = scrollTable({ caption, columns, rows }, "long");
  return note === undefined ? table : html`${table}<p class="quiet">${note}</p>`;
}

function comparedRow(findings: Findings, comparison: Comparison, output: string): TableRow {
  const { label, unit, difference } = comparison.outputs[output]!;
  const { mean, interval, chanceGreater, inPoints } = comparisonCells(findings, comparison, output);
  const name = `${label}${inPoints ? " (percentage points)" : unitOf(unit)}`;
  const isSame = [difference.p5, difference.mean, difference.p95].every(({ value }) => value === 0);
  return isSame ? [name, { text: "no difference", span: 3 }] : [name, mean, interval, chanceGreater];
}

/** The articles whose claims the assumptions stand on; nothing where they stand on none, or none is named. */
export function articleLine({ claims }: Pick<Findings, "claims">): Html {
  const articles = new Set(Object.values(claims).flatMap(({ article }) => article ?? []));
  if (articles.size === 0) return nothing;
  return html`<p class="quiet">${articles.size === 1 ? "The article" : "The articles"}: ${[...articles].join("; ")}</p>`;
}

/** Every assumption with its belief and what that stands on, then what each what-if believes otherwise. */
export function ledgerSection({ variants, claims, history = [] }: Findings): Html {
  const [base, ...whatIfs] = variants;
  const entries = Object.entries(base!.assumptions).map(([name, assumption]) =>
    ledgerEntry(name, assumption, claims),
  );
  const derived = Object.entries(base!.derived ?? {}).map(([name, one]) => derivedEntry(name, one));
  const others = whatIfs.map((variant) => whatIfEntry(variant, base!));
  const note =
    Object.keys(claims).length > 0 &&
    html`<p class="quiet">A claim says in which paragraph of the article it stands, and how reliable it is. What is from elsewhere has its source named in the text.</p>
`;
  const counts = history.map((one) => historyEntry(one, base!));
  return unbrokenIn(html`${note}<div class="ledger">${entries}${derived}${others}${counts}</div>`);
}

/** Where the counts before the start are from. */
function historyEntry({ output, file, source, licence }: History, { outputs }: VariantFindings): Html {
  const under = licence === undefined ? nothing : html`, ${licence}`;
  return html`<article id="ledger-history-${output}"><h3>Counted before the start: ${outputs[output]?.label ?? output}</h3><p class="why">${source} (${file}${under})</p></article>`;
}

function whatIfEntry({ name, title, why, assumptions }: VariantFindings, base: VariantFindings): Html {
  const set = Object.entries(assumptions).filter(([input, { belief }]) => {
    return belief !== base.assumptions[input]?.belief;
  });
  const lines = set.map(
    ([, { label, belief, unit }]) => html`<p class="belief">${label}: ${beliefHtml(belief, unit)}</p>`,
  );
  const basis = why === undefined ? nothing : html`<p class="why">${why}</p>`;
  return html`<article id="ledger-what-if-${name}"><h3>What if: ${title}</h3>${lines}${basis}</article>`;
}

/** A belief in words where it has some, with the expression that says the same; else the expression. */
function beliefHtml(belief: string, unit: string): Html {
  const words = beliefWords(belief, unitWords(unit));
  if (words.startsWith(belief)) return html`<code>${belief}</code>${unitOf(unit)}`;
  return html`<strong>${words}</strong> <span class="quiet">(<code>${belief}</code>)</span>`;
}

function ledgerEntry(name: string, assumption: AssumptionSummary, claims: Findings["claims"]): Html {
  const { label, belief, unit, inputUnit, basis, estimated, origin, p5, p50, p95 } = assumption;
  const percent = readsAsShare(inputUnit, [p5, p95]);
  const reach =
    p5 === p95
      ? html`held fixed`
      : html`median ${formatNumber(p50, { percent, digits: 3, beside: [p5, p95] })}, 90 % interval ${formatInterval(exactly(p5), exactly(p95), undefined, { percent })}${inputUnit === unit ? "" : unitOf(inputUnit)}`;
  const ids = basis.kind === "claims" ? basis.ids : [];
  const why = basis.why === undefined ? nothing : html`<p class="why">${basis.why}</p>`;
  const grounds =
    ids.length > 0
      ? html`<ul class="claims">${ids.map((id) => claimItem(id, claims))}</ul>${why}`
      : html`<p class="judgement"><strong>${estimated ? "Estimated" : "Judgement"}</strong></p>${why}`;
  const data = estimated ? html`<p class="why">${estimatedWords(estimated, unit)}</p>` : nothing;
  return html`<article id="ledger-${name}"><h3>${label}</h3>${originLine(origin)}<p class="belief">${beliefHtml(belief, unit)} <span class="quiet">${reach}</span></p>${data}${grounds}</article>`;
}

/** Where an assumption stands that is not the scenario's own. */
function originLine(origin: string | undefined): Html {
  if (origin === undefined) return nothing;
  const words =
    origin === "common"
      ? "Common to all scenarios"
      : `Believed in the scenario “${origin}”, which feeds this one`;
  return html`<p class="quiet">${words}</p>`;
}

/** What follows from other assumptions in each trial. */
function derivedEntry(name: string, { label, is, unit, why, origin }: DerivedSummary): Html {
  const basis = why === undefined ? nothing : html`<p class="why">${why}</p>`;
  return html`<article id="ledger-${name}"><h3>${label}</h3>${originLine(origin)}<p class="belief"><code>${is}</code>${unitOf(unit)} <span class="quiet">follows from these in each trial</span></p>${basis}</article>`;
}

function exactly(value: number): Estimate {
  return { value, error: 0 };
}

function claimItem(id: string, claims: Findings["claims"]): Html {
  const claim = claims[id];
  if (!claim) return html`<li>${id}</li>`;
  const articles = new Set(Object.values(claims).map(({ article }) => article));
  // With one article it is named once, above all.
  const named = articles.size > 1 && claim.article !== undefined ? html` of ${claim.article}` : nothing;
  const { says, source, paragraph, grade, gradeReason } = claim;
  return html`<li><span class="grade" title="Admiralty grade">${grade}</span> <strong>${hedgedFigure(claim)}</strong> ${says} <span class="quiet">${source}, in paragraph ${paragraph}${named}. ${grade}: ${gradeReason}</span></li>`;
}

/** “up to” 20,000 recruits/month; the article's own word for how sure it is, and all digits that it gives. */
function hedgedFigure(claim: Claim): string {
  const hedged = claim.hedge === "none" ? "" : `“${claim.hedge}”`;
  const figure = claimFigure(claim);
  if (figure === undefined) return hedged ? `${hedged}, no figure:` : "no figure:";
  return `${[hedged, figure].filter(Boolean).join(" ")}:`;
}

/** Seed, trials, versions. */
export function makingSection(findings: Findings, versions: Readonly<Record<string, string>>): Html {
  const { trials, seed, horizon } = findings;
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return unbrokenIn(html`<dl>
<dt>Trials</dt><dd>${formatCount(trials)} of each variant, all on the same random draws, in 16 independently scrambled sets of Sobol points</dd>
<dt>Horizon</dt><dd>${horizonWords(horizon)}</dd>
<dt>Seed</dt><dd><code>${seed}</code></dd>
<dt>Errors</dt><dd>± is one standard error of the simulation, measured from the scatter between the 16 sets. It says how far a figure is off by the random draws of the trials, not whether the assumptions are right.</dd>
<dt>Words for chances</dt><dd>US Intelligence Community Directive 203: almost no chance up to 5 %, very unlikely to 20, unlikely to 45, roughly even chance to 55, likely to 80, very likely to 95, almost certain above; two words where the error reaches over a border</dd>
<dt>Grades</dt><dd>Admiralty scale: the source from A (completely reliable) to E (unreliable), what it says from 1 (confirmed) to 5 (improbable); F and 6 mean that there is no basis to judge</dd>
<dt>Versions</dt><dd>${packages.join(", ")}</dd>
</dl>`);
}

function unitOf(unit: string): string {
  const words = unitWords(unit);
  return words === "" ? "" : ` (${words})`;
}
