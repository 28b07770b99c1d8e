// A report's page over its versions: opens the one that it holds, and becomes the next ones.

import { isSameContent, unpack } from "../shared/gzipBase64.ts";
import type { ReportData } from "../shared/reportData.ts";
import { publishedSettings } from "../shared/settings.ts";
import { type Controls, connectControls } from "./controls.ts";
import type { HotUpdate } from "./hotUpdate.ts";
import { type OpenReport, openReport } from "./openReport.ts";
import { type PageWorker, startWorker } from "./pageWorker.ts";
import { replaceForm } from "./replaceForm.ts";

/** What a version of the page holds in its markup. */
interface PageContent {
  data: ReportData;
  /** The worker's scripts in their order, as they are packed in the page and as text. */
  engine: readonly { packed: string; text: string }[];
}

/** A page whose report is open. */
export interface ReportPage {
  content: PageContent;
  /** Of the controls as the file has them. */
  formMarkup: string;
  worker: PageWorker;
  controls: Controls;
  report: OpenReport;
}

/** Ids of the elements that follow the settings: where these are not the published ones, a new version does not replace them. */
const liveElements = ["answer", "status", "findings", "ledger", "making-of"];

const formIn = (root: Document) => root.getElementById("controls")!;

/** Opens the report that the page holds. */
export async function openPage(): Promise<ReportPage> {
  const formMarkup = formIn(document).outerHTML;
  const content = await readContent(document);
  const worker = startWorker(engineText(content));
  const { data } = content;
  const controls = connect(data, () => page.report);
  const report = openReport({ data, worker, controls, sections: "published" });
  const page: ReportPage = { content, formMarkup, worker, controls, report };
  return page;
}

/**
 * Makes the page its next version. Controls that a reader may be using stay, unless they are about something else now.
 *
 * @throws where the next version has another script: it must be loaded.
 */
export async function updatePage(page: ReportPage, { next, morph }: HotUpdate): Promise<void> {
  if (moduleScript(next) !== moduleScript(document)) throw new Error("the next version has another script");
  const content = await readContent(next, page.content);
  page.report.close();
  document.documentElement.dataset.shown = "drawing";
  if (engineText(content) !== engineText(page.content)) {
    page.worker.terminate();
    page.worker = startWorker(engineText(content));
  }
  const isPublished = location.hash === "";
  const [form, nextForm] = [formIn(document), formIn(next)];
  const formMarkup = nextForm.outerHTML;
  const isOther =
    formMarkup !== page.formMarkup || controlsKey(content.data) !== controlsKey(page.content.data);
  morph(next, isPublished ? [] : liveElements);
  let restoreTexts = () => {};
  if (isOther || formIn(document) !== form) {
    page.formMarkup = formMarkup;
    restoreTexts = replaceForm(form, nextForm);
    page.controls = connect(content.data, () => page.report);
  }
  page.content = content;
  const { worker, controls } = page;
  const sections = isPublished ? "published" : "other";
  page.report = openReport({ data: content.data, worker, controls, sections });
  restoreTexts();
}

/** What a document holds; scripts that are the same as in `known` may be shortened in it. */
async function readContent(root: Document, known?: PageContent): Promise<PageContent> {
  const textOf = (id: string) => root.getElementById(id)!.textContent!;
  const engine = ["scenario", "worker-entry"].map(async (id, k) => {
    const packed = textOf(id);
    const before = known?.engine[k];
    return before && isSameContent(packed, before.packed) ? before : { packed, text: await unpack(packed) };
  });
  return { data: JSON.parse(await unpack(textOf("data"))), engine: await Promise.all(engine) };
}

function engineText({ engine }: PageContent): string {
  return engine.map(({ text }) => text).join("\n");
}

function moduleScript(root: Document): string | undefined {
  return root.querySelector("script[type=module]")?.textContent;
}

/** Connects the page's controls to the report that is open when they are used. */
function connect(data: ReportData, report: () => OpenReport): Controls {
  const form = formIn(document);
  for (const sign of ["pointerenter", "focusin"])
    form.addEventListener(sign, () => report().session.dispatch({ kind: "changeExpected" }));
  return connectControls(form, data, publishedSettings(data), (changes) => report().session.change(changes));
}

/** What controls depend on beside their markup. */
function controlsKey({ config, inputs, columns, overrides }: ReportData): string {
  const beliefs = config.variants.map(({ assumptions }) => assumptions.map(({ belief }) => belief));
  return JSON.stringify([beliefs, inputs, columns, overrides]);
}
