// A live session: settings → requests to the worker → what is shown. When to ask for what is in sessionState.ts.

import type { Table } from "../../format/tables/table.ts";
import { defaultLimitMs, limitWords } from "../../simulation/userCodeWatch.ts";
import type { DrawnChart } from "../shared/drawnChart.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder, FromWorker, Sign, ToWorker } from "../shared/messages.ts";
import type { Placement } from "../shared/placement.ts";
import { type PageSettings, sameFutures } from "../shared/settings.ts";
import type { PageWorker } from "./pageWorker.ts";
import type { ChartSelection, Progress, SessionAction, SessionEvent, TimerEvent } from "./sessionEvents.ts";
import { initialSessionState, sessionTransition } from "./sessionState.ts";
import { silenceLimit, watchSilence } from "./silence.ts";

/** Where results are shown: a report, or a panel of a notebook. */
export interface ResultView {
  /** Shows settings that were changed; their results follow. */
  showSettings(settings: PageSettings): void;
  /** The charts to draw, in the order in which they are to be drawn, with their widths. */
  chartsFor(selection: ChartSelection): readonly ChartOrder[];
  /** Shows what is written of a result; `isQuick` where it is of few trials. */
  showFindings(live: LiveFindings, settings: PageSettings, isQuick: boolean): void;
  /** Shows a chart; undefined where the result has no figures for it. */
  showChart(placement: string, drawn: DrawnChart | undefined): void;
  /** Shows the table of a chart; undefined where the result has none for it. */
  showTable(placement: string, table: Table | undefined): void;
  /** The charts show the settings as far as `progress` says. */
  showProgress(progress: Progress, settings: PageSettings): void;
  /** Whether the worker has been busy for long enough to say so. */
  showBusy(isBusy: boolean): void;
  /** The simulation failed: the result of before stays, marked as such. */
  showFailure(message: string): void;
}

/** What a session is opened with. */
export interface SessionOptions {
  data: LiveData;
  /** Settings of the published run. */
  published: PageSettings;
  /** Settings that are shown first. */
  settings: PageSettings;
  worker: PageWorker;
  view: ResultView;
}

/** A page's work with its worker: its settings are shown, at first and whenever they change. */
export class LiveSession {
  /** The settings in force. */
  settings: PageSettings;
  /** The result that is shown; undefined before the first. */
  live: LiveFindings | undefined;
  readonly #options: SessionOptions;
  #state = initialSessionState;
  /** When the settings were last changed, milliseconds; 0 before the first change. */
  #changedAt = 0;
  /** The request whose answers count. */
  #latest = 0;
  readonly #timers: Partial<Record<TimerEvent, ReturnType<typeof setTimeout>>> = {};
  /** Requests for exported charts that are not answered yet, and who waits for them. */
  readonly #exports = new Map<number, { request: ToWorker; resolve: (svg: string) => void }>();
  /** The worker's last sign for the request whose answers count. */
  #sign: Sign | undefined;
  readonly #silence = watchSilence(() => this.#replaceWorker());

  constructor(options: SessionOptions) {
    this.#options = options;
    this.settings = options.settings;
    const { worker, data } = options;
    worker.setListener({
      onMessage: (message) => this.#receive(message),
      onError: (message) => this.#fail(`The simulation stopped: ${message}`),
    });
    worker.send({ kind: "start", data });
    this.dispatch({ kind: "opened" });
  }

  /** Changes settings; their result follows. */
  change(changes: Partial<PageSettings>): void {
    this.settings = { ...this.settings, ...changes };
    this.#changedAt = performance.now();
    this.dispatch({ kind: "changed" });
    // After the request: the worker runs while the page is changed.
    this.#options.view.showSettings(this.settings);
  }

