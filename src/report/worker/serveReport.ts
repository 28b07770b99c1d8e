// The page's worker: runs and draws, so that the page's thread stays free.

import { boundChart } from "../../charts/baseSpec.ts";
import { inFile, onPage } from "../../charts/layout.ts";
import type { Table } from "../../format/tables/table.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { chartTable } from "../shared/chartTable.ts";
import type { LiveData } from "../shared/liveData.ts";
import type { LiveFindings } from "../shared/liveFindings.ts";
import type { ChartOrder, FromWorker, ToWorker } from "../shared/messages.ts";
import { captionOf, headlineOutput, placedChart } from "../shared/placements.ts";
import { type ChartRenderer, createChartRenderer, drawOnce } from "./chartRenderer.ts";
import { createLiveEngine, type LiveEngine } from "./liveEngine.ts";

/** A newer request has come: the result would not be shown. */
class SupersededError extends Error {}

interface Port {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

type Request<Kind extends ToWorker["kind"]> = Extract<ToWorker, { kind: Kind }>;

interface Server {
  scenario: Scenario | undefined;
  port: Port;
  /** The run that is shown; undefined before the first "start". */
  session:
    | {
        data: LiveData;
        engine: LiveEngine;
        renderer: ChartRenderer;
        /** Computes the table of the chart that was drawn last, by placement: most tables are closed. */
        tables: Map<string, () => Table | undefined>;
      }
    | undefined;
  /** Id of the last "show". */
  latest: number;
  /** The findings that the page has. */
  last: LiveFindings | undefined;
}

/**
 * Answers the requests that come through `port`; a new "show" supersedes the one before. `scenario` is undefined for
 * pages that have charts drawn and run nothing.
 */
export function serve(scenario: Scenario | undefined, port: Port): void {
  const server: Server = { scenario, port, session: undefined, latest: 0, last: undefined };
  port.onmessage = ({ data }) => receive(server, data);
}

function receive(server: Server, message: ToWorker): void {
  const onFailure = (id: number) => (error: unknown) => fail(server, id, error);
  switch (message.kind) {
    case "start":
      server.session = {
        data: message.data,
        engine: createLiveEngine(server.scenario!, message.data),
        // Another run of the scenario has charts of the same shapes.
        renderer: server.session?.renderer ?? createChartRenderer(),
        tables: new Map(),
      };
      return;
    case "show":
      server.latest = message.id;
      void show(server, message).catch(onFailure(message.id));
      return;
    case "warmUp":
      void warmUp(server, message).catch(() => undefined);
      return;
    case "table": {
      const { id, placement } = message;
      const table = server.session!.tables.get(placement)?.();
      server.port.postMessage({ kind: "table", id, placement, table });
      return;
    }
    case "export":
      void exportChart(server, message).catch(onFailure(message.id));
      return;
    case "draw":
      void draw(server, message).catch(onFailure(message.id));
  }
}

async function show(server: Server, { id, settings, mode, charts }: Request<"show">): Promise<void> {
  const { port, last } = server;
  const { engine, renderer, data, tables } = server.session!;
  const throwIfStale = () => {
    if (id !== server.latest) throw new SupersededError();
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
  // Charts that are drawn again or later do not change the findings.
  if (live !== server.last) port.postMessage({ kind: "findings", id, mode, live });
  server.last = live;
  for (const [k, { placement, width, withTable }] of charts.entries()) {
    if (k > 0) await pause();
    const placed = placedChart(placement, live, settings, data.findings);
    if (!placed) continue;
    const { title, subtitle, description, ...chart } = boundChart(placed.draw, onPage(width));
    const picture = await renderer.draw(chart);
    const table = () => chartTable(placement, live, settings);
    tables.set(placement.name, table);
    port.postMessage({
      kind: "chart",
      id,
      placement: placement.name,
      // The page's own heading names the scenario: captions need not.
      drawn: {
        ...picture,
        title: captionOf(title, data.findings.title),
        description,
        subtitle,
        ...(withTable && { table: table() }),
      },
    });
  }
  port.postMessage({ kind: "done", id });
}

/** Ends with the next "show". Code that has run a few times is compiled, and a chart that was drawn is laid out. */
async function warmUp(server: Server, { settings, charts }: Request<"warmUp">): Promise<void> {
  const { engine, renderer, data } = server.session!;
  const before = server.latest;
  const pause = async () => {
    await turn();
    if (server.latest !== before) throw new SupersededError();
  };
  for (let run = 0; run < warmUpRuns; run++) {
    const live = await engine.play(settings, outputsOf(charts, data), pause);
    for (const { placement, width } of charts) {
      const placed = placedChart(placement, live, settings, data.findings);
      if (placed) await renderer.draw(boundChart(placed.draw, onPage(width)));
      await pause();
    }
  }
}

async function exportChart(
  { port, session, last }: Server,
  { id, placement, settings }: Request<"export">,
): Promise<void> {
  const { data, renderer } = session!;
  const placed = placedChart(placement, last!, settings, data.findings);
  if (!placed) throw new RangeError(`there is no chart "${placement.name}"`);
  const { svg } = await renderer.draw(boundChart(placed.draw, inFile));
  port.postMessage({ kind: "exported", id, svg });
}

async function draw({ port }: Server, { id, spec }: Request<"draw">): Promise<void> {
  port.postMessage({ kind: "drawn", id, picture: await drawOnce(spec) });
}

function fail({ port }: Server, id: number, error: unknown): void {
  if (error instanceof SupersededError) return;
  const message = error instanceof Error ? error.message : String(error);
  const isScenarios = error instanceof ScenarioFailure;
  port.postMessage({
    kind: "failure",
    id,
    message: isScenarios ? message : `This is a fault of the program: ${message}`,
  });
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
