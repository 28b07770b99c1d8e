// The live report: settings → worker → page.

import { findingsSection, ledgerSection, makingSection } from "../html/sections.ts";
import { statusOf } from "../html/status.ts";
import { unbroken } from "../shared/html.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import { type Placement, placementsFor } from "../shared/placements.ts";
import type { ReportData } from "../shared/reportData.ts";
import {
  fromHash,
  type PageSettings,
  type ParsedHash,
  publishedSettings,
  sameFutures,
  toHash,
} from "../shared/settings.ts";
import { showWorking } from "./busyState.ts";
import type { Controls } from "./controls.ts";
import { connectExportPanel } from "./exportPanel.ts";
import { connectFigure, playFutures } from "./figure.ts";
import { onOtherWidth, type ResultView, startWork, type Wanted } from "./liveSession.ts";
import { unrestored } from "./unrestored.ts";

export interface ReportOptions {
  data: ReportData;
  /** Runs the scenario and the kit. */
  worker: Worker;
  controls: Controls;
  /** Whether the page says what was published already. */
  isWritten: boolean;
}

export interface OpenReport {
  change(changes: Partial<PageSettings>): void;
  /** Somebody is about to change something. */
  expectChange(): void;
  /** What stands on the page stays, and follows nothing any more. */
  close(): void;
}

const byId = (id: string) => document.getElementById(id)!;

/** Opens the report whose markup the page has, with the settings of its address. */
export function openReport({ data, worker, controls, isWritten }: ReportOptions): OpenReport {
  const closing = new AbortController();
  const listening = { signal: closing.signal };
  const published = publishedSettings(data);
  const link = fromHash(location.hash, data);
  const asked = link.settings;
  const placements = placementsFor(data.findings);
  const figures = new Map(
    placements.map((placement) => {
      const element = document.querySelector<HTMLElement>(`figure[data-slot="${placement.name}"]`)!;
      const table = () => {
        const live = work.live();
        return live && { live, settings: work.settings() };
      };
      return [
        placement.name,
        { element, ...connectFigure(element, placement, byId("tip"), table, listening) },
      ];
    }),
  );
  const drawn = new Set<string>();
  const inView = watchFigures(0);
  /** A chart is drawn before it can be seen. */
  const near = watchFigures(0.5, () => work.drawLeft());
  let hasWords = isWritten;
  connectViews();
  controls.show(asked);
  tellUnrestored(link);

  let stopFutures: (() => void) | undefined;
  const resultView: ResultView = {
    settle(settings) {
      controls.show(settings);
      for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
        radio.checked = radio.value === settings.view;
      }
      history.replaceState(null, "", toHash(settings, published) || location.pathname + location.search);
    },
    charts(wanted) {
      const isWanted: Readonly<Record<Wanted, (placement: Placement) => boolean>> = {
        quick: ({ name, quick }) => quick && inView.has(name),
        near: ({ name }) => near.has(name),
        all: () => true,
        left: ({ name }) => !drawn.has(name),
      };
      const rank = ({ name }: Placement) => (inView.has(name) ? 0 : near.has(name) ? 1 : 2);
      return placements
        .filter(isWanted[wanted])
        .sort((one, other) => rank(one) - rank(other))
        .map((placement) => ({ placement, width: figures.get(placement.name)!.width() }));
    },
    showWords,
    showChart(placement, picture) {
      drawn.add(placement);
      figures.get(placement)!.show(picture);
    },
    followed(state) {
      stopFutures?.();
      stopFutures =
        work.settings().view === "futures" ? playFutures(figures.get("headline")!.element) : undefined;
      document.documentElement.dataset.shown = state;
    },
    working: showWorking(byId("working"), [
      ...[...figures.values()].map(({ element }) => element),
      ...["findings", "ledger"].map(byId),
    ]),
    /** The old result stays, greyed; the failure is told as the command line does. */
    fail(message) {
      const status = byId("status");
      status.textContent = message;
      status.classList.add("wrong");
      for (const { element } of figures.values()) element.classList.add("stale");
    },
  };
  const work = startWork({ data, published, settings: asked, worker, resultView });
  const takeAway = connectExportPanel(
    {
      data,
      published,
      settings: work.settings,
      findings: () => work.live()!.findings,
      drawn: (name) => work.drawn(placements.find((placement) => placement.name === name)!),
    },
    listening,
  );
  const backToPublished = () => {
    controls.unmark();
    byId("lost").textContent = "";
    work.change({ ...published, view: work.settings().view });
  };
  byId("reset").addEventListener("click", backToPublished, listening);
  addEventListener("hashchange", followLink, listening);
  onOtherWidth(work.redraw, listening);

  function followLink(): void {
    // A place on the page was gone to: what was set stays, also in the address.
    if (document.getElementById(location.hash.slice(1))) {
      history.replaceState(null, "", toHash(work.settings(), published) || location.hash);
      return;
    }
    const next = fromHash(location.hash, data);
    if (toHash(next.settings, published) !== toHash(work.settings(), published)) work.change(next.settings);
    tellUnrestored(next);
  }

  /** Marks what cannot be at its control, and names it where a reader begins. */
  function tellUnrestored(read: ParsedHash): void {
    for (const refusal of read.refusals) controls.refuse(refusal);
    byId("lost").textContent = unrestored(read, data);
  }

  function showWords({ findings, answers }: LiveFindings, isQuick: boolean): void {
    const settings: PageSettings = work.settings();
    document.documentElement.dataset.shown = "drawing";
    document.body.classList.toggle(
      "changed",
      toHash({ ...settings, view: published.view }, published) !== "",
    );
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
    takeAway.show();
    // To write all of it takes as long as to draw a chart.
    const isPublished = sameFutures(settings, published);
    if (isQuick || (isPublished && hasWords)) return;
    hasWords = isPublished;
    byId("findings").innerHTML = findingsSection(findings).markup;
    byId("ledger").innerHTML = ledgerSection(findings).markup;
    byId("making-of").innerHTML = makingSection(findings, data.versions).markup;
  }

  /** Names of the charts that are on the screen, or no further off than a share of its height. */
  function watchFigures(margin: number, onMore: () => void = () => undefined): Set<string> {
    const isSeen = (element: HTMLElement) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > -margin * innerHeight && top < (1 + margin) * innerHeight;
    };
    const seen = new Set([...figures].filter(([, { element }]) => isSeen(element)).map(([name]) => name));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const name = (target as HTMLElement).dataset.placement!;
          if (isIntersecting) seen.add(name);
          else seen.delete(name);
        }
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { rootMargin: `${100 * margin}% 0px` },
    );
    for (const { element } of figures.values()) observer.observe(element);
    closing.signal.addEventListener("abort", () => observer.disconnect());
    return seen;
  }

  function connectViews(): void {
    for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
      radio.checked = radio.value === asked.view;
      radio.addEventListener("change", () => work.change({ view: radio.value }), listening);
    }
  }

  return {
    change: work.change,
    expectChange: work.expectChange,
    close() {
      closing.abort();
      stopFutures?.();
      work.end();
    },
  };
}
