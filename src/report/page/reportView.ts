// A report's page as the view of its session: headline, charts, sections and address follow the results.

import { findingsSection, ledgerSection, makingSection } from "../html/sections.ts";
import { statusOf } from "../html/status.ts";
import { unbroken } from "../shared/html.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder } from "../shared/messages.ts";
import type { Placement } from "../shared/placement.ts";
import type { ReportData } from "../shared/reportData.ts";
import { type PageSettings, sameFutures, toHash } from "../shared/settings.ts";
import { busyIndicator } from "./busyIndicator.ts";
import type { Controls } from "./controls.ts";
import { type ConnectedFigure, playFutures } from "./figure.ts";
import type { ResultView } from "./liveSession.ts";
import type { ChartSelection } from "./sessionState.ts";

/** A figure of the report and its element. */
export interface ReportFigure extends ConnectedFigure {
  element: HTMLElement;
}

/** What a report's page consists of. */
export interface ReportParts {
  data: ReportData;
  published: PageSettings;
  controls: Controls;
  placements: readonly Placement[];
  /** By the names of their placements. */
  figures: ReadonlyMap<string, ReportFigure>;
  /** Names of the figures in the window. */
  inView: ReadonlySet<string>;
  /** Names of the figures in the window or near to it. */
  near: ReadonlySet<string>;
  /** Updates the command and the config to take away. */
  showExports(): void;
}

/** What a report's page shows at the moment. */
interface Shown {
  /** Names of the figures whose charts have been drawn. */
  drawn: Set<string>;
  /** Whose findings the sections below the charts hold: to write them takes as long as to draw a chart. */
  sections: "published" | "other";
  /** Ends the animation of single futures; undefined while there is none. */
  stopFutures: (() => void) | undefined;
}

/** The element of the report with this id. */
export const byId = (id: string) => document.getElementById(id)!;

/** The view of a report; `sections` says whose findings its sections hold already. */
export function reportView(
  parts: ReportParts,
  sections: Shown["sections"],
): ResultView & {
  /** Ends what moves. */
  close(): void;
} {
  const shown: Shown = { drawn: new Set(), sections, stopFutures: undefined };
  const { figures } = parts;
  const elements = [...figures.values()].map(({ element }) => element);
  return {
    showSettings: (settings) => showSettings(parts, settings),
    chartsFor: (selection) => chartsFor(parts, shown, selection),
    showFindings: (live, settings, isQuick) => showFindings(parts, shown, { live, settings, isQuick }),
    showChart(placement, chart) {
      shown.drawn.add(placement);
      figures.get(placement)!.show(chart);
    },
    showTable: (placement, table) => figures.get(placement)!.showTable(table),
    showProgress(progress, { view }) {
      shown.stopFutures?.();
      shown.stopFutures = view === "futures" ? playFutures(figures.get("headline")!.element) : undefined;
      document.documentElement.dataset.shown = progress;
    },
    showBusy: busyIndicator(byId("working"), [...elements, ...["findings", "ledger"].map(byId)]),
    showFailure(message) {
      const status = byId("status");
      status.textContent = message;
      status.classList.add("wrong");
      for (const element of elements) element.classList.add("stale");
    },
    close: () => shown.stopFutures?.(),
  };
}

function showSettings({ controls, published }: ReportParts, settings: PageSettings): void {
  controls.show(settings);
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
    radio.checked = radio.value === settings.view;
  }
  history.replaceState(null, "", toHash(settings, published) || location.pathname + location.search);
}

/** Those in the window come first, then those near to it. */
function chartsFor(
  { placements, figures, inView, near }: ReportParts,
  { drawn }: Shown,
  selection: ChartSelection,
): ChartOrder[] {
  const isSelected: Readonly<Record<ChartSelection, (placement: Placement) => boolean>> = {
    quick: ({ name, quick }) => quick && inView.has(name),
    near: ({ name }) => near.has(name),
    all: () => true,
    undrawn: ({ name }) => !drawn.has(name),
  };
  const rank = ({ name }: Placement) => (inView.has(name) ? 0 : near.has(name) ? 1 : 2);
  return placements
    .filter(isSelected[selection])
    .sort((one, other) => rank(one) - rank(other))
    .map(({ name }) => figures.get(name)!.order());
}

function showFindings(
  parts: ReportParts,
  shown: Shown,
  { live, settings, isQuick }: { live: LiveFindings; settings: PageSettings; isQuick: boolean },
): void {
  const { data, published, placements, figures, inView } = parts;
  const { findings, answers } = live;
  const isChanged = toHash({ ...settings, view: published.view }, published) !== "";
  document.documentElement.dataset.shown = "drawing";
  document.body.classList.toggle("changed", isChanged);
  document.body.classList.toggle("bands", settings.view === "bands");
  byId("answer").textContent = unbroken(answers[settings.variant] ?? answers.base!);
  const status = byId("status");
  status.textContent = statusOf(data, published, settings, { trials: findings.trials, isQuick });
  status.classList.remove("wrong");
  for (const { name, quick } of placements) {
    const { element } = figures.get(name)!;
    element.classList.toggle("stale", isQuick && !(quick && inView.has(name)));
    element.hidden = name === "tornado" && !isQuick && findings.tornado.influences.length === 0;
  }
  parts.showExports();
  if (!isQuick) showSections(parts, shown, live, settings);
}

/** Writes the sections below the charts, unless they hold these findings already. */
function showSections(
  { data, published }: ReportParts,
  shown: Shown,
  { findings }: LiveFindings,
  settings: PageSettings,
): void {
  const sections = sameFutures(settings, published) ? "published" : "other";
  if (sections === "published" && shown.sections === "published") return;
  shown.sections = sections;
  byId("findings").innerHTML = findingsSection(findings).markup;
  byId("ledger").innerHTML = ledgerSection(findings).markup;
  byId("making-of").innerHTML = makingSection(findings, data.versions).markup;
}
