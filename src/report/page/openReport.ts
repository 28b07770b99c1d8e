// Opens a live report: settings of the address → session → page.

import type { Placement } from "../shared/placement.ts";
import type { ReportData } from "../shared/reportData.ts";
import {
  fromHash,
  type PageSettings,
  type ParsedHash,
  publishedSettings,
  toHash,
} from "../shared/settings.ts";
import type { Controls } from "./controls.ts";
import { connectExportPanel } from "./exportPanel.ts";
import { connectFigure } from "./figure.ts";
import { type LiveSession, openSession } from "./liveSession.ts";
import { onWidthChange } from "./onWidthChange.ts";
import type { PageWorker } from "./pageWorker.ts";
import { byId, type ReportFigure, reportView } from "./reportView.ts";
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
  change(changes: Partial<PageSettings>): void;
  /** A change is likely soon. */
  expectChange(): void;
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
  const link = fromHash(location.hash, data);
  const { placements } = data;
  const figures = connectFigures(placements, (name) => session.askTable(name), { signal });
  const inView = visibleFigures({ figures, margin: 0, signal });
  const onEnter = () => session.drawUndrawn();
  const near = visibleFigures({ figures, margin: nearMargin, onEnter, signal });
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
    radio.checked = radio.value === link.settings.view;
    radio.addEventListener("change", () => session.change({ view: radio.value }), { signal });
  }
  controls.show(link.settings);
  showUnrestored(link, controls, data);

  const showExports = () => exportPanel.show();
  const view = reportView(
    { data, published, controls, placements, figures, inView, near, showExports },
    sections,
  );
  const session = openSession({ data, published, settings: link.settings, worker, view });
  const exportPanel = connectExportPanel(
    {
      data,
      published,
      settings: session.settings,
      findings: () => session.live()!.findings,
      chartSvg: (name) => session.exportChart(placements.find((placement) => placement.name === name)!),
    },
    { signal },
  );
  const reset = () => {
    controls.unmark();
    byId("lost").textContent = "";
    session.change({ ...published, view: session.settings().view });
  };
  byId("reset").addEventListener("click", reset, { signal });
  addEventListener("hashchange", () => followHash(session, { data, published, controls }), { signal });
  onWidthChange(session.redraw, { signal });

  return {
    change: session.change,
    expectChange: session.expectChange,
    close() {
      closing.abort();
      view.close();
      session.close();
    },
  };
}

function connectFigures(
  placements: readonly Placement[],
  askTable: (name: string) => void,
  options: AddEventListenerOptions,
): Map<string, ReportFigure> {
  const entries = placements.map((placement): [string, ReportFigure] => {
    const { name } = placement;
    const element = document.querySelector<HTMLElement>(`figure[data-placement="${name}"]`)!;
    const page = { tip: byId("tip"), askTable: () => askTable(name) };
    return [name, { element, ...connectFigure(element, placement, page, options) }];
  });
  return new Map(entries);
}

/** Takes the settings of the page's new address, unless it names a place on the page. */
function followHash(
  session: LiveSession,
  { data, published, controls }: { data: ReportData; published: PageSettings; controls: Controls },
): void {
  if (document.getElementById(location.hash.slice(1))) {
    // The settings stay, also in the address.
    history.replaceState(null, "", toHash(session.settings(), published) || location.hash);
    return;
  }
  const link = fromHash(location.hash, data);
  if (toHash(link.settings, published) !== toHash(session.settings(), published))
    session.change(link.settings);
  showUnrestored(link, controls, data);
}

/** Marks what of a link could not be restored at its control, and names it at the top of the page. */
function showUnrestored(link: ParsedHash, controls: Controls, data: ReportData): void {
  for (const refusal of link.refusals) controls.refuse(refusal);
  byId("lost").textContent = unrestored(link, data);
}
