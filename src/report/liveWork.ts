// What is shown follows the settings: a page's orders to its worker, of which only the latest counts.
import type { DrawnChart } from "./drawer.ts";
import type { LiveData } from "./liveData.ts";
import type { LiveFindings } from "./liveEngine.ts";
import type { ChartOrder, Effort, FromWorker, ToWorker } from "./messages.ts";
import { type Settings, sameFutures } from "./settings.ts";
import type { Slot } from "./slots.ts";

/** A hand that has rested so long has done moving: now all is played. */
const restMs = 350;

/** Where what was played is shown: a report, or a panel of a notebook. */
export interface Stage {
  /** The settings are otherwise from now on. */
  settle(settings: Settings): void;
  /** The charts to draw, the first first; quickly only those that follow at once. */
  charts(isQuick: boolean): readonly ChartOrder[];
  showWords(live: LiveFindings, isQuick: boolean): void;
  showChart(slot: string, drawn: DrawnChart): void;
  /** All charts have followed. */
  followed(isQuick: boolean): void;
  /** The simulation failed; what was shown before stays. */
  fail(message: string): void;
}

export interface LiveWork {
  settings(): Settings;
  /** What is shown; undefined before the first. */
  live(): LiveFindings | undefined;
  change(changes: Partial<Settings>): void;
  /** Somebody is about to change something: the worker practises, so that the first change follows as soon as others. */
  expectChange(): void;
  /** Draws what is shown anew, for another width. */
  redraw(): void;
  /** A chart as it is published, as SVG text. */
  drawn(slot: Slot): Promise<string>;
  /** Nothing is shown any more: the worker is free for others. */
  end(): void;
}

export interface WorkOptions {
  data: LiveData;
  published: Settings;
  /** What is shown first. */
  settings: Settings;
  /** Runs the scenario and the kit; it may have done so for others before. */
  worker: Worker;
  stage: Stage;
}

/** Numbers for what is asked of workers: an answer to somebody who was there before is not taken for one's own. */
let orders = 0;

/** Has a worker show the settings. */
export function startWork({ data, published, settings: first, worker, stage }: WorkOptions): LiveWork {
  let settings = first;
  let live: LiveFindings | undefined;
  let shown: Effort = "published";
  let changedAt = 0;
  let latest = 0;
  /** What the worker is busy with, and whether the settings have changed since. */
  let busy: Effort | undefined;
  let waiting = false;
  let practised = false;
  /** Whether the page has another width than what the worker is busy with is drawn for. */
  let isOtherWidth = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const exporting = new Map<number, (svg: string) => void>();
  worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => receive(message);
  worker.onerror = ({ message }) => fail(`The simulation stopped: ${message}`);
  tell({ kind: "start", data });
  order(isPublished() ? "published" : "quick");

  function tell(message: ToWorker): void {
    worker.postMessage(message);
  }

  function isPublished(): boolean {
    return sameFutures(settings, published);
  }

  function order(effort: Effort): void {
    latest = ++orders;
    busy = effort;
    waiting = false;
    isOtherWidth = false;
    const isQuick = effort === "quick" || (effort === "again" && shown === "quick");
    tell({ kind: "show", id: latest, settings, effort, charts: stage.charts(isQuick) });
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
        if (message.effort !== "again") shown = message.effort;
        stage.showWords(live, shown === "quick");
        return;
      case "chart":
        stage.showChart(message.slot, message.drawn);
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
    busy = undefined;
    stage.followed(shown === "quick");
    if (waiting) order(isPublished() ? "published" : "quick");
    else if (isOtherWidth) order("again");
    else if (shown === "quick") rest = setTimeout(() => order("full"), restMs);
  }

  function fail(message: string): void {
    busy = undefined;
    stage.fail(message);
    if (waiting) order("quick");
  }

  return {
    settings: () => settings,
    live: () => live,
    change(changes) {
      settings = { ...settings, ...changes };
      changedAt = performance.now();
      stage.settle(settings);
      clearTimeout(rest);
      // A hand is quicker than the simulation: only the latest is played when the worker is free.
      if (busy === "quick") waiting = true;
      else order(isPublished() ? "published" : "quick");
    },
    expectChange() {
      if (busy !== undefined || practised) return;
      practised = true;
      const otherFutures = { ...settings, seed: `${settings.seed}, for practice` };
      tell({ kind: "practise", settings: otherFutures, charts: stage.charts(true) });
    },
    redraw() {
      if (busy === undefined) order("again");
      else isOtherWidth = true;
    },
    drawn(slot) {
      const id = ++orders;
      const svg = new Promise<string>((resolve) => exporting.set(id, resolve));
      tell({ kind: "export", id, slot, settings });
      return svg;
    },
    end() {
      clearTimeout(rest);
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
