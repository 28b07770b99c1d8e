// The live report: settings → worker → page.
import type { Controls } from "./controls.ts";
import { connectFigure, playFutures } from "./figure.ts";
import { unbroken } from "./html.ts";
import type { LiveFindings } from "./liveEngine.ts";
import { onOtherWidth, type Stage, startWork } from "./liveWork.ts";
import type { ReportData } from "./reportData.ts";
import { findingsSection, ledgerSection, makingSection } from "./sections.ts";
import {
  linkEnd,
  publishedSettings,
  readLinkEnd,
  type Settings,
  sameFutures,
  type View,
} from "./settings.ts";
import { slotsOf } from "./slots.ts";
import { statusOf } from "./status.ts";
import { connectTakeAway } from "./takeAway.ts";

export interface ReportOptions {
  data: ReportData;
  /** Runs the scenario and the kit. */
  worker: Worker;
  controls: Controls;
  /** Whether the page says what was published already. */
  isWritten: boolean;
}

export interface OpenReport {
  change(changes: Partial<Settings>): void;
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
  const { settings: asked, refusals } = readLinkEnd(location.hash, data);
  const slots = slotsOf(data.findings);
  const figures = new Map(
    slots.map((slot) => {
      const element = document.querySelector<HTMLElement>(`figure[data-slot="${slot.name}"]`)!;
      const table = () => {
        const live = work.live();
        return live && { live, settings: work.settings() };
      };
      return [slot.name, { element, ...connectFigure(element, slot, byId("tip"), table, listening) }];
    }),
  );
  const inView = watchFigures();
  let hasWords = isWritten;
  connectViews();
  controls.show(asked);
  for (const refusal of refusals) controls.refuse(refusal);

  let stopFutures: (() => void) | undefined;
  const stage: Stage = {
    settle(settings) {
      controls.show(settings);
      for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
        radio.checked = radio.value === settings.view;
      }
      history.replaceState(null, "", linkEnd(settings, published) || location.pathname + location.search);
    },
    charts(isQuick) {
      const wanted = slots.filter(({ name, quick }) => !isQuick || (quick && inView.has(name)));
      const first = wanted.filter(({ name }) => inView.has(name));
      return [...first, ...wanted.filter((slot) => !first.includes(slot))].map((slot) => ({
        slot,
        width: figures.get(slot.name)!.width(),
      }));
    },
    showWords,
    showChart: (slot, drawn) => figures.get(slot)!.show(drawn),
    followed(isQuick) {
      stopFutures?.();
      stopFutures =
        work.settings().view === "futures" ? playFutures(figures.get("headline")!.element) : undefined;
      document.documentElement.dataset.shown = isQuick ? "quick" : "settled";
    },
    /** The old result stays, greyed; the failure is told as the command line does. */
    fail(message) {
      const status = byId("status");
      status.textContent = message;
      status.classList.add("wrong");
      for (const { element } of figures.values()) element.classList.add("stale");
    },
  };
  const work = startWork({ data, published, settings: asked, worker, stage });
  const takeAway = connectTakeAway(
    {
      data,
      published,
      settings: work.settings,
      findings: () => work.live()!.findings,
      drawn: (name) => work.drawn(slots.find((slot) => slot.name === name)!),
    },
    listening,
  );
  const backToPublished = () => {
    controls.unmark();
    work.change({ ...published, view: work.settings().view });
  };
  byId("reset").addEventListener("click", backToPublished, listening);
  addEventListener("hashchange", followLink, listening);
  onOtherWidth(work.redraw, listening);

  function followLink(): void {
    const { settings: next, refusals: refused } = readLinkEnd(location.hash, data);
    if (linkEnd(next, published) === linkEnd(work.settings(), published)) return;
    work.change(next);
    for (const refusal of refused) controls.refuse(refusal);
  }

  function showWords({ findings, answers }: LiveFindings, isQuick: boolean): void {
    const settings: Settings = work.settings();
    document.documentElement.dataset.shown = "drawing";
    document.body.classList.toggle(
      "changed",
      linkEnd({ ...settings, view: published.view }, published) !== "",
    );
    document.body.classList.toggle("bands", settings.view === "bands");
    byId("answer").textContent = unbroken(answers[settings.variant] ?? answers.base!);
    const status = byId("status");
    status.textContent = statusOf(data, published, settings, { trials: findings.trials, isQuick });
    status.classList.remove("wrong");
    for (const { name, quick } of slots) {
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

  /** Names of the charts that are on the screen or just beside it. */
  function watchFigures(): Set<string> {
    const seen = new Set<string>(["headline"]);
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const name = (target as HTMLElement).dataset.slot!;
        if (isIntersecting) seen.add(name);
        else seen.delete(name);
      }
    });
    for (const { element } of figures.values()) observer.observe(element);
    closing.signal.addEventListener("abort", () => observer.disconnect());
    return seen;
  }

  function connectViews(): void {
    for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=view]")) {
      radio.checked = radio.value === asked.view;
      radio.addEventListener("change", () => work.change({ view: radio.value as View }), listening);
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
