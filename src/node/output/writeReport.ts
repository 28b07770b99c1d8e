// outputs/SCENARIO/report.html: a run's findings as a page that can play them again.
import packageJson from "../../../package.json" with { type: "json" };
import type { Findings } from "../../analysis/findings.ts";
import { headlineChart, viewNames } from "../../charts/chartsOf.ts";
import { onPage, onTelephone } from "../../charts/layout.ts";
import { reportHtml } from "../../report/html/reportHtml.ts";
import { placementsFor } from "../../report/shared/placements.ts";
import type { ReportData } from "../../report/shared/reportData.ts";
import { configPlaces } from "../project/configPlaces.ts";
import { filesOf } from "../project/project.ts";
import type { Session } from "../project/session.ts";
import type { FileSet } from "./atomicFiles.ts";
import { liveData } from "./liveDataOf.ts";
import type { RunRecord } from "./manifest.ts";
import { pack, policyHash, reportScript, scenarioScript } from "./pageScripts.ts";
import { loadVega, renderSvg } from "./render.ts";

/** The page's file. */
export const reportFile = "report.html";
/** The headline for the column of a telephone, with its title: the index shows it there. */
export const narrowPictureFile = "charts/headline-narrow.svg";

type ReportRecord = Pick<RunRecord, "loaded" | "overrides">;

/** How a page is made. */
export interface ReportPageOptions {
  session: Session;
  /** True makes it soon: it is larger, and the headline is left to the page's script, as the other charts are. */
  inHaste?: boolean;
}

/** The report as a file of the run, beside the files of these names, and the picture that the index shows of it on a telephone. */
export async function writeReport(
  record: ReportRecord,
  findings: Findings,
  files: Iterable<string>,
  options: ReportPageOptions,
): Promise<FileSet> {
  const picture = await renderSvg(headlineChart(findings, onTelephone).spec);
  return new Map([
    [reportFile, await reportText(record, findings, files, options)],
    [narrowPictureFile, picture],
  ]);
}

/** The page of a run, as text. `files` are those beside it, apart from what every run has. */
export async function reportText(
  record: ReportRecord,
  findings: Findings,
  files: Iterable<string>,
  { session, inHaste = false }: ReportPageOptions,
): Promise<string> {
  const { loaded } = record;
  const headline = headlineChart(findings, onPage(pageWidth));
  const [[kit, page], scenario, svg] = await Promise.all([
    kitScripts(session),
    // Only scenarios of files have reports.
    scenarioScript(session, loaded.script!, loaded.upstreams),
    inHaste ? "" : renderSvg(headline.spec),
  ]);
  const still = { svg, title: headline.title, description: headline.description };
  const beside = ["summary.json", "run.json", ...files];
  const host = { policyHash, pack: (text: string) => pack(text, { session, inHaste }) };
  return reportHtml(dataOf(record, findings, beside), { page, kit, scenario }, still, host);
}

/** Pixels that the headline has on a page as wide as most screens. */
const pageWidth = 760;

function dataOf(
  { loaded, overrides }: ReportRecord,
  findings: Findings,
  files: readonly string[],
): ReportData {
  const { file, text } = loaded.source;
  return {
    ...liveData(loaded, findings, overrides),
    views: viewNames(),
    placements: placementsFor(findings),
    source: { file, text, isOwn: file === filesOf(loaded.name).config, places: configPlaces(text) },
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
export async function prepareReports(session: Session): Promise<void> {
  const [[kit]] = await Promise.all([kitScripts(session), loadVega()]);
  pack(kit, { session });
}

/** What every report runs: in its worker, and in the page itself. */
function kitScripts(session: Session): Promise<[kit: string, page: string]> {
  return Promise.all([reportScript(session, "worker"), reportScript(session, "report")]);
}
