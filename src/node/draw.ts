// The charts of a run as files: the specification, and its picture twice.
import type { Findings } from "../analysis/findings.ts";
import type { Content } from "./files.ts";

/**
 * `charts/NAME.vl.json`, `.svg` and `.png` of every chart. Drawing is what takes longest in a run, so the libraries
 * are read only here; `onProgress` is told the share that is drawn.
 */
export async function drawCharts(
  findings: Findings,
  onProgress: (share: number) => void = () => undefined,
): Promise<Map<string, Content>> {
  const [{ chartsOf }, { renderSvg, renderPng }] = await Promise.all([
    import("../charts/index.ts"),
    import("./render.ts"),
  ]);
  const charts = chartsOf(findings);
  const files = new Map<string, Content>();
  for (const [index, { name, spec }] of charts.entries()) {
    const svg = await renderSvg(spec);
    files.set(`charts/${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${name}.svg`, svg);
    files.set(`charts/${name}.png`, renderPng(svg));
    onProgress((index + 1) / charts.length);
  }
  return files;
}
