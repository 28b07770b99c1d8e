// A live panel as a notebook asks for it: which chart of a run, and which assumptions a reader may change.

import type { Findings } from "../../analysis/findings.ts";
import { ResizableChart } from "../../charts/baseSpec.ts";
import type { Chart } from "../../charts/chart.ts";
import { answerSentence } from "../../format/answerSentence.ts";
import { unitWords } from "../../format/numbers.ts";
import type { Table } from "../../format/tables/table.ts";
import type { LiveData } from "../../report/shared/liveData.ts";
import type { Placement } from "../../report/shared/placement.ts";
import { placedChart, placementNamed } from "../../report/shared/placements.ts";
import { publishedSettings } from "../../report/shared/settings.ts";
import { liveData } from "../output/liveDataOf.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import { unknownAssumption, unknownChart } from "./unknownNames.ts";

/** Which chart and which assumptions a live panel has. */
export interface LiveOptions {
  /** By its name or by the output it shows, as in `chart`; the headline unless given. */
  chart?: string;
  /** The assumptions that have a control, in this order; all unless given. */
  controls?: readonly string[];
}

/** Answer, chart and controls, made for `show`. */
export interface LivePanel {
  /** As the run left it. */
  readonly answer: string;
  readonly chart: Chart & Required<Pick<Chart, "laidOut">>;
  readonly controls: readonly string[];
  readonly placement: Placement;
  readonly data: LiveData;
  readonly model: LoadedScenario;
}

/** Throws RangeError where there is no such chart or assumption. */
export function livePanel(
  findings: Findings,
  model: LoadedScenario,
  { chart: name = "headline", controls }: LiveOptions = {},
): LivePanel {
  // The run's own settings are the panel's: what was set for it is what it goes back to.
  const data = liveData(model, findings);
  const placement = placementNamed(name, findings);
  const live = { findings, answers: {} };
  const placed = placement && placedChart(placement, live, publishedSettings(data), findings);
  if (!placed) throw unknownChart(findings, name);
  const chart = new ResizableChart(placed.name, placed.draw);
  const known = Object.keys(findings.variants[0]!.assumptions);
  const unknown = controls?.find((one) => !known.includes(one));
  if (unknown !== undefined) throw unknownAssumption(unknown, known);
  return { answer: answerSentence(findings), chart, controls: controls ?? known, placement, data, model };
}

/** What a reader of the page may change, for those who have no page. */
export function controlTable({ controls, data }: LivePanel): Table {
  const { assumptions } = data.findings.variants[0]!;
  const rows = controls.map((name) => {
    const { label, belief, unit } = assumptions[name]!;
    return [label, `${belief} ${unitWords(unit)}`.trim()];
  });
  return { caption: "To be changed in the notebook's page", columns: ["", "Belief"], rows };
}
