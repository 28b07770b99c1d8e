// A live panel as a notebook asks for it: which chart of a run, and which assumptions a reader may change.
import { unitWords } from "../../analysis/digits.ts";
import type { Findings } from "../../analysis/findings.ts";
import type { Chart } from "../../charts/chart.ts";
import type { LiveData } from "../../report/liveData.ts";
import { publishedSettings } from "../../report/settings.ts";
import { type Slot, slotChart, slotNamed } from "../../report/slots.ts";
import { liveData, type Played } from "../liveData.ts";
import type { Table } from "./output.ts";
import { unknownAssumption, unknownChart } from "./unknown.ts";

export interface LiveOptions {
  /** By its name or by the output it shows, as in `chart`; the headline unless given. */
  chart?: string;
  /** The assumptions that have a control, in this order; all unless given. */
  controls?: readonly string[];
}

/** A run with what its scenario comes from: a file, or the notebook itself. */
export interface PlayedModel extends Played {
  /** Gives the scenario in other threads and in pages; undefined for one that the notebook defines. */
  script: string | undefined;
}

/** Answer, chart and controls, made for `show`. */
export interface LivePanel {
  /** As the run left it. */
  readonly answer: string;
  readonly chart: Chart;
  readonly controls: readonly string[];
  readonly slot: Slot;
  readonly data: LiveData;
  readonly model: PlayedModel;
}

/** Throws RangeError where there is no such chart or assumption. */
export function livePanel(
  findings: Findings,
  model: PlayedModel,
  { chart: name = "headline", controls }: LiveOptions = {},
): LivePanel {
  // The run's own settings are the panel's: what was set for it is what it goes back to.
  const data = liveData(model, findings);
  const slot = slotNamed(name, findings);
  const live = { findings, answers: {} };
  const chart = slot && slotChart(slot, live, publishedSettings(data), findings);
  if (!chart) throw unknownChart(findings, name);
  const known = Object.keys(findings.variants[0]!.assumptions);
  const unknown = controls?.find((one) => !known.includes(one));
  if (unknown !== undefined) throw unknownAssumption(unknown, known);
  return { answer: findings.answer, chart, controls: controls ?? known, slot, data, model };
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
