// outputs/SCENARIO/report.html: a run's findings as a page that can play them again.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import packageJson from "../../package.json" with { type: "json" };
import type { Findings } from "../analysis/findings.ts";
import { describeInput } from "../assumptions/input.ts";
import { chartsOf } from "../charts/index.ts";
import { fitted, narrowPicture } from "../report/fit.ts";
import { type InputBounds, type ReportData, sentConfig } from "../report/reportData.ts";
import { type ReportScripts, reportHtml } from "../report/reportHtml.ts";
import { bundle } from "./bundle.ts";
import { configPlaces } from "./configPlaces.ts";
import type { FileSet } from "./files.ts";
import type { RunRecord } from "./manifest.ts";
import { filesOf } from "./project.ts";
import { renderSvg } from "./render.ts";

export const reportFile = "report.html";
/** The headline for the column of a telephone, with its title: the index shows it there. */
export const narrowPictureFile = "charts/headline-narrow.svg";

/** The report as a file of the run, beside `files`, and the picture that the index shows of it on a telephone. */
export async function writeReport(
  record: Pick<RunRecord, "project" | "loaded" | "overrides">,
  findings: Findings,
  files: FileSet,
): Promise<FileSet> {
  const beside = ["summary.json", "run.json", ...files.keys()];
  const picture = await renderSvg(narrowPicture(chartsOf(findings)[0]!.spec));
  return new Map([
    [reportFile, await reportText(record, findings, beside)],
    [narrowPictureFile, picture],
  ]);
}

/** The page of a run, as text. `files` are those beside it. */
async function reportText(
  record: Pick<RunRecord, "project" | "loaded" | "overrides">,
  findings: Findings,
  files: readonly string[],
): Promise<string> {
  const { project, loaded } = record;
  const headline = chartsOf(findings)[0]!;
  const [scripts, svg] = await Promise.all([
    scriptsFor(join(project.folder, filesOf(loaded.name).model)),
    renderSvg(fitted(headline.spec, pageWidth)),
  ]);
  const still = { svg, title: headline.title, description: headline.description };
  return reportHtml(dataOf(record, findings, files), scripts, still, { sha256, pack });
}

/** Pixels that the headline has on a page as wide as most screens. */
const pageWidth = 760;

function dataOf(
  { loaded, overrides }: Pick<RunRecord, "loaded" | "overrides">,
  findings: Findings,
  files: readonly string[],
): ReportData {
  const { name, scenario, config, source } = loaded;
  const inputs = Object.entries(scenario.inputs).map(([input, declaration]): [string, InputBounds] => {
    const { unit, min, max } = describeInput(input, declaration);
    // JSON has no infinity.
    return [input, { unit, ...(Number.isFinite(min) && { min }), ...(Number.isFinite(max) && { max }) }];
  });
  return {
    findings,
    answer: scenario.answer,
    config: sentConfig(config),
    inputs: Object.fromEntries(inputs),
    columns: [...loaded.data].map(([key, numbers]) => [...(JSON.parse(key) as [string, string]), numbers]),
    overrides,
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

const reportFolder = fileURLToPath(new URL("../report", import.meta.url));
const browser = { platform: "browser", minify: true } as const;
let shared: Promise<Omit<ReportScripts, "scenario">> | undefined;

/** Page and kit are the same for all scenarios and bundled once. */
async function scriptsFor(modelFile: string): Promise<ReportScripts> {
  shared ??= Promise.all([
    bundle({ entry: 'import "./page.ts";', folder: reportFolder, isModule: true, ...browser }),
    bundle({ entry: 'import "./kit.ts";', folder: reportFolder, ...browser }),
    bundle({ entry: 'import "./mathFirst.ts";', folder: reportFolder, ...browser }),
  ]).then(([page, kit, math]) => ({ page, kit, math }));
  const entry = `import scenario from ${JSON.stringify(modelFile)};
globalThis.sandtableScenario = scenario;`;
  const [scripts, scenario] = await Promise.all([
    shared,
    bundle({ entry, folder: join(modelFile, ".."), ...browser }),
  ]);
  return { ...scripts, scenario };
}

const packedTexts = new Map<string, string>();

function pack(text: string): string {
  // The kit is the same in every report of a process.
  const known = packedTexts.get(text);
  if (known !== undefined) return known;
  const packed = gzipSync(text, { level: 9 }).toString("base64");
  if (packedTexts.size < 4) packedTexts.set(text, packed);
  return packed;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
