// Opens a live report: settings of the address → session → page.

import type { ReportData } from "../shared/reportData.ts";
import { fromHash, type PageSettings, publishedSettings, toHash } from "../shared/settings.ts";
import type { Controls } from "./controls.ts";
import { connectExportPanel } from "./exportPanel.ts";
import { connectFigure } from "./figure.ts";
import { LiveSession } from "./liveSession.ts";
import { onWidthChange } from "./onWidthChange.ts";
import type { PageWorker } from "./pageWorker.ts";
import { byId, type ReportFigure, ReportView } from "./reportView.ts";
import { unrestored } from "./unrestored.ts";
import { visibleFigures } from "./visibleFigures.ts";

/** What a report is opened with. */
export interface ReportOptions {
  data: ReportData;
  /** Runs scenario and kit. */
  worker: PageWorker;
  controls: Controls;
  /** Whose findings the page's sections hold. */
  sections: "published" | "other";
}

/** A report that is open. */
export interface OpenReport {
  session: LiveSession;
  /** Ends the report: what the page shows stays, and follows nothing any more. */
  close(): void;
}

/** Charts are drawn when they are so near to the window, as a share of its height. */
const nearMargin = 0.5;

/** Opens the report whose markup the page has, with the settings of its address. */
export function openReport({ data, worker, controls, sections }: ReportOptions): OpenReport {
  const closing = new AbortController();
  const { signal } = closing;
  const published = publishedSettings(data);
  const figures = connectFigures(data, (name) => session.askTable(name), { signal });
  const inView = visibleFigures({ figures, margin: 0, signal });
  const onEnter = () => session.dispatch({ kind: "neared" });
  const near = visibleFigures({ figures, margin: nearMargin, onEnter, signal });
  const settings = readAddress(data, controls);
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
    radio.checked = radio.value === settings.view;
    radio.addEventListener("change", () => session.change({ view: radio.value }), { signal });
  }
  controls.show(settings);

  const showExports = () => exportPanel.show();
  const view = new ReportView({ data, published, controls, figures, inView, near, showExports }, sections);
  const session = new LiveSession({ data, published, settings, worker, view });
  const exportPanel = connectExportPanel({ data, published, session }, { signal });
  const reset = () => {
    controls.unmark();
    byId("lost").textContent = "";
    session.change({ ...published, view: session.settings.view });
  };
  const followHash = () => {
    const hash = toHash(session.settings, published);
    if (document.getElementById(location.hash.slice(1))) {
      // A place on the page: the settings stay, also in the address.
      history.replaceState(null, "", hash || location.hash);
      return;
    }
    const next = readAddress(data, controls);
    if (toHash(next, published) !== hash) session.change(next);
  };
  byId("reset").addEventListener("click", reset, { signal });
  addEventListener("hashchange", followHash, { signal });
  onWidthChange(() => session.dispatch({ kind: "resized" }), { signal });
  return {
    session,
    close() {
      closing.abort();
      view.close();
      session.close();
    },
  };
}

function connectFigures(
  { placements }: ReportData,
  askTable: (name: string) => void,
  options: AddEventListenerOptions,
): Map<string, ReportFigure> {
  const entries = placements.map((placement): [string, ReportFigure] => {
    const { name } = placement;
    const element = document.querySelector<HTMLElement>(`figure[data-placement="${name}"]`)!;
    const page = { tip: byId("tip"), askTable: () => askTable(name) };
    return [name, { placement, element, ...connectFigure(element, placement, page, options) }];
  });
  return new Map(entries);
}

/** The settings of the address; marks what could not be restored at its control, and names it at the top of the page. */
function readAddress(data: ReportData, controls: Controls): PageSettings {
  const link = fromHash(location.hash, data);
  for (const refusal of link.refusals) controls.refuse(refusal);
  byId("lost").textContent = unrestored(link, data);
  return link.settings;
}
