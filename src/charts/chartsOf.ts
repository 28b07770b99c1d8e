// The charts of a scenario: which there are, which of them comes first, and as what else it may be shown.

import type { Findings, OutputSummary } from "../analysis/findings.ts";
import { ResizableChart } from "./baseSpec.ts";
import type { Layout } from "./chart.ts";
import { type ChartKind, canHead, type Subject } from "./defineChart.ts";
import { chartKinds } from "./index.ts";
import { inFile } from "./layout.ts";
import { plainView } from "./plainView.ts";
import { baseOf, matches } from "./selectors.ts";

/** A chart that is not drawn yet. */
interface PlannedChart {
  name: string;
  kind: ChartKind;
  subject: Subject;
}

/** Every chart that the findings have figures for. The first answers the scenario's question and is named "headline". */
function plannedCharts(findings: Findings, kinds: readonly ChartKind[]): PlannedChart[] {
  const variant = baseOf(findings).name;
  const planned = kinds.flatMap((kind) =>
    kind.places(findings).flatMap((place): PlannedChart[] => {
      const subject = { findings, variant, ...place };
      return kind.isDrawable(subject) ? [{ name: place.name, kind, subject }] : [];
    }),
  );
  const head = headlineOf(findings, kinds);
  const isHeadline = ({ kind, subject }: PlannedChart) =>
    kind === head?.kind && subject.output === head.output;
  const headline = planned.find(isHeadline) ?? planned[0];
  if (!headline) return [];
  return [{ ...headline, name: "headline" }, ...planned.filter((one) => one !== headline)];
}

function draw({ name, kind, subject }: PlannedChart, layout: Layout): ResizableChart {
  return new ResizableChart(name, (drawing) => kind.draw(subject, drawing), layout);
}

/** Every chart of a scenario, as in its files, the headline first. */
export function chartsOf(findings: Findings, kinds = chartKinds): ResizableChart[] {
  return plannedCharts(findings, kinds).map((one) => draw(one, inFile));
}

/** The names of a scenario's charts, without drawing one. */
export function chartNames(findings: Findings, kinds = chartKinds): string[] {
  return plannedCharts(findings, kinds).map(({ name }) => name);
}

/**
 * The chart that answers the scenario's question.
 * @throws RangeError where the findings have figures for no chart
 */
export function headlineChart(findings: Findings, layout = inFile, kinds = chartKinds): ResizableChart {
  const [headline] = plannedCharts(findings, kinds);
  if (!headline) throw new RangeError(`${findings.scenario} has no chart`);
  return draw(headline, layout);
}

/** The chart kind that shows an output by itself: a series as a fan, a scalar as its chance of more than x. */
export function kindFor(output: OutputSummary | undefined, kinds = chartKinds): ChartKind | undefined {
  if (output === undefined) return undefined;
  return kinds.filter((kind) => canHead(kind, output)).sort(byRank)[0];
}

/** The output that heads a page, and what draws it; undefined where the headline has no output with a chart. */
export function headlineOf(
  { headline, variants: [base] }: Findings,
  kinds = chartKinds,
): { kind: ChartKind; output: string } | undefined {
  const candidates = headline.flatMap((output) => {
    const kind = kindFor(base!.outputs[output], kinds);
    return kind ? [{ kind, output }] : [];
  });
  return candidates.sort((a, b) => byRank(a.kind, b.kind))[0];
}

function byRank(one: ChartKind, other: ChartKind): number {
  return one.headline!.rank - other.headline!.rank;
}

/** All that a headline may be shown as beside its plain view, in any scenario. */
export function viewNames(kinds = chartKinds): string[] {
  return kinds.flatMap(({ view }) => (view ? [view.name] : []));
}

/** What the headline of a scenario may be shown as, the plain view first: dots need a scalar, single futures a series. */
export function viewsOf(findings: Findings, kinds = chartKinds): { name: string; title: string }[] {
  const title = headlineOf(findings, kinds)?.kind.headline?.title ?? "";
  const others = kinds.flatMap((kind) =>
    kind.view && viewedOutput(kind, findings) !== undefined ? [kind.view] : [],
  );
  return [{ name: plainView, title }, ...others];
}

/** The output of the headline that a view shows. */
export function viewedOutput(
  { appliesTo }: ChartKind,
  { headline, variants: [base] }: Findings,
): string | undefined {
  return headline.find((name) => {
    const output = base!.outputs[name];
    return output !== undefined && matches(output, appliesTo);
  });
}
