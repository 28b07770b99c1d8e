// A report's page as the view of its session: headline, charts, sections and address follow the results.

import type { Table } from "../../format/tables/table.ts";
import { findingsSection, ledgerSection, makingSection } from "../html/sections.ts";
import { statusOf } from "../html/status.ts";
import type { DrawnChart } from "../shared/drawnChart.ts";
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
import type { ChartSelection, Progress } from "./sessionEvents.ts";

/** A figure of the report, its place and its element. */
export interface ReportFigure extends ConnectedFigure {
  placement: Placement;
  element: HTMLElement;
}

/** What a report's page consists of. */
export interface ReportParts {
  data: ReportData;
  published: PageSettings;
  controls: Controls;
  /** By the names of their placements, in reading order. */
  figures: ReadonlyMap<string, ReportFigure>;
  /** Names of the figures in the window. */
  inView: ReadonlySet<string>;
  /** Names of the figures in the window or near to it. */
  near: ReadonlySet<string>;
  /** Updates the command and the config to take away. */
  showExports(): void;
}

/** The element of the report with this id. */
export const byId = (id: string) => document.getElementById(id)!;

/** The view of a report. */
export class ReportView implements ResultView {
  readonly showBusy: (isBusy: boolean) => void;
  readonly #parts: ReportParts;
  readonly #figures: readonly ReportFigure[];
  /** Names of the figures whose charts have been drawn. */
  readonly #drawn = new Set<string>();
  /** Whose findings the sections below the charts hold: to write them takes as long as to draw a chart. */
  #sections: "published" | "other";
  /** Ends the animation of single futures; undefined while there is none. */
  #stopFutures: (() => void) | undefined;

  constructor(parts: ReportParts, sections: "published" | "other") {
    this.#parts = parts;
    this.#sections = sections;
    this.#figures = [...parts.figures.values()];
    const elements = this.#figures.map(({ element }) => element);
    this.showBusy = busyIndicator(byId("working"), [...elements, ...["findings", "ledger"].map(byId)]);
  }

  showSettings(settings: PageSettings): void {
    const { controls, published } = this.#parts;
    controls.show(settings);
    for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
      radio.checked = radio.value === settings.view;
    }
    history.replaceState(null, "", toHash(settings, published) || location.pathname + location.search);
  }

  /** Those in the window come first, then those near to it. */
  chartsFor(selection: ChartSelection): ChartOrder[] {
    const { inView, near } = this.#parts;
    const isSelected: Readonly<Record<ChartSelection, (placement: Placement) => boolean>> = {
      quick: ({ name, quick }) => quick && inView.has(name),
      near: ({ name }) => near.has(name),
      all: () => true,
      undrawn: ({ name }) => !this.#drawn.has(name),
    };
    const rank = ({ placement: { name } }: ReportFigure) => (inView.has(name) ? 0 : near.has(name) ? 1 : 2);
    return this.#figures
      .filter(({ placement }) => isSelected[selection](placement))
      .sort((one, other) => rank(one) - rank(other))
      .map((figure) => figure.order());
  }

  showFindings({ findings, answers }: LiveFindings, settings: PageSettings, isQuick: boolean): void {
    const { data, published, inView, showExports } = this.#parts;
    const isChanged = toHash({ ...settings, view: published.view }, published) !== "";
    document.documentElement.dataset.shown = "drawing";
    document.body.classList.toggle("changed", isChanged);
    document.body.classList.toggle("bands", settings.view === "bands");
    byId("answer").textContent = unbroken(answers[settings.variant] ?? answers.base!);
    const status = byId("status");
    status.textContent = statusOf(data, published, settings, { trials: findings.trials, isQuick });
    status.classList.remove("wrong");
    for (const { element, placement } of this.#figures) {
      const follows = placement.quick && inView.has(placement.name);
      element.classList.toggle("stale", isQuick && !follows);
    }
    showExports();
    if (isQuick) return;
    const sections = sameFutures(settings, published) ? "published" : "other";
    if (sections === "published" && this.#sections === "published") return;
    this.#sections = sections;
    byId("findings").innerHTML = findingsSection(findings).markup;
    byId("ledger").innerHTML = ledgerSection(findings).markup;
    byId("making-of").innerHTML = makingSection(findings, data.versions).markup;
  }

  showChart(name: string, drawn: DrawnChart | undefined): void {
    const figure = this.#parts.figures.get(name)!;
    this.#drawn.add(name);
    figure.element.hidden = drawn === undefined && !figure.placement.quick;
    if (drawn) figure.show(drawn);
  }

  showTable(name: string, table: Table | undefined): void {
    this.#parts.figures.get(name)!.showTable(table);
  }

  showProgress(progress: Progress, { view }: PageSettings): void {
    this.close();
    if (view === "futures") this.#stopFutures = playFutures(this.#parts.figures.get("headline")!.element);
    document.documentElement.dataset.shown = progress;
  }

  showFailure(message: string): void {
    const status = byId("status");
    status.textContent = message;
    status.classList.add("wrong");
    for (const { element } of this.#figures) element.classList.add("stale");
  }

  /** Ends what moves. */
  close(): void {
    this.#stopFutures?.();
    this.#stopFutures = undefined;
  }
}
