// The script of a report: opens what the page holds, and what it comes to hold while the preview follows edits.

import { isSameContent, unpack } from "../shared/gzipBase64.ts";
import type { ReportData } from "../shared/reportData.ts";
import { publishedSettings } from "../shared/settings.ts";
import { type Controls, connectControls } from "./controls.ts";
import { onHotUpdate } from "./hotUpdate.ts";
import { startWorker } from "./liveSession.ts";
import { type OpenReport, openReport } from "./openReport.ts";
import { morph, morphForm } from "./pageState.ts";

/** What a page holds to be played. */
interface Held {
  data: ReportData;
  /** What the worker runs one after the other, as the page has it and as text. */
  engine: readonly { packed: string; text: string }[];
}

/** What follows the settings: where something was set, it says what the settings show once they have been played. */
const following = ["answer", "status", "findings", "ledger", "making-of"];

const form = () => document.getElementById("controls")!;
let markup = form().outerHTML;
let held: Held;
let worker: Worker;
let controls: Controls;
let report: OpenReport;
const opened = open();

async function open(): Promise<void> {
  held = await heldBy(document);
  worker = startWorker(engineText(held));
  controls = connected(held.data);
  report = openReport({ data: held.data, worker, controls, isWritten: true });
}

onHotUpdate(async (next) => {
  await opened;
  if (ownScript(next) !== ownScript(document)) throw new Error("that is another kind of page");
  const fresh = await heldBy(next, held);
  report.close();
  document.documentElement.dataset.shown = "drawing";
  if (engineText(fresh) !== engineText(held)) {
    worker.terminate();
    worker = startWorker(engineText(fresh));
  }
  const isWritten = location.hash === "";
  const [oldForm, freshForm] = [form(), next.getElementById("controls")!];
  const freshMarkup = freshForm.outerHTML;
  const isOther = freshMarkup !== markup || boundsOf(fresh.data) !== boundsOf(held.data);
  morph(next, isWritten ? [] : following);
  // A hand may be on the controls: they stay unless they are about something else now.
  let writeOn = () => {};
  if (isOther || form() !== oldForm) {
    markup = freshMarkup;
    writeOn = morphForm(oldForm, freshForm);
    controls = connected(fresh.data);
  }
  held = fresh;
  report = openReport({ data: held.data, worker, controls, isWritten });
  writeOn();
});

/** What a page holds; of what is known already, the page need not hold all. */
async function heldBy(root: Document, known?: Held): Promise<Held> {
  const textOf = (id: string) => root.getElementById(id)!.textContent!;
  const engine = ["scenario", "worker-entry"].map(async (id, k) => {
    const packed = textOf(id);
    const before = known?.engine[k];
    return before && isSameContent(packed, before.packed) ? before : { packed, text: await unpack(packed) };
  });
  return { data: JSON.parse(await unpack(textOf("data"))), engine: await Promise.all(engine) };
}

function engineText({ engine }: Held): string {
  return engine.map(({ text }) => text).join("\n");
}

function ownScript(root: Document): string | undefined {
  return root.querySelector("script[type=module]")?.textContent;
}

function connected(data: ReportData): Controls {
  const change: Parameters<typeof connectControls>[3] = (changes) => report.change(changes);
  for (const sign of ["pointerenter", "focusin"]) form().addEventListener(sign, () => report.expectChange());
  return connectControls(form(), data, publishedSettings(data), change);
}

/** What controls hang on beside their markup. */
function boundsOf({ config, inputs, columns, overrides }: ReportData): string {
  const beliefs = config.variants.map(({ assumptions }) => assumptions.map(({ belief }) => belief));
  return JSON.stringify([beliefs, inputs, columns, overrides]);
}