  /** Tells the session what happens on its page. */
  dispatch(event: SessionEvent): void {
    const isPublished = sameFutures(this.settings, this.#options.published);
    const circumstances = { now: performance.now(), isPublished };
    const { state, actions } = sessionTransition(this.#state, event, circumstances);
    // What it does may have taken long already: it has to yield from now on.
    if (state.busy?.isBehind && !this.#state.busy?.isBehind) this.#silence.sign();
    this.#state = state;
    for (const action of actions) this.#perform(action);
    this.#limitSilence();
  }

  /** Asks for the table of a chart that is shown. */
  askTable(placement: string): void {
    this.#options.worker.send({ kind: "table", id: this.#latest, placement });
  }

  /** A chart as it is published, as SVG text. */
  exportChart(placement: Placement): Promise<string> {
    const { worker } = this.#options;
    const id = worker.nextId();
    const request: ToWorker = { kind: "export", id, placement, settings: this.settings };
    const svg = new Promise<string>((resolve) => this.#exports.set(id, { request, resolve }));
    worker.send(request);
    return svg;
  }

  /** Ends the session; the worker can serve another one. */
  close(): void {
    this.dispatch({ kind: "closed" });
    this.#options.worker.setListener(undefined);
  }

  #perform(action: SessionAction): void {
    const { settings } = this;
    const { worker, view } = this.#options;
    switch (action.kind) {
      case "order": {
        const { mode, charts, isCareful } = action.order;
        const carefulFrom = isCareful ? (this.#sign?.begun ?? 0) : undefined;
        const id = worker.nextId();
        this.#latest = id;
        this.#sign = undefined;
        worker.send({ kind: "show", id, settings, mode, charts: view.chartsFor(charts), carefulFrom });
        return;
      }
      case "warmUp": {
        const otherFutures = { ...settings, seed: `${settings.seed}, warm-up` };
        worker.send({ kind: "warmUp", settings: otherFutures, charts: view.chartsFor("quick") });
        return;
      }
      case "schedule":
        clearTimeout(this.#timers[action.event]);
        this.#timers[action.event] = setTimeout(() => this.dispatch({ kind: action.event }), action.ms);
        return;
      case "cancel":
        for (const event of action.events) clearTimeout(this.#timers[event]);
        return;
      case "showBusy":
        view.showBusy(action.isBusy);
        return;
      case "showProgress":
        view.showProgress(action.progress, settings);
    }
  }

  #receive(message: FromWorker): void {
    if (message.kind === "exported") {
      this.#exports.get(message.id)?.resolve(message.svg);
      this.#exports.delete(message.id);
      return;
    }
    if (message.id !== this.#latest) return;
    const { view } = this.#options;
    this.#silence.sign();
    switch (message.kind) {
      case "sign": {
        const isFirst = this.#sign === undefined;
        this.#sign = message;
        if (isFirst) this.dispatch({ kind: "begun" });
        else this.#limitSilence();
        return;
      }
      case "findings":
        this.live = message.live;
        this.dispatch({ kind: "findings", mode: message.mode });
        view.showFindings(message.live, this.settings, this.#state.shown === "quick");
        return;
      case "chart":
        view.showChart(message.placement, message.drawn);
        return;
      case "table":
        view.showTable(message.placement, message.table);
        return;
      case "done": {
        this.#measureLatency();
        const hasUndrawn = this.#state.hasUndrawn && view.chartsFor("undrawn").length > 0;
        this.dispatch({ kind: "done", hasUndrawn });
        return;
      }
      case "failure":
        this.#fail(message.message);
    }
  }

  /** Records how long the charts took to follow a change, for the browser's timeline and the latency test. */
  #measureLatency(): void {
    if (this.#state.busy?.order.mode !== "quick" || this.#changedAt === 0) return;
    performance.measure("sandtable: charts follow", { start: this.#changedAt, end: performance.now() });
  }

  /** Another worker takes the place of one that is silent, and gets what it has to know. */
  #replaceWorker(): void {
    const { worker, data } = this.#options;
    const { order, queued } = this.#state.busy!;
    const nothing = `The simulation has not come back in ${limitWords(defaultLimitMs)}`;
    const stall = this.#sign?.stall ?? (order.isCareful ? nothing : undefined);
    worker.restart();
    worker.send({ kind: "start", data, shown: this.live });
    for (const { request } of this.#exports.values()) worker.send(request);
    if (stall !== undefined && queued !== "settings") this.#fail(stall);
    else this.dispatch({ kind: "replaced" });
  }

  #limitSilence(): void {
    this.#silence.limit(silenceLimit(this.#state, this.#sign?.stall !== undefined));
  }

  #fail(message: string): void {
    this.#options.view.showFailure(message);
    this.dispatch({ kind: "failed" });
  }
}
