// Which charts a page has, and what each shows under the reader's settings.
import type { Findings } from "../../analysis/findings.ts";
import type { Draw } from "../../charts/baseSpec.ts";
import { headlineOf, kindFor, viewedOutput } from "../../charts/chartsOf.ts";
import { type ChartKind, placeOf, type Subject } from "../../charts/defineChart.ts";
import { chartKinds } from "../../charts/index.ts";
import type { Table } from "../../format/tables/table.ts";
import { oneLine } from "../../format/text.ts";
import type { LiveFindings } from "./liveFindings.ts";
import type { Placement } from "./placement.ts";
import type { PageSettings } from "./settings.ts";

/** The page's charts in reading order. They hang on the scenario's outputs alone, never on figures. */
export function placementsFor(findings: Findings, kinds = chartKinds): Placement[] {
  const head = headlineOf(findings, kinds);
  const output = headlineOutput(findings, kinds);
  const others = kinds.flatMap((kind) =>
    kind
      .places(findings)
      // What follows at once is there already, whole, as the headline.
      .filter((place) => !(kind === head?.kind && kind.isQuick && place.output === output))
      .map((place) => placement(kind, place)),
  );
  return [{ name: "headline", kind: "headline", output, quick: true }, ...others];
}

function placement(
  { kind, isQuick }: ChartKind,
  { name, output }: { name: string; output: string },
): Placement {
  return { name, kind, output, quick: isQuick };
}

/** The output that the headline draws: what has steps says most. */
export function headlineOutput(findings: Findings, kinds = chartKinds): string {
  return headlineOf(findings, kinds)?.output ?? findings.headline[0]!;
}

/**
 * The place for one chart by its name or by the output that it shows, as notebooks name them; undefined where there is
 * no such chart. A scalar's own chart is that of a headline: the base and the chosen variant alone, which follow at once.
 */
export function placementNamed(name: string, findings: Findings, kinds = chartKinds): Placement | undefined {
  const { outputs } = findings.variants[0]!;
  const output = outputNamed(name, kinds);
  const kind = kindFor(outputs[output], kinds);
  if (!kind) return placementsFor(findings, kinds).find((one) => one.name === name);
  return kind.isQuick
    ? placement(kind, placeOf(kind.kind, output))
    : { ...placeOf("headline", output), kind: "headline", quick: true };
}

/** The output in the name of a chart that shows it by itself: outputNamed("fan-paid") → "paid" */
export function outputNamed(name: string, kinds = chartKinds): string {
  const start = kinds
    .filter(({ isQuick, headline }) => isQuick && headline)
    .map(({ kind }) => `${kind}-`)
    .find((one) => name.startsWith(one));
  return start === undefined ? name : name.slice(start.length);
}

/** A chart's title without the scenario's behind it: captionOf("Paid so far: Payments", "Payments") → "Paid so far" */
export function captionOf(title: string, scenarioTitle: string): string {
  const ending = `: ${oneLine(scenarioTitle)}`;
  return title.endsWith(ending) ? title.slice(0, -ending.length) : title;
}

/** The kind of chart at a place, in its plain view; undefined where its output was not played. */
export function kindAt(
  { kind, output }: Placement,
  { variants: [base] }: Findings,
  kinds = chartKinds,
): ChartKind | undefined {
  return kind === "headline" ? kindFor(base!.outputs[output], kinds) : kinds.find((one) => one.kind === kind);
}

/** The variant that the reader has chosen, where the findings have it. */
function shownVariant({ variants }: Findings, settings: PageSettings): string {
  return (variants.find(({ name }) => name === settings.variant) ?? variants[0]!).name;
}

/** The chart of a place on the page: its name, and how it is drawn; undefined where the findings have none now. */
export function placedChart(
  placement: Placement,
  live: LiveFindings,
  settings: PageSettings,
  published: Findings,
  kinds = chartKinds,
): { name: string; draw: Draw } | undefined {
  const { findings, futures } = live;
  const variant = shownVariant(findings, settings);
  const isShown = variant !== findings.variants[0]!.name || !playsAs(findings, published);
  const isHeadline = placement.kind === "headline";
  const subject: Subject = {
    findings: isHeadline ? onlyVariants(findings, variant) : findings,
    name: placement.name,
    output: placement.output,
    variant,
    ...(placement.quick && { baseline: { findings: published, isShown } }),
    ...(futures && { futures }),
  };
  const chosen = (isHeadline && viewed(subject, settings, kinds)) || {
    kind: kindAt(placement, findings, kinds),
    subject,
  };
  return chosen.kind && drawn(chosen.kind, chosen.subject, isHeadline);
}

/** The table beside the chart of a place; undefined where the findings have none for it now. */
export function placedTable(
  placement: Placement,
  { findings }: LiveFindings,
  settings: PageSettings,
  kinds = chartKinds,
): Table | undefined {
  const kind = kindAt(placement, findings, kinds);
  const table = (placement.kind === "headline" ? kind?.headline?.table : undefined) ?? kind?.table;
  const { name, output } = placement;
  return table?.({ findings, name, output, variant: shownVariant(findings, settings) });
}

function drawn(kind: ChartKind, asked: Subject, isHeadline: boolean) {
  const subject = isHeadline ? { ...asked, ...placeOf(kind.kind, asked.output) } : asked;
  if (!kind.isDrawable(subject)) return undefined;
  const draw: Draw = (drawing) => kind.draw(subject, drawing);
  return { name: subject.name, draw };
}

/** The headline as the reader has chosen to see it; undefined for the plain view, and where there are no figures for another. */
function viewed(subject: Subject, { view }: PageSettings, kinds: readonly ChartKind[]) {
  const kind = kinds.find((one) => one.view?.name === view);
  const output = kind && viewedOutput(kind, subject.findings);
  if (!kind || output === undefined) return undefined;
  const viewed = { ...subject, output };
  return kind.isDrawable(viewed) ? { kind, subject: viewed } : undefined;
}

/** Whether two runs have the same base: beliefs, horizon and seed. */
function playsAs(one: Findings, other: Findings): boolean {
  const key = ({ variants: [base], horizon, seed }: Findings) =>
    JSON.stringify([Object.values(base!.assumptions).map(({ belief }) => belief), horizon, seed]);
  return key(one) === key(other);
}

/** The base and the chosen variant alone: what there is of them is there in a quick run too. */
function onlyVariants(findings: Findings, variant: string): Findings {
  const base = findings.variants[0]!.name;
  const shown = ({ name }: { name: string }) => name === base || name === variant;
  return {
    ...findings,
    variants: findings.variants.filter(shown),
    exceedance: findings.exceedance.map((one) => ({
      ...one,
      curves: one.curves.filter((curve) => shown({ name: curve.variant })),
    })),
  };
}
