// What `sandtable readings` leaves beside a run: its findings and their chart.

import type { InterpretationFindings } from "../../analysis/interpretations/interpretationFindings.ts";
import { readingsData } from "../../format/interpretationsJson.ts";
import { jsonText } from "../../format/jsonText.ts";
import { type Content, writeOutputFolder } from "./atomicFiles.ts";

/** Writes `readings.json` and `charts/readings.*` into a scenario's folder. */
export async function writeReadings(folder: string, findings: InterpretationFindings): Promise<void> {
  const [{ readings }, { drawChart }] = await Promise.all([
    import("../../charts/interpretations.ts"),
    import("./drawCharts.ts"),
  ]);
  const files = new Map<string, Content>([["readings.json", jsonText(readingsData(findings))]]);
  for (const [path, content] of await drawChart(readings(findings))) files.set(path, content);
  await writeOutputFolder(folder, files);
}
