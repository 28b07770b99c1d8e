// The page's other thread: it runs trials and draws charts, so that the page itself never waits.

import type { Scenario } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { fitted } from "../shared/fitToWidth.ts";
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
 * drawn has no scenario to run.
 */
export function serve(scenario: Scenario | undefined, port: Port): void {
  const server = new ReportServer(scenario, port);
  port.onmessage = ({ data }) => server.receive(data);
}

/** What the page was started with. */
interface Session {
  data: LiveData;
  engine: LiveEngine;
  renderer: ChartRenderer;
}

class ReportServer {
  private readonly scenario: Scenario | undefined;
  private readonly port: Port;
  private session: Session | undefined;
  /** Number of the last order. */
  private latest = 0;
  /** What was shown last. */
  private shown: LiveFindings | undefined;

  constructor(scenario: Scenario | undefined, port: Port) {
    this.scenario = scenario;
    this.port = port;
  }

  receive(message: ToWorker): void {
    switch (message.kind) {
      case "start":
        this.session = {
          data: message.data,
          engine: createLiveEngine(this.scenario!, message.data),
          // Another run of the scenario has charts of the same shapes.
          renderer: this.session?.renderer ?? createChartRenderer(),
        };
        break;
      case "show":
        this.latest = message.id;
        this.report(message.id, this.show(message));
        break;
      case "warmUp":
        void this.warmUp(message).catch(() => undefined);
        break;
      case "export":
        this.report(message.id, this.exportChart(message));
        break;
      case "draw":
        this.report(message.id, this.draw(message));
        break;
    }
  }

  private async show({ id, settings, mode, charts }: Extract<ToWorker, { kind: "show" }>): Promise<void> {
    const { engine, renderer, data } = this.session!;
    const throwIfStale = () => {
      if (id !== this.latest) throw new SupersededError();
    };
    const pause = async () => {
      await turn();
      throwIfStale();
    };
    const liveOf = () => {
      if (mode === "published") return engine.published(settings);
      if (mode === "again" && this.shown) return this.shown;
      return engine.play(settings, mode === "quick" ? outputsOf(charts, data) : undefined, pause);
    };
    const live = await liveOf();
    throwIfStale();
    // Charts that are drawn again or were left change no word of the page.
    if (live !== this.shown) this.port.postMessage({ kind: "findings", id, mode, live });
    this.shown = live;
    for (const [k, { placement, width }] of charts.entries()) {
      if (k > 0) await pause();
      const chart = placedChart(placement, live, settings, data.findings);
      if (!chart) continue;
      const picture = await renderer.draw(fitted(chart.spec, width));
      const drawn = { ...picture, ...wordsOf(chart, data.findings.title) };
      this.port.postMessage({ kind: "chart", id, placement: placement.name, drawn });
    }
    this.port.postMessage({ kind: "done", id });
  }

  /** Ends with the next order. Code that has run a few times is compiled, and a chart that was drawn is laid out. */
  private async warmUp({ settings, charts }: Extract<ToWorker, { kind: "warmUp" }>): Promise<void> {
    const { engine, renderer, data } = this.session!;
    const before = this.latest;
    const pause = async () => {
      await turn();
      if (this.latest !== before) throw new SupersededError();
    };
    for (let time = 0; time < warmUpTimes; time++) {
      const live = await engine.play(settings, outputsOf(charts, data), pause);
      for (const { placement, width } of charts) {
        const chart = placedChart(placement, live, settings, data.findings);
        if (chart) await renderer.draw(fitted(chart.spec, width));
        await pause();
      }
    }
  }

  private async exportChart({
    id,
    placement,
    settings,
  }: Extract<ToWorker, { kind: "export" }>): Promise<void> {
    const { renderer, data } = this.session!;
    const chart = placedChart(placement, this.shown!, settings, data.findings);
    if (!chart) throw new RangeError(`there is no chart "${placement.name}"`);
    this.port.postMessage({ kind: "exported", id, svg: (await renderer.draw(chart.spec)).svg });
  }

  private async draw({ id, spec }: Extract<ToWorker, { kind: "draw" }>): Promise<void> {
    this.port.postMessage({ kind: "drawn", id, picture: await drawOnce(spec) });
  }

  /** Sends the failure of an order, if it fails for another reason than a newer order. */
  private report(id: number, answered: Promise<void>): void {
    answered.catch((error: unknown) => {
      if (error instanceof SupersededError) return;
      const told = error instanceof Error ? error.message : String(error);
      const message = error instanceof ScenarioFailure ? told : `This is a fault of the program: ${told}`;
      this.port.postMessage({ kind: "failure", id, message });
    });
  }
}

/** After so many runs the code of another is as quick as it gets. */
const warmUpTimes = 3;

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

/** The page's own heading names the scenario: captions need not. */
function wordsOf(
  { title, description, spec }: NonNullable<ReturnType<typeof placedChart>>,
  scenarioTitle: string,
) {
  const { subtitle = "" } = (spec.title ?? {}) as { subtitle?: string | readonly string[] };
  return { title: captionOf(title, scenarioTitle), description, subtitle: [subtitle].flat().join(" ") };
}
