// The charts of a run as files: the specification, and its picture twice.
import type { Findings } from "../analysis/findings.ts";
import type { Chart } from "../charts/chart.ts";
import type { Content } from "./files.ts";

/**
 * `charts/NAME.vl.json`, `.svg` and `.png` of every chart. Drawing is what takes longest in a run, so the libraries
 * are read only here; `onProgress` is told the share that is drawn.
 */
export async function drawCharts(
  findings: Findings,
  onProgress: (share: number) => void = () => undefined,
): Promise<Map<string, Content>> {
  const { chartsOf } = await import("../charts/index.ts");
  const charts = chartsOf(findings);
  const files = new Map<string, Content>();
  for (const [index, chart] of charts.entries()) {
    for (const [path, content] of await drawChart(chart)) files.set(path, content);
    onProgress((index + 1) / charts.length);
  }
  return files;
}

/** The three files of one chart. */
export async function drawChart({ name, spec }: Chart): Promise<Map<string, Content>> {
  const { othersFirst, renderSvg, renderPng } = await import("./render.ts");
  const svg = await renderSvg(spec);
  await othersFirst();
  return new Map<string, Content>([
    specification({ name, spec }),
    [`charts/${name}.svg`, svg],
    [`charts/${name}.png`, renderPng(svg)],
  ]);
}

/** The path and text of a chart's specification. */
export function specification({ name, spec }: Pick<Chart, "name" | "spec">): [path: string, text: string] {
  return [`charts/${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`];
}
