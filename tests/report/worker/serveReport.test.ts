// The page's other thread, without a page: what it answers to orders.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { runScenario } from "../../../src/analysis/runScenario.ts";
import { liveData } from "../../../src/node/output/liveDataOf.ts";
import {
  chooseScenarios,
  findProject,
  loadClaims,
  loadScenarios,
} from "../../../src/node/project/project.ts";
import type { FromWorker, ToWorker } from "../../../src/report/shared/messages.ts";
import { placementsFor } from "../../../src/report/shared/placements.ts";
import { publishedSettings } from "../../../src/report/shared/settings.ts";
import { serve } from "../../../src/report/worker/serveReport.ts";
import { temporaryProject } from "../../node/temporaryProject.ts";

const { folder, remove } = temporaryProject();
afterAll(remove);

test("practice is answered by nothing, ends with the next order, and changes no figure of it (law)", async () => {
  const project = findProject(folder);
  const chosen = chooseScenarios(project, ["coins"], []);
  const [loaded] = await loadScenarios(project, chosen, { claims: loadClaims(project) });
  const { scenario, config } = loaded!;
  const data = liveData(loaded!, (await runScenario({ name: "coins", scenario, config })).findings);
  const published = publishedSettings(data);
  const charts = placementsFor(data.findings)
    .filter(({ quick }) => quick)
    .map((placement) => ({ placement, width: 600 }));
  const settings = { ...published, set: { prize: "2 to 3" } };
  const show: ToWorker = { kind: "show", id: 1, settings, mode: "quick", charts };

  const answersTo = async (...orders: ToWorker[]): Promise<FromWorker[]> => {
    const answers: FromWorker[] = [];
    const port = {
      postMessage: (message: FromWorker) => answers.push(message),
      onmessage: null as ((event: { data: ToWorker }) => void) | null,
    };
    serve(scenario, port);
    port.onmessage!({ data: { kind: "start", data } });
    for (const order of orders) port.onmessage!({ data: order });
    const last = orders.at(-1)!;
    while (last.kind === "show" && answers.at(-1)?.kind !== "done") await sleep(5);
    // Whatever else is to come comes now.
    await sleep(300);
    return answers;
  };
  const warmUp: ToWorker = { kind: "warmUp", settings: { ...settings, seed: "other" }, charts };
  expect(await answersTo(warmUp)).toEqual([]);
  const answers = await answersTo(warmUp, show);
  expect(answers.map(({ kind }) => kind)).toEqual(["findings", ...charts.map(() => "chart"), "done"]);
  expect(answers).toEqual(await answersTo(show));
});
