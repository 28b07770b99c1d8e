// outputs/together/: the scenarios as one world, as a page and as data.
import { join } from "node:path";
import type { WorldFindings } from "../../analysis/together/worldFindings.ts";
import { jsonText } from "../../format/jsonText.ts";
import { togetherData } from "../../format/together/togetherJson.ts";
import { feedsSvg } from "../../report/html/together/feedsSvg.ts";
import { feedGraph, togetherHtml } from "../../report/html/together/togetherHtml.ts";
import { writeOutputFolder } from "./atomicFiles.ts";
import { policyHash } from "./pageScripts.ts";
import { reportFile } from "./writeReport.ts";

/** The folder of the page, in that of the outputs. */
export const togetherFolder = "together";

/** Writes the page and its files into `out`/together, all of them or none; gives their paths in `out`. */
export async function writeTogether(out: string, findings: WorldFindings): Promise<string[]> {
  const graph = feedGraph(findings);
  const files = new Map([
    ["summary.json", jsonText(togetherData(findings))],
    [reportFile, togetherHtml(findings, { policyHash })],
    ["charts/feeds.svg", feedsSvg(graph).markup],
  ]);
  await writeOutputFolder(join(out, togetherFolder), files);
  return [...files.keys()].sort().map((file) => join(togetherFolder, file));
}
