// All charts of a scenario. A new chart is one file and one line here.
import type { Findings } from "../analysis/findings.ts";
import { chance } from "./chance.ts";
import type { Chart } from "./chart.ts";
import { crossing } from "./crossing.ts";
import { exceedance } from "./exceedance.ts";
import { fan } from "./fan.ts";
import { baseOf, outputsOf } from "./selectors.ts";
import { tornado } from "./tornado.ts";
import { variants } from "./variants.ts";

export type { Chart } from "./chart.ts";
export { chance, crossing, exceedance, fan, tornado, variants };

/** What is drawn of a scenario, in the order of a report. */
const kinds: readonly ((findings: Findings) => Chart[])[] = [
  (findings) => outputsOf(findings, "series").map((output) => fan(findings, output)),
  (findings) => outputsOf(findings, "event-series").map((output) => chance(findings, output)),
  (findings) => findings.crossings.map((one) => crossing(findings, one)),
  (findings) => (findings.tornado.influences.length > 0 ? [tornado(findings)] : []),
  (findings) => comparable(findings).map((output) => variants(findings, output)),
  (findings) => findings.exceedance.map(({ output }) => exceedance(findings, output)),
];

/** Findings stay what they are: a page asks for their charts several times. */
const drawn = new WeakMap<Findings, readonly Chart[]>();

/** Every chart of a scenario. The first answers its question and is named "headline". */
export function chartsOf(findings: Findings): readonly Chart[] {
  const charts = drawn.get(findings) ?? draw(findings);
  drawn.set(findings, charts);
  return charts;
}

function draw(findings: Findings): Chart[] {
  const charts = kinds.flatMap((chartsOfKind) => chartsOfKind(findings));
  const name = headlineOf(findings);
  const headline = charts.find((chart) => chart.name === name) ?? charts[0];
  if (!headline) return [];
  return [{ ...headline, name: "headline" }, ...charts.filter((chart) => chart !== headline)];
}

/** What the first headline output with steps does over time, else the exceedance of the first scalar, else a chance. */
function headlineOf({ headline, ...findings }: Findings): string {
  const { outputs } = findings.variants[0]!;
  const drawnAs = {
    series: "fan",
    "event-series": "chance",
    scalar: "exceedance",
    event: "variants",
  } as const;
  const kindsInOrder = [["series", "event-series"], ["scalar"], ["event"]];
  for (const kinds of kindsInOrder) {
    const output = headline.find((name) => kinds.includes(outputs[name]?.kind ?? ""));
    if (output !== undefined) return `${drawnAs[outputs[output]!.kind]}-${output}`;
  }
  return "";
}

/** Outputs whose variants can stand side by side; with a single variant only events, which have no other chart. */
function comparable(findings: Findings): string[] {
  const { outputs } = baseOf(findings);
  const several = findings.variants.length > 1;
  return Object.keys(outputs).filter(
    (name) => outputs[name]!.kind === "event" || (several && outputs[name]!.kind === "scalar"),
  );
}
