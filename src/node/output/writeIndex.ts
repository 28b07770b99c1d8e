// outputs/index.html, from what the folder holds: scenarios that were run earlier stay in it.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Calendar } from "../../assumptions/calendar/calendar.ts";
import { horizonWords } from "../../format/horizonWords.ts";
import { formatCount } from "../../format/numbers.ts";
import { type IndexEntry, type IndexNotebook, indexHtml } from "../../report/html/indexHtml.ts";
import { runChanges } from "../../report/html/runChanges.ts";
import { isHandbook } from "../project/findNotebooks.ts";
import { scenarioNamePattern } from "../project/project.ts";
import { textIfReadable } from "../project/readText.ts";
import { writeWhole } from "./atomicFiles.ts";
import { policyHash } from "./pageScripts.ts";
import { isOfAnotherRun, readJson, readManifest, runSettingsOf, type SavedManifest } from "./savedRun.ts";
import { narrowPictureFile, reportFile } from "./writeReport.ts";
import { togetherFolder } from "./writeTogether.ts";

const indexFile = "index.html";
const notebooksFolder = "notebooks";

/** Writes the index of all that `folder` holds; gives its path. */
export async function writeIndex(folder: string): Promise<string> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && scenarioNamePattern.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const entries = names.flatMap((name) => entryOf(folder, name) ?? []);
  const page = `${togetherFolder}/${reportFile}`;
  const together = existsSync(join(folder, page)) ? page : undefined;
  const host = { policyHash, encode: (text: string) => Buffer.from(text).toString("base64"), together };
  const path = join(folder, indexFile);
  await writeWhole(path, indexHtml(entries, notebooksIn(folder), host));
  return path;
}

/** What summary.json says, as far as the index needs it. */
interface Summary {
  title: string;
  question: string;
  answer: string;
  seed: string;
  trials: number;
  horizon: Calendar;
  /** What puts the headline on the other side; the answer tells it. */
  overturned?: { sentence?: unknown };
}

function entryOf(folder: string, scenario: string): IndexEntry | undefined {
  const summary = readJson(join(folder, scenario, "summary.json")) as Summary | undefined;
  if (typeof summary?.title !== "string" || !summary.horizon) return undefined;
  const manifest = readManifest(join(folder, scenario));
  const { title, question, seed, trials, horizon } = summary;
  const reading = summary.overturned ? undefined : overturnedReading(join(folder, scenario), summary);
  const answer = reading === undefined ? summary.answer : `${summary.answer} ${reading}`;
  const present = (file: string) => existsSync(join(folder, scenario, file));
  const read = (file: string) => textIfReadable(join(folder, scenario, file), "output");
  const [svg, narrow] = ["charts/headline.svg", narrowPictureFile].map(read);
  const isMixed = isOfAnotherRun(read("summary.json") ?? "", manifest);
  const run = isMixed ? mixedWords : manifest && whenAndOn(manifest);
  return {
    scenario,
    title,
    question,
    answer,
    ...(svg !== undefined && {
      picture: { svg, ...(narrow !== undefined && { narrow }), description: descriptionOf(svg) ?? title },
    }),
    hasReport: present(reportFile),
    plan: `${formatCount(trials)} trials, ${horizonWords(horizon)}, seed ${seed}`,
    ...(run !== undefined && { run }),
    changes: isMixed ? [] : runChanges(runSettingsOf(scenario, manifest)),
    files: ["summary.json", "run.json", "trials.parquet"].filter(present),
  };
}

/** The sentence of a reading that puts the headline on the other side, where readings of the same futures stand beside the run. */
function overturnedReading(folder: string, { seed, horizon }: Summary): string | undefined {
  const readings = readJson(join(folder, "readings.json")) as Partial<Summary> | undefined;
  const isSame = readings?.seed === seed && readings.horizon?.steps === horizon.steps;
  const sentence = isSame ? readings.overturned?.sentence : undefined;
  return typeof sentence === "string" ? sentence : undefined;
}

const mixedWords = "summary.json is not of the run that run.json tells of: run it again";

/** "run on 24 November 2024, 12:00 UTC, in 1.9 s, Node 20.20.2" */
function whenAndOn({ started, seconds, versions }: SavedManifest): string | undefined {
  const time = new Date(started ?? "");
  if (Number.isNaN(time.getTime())) return undefined;
  const when = time.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const took = seconds === undefined ? "" : `, in ${seconds.toFixed(1)} s`;
  const node = versions.node === undefined ? "" : `, Node ${versions.node}`;
  return `run on ${when} UTC${took}${node}`;
}

/** The picture's own alternative text. */
function descriptionOf(svg: string): string | undefined {
  const label = /^<svg[^>]*? aria-label="([^"]*)"/.exec(svg)?.[1];
  return label === undefined ? undefined : plain(label);
}

function notebooksIn(folder: string): IndexNotebook[] {
  const path = join(folder, notebooksFolder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => {
      const page = textIfReadable(join(path, file), "output") ?? "";
      const title = plain(/<title>([^<]*)<\/title>/.exec(page)?.[1]) || file;
      return {
        title,
        beginning: beginningOf(page),
        file: `${notebooksFolder}/${encodeURIComponent(file)}`,
        isHandbook: isHandbook(file),
      };
    });
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Two sentences of the first paragraph of prose, as one alone is often a mere beginning, and what follows up to the end
 * of a quotation. What a cell printed is no prose.
 */
function beginningOf(page: string): string {
  const paragraph = /<section class="prose">.*?<p>(.*?)<\/p>/s.exec(page)?.[1] ?? "";
  const text = plain(paragraph.replace(/<[^>]*>/g, "").replace(/\s+/g, " "));
  const all = [...sentences.segment(text)].map(({ segment }) => segment);
  const first = (count: number) => all.slice(0, count).join("");
  let count = 2;
  while (count < all.length && isWithinQuotation(first(count))) count++;
  return first(count).trim();
}

function isWithinQuotation(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  return count('"') % 2 === 1 || count("“") > count("”");
}

/** Escaped text as it reads: entities are the few that escaping makes. */
function plain(title = ""): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return title.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name]!).trim();
}
