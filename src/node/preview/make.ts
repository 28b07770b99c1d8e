// Makes a scenario's outputs in two steps: the report at once, pictures and manifest when there is time.
import { join } from "node:path";
import { analyse } from "../../analysis/analyse.ts";
import { jsonText } from "../../analysis/jsonText.ts";
import { summaryOf } from "../../analysis/summaryJson.ts";
import { chartsOf } from "../../charts/index.ts";
import { drawChart } from "../draw.ts";
import { type Content, writeSet } from "../files.ts";
import { withCrew } from "../pool.ts";
import { filesOf, findProject, loadClaims, loadScenarios, type ReadModel } from "../project.ts";
import { writeReport } from "../writeReport.ts";
import { writeRun } from "../writeRun.ts";

export interface Made {
  /** Draws the charts and writes the rest; stops where `superseded` says that it is no longer wanted. */
  finish(superseded: () => boolean): Promise<"done" | "superseded">;
}

/** Runs a scenario as it stands in its files and writes its report and summary. Throws what is wrong with it. */
export async function makeScenario(
  name: string,
  { folder, out, readModel }: { folder: string; out: string; readModel: ReadModel },
): Promise<Made> {
  const started = new Date();
  const project = findProject(folder);
  const [loaded] = await loadScenarios(project, [filesOf(name)], { claims: loadClaims(project), readModel });
  const findings = await withCrew(loaded!, (hands) =>
    analyse(name, loaded!.scenario, loaded!.config, { hands }),
  );
  const charts = chartsOf(findings);
  const names = charts.flatMap((chart) => chartEndings.map((ending) => `charts/${chart.name}${ending}`));
  const unknown = new Map<string, Content>(names.map((file) => [file, ""]));
  const report = await writeReport({ project, loaded: loaded!, overrides: {} }, findings, unknown);
  await writeSet(join(out, name), new Map([...report, ["summary.json", jsonText(summaryOf(findings))]]));

  return {
    async finish(superseded) {
      const drawn = new Map<string, Content>();
      for (const chart of charts) {
        if (superseded()) return "superseded";
        for (const [file, content] of await drawChart(chart)) drawn.set(file, content);
      }
      const seconds = (Date.now() - started.getTime()) / 1000;
      const record = { project, loaded: loaded!, overrides: {}, workers: undefined, started, seconds };
      await writeRun(join(out, name), record, findings, new Map([...drawn, ...report]));
      return "done";
    },
  };
}

const chartEndings = [".vl.json", ".svg", ".png"];
