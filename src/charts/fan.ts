// A series as a fan: the median, and how far the trials spread around it as time goes on.

import type { Findings, SeriesSummary } from "../analysis/findings.ts";
import { formatCount, formatInterval, formatNumber, readsAsShare } from "../format/numbers.ts";
import { capital } from "../format/text.ts";
import { bandNames, type Estimate } from "../simulation/statistics/estimate.ts";
import { axisDomain, axisTitle } from "./axisNumbers.ts";
import { baseSpec, type Layers } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { baseOf, summaryOf, variantOf } from "./selectors.ts";
import { bandMark, endLabels, lineMark, plot, stepAxis, tooltipLayer, valueAxis, zeroLine } from "./steps.ts";
import { lineKey, palette, squareKey } from "./theme.ts";

const outer = "9 in 10 trials (p5 to p95)";
const inner = "half of the trials (p25 to p75)";

/** Bands p5–p95 and p25–p75 and the median of a series, by step. Of the base if no variant is named. */
export function fan(findings: Findings, output: string, variantName = baseOf(findings).name): Chart {
  const variant = variantOf(findings, variantName);
  const summary = summaryOf(variant, output, "series");
  const { unit, label } = summary;
  const steps = summary.steps.length;
  const all = bandNames.flatMap((band) => summary[band].value);
  const percent = readsAsShare(unit, all);
  const domain = axisDomain(all);
  const values = summary.steps.map((step, i) => ({
    step,
    ...Object.fromEntries(bandNames.map((band) => [band, summary[band].value[i]])),
  }));

  const band = (from: string, to: string, name: string, width: number): Layers[number] => ({
    data: { values },
    mark: bandMark(steps, width),
    encoding: {
      x: stepAxis(steps, findings.horizon.unit),
      y: valueAxis(from, { title: axisTitle(label, unit), domain, percent }),
      y2: { field: to },
      fill: {
        datum: name,
        scale: { domain: [outer, inner], range: [palette.outerBand, palette.innerBand] },
        legend: squareKey,
      },
    },
  });
  const certain = bandNames.every((name) =>
    summary[name].value.every((value, i) => value === summary.p50.value[i]),
  );
  const crossesZero = domain[0] < 0 && domain[1] > 0;
  const isBase = variant === baseOf(findings);
  const told = (i: number) =>
    says(summary, i, percent, `${capital(findings.horizon.unit)} ${summary.steps[i]}`);

  return baseSpec({
    name: `fan-${output}`,
    title: `${label}: ${findings.title}`,
    subtitle: isBase
      ? certain
        ? `By ${findings.horizon.unit}, the same in all ${formatCount(findings.trials)} trials.`
        : `By ${findings.horizon.unit}, ${formatCount(findings.trials)} trials. At the right: p95, median and p5 of the last ${findings.horizon.unit}.`
      : `Variant: ${variant.title}`,
    description: `Fan chart of ${axisTitle(label, unit)} by ${findings.horizon.unit}${isBase ? "" : `, variant ${variant.title}`}. ${told(steps - 1)}${steps > 1 ? ` ${told(0)}` : ""}${crossesZero ? " The zero line is marked." : ""}`,
    ...plot,
    layer: [
      band("p5", "p95", outer, 90),
      band("p25", "p75", inner, 60),
      ...(crossesZero ? [zeroLine()] : []),
      {
        data: { values },
        mark: lineMark(steps),
        encoding: {
          x: { field: "step", type: "quantitative" },
          y: { field: "p50", type: "quantitative" },
          stroke: {
            datum: "median",
            scale: { domain: ["median"], range: [palette.median] },
            legend: lineKey,
          },
        },
      },
      tooltipLayer(summary.steps.map((_, i) => told(i))),
      ...endLabels(endsOf(summary, percent), steps, domain),
    ],
  });
}

function figure(summary: SeriesSummary, band: (typeof bandNames)[number], i: number): Estimate {
  return { value: summary[band].value[i]!, error: summary[band].error[i]! };
}

/** p95, median and p5 of the last step, or the one value if it is certain. */
function endsOf(summary: SeriesSummary, percent: boolean) {
  const last = summary.steps.length - 1;
  const ends = (["p95", "p50", "p5"] as const).map((band) => {
    const { value, error } = figure(summary, band, last);
    return {
      value,
      text: formatNumber(value, { error, percent, of: summary.unit, digits: 3 }),
      strong: band === "p50",
    };
  });
  const certain = ends.every(({ value }) => value === ends[0]!.value);
  return certain ? ends.filter(({ strong }) => strong) : ends;
}

function says(summary: SeriesSummary, i: number, percent: boolean, when: string): string {
  const [p5, p25, p50, p75, p95] = bandNames.map((band) => figure(summary, band, i));
  const median = formatNumber(p50!.value, { error: p50!.error, unit: summary.unit, percent, digits: 3 });
  if (p5!.value === p95!.value) return `${when}: ${median} in every trial but the outermost.`;
  const half = formatInterval(p25!, p75!, summary.unit, { percent });
  const most = formatInterval(p5!, p95!, summary.unit, { percent });
  return `${when}: median ${median}, half of the trials ${half}, 9 in 10 ${most}.`;
}
