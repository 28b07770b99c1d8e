// Checks for a person at a terminal: whether each closes as the claims stand, and what would close it.
import type { CheckedFigure, CheckFindings, UnknownFindings } from "../analysis/checks/checkFindings.ts";
import { formatInterval, formatNumber, unitWords } from "../format/numbers.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import { fillParagraph } from "../format/text.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** All checks, the broken ones told apart at the end. No line end at the end. */
export function describeChecks(checks: readonly CheckFindings[]): string {
  if (checks.length === 0) return "There is no check.";
  const of = (status: CheckFindings["status"]) => checks.filter((check) => check.status === status);
  const counts = (["closes", "conditional", "strained", "broken"] as const)
    .map((status) => ({ status, ids: of(status).map(({ id }) => id) }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ status, ids }) => `${ids.length} ${status}: ${ids.join(", ")}`);
  return [...checks.map(describe), counts.join("\n")].join("\n\n");
}

const statusWords = {
  closes: "It closes as the claims stand",
  conditional: "It closes only with what we believe of the unstated, not as the claims stand",
  strained: "It hardly closes",
  broken: "It is broken",
} as const;

function describe(check: CheckFindings): string {
  const { id, title, equation, status, figures, unknowns, why } = check;
  const read = figures.map(({ name, belief, unit }) => `${name}: ${belief} ${unitWords(unit)}`.trim());
  const lines = [
    `${statusWords[status]}: ${statementOf(check)}.`,
    ...unknowns.map(describeUnknown),
    ...(read.length > 0 ? [`Read are ${read.join("; ")}.`] : []),
    ...(why === undefined ? [] : [why]),
  ];
  return [
    `${title} (${id})`,
    `  ${equation}`,
    ...lines.map((line) => fillParagraph(line, { indent: "  " })),
  ].join("\n");
}

/** "17k (12k to 20k) against 37k (31k to 52k) items/month, closes in 0 % of draws, almost no chance" */
export function statementOf({ left, right, unit, closes, unknowns }: CheckFindings): string {
  const silent = unknowns.map(({ label, unit, unstated }) => `“${label}” at ${inUnit(unstated, unit)}`);
  const unstated = silent.length > 0 ? `with ${silent.join(" and ")}, ` : "";
  return (
    `${unstated}${spreadText(left)} against ${spreadText(right)} ${unitWords(unit)}`.trim() +
    `, closes in ${chanceText(closes)}`
  );
}

/** "“Share that is sold” would have to be at most 0.45 (0.32 to 0.58)" */
export function breakEvenText({ label, side, needed, unit }: UnknownFindings): string {
  if (Number.isNaN(needed.p50.value)) return `no value of “${label}” would close it`;
  return `“${label}” would have to be ${side === "exactly" ? "" : `${side} `}${spreadText(needed)}${suffix(unit)}`;
}

function describeUnknown(unknown: UnknownFindings): string {
  const { asTold, overReadings, needed, believed, unit, why } = unknown;
  if (Number.isNaN(needed.p50.value)) return `To close it: ${breakEvenText(unknown)}.`;
  const { low, high, readings } = overReadings;
  const over = readings > 1 ? `; ${interval(low, high)} over ${readings} readings of the figures` : "";
  const parts = [
    `To close it, ${breakEvenText(unknown)}; ${formatNumber(asTold, { digits: 3 })}${suffix(unit)} at the figures as told${over}.`,
  ];
  if (believed) {
    const { belief, p5, p50, p95, closes } = believed;
    parts.push(
      `We believe ${formatNumber(p50, { digits: 2, beside: [p5, p95] })} (${interval(p5, p95)}), written ${belief}: then it closes in ${chanceText(closes)}.`,
    );
  }
  if (why !== undefined) parts.push(why);
  return parts.join(" ");
}

function spreadText({ p5, p50, p95 }: CheckedFigure): string {
  const middle = formatNumber(p50.value, { error: p50.error, digits: 3, beside: [p5.value, p95.value] });
  return p5.value === p95.value ? middle : `${middle} (${formatInterval(p5, p95)})`;
}

/** "93 % of draws (very likely)" */
function chanceText(chance: Estimate): string {
  const share = formatNumber(chance.value, { error: chance.error, percent: true, digits: 2 });
  return `${share} of draws (${probabilityWords(chance)})`;
}

function interval(low: number, high: number): string {
  return formatInterval({ value: low, error: 0 }, { value: high, error: 0 });
}

function inUnit(value: number, unit: string): string {
  return `${formatNumber(value)}${suffix(unit)}`;
}

function suffix(unit: string): string {
  return ` ${unitWords(unit)}`.trimEnd();
}
