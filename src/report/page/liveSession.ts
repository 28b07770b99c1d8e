// What is shown follows the settings: a page's orders to its worker, of which only the latest counts.

import type { DrawnChart } from "../shared/drawnChart.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder, FromWorker, RunMode, ToWorker } from "../shared/messages.ts";
import type { Placement } from "../shared/placements.ts";
import { type PageSettings, sameFutures } from "../shared/settings.ts";

/** A hand that has rested so long has done moving: now all is played. */
const restMs = 350;

/** So long a page may be silent before it says that it is working. */
const silentMs = 150;
/** The same for the figures that follow a first look: that says of itself that there is more to come. */
const silentAfterLookMs = 1000;

/** A newer change waits so long for work that is under way, and longer where the last took longer. */
const patienceMs = 150;

/** After so long a page that was just opened draws the charts that nobody is near to. */
const restOfChartsMs = 300;

/** Which charts: those that follow at once, those that a reader is near to, all, or those that were not drawn yet. */
export type Wanted = "quick" | "near" | "all" | "left";

/** Where what was played is shown: a report, or a panel of a notebook. */
export interface ResultView {
  /** The settings are otherwise from now on. */
  settle(settings: PageSettings): void;
  /** The charts to draw, the first first. */
  charts(wanted: Wanted): readonly ChartOrder[];
  showWords(live: LiveFindings, isQuick: boolean): void;
  showChart(placement: string, drawn: DrawnChart): void;
  /** The charts have followed: those that do so at once, those that can be seen, or all. */
  followed(state: "quick" | "seen" | "settled"): void;
  /** Whether the worker has been busy for so long that it is said. */
  working(isWorking: boolean): void;
  /** The simulation failed; what was shown before stays. */
  fail(message: string): void;
}

export interface LiveWork {
  settings(): PageSettings;
  /** What is shown; undefined before the first. */
  live(): LiveFindings | undefined;
  change(changes: Partial<PageSettings>): void;
  /** Somebody is about to change something: the worker practises, so that the first change follows as soon as others. */
  expectChange(): void;
  /** Draws what is shown anew, for another width. */
  redraw(): void;
  /** Draws the charts that were left when the page was opened; somebody comes near one. */
  drawLeft(): void;
  /** A chart as it is published, as SVG text. */
  drawn(placement: Placement): Promise<string>;
  /** Nothing is shown any more: the worker is free for others. */
  end(): void;
}

export interface WorkOptions {
  data: LiveData;
  published: PageSettings;
  /** What is shown first. */
  settings: PageSettings;
  /** Runs the scenario and the kit; it may have done so for others before. */
  worker: Worker;
  resultView: ResultView;
}

/** Numbers for what is asked of workers: an answer to somebody who was there before is not taken for one's own. */
let orders = 0;

