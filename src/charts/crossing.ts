// When a level is first crossed: the chance that it has happened by each step, all variants together.

import type { Crossing, Findings } from "../analysis/findings.ts";
import { levelName, levelWords } from "../format/levelText.ts";
import { formatNumber } from "../format/numbers.ts";
import { capital, distinctTitles } from "../format/text.ts";
import { baseSpec } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { endLabels, plot, stepAxis, tooltipLayer, valueAxis } from "./steps.ts";
import { lineLegend, lineStyles } from "./theme.ts";

const longestTitle = 60;

/** The chance of having crossed by step, one line a variant, told apart by dash as well as by colour. */
export function crossing(findings: Findings, { output, side, level }: Crossing): Chart {
  const found = findings.crossings.find(
    (one) => one.output === output && one.side === side && one.level === level,
  );
  if (!found) throw new RangeError(`there is no crossing of output "${output}" ${side} ${level}`);
  const { steps, unit } = findings.horizon;
  const { variants } = found;
  const titles = distinctTitles(
    variants.map(({ variant, title }) => ({ name: variant, title })),
    longestTitle,
  );
  const lines = variants.map(({ chance }, i) =>
    chance.value.map((value, s) => ({ step: s + 1, chance: value, variant: titles[i], base: i === 0 })),
  );
  const style = (i: number) => lineStyles[i % lineStyles.length]!;
  const color = {
    field: "variant",
    type: "nominal",
    scale: { domain: titles, range: titles.map((_, i) => style(i).color) },
    legend: lineLegend(titles),
  } as const;
  const words = levelWords(found);
  const told = Array.from({ length: steps }, (_, s) =>
    [
      `${capital(unit)} ${s + 1}`,
      ...variants.map(({ chance }, i) => `${titles[i]}: ${percent(chance, s)}`),
    ].join("; "),
  );

  return baseSpec({
    name: `crossing-${output}-${levelName(found)}`,
    title: `By when? ${words}: ${findings.title}`,
    subtitle: `Share of trials that have been there by the end of the ${unit}. At the right: the base.`,
    description: `Line chart of the chance that it has happened by ${unit}, ${variants.length === 1 ? "one line" : `${variants.length} variants`}: ${words}. ${variants.map((one, i) => says(one, titles[i]!, unit)).join(" ")}`,
    ...plot,
    layer: [
      {
        // The base lies below: a dashed line that runs along with it is seen on it.
        data: { values: lines.flat() },
        mark: { type: "line", ...(steps === 1 && { point: { size: 90, filled: true } }) },
        encoding: {
          x: stepAxis(steps, unit),
          y: valueAxis("chance", {
            title: `Chance by the end of the ${unit}`,
            domain: [0, 1],
            percent: true,
          }),
          color,
          strokeDash: {
            field: "variant",
            type: "nominal",
            scale: { domain: titles, range: titles.map((_, i) => style(i).dash) },
          },
          strokeWidth: { condition: { test: "datum.base", value: 3.2 }, value: 2 },
        },
      },
      tooltipLayer(told),
      ...endLabels(
        [
          {
            value: variants[0]!.chance.value[steps - 1]!,
            text: percent(variants[0]!.chance, steps - 1),
            strong: true,
          },
        ],
        steps,
        [0, 1],
      ),
    ],
  });
}

function percent({ value, error }: { value: number[]; error: number[] }, s: number): string {
  return formatNumber(value[s]!, { error: error[s]!, percent: true, digits: 3 });
}

function says({ never, p5, p50, p95 }: Crossing["variants"][number], title: string, unit: string): string {
  if (!Number.isFinite(p50.value)) return `${title}: never.`;
  const share = formatNumber(1 - never.value, { error: never.error, percent: true, digits: 3 });
  const most = p5.value === p95.value ? "nearly all then" : `9 in 10 from ${p5.value} to ${p95.value}`;
  return `${title}: in ${share} of trials, of these in ${unit} ${p50.value} at the median, ${most}.`;
}
