// Which charts a page has, and what each shows under the reader's settings.
import type { Crossing, Findings } from "../../analysis/findings.ts";
import { type Chart, chance, crossing, exceedance, fan, tornado, variants } from "../../charts/index.ts";
import { outcomePaths } from "../../charts/outcomePaths.ts";
import { quantileDots } from "../../charts/quantileDots.ts";
import { levelName } from "../../format/levelText.ts";
import { oneLine } from "../../format/text.ts";
import { withBaseline, withBaselineCurve } from "./baseline.ts";
import type { LiveFindings } from "./liveFindings.ts";
import type { PageSettings, View } from "./settings.ts";

export interface Placement {
  /** "headline", "fan-paid" */
  name: string;
  kind: "headline" | "fan" | "chance" | "crossing" | "tornado" | "variants" | "exceedance";
  output: string;
  /** Whether it follows at once; the others take all variants or many more plays. */
  quick: boolean;
}

/** The page's charts in reading order. They hang on the scenario's outputs alone, never on figures. */
export function placementsFor(findings: Findings): Placement[] {
  const { outputs } = findings.variants[0]!;
  const headline: Placement = {
    name: "headline",
    kind: "headline",
    output: headlineOutput(findings),
    quick: true,
  };
  const several = findings.variants.length > 1;
  const placements = Object.entries(outputs).flatMap(([output, { kind }]): Placement[] => {
    const placement = (kind: Placement["kind"], quick: boolean): Placement => ({
      name: `${kind}-${output}`,
      kind,
      output,
      quick,
    });
    if (kind === "series") return output === headline.output ? [] : [placement("fan", true)];
    if (kind === "event-series") return output === headline.output ? [] : [placement("chance", true)];
    if (kind === "event") return [placement("variants", false)];
    return [...(several ? [placement("variants", false)] : []), placement("exceedance", false)];
  });
  for (const crossed of findings.crossings) {
    const name = crossingName(crossed);
    placements.push({ name, kind: "crossing", output: crossed.output, quick: false });
  }
  const order: readonly Placement["kind"][] = [
    "fan",
    "chance",
    "crossing",
    "tornado",
    "variants",
    "exceedance",
  ];
  placements.push({ name: "tornado", kind: "tornado", output: findings.tornado.output, quick: false });
  return [headline, ...order.flatMap((kind) => placements.filter((placement) => placement.kind === kind))];
}

export function crossingName(one: Crossing): string {
  return `crossing-${one.output}-${levelName(one)}`;
}

/** The output that the headline draws, as `chartsOf` chooses it: what has steps says most. */
export function headlineOutput({ headline, variants: [base] }: Findings): string {
  for (const kinds of [["series", "event-series"], ["scalar"], ["event"]]) {
    const output = headline.find((name) => kinds.includes(base!.outputs[name]?.kind ?? ""));
    if (output !== undefined) return output;
  }
  return headline[0]!;
}

/** The views that a headline can have: dots need a scalar, single futures a series. */
export function viewsOf({ headline, variants: [base] }: Findings): View[] {
  const has = (kind: string) => headline.some((name) => base!.outputs[name]?.kind === kind);
  return [
    "bands",
    ...(has("scalar") ? ["dots" as const] : []),
    ...(has("series") ? ["futures" as const] : []),
  ];
}

/**
 * The place for one chart by its name or by the output that it shows, as notebooks name them; undefined where there is
 * no such chart. A scalar's own chart is that of a headline: the base and the chosen variant alone, which follow at once.
 */
export function placementNamed(name: string, findings: Findings): Placement | undefined {
  const output = name.replace(/^(fan|chance)-/, "");
  const placement = (kind: Placement["kind"]): Placement => ({
    name: `${kind}-${output}`,
    kind,
    output,
    quick: true,
  });
  switch (findings.variants[0]!.outputs[output]?.kind) {
    case "series":
      return placement("fan");
    case "event-series":
      return placement("chance");
    case "scalar":
    case "event":
      return placement("headline");
    case undefined:
      return placementsFor(findings).find((one) => one.name === name);
  }
}

/** A chart's title without the scenario's behind it: captionOf("Paid so far: Payments", "Payments") → "Paid so far" */
export function captionOf(title: string, scenarioTitle: string): string {
  const ending = `: ${oneLine(scenarioTitle)}`;
  return title.endsWith(ending) ? title.slice(0, -ending.length) : title;
}

/** The chart of a place on the page; undefined where the findings have none now. */
export function placedChart(
  placement: Placement,
  live: LiveFindings,
  settings: PageSettings,
  published: Findings,
): Chart | undefined {
  const { findings } = live;
  const variant = findings.variants.some((one) => one.name === settings.variant) ? settings.variant : "base";
  const isChanged = variant !== "base" || !playsAs(findings, published);
  switch (placement.kind) {
    case "headline":
      return headline(placement.output, { live, variant, settings, published, isChanged });
    case "fan":
      return withBaseline(fan(findings, placement.output, variant), placement.output, published, isChanged);
    case "chance":
      return withBaseline(
        chance(findings, placement.output, variant),
        placement.output,
        published,
        isChanged,
      );
    case "crossing": {
      const crossed = findings.crossings.find((one) => crossingName(one) === placement.name);
      return crossed && crossing(findings, crossed);
    }
    case "tornado":
      return findings.tornado.influences.length > 0 ? tornado(findings) : undefined;
    case "variants":
      return variants(findings, placement.output);
    case "exceedance":
      return exceedance(findings, placement.output);
  }
}

interface Scene {
  live: LiveFindings;
  variant: string;
  settings: PageSettings;
  published: Findings;
  isChanged: boolean;
}

/** Whether two runs have the same base: beliefs, horizon and seed. */
function playsAs(one: Findings, other: Findings): boolean {
  const key = ({ variants: [base], horizon, seed }: Findings) =>
    JSON.stringify([Object.values(base!.assumptions).map(({ belief }) => belief), horizon, seed]);
  return key(one) === key(other);
}

function headline(output: string, { live, variant, settings, published, isChanged }: Scene): Chart {
  const { findings, futures } = live;
  const { kind } = findings.variants[0]!.outputs[output]!;
  // A quick run has no other outputs by step than those in view.
  const scalar = findings.headline.find((one) => findings.variants[0]!.outputs[one]?.kind === "scalar");
  if (settings.view === "dots" && scalar !== undefined) return quantileDots(findings, scalar, variant);
  if (settings.view === "futures" && futures) {
    return outcomePaths(findings, futures.output, futures.paths, variant);
  }
  switch (kind) {
    case "series":
      return withBaseline(fan(findings, output, variant), output, published, isChanged);
    case "event-series":
      return withBaseline(chance(findings, output, variant), output, published, isChanged);
    case "event":
      return variants(onlyVariants(findings, variant), output);
    case "scalar":
      return withBaselineCurve(
        exceedance(onlyVariants(findings, variant), output),
        output,
        published,
        isChanged,
      );
  }
}

/** The base and the chosen variant alone: what there is of them is there in a quick run too. */
function onlyVariants(findings: Findings, variant: string): Findings {
  const shown = ({ name }: { name: string }) => name === "base" || name === variant;
  return {
    ...findings,
    variants: findings.variants.filter(shown),
    exceedance: findings.exceedance.map((one) => ({
      ...one,
      curves: one.curves.filter((curve) => shown({ name: curve.variant })),
    })),
  };
}
