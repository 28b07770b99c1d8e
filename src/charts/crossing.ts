// When a level is first crossed: the chance that it has happened by each step, all variants together.

import type { Crossing, Findings } from "../analysis/findings.ts";
import { type Calendar, isDated } from "../assumptions/calendar/calendar.ts";
import { inStep, stepName } from "../assumptions/calendar/stepWords.ts";
import { levelName, levelWords } from "../format/levelText.ts";
import { formatNumber } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { capital } from "../format/text.ts";
import type { Estimate, Estimates } from "../simulation/statistics/estimate.ts";
import { stepNumbers } from "../simulation/statistics/estimates.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import { shareCell, stepFigureCell } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { endLabels, plotFor, stepAxis, tooltipLayer, valueAxis } from "./steps.ts";
import { lineTitles, variantChannels } from "./variantLines.ts";

/** The chance of having crossed a level by step, one line a variant, told apart by dash as well as by colour. */
export const crossing = defineChart({
  kind: "crossing",
  appliesTo: { quantity: "number", shape: "series" },
  places: ({ crossings }) => crossings.map((one) => ({ name: nameOf(one), output: one.output })),
  isDrawable: ({ findings, name }) => crossingNamed(findings, name) !== undefined,
  draw: drawCrossing,
  table: tableOf,
  isQuick: false,
});

function nameOf(one: Crossing): string {
  return `crossing-${one.output}-${levelName(one)}`;
}

function crossingNamed({ crossings }: Findings, name: string): Crossing | undefined {
  return crossings.find((one) => nameOf(one) === name);
}

function drawCrossing({ findings, name }: Subject, drawing: Drawing): ChartParts {
  const found = crossingNamed(findings, name);
  if (!found) throw new RangeError(`there is no crossing "${name}"`);
  const { horizon } = findings;
  const { steps, unit } = horizon;
  const { variants } = found;
  const titles = lineTitles(variants);
  const words = levelWords(found);
  const told = stepNumbers(steps).map((step) =>
    [
      capital(stepName(horizon, step)),
      ...variants.map(({ chance }, i) => `${titles[i]}: ${percent(chance, step - 1)}`),
    ].join("; "),
  );
  const chance = variants[0]!.chance;
  const end = { value: chance.value[steps - 1]!, text: percent(chance, steps - 1), strong: true };

  return {
    title: `By when? ${words}: ${findings.title}`,
    subtitle: `Share of trials that have been there by the end of the ${unit}. At the right: the base.`,
    description: `Line chart of the chance that it has happened by ${unit}, ${variants.length === 1 ? "one line" : `${variants.length} variants`}: ${words}. ${variants.map((one, i) => says(one, titles[i]!, horizon)).join(" ")}`,
    ...plotFor(drawing),
    layer: [
      linesLayer(found, titles, findings, drawing),
      tooltipLayer(told, drawing),
      ...endLabels([end], steps, [0, 1], drawing),
    ],
  };
}

function linesLayer(
  { variants }: Crossing,
  titles: string[],
  { horizon }: Findings,
  drawing: Drawing,
): Layers[number] {
  const { steps, unit } = horizon;
  const lines = variants.map(({ chance }, i) =>
    chance.value.map((value, s) => ({ step: s + 1, chance: value, variant: titles[i], base: i === 0 })),
  );
  const axis = { title: `Chance by the end of the ${unit}`, domain: [0, 1], percent: true } as const;
  return {
    data: drawing.data(lines.flat()),
    mark: { type: "line", ...(steps === 1 && { point: { size: 90, filled: true } }) },
    encoding: {
      x: stepAxis(horizon, drawing),
      y: valueAxis("chance", axis, drawing),
      ...variantChannels(titles, drawing),
    },
  };
}

function percent({ value, error }: Estimates, s: number): string {
  return formatNumber(value[s]!, { error: error[s]!, percent: true, digits: 3 });
}

function says(
  { never, p5, p50, p95 }: Crossing["variants"][number],
  title: string,
  horizon: Calendar,
): string {
  if (!Number.isFinite(p50.value)) return `${title}: never.`;
  const when = ({ value }: Estimate) => (isDated(horizon) ? stepName(horizon, value) : value);
  const share = formatNumber(1 - never.value, { error: never.error, percent: true, digits: 3 });
  const most = p5.value === p95.value ? "nearly all then" : `9 in 10 from ${when(p5)} to ${when(p95)}`;
  return `${title}: in ${share} of trials, of these ${inStep(horizon, p50.value)} at the median, ${most}.`;
}

function tableOf({ findings, name }: Subject): Table | undefined {
  const { horizon } = findings;
  const { unit } = horizon;
  const found = crossingNamed(findings, name);
  const rows = (found?.variants ?? []).map(({ title, never, p5, p50, p95 }) => [
    title,
    shareCell(1 - never.value, never.error),
    ...[p5, p50, p95].map((one) => stepFigureCell(one, horizon)),
  ]);
  const bands = ["p5", "median", "p95"].map((band) => (isDated(horizon) ? band : `${band} (${unit})`));
  return found && { columns: ["Variant", "Chance", ...bands], rows };
}
