// The page's other thread, without a page: what it answers to orders.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { runScenario } from "../../../src/analysis/runScenario.ts";
import { liveData } from "../../../src/node/output/liveDataOf.ts";
import { loadClaims } from "../../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { chooseScenarios, findProject } from "../../../src/node/project/project.ts";
import type { FromWorker, ToWorker } from "../../../src/report/shared/messages.ts";
import { placementsFor } from "../../../src/report/shared/placements.ts";
import { publishedSettings } from "../../../src/report/shared/settings.ts";
import { serve } from "../../../src/report/worker/serveReport.ts";
import { temporaryProject } from "../../node/temporaryProject.ts";

const { folder, remove } = temporaryProject();
afterAll(remove);

/** What a worker is given for the coins, and an order for the charts that follow at once. */
async function coins() {
  const project = findProject(folder);
  const chosen = chooseScenarios(project, ["coins"], []);
  const [loaded] = await loadScenarios(project, chosen, { claims: loadClaims(project) });
  const { scenario, config } = loaded!;
  const data = liveData(loaded!, (await runScenario({ name: "coins", scenario, config })).findings);
  const published = publishedSettings(data);
  const charts = placementsFor(data.findings)
    .filter(({ quick }) => quick)
    .map((placement) => ({ placement, width: 600, withTable: false }));
  const settings = { ...published, set: { prize: "2 to 3" } };
  const show: Extract<ToWorker, { kind: "show" }> = { kind: "show", id: 1, settings, mode: "quick", charts };
  const answersTo = async (...orders: ToWorker[]): Promise<FromWorker[]> => {
    const answers: FromWorker[] = [];
    const port = {
      postMessage: (message: FromWorker) => {
        // How often it gives a sign hangs on the machine.
        if (message.kind !== "sign") answers.push(message);
      },
      onmessage: null as ((event: { data: ToWorker }) => void) | null,
    };
    serve(scenario, port);
    port.onmessage!({ data: { kind: "start", data } });
    for (const order of orders) {
      const before = answers.length;
      port.onmessage!({ data: order });
      while (order.kind === "show" && !answers.slice(before).some(({ kind }) => kind === "done"))
        await sleep(5);
    }
    // Whatever else is to come comes now.
    await sleep(300);
    return answers;
  };
  return { settings, charts, show, answersTo };
}

test("practice is answered by nothing, ends with the next order, and changes no figure of it (law)", async () => {
  const { settings, charts, show, answersTo } = await coins();
  const warmUp: ToWorker = { kind: "warmUp", settings: { ...settings, seed: "other" }, charts };
  expect(await answersTo(warmUp)).toEqual([]);
  const answers = await answersTo(warmUp, show);
  expect(answers.map(({ kind }) => kind)).toEqual(["findings", ...charts.map(() => "chart"), "done"]);
  expect(answers).toEqual(await answersTo(show));
});

test("a closed table is not computed; opened after a move, it is the one that an open table has (law)", async () => {
  const { settings, charts, show, answersTo } = await coins();
  const open = charts.map((chart) => ({ ...chart, withTable: true }));
  const moved = { ...show, settings: { ...settings, set: { prize: "5 to 6" } } };
  const drawn = (answers: FromWorker[]) =>
    answers.flatMap((answer) => (answer.kind === "chart" ? [answer] : []));
  const closed = await answersTo(show, moved, { kind: "table", id: 1, placement: "headline" });
  expect(drawn(closed).filter((chart) => chart.drawn?.table)).toEqual([]);
  const [before, after] = drawn(
    await answersTo({ ...show, charts: open }, { ...moved, charts: open }),
  ).filter(({ placement }) => placement === "headline");
  const { table } = after!.drawn!;
  expect(table!.rows.length).toBeGreaterThan(0);
  expect(table).not.toEqual(before!.drawn!.table);
  expect(closed.at(-1)).toEqual({ kind: "table", id: 1, placement: "headline", table });
});
