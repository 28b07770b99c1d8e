// The page's other thread: plays and draws, so that the page itself never waits.

import { boundChart } from "../../charts/baseSpec.ts";
import { inFile, onPage } from "../../charts/layout.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder, FromWorker, ToWorker } from "../shared/messages.ts";
import { captionOf, headlineOutput, placedChart } from "../shared/placements.ts";
import { type ChartRenderer, createChartRenderer, drawOnce } from "./chartRenderer.ts";
import { createLiveEngine, type LiveEngine } from "./liveEngine.ts";

/** A newer order has come: what was begun is of no use any more. */
class SupersededError extends Error {}

interface Port {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

/**
 * Answers the orders that come through `port`; a new one ends the work on those before. A page that only has charts
 * drawn has no scenario to play.
 */
export function serve(scenario: Scenario | undefined, port: Port): void {
  let session: { data: LiveData; engine: LiveEngine; drawer: ChartRenderer } | undefined;
  let latest = 0;
  let last: LiveFindings | undefined;

  port.onmessage = ({ data: message }) => {
    switch (message.kind) {
      case "start":
        session = {
          data: message.data,
          engine: createLiveEngine(scenario!, message.data),
          // Another run of the scenario has charts of the same shapes.
          drawer: session?.drawer ?? createChartRenderer(),
        };
        return;
      case "show":
        latest = message.id;
        void show(message).catch((error: unknown) => tell(message.id, error));
        return;
      case "warmUp":
        void warmUp(message).catch(() => undefined);
        return;
      case "export":
        void exportChart(message).catch((error: unknown) => tell(message.id, error));
        return;
      case "draw":
        void draw(message).catch((error: unknown) => tell(message.id, error));
    }
  };

  async function show({ id, settings, mode, charts }: Extract<ToWorker, { kind: "show" }>): Promise<void> {
    const { engine, drawer, data } = session!;
    const throwIfStale = () => {
      if (id !== latest) throw new SupersededError();
    };
    const pause = async () => {
      await turn();
      throwIfStale();
    };
    const liveOf = () => {
      if (mode === "published") return engine.published(settings);
      if (mode === "again" && last) return last;
      return engine.play(settings, mode === "quick" ? outputsOf(charts, data) : undefined, pause);
    };
    const live = await liveOf();
    throwIfStale();
    // Charts that are drawn again or were left change no word of the page.
    if (live !== last) port.postMessage({ kind: "findings", id, mode, live });
    last = live;
    for (const [k, { placement, width }] of charts.entries()) {
      if (k > 0) await pause();
      const placed = placedChart(placement, live, settings, data.findings);
      if (!placed) continue;
      const { title, subtitle, description, ...chart } = boundChart(placed.draw, onPage(width));
      const picture = await drawer.draw(chart);
      port.postMessage({
        kind: "chart",
        id,
        placement: placement.name,
        // The page's own heading names the scenario: captions need not.
        drawn: { ...picture, title: captionOf(title, data.findings.title), description, subtitle },
      });
    }
    port.postMessage({ kind: "done", id });
  }

  /** Ends with the next order. Code that has run a few times is compiled, and a chart that was drawn is laid out. */
  async function warmUp({ settings, charts }: Extract<ToWorker, { kind: "warmUp" }>): Promise<void> {
    const { engine, drawer, data } = session!;
    const before = latest;
    const pause = async () => {
      await turn();
      if (latest !== before) throw new SupersededError();
    };
    for (let time = 0; time < practiceTimes; time++) {
      const live = await engine.play(settings, outputsOf(charts, data), pause);
      for (const { placement, width } of charts) {
        const placed = placedChart(placement, live, settings, data.findings);
        if (placed) await drawer.draw(boundChart(placed.draw, onPage(width)));
        await pause();
      }
    }
  }

  async function exportChart({
    id,
    placement,
    settings,
  }: Extract<ToWorker, { kind: "export" }>): Promise<void> {
    const { data, drawer } = session!;
    const placed = placedChart(placement, last!, settings, data.findings);
    if (!placed) throw new RangeError(`there is no chart "${placement.name}"`);
    const { svg } = await drawer.draw(boundChart(placed.draw, inFile));
    port.postMessage({ kind: "exported", id, svg });
  }

  async function draw({ id, spec }: Extract<ToWorker, { kind: "draw" }>): Promise<void> {
    port.postMessage({ kind: "drawn", id, picture: await drawOnce(spec) });
  }

  function tell(id: number, error: unknown): void {
    if (error instanceof SupersededError) return;
    const message = error instanceof Error ? error.message : String(error);
    const isScenarios = error instanceof ScenarioFailure;
    port.postMessage({
      kind: "failure",
      id,
      message: isScenarios ? message : `This is a fault of the program: ${message}`,
    });
  }
}

/** After so many plays the code of another is as quick as it gets. */
const practiceTimes = 3;

/** Lets waiting messages in. A channel's message comes at once, a timer's after some milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** The outputs that the answer and the charts show. */
function outputsOf(charts: readonly ChartOrder[], { findings }: LiveData): string[] {
  return [headlineOutput(findings), ...charts.map(({ placement }) => placement.output)];
}
