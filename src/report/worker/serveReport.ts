// The page's worker: runs and draws, so that the page's thread stays free.

import { boundChart } from "../../charts/baseSpec.ts";
import { inFile, onPage } from "../../charts/layout.ts";
import type { Table } from "../../format/tables/table.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import type { DrawnChart } from "../shared/drawnChart.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder, FromWorker, ShowRequest, ToWorker } from "../shared/messages.ts";
import { captionOf, headlineOutput, placedChart, placedTable } from "../shared/placements.ts";
import type { PageSettings } from "../shared/settings.ts";
import { type ChartRenderer, createChartRenderer, drawOnce } from "./chartRenderer.ts";
import { createLiveEngine, type LiveEngine } from "./liveEngine.ts";
import { Pace } from "./pace.ts";

/** A newer request has come: the result would not be shown. */
class SupersededError extends Error {}

interface Port {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

type Request<Kind extends ToWorker["kind"]> = Extract<ToWorker, { kind: Kind }>;

interface Session {
  data: LiveData;
  engine: LiveEngine;
  renderer: ChartRenderer;
  /** Computes the table of the chart that was drawn last, by placement: most tables are closed. */
  tables: Map<string, () => Table | undefined>;
}

/**
 * Answers the requests that come through `port`; a new "show" supersedes the one before. `scenario` is undefined for
 * pages that have charts drawn and run nothing.
 */
export function serve(scenario: Scenario | undefined, port: Port): void {
  const server = new Server(scenario, port);
  port.onmessage = ({ data }) => server.receive(data);
}

class Server {
  readonly #scenario: Scenario | undefined;
  readonly #port: Port;
  /** The run that is shown; undefined before the first "start". */
  #session: Session | undefined;
  /** Id of the last "show". */
  #latest = 0;
  /** The findings that the page has. */
  #last: LiveFindings | undefined;

  constructor(scenario: Scenario | undefined, port: Port) {
    this.#scenario = scenario;
    this.#port = port;
  }

  receive(message: ToWorker): void {
    switch (message.kind) {
      case "start":
        this.#session = {
          data: message.data,
          engine: createLiveEngine(this.#scenario!, message.data),
          // Another run of the scenario has charts of the same shapes.
          renderer: this.#session?.renderer ?? createChartRenderer(),
          tables: new Map(),
        };
        this.#last = message.shown;
        return;
      case "warmUp":
        void this.#warmUp(message).catch(() => undefined);
        return;
      default:
        void this.#answer(message).catch((error: unknown) => this.#fail(message.id, error));
    }
  }

  async #answer(message: Exclude<ToWorker, { kind: "start" | "warmUp" }>): Promise<void> {
    const { id } = message;
    switch (message.kind) {
      case "show":
        this.#latest = id;
        return this.#show(message);
      case "table": {
        const { placement } = message;
        const table = this.#session!.tables.get(placement)?.();
        return this.#port.postMessage({ kind: "table", id, placement, table });
      }
      case "export":
        return this.#port.postMessage({ kind: "exported", id, svg: await this.#svgInFile(message) });
      case "draw":
        return this.#port.postMessage({ kind: "drawn", id, picture: await drawOnce(message.spec) });
    }
  }

  async #show({ id, settings, mode, charts, carefulFrom }: ShowRequest): Promise<void> {
    const { engine, data } = this.#session!;
    const sign = (begun: number, stall?: string) =>
      this.#port.postMessage({ kind: "sign", id, begun, stall });
    const pace = new Pace({ yieldToMessages: this.#turnUnlessStale(), sign, carefulFrom });
    sign(0);
    const liveOf = () => {
      if (mode === "published") return engine.published(settings, pace);
      if (mode === "again" && this.#last) return this.#last;
      return engine.play(settings, mode === "quick" ? outputsOf(charts, data) : undefined, pace);
    };
    const live = await liveOf();
    if (id !== this.#latest) throw new SupersededError();
    // Charts that are drawn again or later do not change the findings.
    if (live !== this.#last) this.#port.postMessage({ kind: "findings", id, mode, live });
    this.#last = live;
    for (const [k, order] of charts.entries()) {
      if (k > 0) await pace.pause();
      const drawn = await this.#draw(order, live, settings);
      this.#port.postMessage({ kind: "chart", id, placement: order.placement.name, drawn });
    }
    this.#port.postMessage({ kind: "done", id });
  }

  /** Undefined where the findings have no figures for the chart. */
  async #draw(
    { placement, width, withTable }: ChartOrder,
    live: LiveFindings,
    settings: PageSettings,
  ): Promise<DrawnChart | undefined> {
    const { renderer, data, tables } = this.#session!;
    const placed = placedChart(placement, live, settings, data.findings);
    if (!placed) return undefined;
    const { title, subtitle, description, ...chart } = boundChart(placed.draw, onPage(width));
    const table = () => placedTable(placement, live, settings);
    tables.set(placement.name, table);
    return {
      ...(await renderer.draw(chart)),
      // The page's own heading names the scenario: captions need not.
      title: captionOf(title, data.findings.title),
      description,
      subtitle,
      ...(withTable && { table: table() }),
    };
  }

  /** Ends with the next "show". Code that has run a few times is compiled, and a chart that was drawn is laid out. */
  async #warmUp({ settings, charts }: Request<"warmUp">): Promise<void> {
    const { engine, renderer, data } = this.#session!;
    const pace = new Pace({ yieldToMessages: this.#turnUnlessStale() });
    for (let run = 0; run < warmUpRuns; run++) {
      const live = await engine.play(settings, outputsOf(charts, data), pace);
      for (const { placement, width } of charts) {
        const placed = placedChart(placement, live, settings, data.findings);
        if (placed) await renderer.draw(boundChart(placed.draw, onPage(width)));
        await pace.pause();
      }
    }
  }

  /** Yields to messages; rejects once a "show" has come since. */
  #turnUnlessStale(): () => Promise<void> {
    const before = this.#latest;
    return async () => {
      await turn();
      if (this.#latest !== before) throw new SupersededError();
    };
  }

  async #svgInFile({ placement, settings }: Request<"export">): Promise<string> {
    const { data, renderer } = this.#session!;
    const placed = placedChart(placement, this.#last!, settings, data.findings);
    if (!placed) throw new RangeError(`there is no chart "${placement.name}"`);
    return (await renderer.draw(boundChart(placed.draw, inFile))).svg;
  }

  #fail(id: number, error: unknown): void {
    if (error instanceof SupersededError) return;
    const said = error instanceof Error ? error.message : String(error);
    const message = error instanceof ScenarioFailure ? said : `This is a fault of the program: ${said}`;
    this.#port.postMessage({ kind: "failure", id, message });
  }
}

/** Runs after which V8 has optimized the code. */
const warmUpRuns = 3;

/** Yields to messages that wait. A channel's message comes at once, a timer's after some milliseconds. */
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
