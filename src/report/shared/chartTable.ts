// The figures of a chart as a table, for those who cannot see it and those who want to copy.

import type { Findings, VariantFindings } from "../../analysis/findings.ts";
import { valuePassedBy } from "../../charts/valuePassedBy.ts";
import { formatNumber, readsAsShare, unitWords } from "../../format/numbers.ts";
import { outputReadsAsShare } from "../../format/outputReadsAsShare.ts";
import { probabilityWords } from "../../format/probabilityWords.ts";
import { capital } from "../../format/text.ts";
import { bandNames, type Estimate } from "../../simulation/statistics/estimate.ts";
import type { LiveFindings } from "./liveFindings.ts";
import { crossingName, type Placement } from "./placements.ts";
import type { PageSettings } from "./settings.ts";

export interface ChartTable {
  /** Of all figures; none where they are chances or have their own. */
  unit?: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Rows of an exceedance table: every curve at these chances. */
const chancesTold = [0.95, 0.75, 0.5, 0.25, 0.05];

/** The table beside a chart; undefined where the findings have no figures for it now. */
export function chartTable(
  placement: Placement,
  { findings }: LiveFindings,
  settings: PageSettings,
): ChartTable | undefined {
  const variant = findings.variants.find(({ name }) => name === settings.variant) ?? findings.variants[0]!;
  switch (placement.kind) {
    case "tornado":
      return influenceTable(findings);
    case "exceedance":
      return exceedanceTable(findings, placement.output);
    case "crossing":
      return crossingTable(findings, placement.name);
    case "variants":
      return variantTable(findings.variants, placement.output);
    default: {
      const { kind } = variant.outputs[placement.output]!;
      const hasSteps = kind === "series" || kind === "event-series";
      return hasSteps
        ? stepTable(findings, variant, placement.output)
        : variantTable(findings.variants, placement.output);
    }
  }
}

function stepTable({ horizon }: Findings, { outputs }: VariantFindings, output: string): ChartTable {
  const summary = outputs[output]!;
  const when = capital(horizon.unit);
  if (summary.kind === "event-series") {
    const { probability, steps } = summary;
    const rows = steps.map((step, i) => [String(step), share(probability.value[i]!, probability.error[i])]);
    return { head: [when, "Chance"], rows };
  }
  if (summary.kind !== "series") return { head: [], rows: [] };
  const percent = readsAsShare(
    summary.unit,
    bandNames.flatMap((band) => summary[band].value),
  );
  const rows = summary.steps.map((step, i) => [
    String(step),
    ...bandNames.map((band) =>
      formatNumber(summary[band].value[i]!, { error: summary[band].error[i]!, percent, of: summary.unit }),
    ),
  ]);
  return { unit: unitWords(summary.unit), head: [when, ...bandNames.map(bandTitle)], rows };
}

function variantTable(variants: readonly VariantFindings[], output: string): ChartTable {
  const first = variants[0]!.outputs[output]!;
  if (first.kind === "event") {
    const rows = variants.flatMap(({ title, outputs }) => {
      const one = outputs[output]!;
      return one.kind === "event"
        ? [[title, share(one.probability.value, one.probability.error), probabilityWords(one.probability)]]
        : [];
    });
    return { head: ["Variant", "Chance", "In words"], rows };
  }
  if (first.kind !== "scalar") return { head: [], rows: [] };
  const percent = outputReadsAsShare(variants, output);
  const rows = variants.flatMap(({ title, outputs }) => {
    const one = outputs[output]!;
    if (one.kind !== "scalar") return [];
    return [[title, ...bandNames.map((band) => figure(one[band], percent, one.unit))]];
  });
  return { unit: unitWords(first.unit), head: ["Variant", ...bandNames.map(bandTitle)], rows };
}

function exceedanceTable({ exceedance }: Findings, output: string): ChartTable | undefined {
  const curve = exceedance.find((one) => one.output === output);
  if (!curve) return undefined;
  const percent = curve.curves.every(({ x }) => readsAsShare(curve.unit, x));
  const rows = curve.curves.map(({ title, x, more }) => [
    title,
    ...chancesTold.map((chance) =>
      x.length === 0 || more[0]! < chance
        ? "–"
        : formatNumber(valuePassedBy({ x, more }, chance), { percent, of: curve.unit, digits: 3 }),
    ),
  ]);
  return {
    unit: unitWords(curve.unit),
    head: ["More than … with a chance of", ...chancesTold.map((chance) => share(chance))],
    rows,
  };
}

function crossingTable({ crossings, horizon }: Findings, name: string): ChartTable | undefined {
  const found = crossings.find((one) => crossingName(one) === name);
  const rows = (found?.variants ?? []).map(({ title, never, p5, p50, p95 }) => [
    title,
    share(1 - never.value, never.error),
    ...[p5, p50, p95].map((one) => figure(one, false, horizon.unit)),
  ]);
  const bands = ["p5", "median", "p95"].map((band) => `${band} (${horizon.unit})`);
  return found && { head: ["Variant", "Chance", ...bands], rows };
}

function influenceTable({ tornado }: Findings): ChartTable | undefined {
  if (tornado.influences.length === 0) return undefined;
  const isChance = tornado.statistic === "probability";
  const values = tornado.influences.flatMap(({ low, high }) => [low.value, high.value]);
  const percent = isChance || readsAsShare(tornado.unit, values);
  const rows = tornado.influences.map(({ label, unit, p10, p90, low, high }) => {
    const own = readsAsShare(unit, [p10, p90]);
    const at = (value: number) => formatNumber(value, { unit, percent: own, digits: 3 });
    const gives = (one: Estimate) => figure(one, percent, tornado.unit);
    return [label, at(p10), gives(low), at(p90), gives(high)];
  });
  const words = unitWords(tornado.unit);
  const gives = words === "" ? "gives" : `gives (${words})`;
  return { head: ["Assumption", "p10", gives, "p90", gives], rows };
}

function bandTitle(band: string): string {
  return band === "p50" ? "median" : band;
}

/** What never happened has no figure; it reaches the page as NaN or, out of JSON, as null. */
function figure({ value, error }: Estimate, percent: boolean, of: string): string {
  if (!Number.isFinite(value)) return "–";
  return formatNumber(value, { error, percent, of });
}

function share(value: number, error = 0): string {
  return formatNumber(value, { error, percent: true });
}
