// outputs/SCENARIO/report.html: a run's findings as a page that can play them again.
import packageJson from "../../../package.json" with { type: "json" };
import type { Findings } from "../../analysis/findings.ts";
import { headlineChart, viewNames } from "../../charts/chartsOf.ts";
import { onPage, onTelephone } from "../../charts/layout.ts";
import { type ReportScripts, reportHtml } from "../../report/html/reportHtml.ts";
import { placementsFor } from "../../report/shared/placements.ts";
import type { ReportData } from "../../report/shared/reportData.ts";
import { configPlaces } from "../project/configPlaces.ts";
import { filesOf } from "../project/project.ts";
import type { FileSet } from "./atomicFiles.ts";
import { liveData } from "./liveDataOf.ts";
import type { RunRecord } from "./manifest.ts";
import { pack, policyHash, reportScript, scenarioScript } from "./pageScripts.ts";
import { prepareDrawing, renderSvg } from "./render.ts";

/** The page's file. */
export const reportFile = "report.html";
/** The headline for the column of a telephone, with its title: the index shows it there. */
export const narrowPictureFile = "charts/headline-narrow.svg";

/** The report as a file of the run, beside the files of these names, and the picture that the index shows of it on a telephone. */
export async function writeReport(
  record: Pick<RunRecord, "project" | "loaded" | "overrides">,
  findings: Findings,
  files: Iterable<string>,
): Promise<FileSet> {
  const picture = await renderSvg(headlineChart(findings, onTelephone).spec);
  return new Map([
    [reportFile, await reportText(record, findings, files)],
    [narrowPictureFile, picture],
  ]);
}

/** How much time there is for the page. */
export interface ReportPageOptions {
  /** True makes it soon: it is larger, and the headline is left to the page's script, as the other charts are. */
  inHaste?: boolean;
}

/** The page of a run, as text. `files` are those beside it, apart from what every run has. */
export async function reportText(
  record: Pick<RunRecord, "project" | "loaded" | "overrides">,
  findings: Findings,
  files: Iterable<string>,
  { inHaste = false }: ReportPageOptions = {},
): Promise<string> {
  const { loaded } = record;
  const headline = headlineChart(findings, onPage(pageWidth));
  const [scripts, svg] = await Promise.all([
    // Only scenarios of files have reports.
    scriptsFor(loaded.script!),
    inHaste ? "" : renderSvg(headline.spec),
  ]);
  const still = { svg, title: headline.title, description: headline.description };
  const beside = ["summary.json", "run.json", ...files];
  const host = { policyHash, pack: (text: string) => pack(text, { inHaste }) };
  return reportHtml(dataOf(record, findings, beside), scripts, still, host);
}

/** Pixels that the headline has on a page as wide as most screens. */
const pageWidth = 760;

function dataOf(
  { loaded, overrides }: Pick<RunRecord, "loaded" | "overrides">,
  findings: Findings,
  files: readonly string[],
): ReportData {
  const { name, source } = loaded;
  return {
    ...liveData(loaded, findings, overrides),
    views: viewNames(),
    placements: placementsFor(findings),
    source: {
      file: source.file,
      text: source.text,
      isOwn: source.file === filesOf(name).config,
      places: configPlaces(source.text),
    },
    files,
    versions: versions(),
  };
}

/** What the page's figures and pictures hang on. */
function versions(): Record<string, string> {
  const { dependencies, version } = packageJson;
  const named = ["simple-statistics", "seedrandom", "vega", "vega-lite"] as const;
  return { sandtable: version, ...Object.fromEntries(named.map((name) => [name, dependencies[name]])) };
}

/** Makes ready what all reports need, for a host whose first report is to come as soon as the others. */
export async function prepareReports(): Promise<void> {
  const [kit] = await Promise.all([
    reportScript("worker/workerEntry"),
    reportScript("page/reportEntry", { isModule: true }),
    prepareDrawing(),
  ]);
  pack(kit);
}

async function scriptsFor(script: string): Promise<ReportScripts> {
  const [page, kit, scenario] = await Promise.all([
    reportScript("page/reportEntry", { isModule: true }),
    reportScript("worker/workerEntry"),
    scenarioScript(script),
  ]);
  return { page, kit, scenario };
}
