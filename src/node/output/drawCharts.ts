// The charts of a run as files: the specification, and its picture twice.
import type { Findings } from "../../analysis/findings.ts";
import type { Chart } from "../../charts/chart.ts";
import type { Content } from "./atomicFiles.ts";

/**
 * `charts/NAME.vl.json`, `.svg` and `.png` of every chart. Drawing is what takes longest in a run, so the libraries
 * are read only here; `onProgress` is told the share that is drawn.
 */
export async function drawCharts(
  findings: Findings,
  onProgress: (share: number) => void = () => undefined,
): Promise<Map<string, Content>> {
  const { chartsOf } = await import("../../charts/chartsOf.ts");
  const charts = chartsOf(findings);
  let done = 0;
  const drawing = charts.map(async (chart) => {
    const files = await drawChart(chart);
    onProgress(++done / charts.length);
    return [...files];
  });
  // While one is painted the next is laid out.
  return new Map((await Promise.all(drawing)).flat());
}

/** The three files of one chart. */
export async function drawChart({ name, spec }: Chart): Promise<Map<string, Content>> {
  const { renderSvg, renderPng } = await import("./render.ts");
  const svg = await renderSvg(spec);
  return new Map<string, Content>([
    specification({ name, spec }),
    [`charts/${name}.svg`, svg],
    [`charts/${name}.png`, await renderPng(svg)],
  ]);
}

/** The path and text of a chart's specification. */
export function specification({ name, spec }: Pick<Chart, "name" | "spec">): [path: string, text: string] {
  return [`charts/${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`];
}
