// The markup of a chart's place on a live page.
import type { Findings } from "../../analysis/findings.ts";
import { type Html, html, nothing } from "../shared/html.ts";
import type { Placement } from "../shared/placement.ts";
import { captionOf, kindAt } from "../shared/placements.ts";

/** A chart as SVG text, which Vega has escaped, and its words. */
export interface StillChart {
  svg: string;
  title: string;
  description: string;
}

/** What a figure has beside its chart's place. */
export interface FigureParts {
  /** What is seen before the page's script has drawn its own. */
  still?: StillChart;
  /** What stands beside its figures and words. */
  more?: Html;
  /** Put before its id; a page with several panels has the same chart more than once. */
  idStart?: string;
}

/** The place of a chart: its picture, and behind it its figures and words. */
export function figure(
  placement: Placement,
  findings: Findings,
  { still, more = nothing, idStart = "" }: FigureParts = {},
): Html {
  const { name, kind, quick } = placement;
  const picture = still ? { markup: still.svg } : nothing;
  const { hasRows, baselineWords } = kindAt(placement, findings) ?? {};
  const isWide = hasRows && kind !== "headline";
  const baseline =
    quick && baselineWords !== undefined
      ? html`<p class="baseline-note"><i></i>as run: ${baselineWords}</p>`
      : nothing;
  return html`<figure data-placement="${name}" id="${idStart}chart-${name}"><figcaption><h3>${still ? captionOf(still.title, findings.title) : ""}</h3><p class="subtitle"></p></figcaption>
<div class="chart${isWide ? " rows" : ""}" tabindex="0" role="img" aria-label="${still?.description ?? ""}">${picture}</div>${baseline}<p class="says live-only" aria-live="polite"></p>
<div class="foot live-only"><details><summary>Figures</summary><div class="scroll figures" tabindex="0" role="region" aria-label="Figures"></div></details>
<details><summary>In words</summary><p class="words"></p></details>${more}</div></figure>`;
}
