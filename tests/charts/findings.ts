// Findings made up for charts: smooth numbers without any simulation, from everyday to extreme.
import type {
  Crossing,
  EventSeriesSummary,
  EventSummary,
  ExceedanceCurve,
  Findings,
  Influence,
  OutputSummary,
  ScalarSummary,
  SeriesSummary,
} from "../../src/analysis/findings.ts";
import type { Step } from "../../src/assumptions/calendar/calendar.ts";
import type { Band } from "../../src/simulation/statistics/estimate.ts";

/** Standard normal quantiles of the bands. */
const normalBand: Record<Band, number> = { p5: -1.645, p25: -0.674, p50: 0, p75: 0.674, p95: 1.645 };
const bands = Object.keys(normalBand) as Band[];

/** A lognormal outcome; a spread of 0 is certain. */
export function scalarOf(
  label: string,
  unit: string,
  median: number,
  spread: number,
  never?: number,
): ScalarSummary {
  const at = (value: number) => ({ value, error: Math.abs(value) * spread * 0.01 });
  const summary = {
    kind: "scalar",
    label,
    unit,
    mean: at(median * Math.exp(spread ** 2 / 2)),
    sd: at(Math.abs(median) * spread),
    ...Object.fromEntries(
      bands.map((band) => [band, at(median * Math.exp(Math.sign(median || 1) * spread * normalBand[band]))]),
    ),
    ...(never !== undefined && { never: { value: never, error: 0.004 } }),
  };
  return summary as ScalarSummary;
}

/** A series from its median and standard deviation at each step. */
export function seriesOf(
  label: string,
  unit: string,
  steps: number,
  median: (step: number) => number,
  sd: (step: number) => number,
): SeriesSummary {
  const numbers = Array.from({ length: steps }, (_, i) => i + 1);
  const estimates = (value: (step: number) => number) => ({
    value: numbers.map(value),
    error: numbers.map((step) => sd(step) * 0.008),
  });
  const summary = {
    kind: "series",
    label,
    unit,
    steps: numbers,
    mean: estimates(median),
    sd: estimates(sd),
    ...Object.fromEntries(
      bands.map((band) => [band, estimates((step) => median(step) + normalBand[band] * sd(step))]),
    ),
  };
  return summary as SeriesSummary;
}

export function eventOf(label: string, probability: number, error = 0.004): EventSummary {
  return { kind: "event", label, probability: { value: probability, error } };
}

export function eventSeriesOf(
  label: string,
  steps: number,
  probability: (step: number) => number,
  error = 0.006,
): EventSeriesSummary {
  const numbers = Array.from({ length: steps }, (_, i) => i + 1);
  return {
    kind: "event-series",
    label,
    steps: numbers,
    probability: { value: numbers.map(probability), error: numbers.map(() => error) },
  };
}

export function influenceOf(
  label: string,
  unit: string,
  [p10, p90]: [number, number],
  [low, high]: [number, number],
): Influence {
  const at = (value: number) => ({ value, error: Math.abs(value) * 0.004 });
  return { assumption: label, label, unit, p10, p90, low: at(low), high: at(high) };
}

/** Exceedance of a lognormal outcome by the logistic approximation of the normal. */
function curveOf(variant: string, title: string, { p50, p95, never }: ScalarSummary) {
  if (!Number.isFinite(p50.value)) return { variant, title, x: [], more: [] };
  if (p50.value === p95.value) return { variant, title, x: [p50.value], more: [0] };
  const spread = Math.log(p95.value / p50.value) / normalBand.p95;
  const levels = Array.from({ length: 161 }, (_, i) => -4 + i / 20);
  const happened = 1 - (never?.value ?? 0);
  return {
    variant,
    title,
    x: levels.map((z) => p50.value * Math.exp(spread * z)),
    more: levels.map((z) => happened / (1 + Math.exp(1.702 * z))),
  };
}

/** A crossing whose waiting time is exponential; a chance of 0 a step never crosses. */
export function crossingOf(
  level: Pick<Crossing, "output" | "outputLabel" | "unit" | "side" | "level" | "label">,
  steps: number,
  variants: [title: string, chanceAStep: number][],
): Crossing {
  return {
    ...level,
    variants: variants.map(([title, rate], i) => {
      const by = Array.from({ length: steps }, (_, s) => 1 - (1 - rate) ** (s + 1));
      const crossed = by[steps - 1]!;
      const at = (p: number) => ({ value: 1 + by.findIndex((share) => share >= p * crossed), error: 0 });
      const nothing = { value: Number.NaN, error: Number.NaN };
      const band = (p: number) => (rate > 0 ? at(p) : nothing);
      return {
        variant: i === 0 ? "base" : `variant-${i}`,
        title,
        never: { value: 1 - crossed, error: 0.004 },
        ...(rate > 0 && { mode: 1 }),
        ...{
          mean: band(0.5),
          p5: band(0.05),
          p25: band(0.25),
          p50: band(0.5),
          p75: band(0.75),
          p95: band(0.95),
        },
        chance: { value: by, error: by.map(() => 0.004) },
      };
    }),
  };
}

export interface Made {
  title?: string;
  headline: string[];
  steps: number;
  unit?: Step;
  /** Outputs by variant title, the base first. */
  variants: [string, Record<string, OutputSummary>][];
  influences?: Influence[];
  tornadoBase?: number;
  crossings?: Crossing[];
}

export function findingsOf({
  title = "Payments to Pyongyang",
  headline,
  steps,
  unit = "month",
  variants,
  influences = [],
  tornadoBase = 0,
  crossings = [],
}: Made): Findings {
  const named = variants.map(([variantTitle, outputs], i) => ({
    name: i === 0 ? "base" : `variant-${i}`,
    title: variantTitle,
    assumptions: {},
    outputs,
  }));
  const base = named[0]!.outputs;
  const first = base[headline[0]!]!;
  const exceedance: ExceedanceCurve[] = Object.entries(base).flatMap(([output, summary]) =>
    summary.kind === "scalar"
      ? [
          {
            output,
            label: summary.label,
            unit: summary.unit,
            curves: named.map((variant) =>
              curveOf(variant.name, variant.title, variant.outputs[output] as ScalarSummary),
            ),
          },
        ]
      : [],
  );
  const isEvent = first.kind === "event" || first.kind === "event-series";
  return {
    scenario: "made-up",
    title,
    question: "How much, and how fast?",
    answerTemplate: "This much.",
    headline,
    seed: "made up",
    trials: 16384,
    horizon: { steps, unit },
    variants: named,
    comparisons: [],
    exceedance,
    crossings,
    tornado: {
      output: headline[0]!,
      label: first.label,
      unit: isEvent ? "1" : first.unit,
      statistic: isEvent ? "probability" : "median",
      trials: 1024,
      base: { value: tornadoBase, error: 0 },
      influences,
    },
    claims: {},
  };
}
