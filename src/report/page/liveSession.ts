// A live session: settings → requests to the worker → what is shown. When to ask for what is in sessionState.ts.

import type { Table } from "../../format/tables/table.ts";
import type { DrawnChart } from "../shared/drawnChart.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder, FromWorker } from "../shared/messages.ts";
import type { Placement } from "../shared/placement.ts";
import { type PageSettings, sameFutures } from "../shared/settings.ts";
import type { PageWorker } from "./pageWorker.ts";
import {
  type ChartSelection,
  initialSessionState,
  type Progress,
  type SessionAction,
  type SessionEvent,
  type SessionState,
  type SessionTimer,
  sessionTransition,
} from "./sessionState.ts";

/** Where results are shown: a report, or a panel of a notebook. */
export interface ResultView {
  /** Shows settings that were changed; their results follow. */
  showSettings(settings: PageSettings): void;
  /** The charts to draw, in the order in which they are to be drawn, with their widths. */
  chartsFor(selection: ChartSelection): readonly ChartOrder[];
  /** Shows what is written of a result; `isQuick` where it is of few trials. */
  showFindings(live: LiveFindings, settings: PageSettings, isQuick: boolean): void;
  showChart(placement: string, drawn: DrawnChart): void;
  /** Shows the table of a chart; undefined where the result has none for it. */
  showTable(placement: string, table: Table | undefined): void;
  /** The charts show the settings as far as `progress` says. */
  showProgress(progress: Progress, settings: PageSettings): void;
  /** Whether the worker has been busy for long enough to say so. */
  showBusy(isBusy: boolean): void;
  /** The simulation failed: the result of before stays, marked as such. */
  showFailure(message: string): void;
}

/** A page's work with its worker. */
export interface LiveSession {
  settings(): PageSettings;
  /** The result that is shown; undefined before the first. */
  live(): LiveFindings | undefined;
  change(changes: Partial<PageSettings>): void;
  /** Warms the worker up where a change is likely soon, so that the first is followed as quickly as later ones. */
  expectChange(): void;
  /** Draws the charts again, for another width. */
  redraw(): void;
  /** Draws the charts that were not drawn yet: one of them has come near to the window. */
  drawUndrawn(): void;
  /** Asks for the table of a chart that is shown. */
  askTable(placement: string): void;
  /** A chart as it is published, as SVG text. */
  exportChart(placement: Placement): Promise<string>;
  /** Ends the session; the worker can serve another one. */
  close(): void;
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

/** A session's state: that of the machine, and what belongs to clock, worker and page. */
interface Session extends SessionOptions {
  state: SessionState;
  live: LiveFindings | undefined;
  /** When the settings were last changed, milliseconds; 0 before the first change. */
  changedAt: number;
  /** The request whose answers count. */
  latest: number;
  timers: Partial<Record<SessionTimer, ReturnType<typeof setTimeout>>>;
  /** Who waits for exported charts, by request. */
  exports: Map<number, (svg: string) => void>;
}

/** Opens a session that shows its first settings at once. */
export function openSession(options: SessionOptions): LiveSession {
  const session: Session = {
    ...options,
    state: initialSessionState,
    live: undefined,
    changedAt: 0,
    latest: 0,
    timers: {},
    exports: new Map(),
  };
  const { worker, view, data } = options;
  worker.setListener({
    onMessage: (message) => receive(session, message),
    onError: (message) => fail(session, `The simulation stopped: ${message}`),
  });
  worker.send({ kind: "start", data });
  dispatch(session, { kind: "opened" });
  return {
    settings: () => session.settings,
    live: () => session.live,
    change(changes) {
      session.settings = { ...session.settings, ...changes };
      session.changedAt = performance.now();
      dispatch(session, { kind: "changed" });
      // After the request: the worker runs while the page is changed.
      view.showSettings(session.settings);
    },
    expectChange: () => dispatch(session, { kind: "changeExpected" }),
    redraw: () => dispatch(session, { kind: "resized" }),
    drawUndrawn: () => dispatch(session, { kind: "neared" }),
    askTable: (placement) => worker.send({ kind: "table", id: session.latest, placement }),
    exportChart(placement) {
      const id = worker.nextId();
      const svg = new Promise<string>((resolve) => session.exports.set(id, resolve));
      worker.send({ kind: "export", id, placement, settings: session.settings });
      return svg;
    },
    close() {
      dispatch(session, { kind: "closed" });
      worker.setListener(undefined);
    },
  };
}

function dispatch(session: Session, event: SessionEvent): void {
  const isPublished = sameFutures(session.settings, session.published);
  const { state, actions } = sessionTransition(session.state, event, { now: performance.now(), isPublished });
  session.state = state;
  for (const action of actions) perform(session, action);
}

function perform(session: Session, action: SessionAction): void {
  const { worker, view, settings, timers } = session;
  switch (action.kind) {
    case "order": {
      const { mode, charts } = action.order;
      session.latest = worker.nextId();
      worker.send({ kind: "show", id: session.latest, settings, mode, charts: view.chartsFor(charts) });
      return;
    }
    case "warmUp": {
      const otherFutures = { ...settings, seed: `${settings.seed}, warm-up` };
      worker.send({ kind: "warmUp", settings: otherFutures, charts: view.chartsFor("quick") });
      return;
    }
    case "schedule":
      clearTimeout(timers[action.timer]);
      timers[action.timer] = setTimeout(() => dispatch(session, action.event), action.ms);
      return;
    case "cancel":
      clearTimeout(timers[action.timer]);
      return;
    case "showBusy":
      view.showBusy(action.isBusy);
      return;
    case "showProgress":
      view.showProgress(action.progress, settings);
  }
}

function receive(session: Session, message: FromWorker): void {
  if (message.kind === "exported") {
    session.exports.get(message.id)?.(message.svg);
    session.exports.delete(message.id);
    return;
  }
  if (message.id !== session.latest) return;
  const { view } = session;
  switch (message.kind) {
    case "findings":
      session.live = message.live;
      dispatch(session, { kind: "findings", mode: message.mode });
      view.showFindings(message.live, session.settings, session.state.shown === "quick");
      return;
    case "chart":
      view.showChart(message.placement, message.drawn);
      return;
    case "table":
      view.showTable(message.placement, message.table);
      return;
    case "done":
      measureLatency(session);
      dispatch(session, {
        kind: "done",
        hasUndrawn: session.state.hasUndrawn && view.chartsFor("undrawn").length > 0,
      });
      return;
    case "failure":
      fail(session, message.message);
  }
}

/** Records how long the charts took to follow a change, for the browser's timeline and the latency test. */
function measureLatency({ state, changedAt }: Session): void {
  if (state.kind !== "busy" || state.order.mode !== "quick" || changedAt === 0) return;
  performance.measure("sandtable: charts follow", { start: changedAt, end: performance.now() });
}

function fail(session: Session, message: string): void {
  session.view.showFailure(message);
  dispatch(session, { kind: "failed" });
}
