// What was published stays as a ghost behind what a reader has made of it: a dashed interval and its median.
import type { TopLevelSpec } from "vega-lite";
import type { Findings } from "../../analysis/findings.ts";
import type { Chart } from "../../charts/chart.ts";
import { curveOnAxis } from "../../charts/exceedance.ts";
import { palette } from "../../charts/theme.ts";

const ghostStroke = {
  stroke: palette.text,
  strokeWidth: 1.2,
  strokeDash: [2, 4],
  opacity: 0.75,
  aria: false,
} as const;

type Line = readonly { step: number; value: number }[];

/**
 * The chart over time with the published base's interval. Where there is no need of a ghost its lines are empty,
 * so that the chart keeps its shape.
 */
export function withBaseline(chart: Chart, output: string, published: Findings, needed: boolean): Chart {
  const spec = chart.spec as unknown as { layer: readonly Layer[] };
  const lines = ghostLines(output, published);
  const steps = shownSteps(spec.layer);
  const shown = lines
    .map((line) => line.filter(({ step }) => needed && step <= steps))
    .map((line) => (steps === 1 ? line.flatMap(acrossItsStep) : line));
  const values = shown.flat().map(({ value }) => value);
  const layer = [...spec.layer.map((one) => widened(one, values)), ...shown.map(ghostLine)];
  return { ...chart, spec: { ...spec, layer } as unknown as TopLevelSpec };
}

interface Layer {
  data?: { values: readonly { step?: unknown }[] };
  encoding?: { y?: { scale?: { domain?: unknown } } };
}

/** p5, median and p95 of a series; the probability of an event series. */
function ghostLines(output: string, { variants: [base] }: Findings): Line[] {
  const summary = base!.outputs[output];
  if (summary?.kind === "series") {
    return (["p5", "p50", "p95"] as const).map((band) => line(summary[band].value));
  }
  return summary?.kind === "event-series" ? [line(summary.probability.value)] : [];
}

function line(values: readonly number[]): Line {
  return values.map((value, i) => ({ step: i + 1, value }));
}

/** A single step stands in the middle of the plot: there a line is a short piece across it. */
function acrossItsStep({ step, value }: Line[number]): Line {
  const reach = 0.3;
  return [
    { step: step - reach, value },
    { step: step + reach, value },
  ];
}

function shownSteps(layers: readonly Layer[]): number {
  const steps = layers.flatMap(({ data }) => (data?.values ?? []).map(({ step }) => Number(step ?? 0)));
  return Math.max(0, ...steps);
}

function ghostLine(values: Line) {
  return {
    data: { values },
    mark: { type: "line", ...ghostStroke },
    encoding: {
      x: { field: "step", type: "quantitative" },
      y: { field: "value", type: "quantitative" },
    },
  };
}

/** The axis holds the ghost too. */
function widened(layer: Layer, values: readonly number[]): Layer {
  const y = layer.encoding?.y;
  const domain = y?.scale?.domain;
  if (!Array.isArray(domain) || values.length === 0) return layer;
  const ends = [...(domain as number[]), ...values];
  const scale = { ...y!.scale, domain: [Math.min(...ends), Math.max(...ends)] };
  return { ...layer, encoding: { ...layer.encoding, y: { ...y, scale } } };
}

/** An exceedance chart with the published base's curve. */
export function withBaselineCurve(chart: Chart, output: string, published: Findings, needed: boolean): Chart {
  const spec = chart.spec as unknown as { layer: readonly CurveLayer[] };
  const curve = published.exceedance.find((one) => one.output === output)?.curves[0];
  const { domain } = spec.layer[0]!.encoding.x.scale;
  const values = curve && needed ? curveOnAxis(published, output, curve, domain) : [];
  const baseline = {
    data: { values },
    mark: { type: "line", ...ghostStroke },
    encoding: { x: { field: "x", type: "quantitative" }, y: { field: "more", type: "quantitative" } },
  };
  return { ...chart, spec: { ...spec, layer: [...spec.layer, baseline] } as unknown as TopLevelSpec };
}

interface CurveLayer {
  encoding: { x: { scale: { domain: [number, number] } } };
}
