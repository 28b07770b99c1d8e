// What the common assumptions move, as a table with a bar in each cell: where the headline goes from p10 to p90.
import type { CommonInfluence } from "../../../analysis/together/playedScenario.ts";
import type { ScenarioHeadline, WorldFindings } from "../../../analysis/together/worldFindings.ts";
import { ownValue } from "../../../assumptions/ownValue.ts";
import { unitWords } from "../../../format/numbers.ts";
import { noFigure } from "../../../format/tables/cells.ts";
import {
  asBelievedLabel,
  beliefText,
  influenceText,
  movingRows,
  outcomeFigure,
} from "../../../format/together/worldTables.ts";
import { type Html, html, unbroken } from "../../shared/html.ts";

const bar = { width: 110, height: 12, dot: 4 } as const;

/** The matrix in a box of its own in which it can be scrolled. */
export function matrixHtml(findings: WorldFindings): Html {
  const { scenarios, common } = findings;
  const rows = movingRows(common);
  const scales = new Map(
    scenarios.map((headline) => [
      headline.scenario,
      scaleOf(
        headline,
        rows.flatMap(({ influences }) => ownValue(influences, headline.scenario) ?? []),
      ),
    ]),
  );
  const heads = scenarios.map(
    ({ scenario, label, unit, isChance }) =>
      html`<th scope="col">${scenario}<br><span class="quiet">${label}${isChance || unitWords(unit) === "" ? "" : ` (${unitWords(unit)})`}, ${isChance ? "chance" : "median"}</span></th>`,
  );
  const base = scenarios.map((one) => html`<td>${unbroken(outcomeFigure(one, one.reference.base))}</td>`);
  const body = rows.map((row) => {
    const cells = scenarios.map((one) => {
      const influence = ownValue(row.influences, one.scenario);
      if (!influence) return html`<td>${row.usedBy.includes(one.scenario) ? "certain" : noFigure}</td>`;
      const drawn = barSvg(influence, one, scales.get(one.scenario)!);
      return html`<td>${unbroken(influenceText(one, influence))}${drawn}</td>`;
    });
    return html`<tr><th scope="row">${row.label}<br><span class="quiet">${unbroken(beliefText(row))}</span></th>${cells}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What the common assumptions move"><table class="matrix"><thead><tr><td></td>${heads}</tr></thead><tbody><tr><th scope="row">${asBelievedLabel(findings)}</th>${base}</tr>${body}</tbody></table></div>`;
}

interface Scale {
  low: number;
  high: number;
}

/** All bars of a scenario have one scale, so that the longest moves it most. */
function scaleOf({ reference: { base } }: ScenarioHeadline, influences: readonly CommonInfluence[]): Scale {
  const values = [base, ...influences.flatMap(({ low, high }) => [low, high])]
    .map(({ value }) => value)
    .filter(Number.isFinite);
  return { low: Math.min(...values), high: Math.max(...values) };
}

function barSvg(
  { low, high }: CommonInfluence,
  { reference: { base } }: ScenarioHeadline,
  scale: Scale,
): Html | undefined {
  const ends = [low.value, high.value, base.value];
  if (!ends.every(Number.isFinite) || scale.low === scale.high) return undefined;
  const inner = bar.width - 2 * bar.dot;
  const place = (value: number) =>
    (bar.dot + (inner * (value - scale.low)) / (scale.high - scale.low)).toFixed(1);
  const [from, to, middle] = ends.map(place);
  const y = bar.height / 2;
  return html`<svg class="reach" width="${bar.width}" height="${bar.height}" aria-hidden="true"><path class="believed" d="M${middle} 0v${bar.height}"/><path class="moved" d="M${from} ${y}H${to}"/><circle cx="${to}" cy="${y}" r="${bar.dot}"/></svg>`;
}