/** Has a worker show the settings. */
export function startWork({ data, published, settings: first, worker, resultView }: WorkOptions): LiveWork {
  let settings = first;
  let live: LiveFindings | undefined;
  let shown: RunMode = "published";
  let changedAt = 0;
  let latest = 0;
  /** What the worker is busy with, and whether the settings have changed since. */
  let busy: RunMode | undefined;
  let waiting = false;
  let practised = false;
  /** Whether the page has another width than what the worker is busy with is drawn for. */
  let isOtherWidth = false;
  /** Whether charts were left that were not ordered yet. */
  let areSomeLeft = true;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  let patience = patienceMs;
  let orderedAt = 0;
  let ordered: Wanted = "near";
  const exporting = new Map<number, (svg: string) => void>();
  worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => receive(message);
  worker.onerror = ({ message }) => fail(`The simulation stopped: ${message}`);
  tell({ kind: "start", data });
  order(isPublished() ? "published" : "quick", "near");

  function tell(message: ToWorker): void {
    worker.postMessage(message);
  }

  function isPublished(): boolean {
    return sameFutures(settings, published);
  }

  function order(mode: RunMode, wanted: Wanted = "all"): void {
    clearTimeout(rest);
    latest = ++orders;
    busy = mode;
    waiting = false;
    isOtherWidth = false;
    orderedAt = performance.now();
    clearTimeout(impatience);
    breakSilence(mode);
    const isQuick = mode === "quick" || (mode === "again" && shown === "quick");
    ordered = isQuick ? "quick" : wanted;
    tell({ kind: "show", id: latest, settings, mode, charts: resultView.charts(ordered) });
  }

  /** Says after a while that there is work under way; what was said before stays until that is done. */
  function breakSilence(mode: RunMode): void {
    clearTimeout(silence);
    // Charts alone are soon drawn.
    if (mode !== "quick" && mode !== "full") return;
    const isMore = mode === "full" && shown === "quick";
    silence = setTimeout(() => resultView.working(true), isMore ? silentAfterLookMs : silentMs);
  }

  function beSilent(): void {
    clearTimeout(silence);
    clearTimeout(impatience);
    resultView.working(false);
  }

  /**
   * A hand is quicker than the simulation: what is under way is shown, then only the latest is played. But work that takes
   * much longer than the last is ended, as that on a horizon of decades; each time the next has twice as long, so that a
   * hand which goes on moving sees something.
   */
  function waitForTurn(): void {
    waiting = true;
    clearTimeout(impatience);
    impatience = setTimeout(
      () => {
        patience *= 2;
        order(isPublished() ? "published" : "quick");
      },
      Math.max(0, orderedAt + patience - performance.now()),
    );
  }

  function receive(message: FromWorker): void {
    if (message.kind === "exported") {
      exporting.get(message.id)?.(message.svg);
      exporting.delete(message.id);
      return;
    }
    if (message.id !== latest) return;
    switch (message.kind) {
      case "findings":
        live = message.live;
        if (message.mode !== "again") shown = message.mode;
        resultView.showWords(live, shown === "quick");
        return;
      case "chart":
        resultView.showChart(message.placement, message.drawn);
        return;
      case "done":
        followed();
        return;
      case "failure":
        fail(message.message);
    }
  }

  function followed(): void {
    if (busy === "quick" && changedAt > 0) {
      performance.measure("sandtable: charts follow", { start: changedAt, end: performance.now() });
    }
    if (busy === "quick") patience = Math.max(patienceMs, 2 * (performance.now() - orderedAt));
    busy = undefined;
    beSilent();
    if (ordered === "all" || ordered === "left") areSomeLeft = false;
    areSomeLeft &&= resultView.charts("left").length > 0;
    resultView.followed(shown === "quick" ? "quick" : areSomeLeft ? "seen" : "settled");
    if (waiting) order(isPublished() ? "published" : "quick");
    else if (isOtherWidth) order("again");
    else if (shown === "quick") rest = setTimeout(() => order("full"), restMs);
    else drawLeftAfter(restOfChartsMs);
  }

  function drawLeftAfter(ms: number): void {
    clearTimeout(rest);
    if (areSomeLeft) rest = setTimeout(() => order("again", "left"), ms);
  }

  function fail(message: string): void {
    busy = undefined;
    beSilent();
    resultView.fail(message);
    if (waiting) order("quick");
  }

  return {
    settings: () => settings,
    live: () => live,
    change(changes) {
      settings = { ...settings, ...changes };
      changedAt = performance.now();
      clearTimeout(rest);
      if (busy === "quick") waitForTurn();
      else order(isPublished() ? "published" : "quick");
      // The worker is at it already.
      resultView.settle(settings);
    },
    expectChange() {
      if (busy !== undefined || practised) return;
      practised = true;
      const otherFutures = { ...settings, seed: `${settings.seed}, for practice` };
      tell({ kind: "warmUp", settings: otherFutures, charts: resultView.charts("quick") });
      // The next order would end the practice.
      if (shown !== "quick") drawLeftAfter(2 * restOfChartsMs);
    },
    redraw() {
      if (busy === undefined) order("again");
      else isOtherWidth = true;
    },
    drawLeft() {
      if (busy === undefined && shown !== "quick") drawLeftAfter(0);
    },
    drawn(placement) {
      const id = ++orders;
      const svg = new Promise<string>((resolve) => exporting.set(id, resolve));
      tell({ kind: "export", id, placement, settings });
      return svg;
    },
    end() {
      clearTimeout(rest);
      beSilent();
      worker.onmessage = null;
      worker.onerror = null;
    },
  };
}

/** A worker that runs a text. */
export function startWorker(text: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

/** A window that is drawn larger has many widths on the way. */
const widthMs = 100;

/** Calls `act` when the page has come to another width, as long as `listening` says. */
export function onOtherWidth(act: () => void, listening: AddEventListenerOptions = {}): void {
  let width = innerWidth;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    if (innerWidth === width || listening.signal?.aborted) return;
    width = innerWidth;
    act();
  };
  const resized = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, widthMs);
  };
  addEventListener("resize", resized, listening);
}
