// summary.json: the findings as a document that other programs rely on. Keys come in a fixed order.
import type {
  AssumptionSummary,
  Comparison,
  Crossing,
  Findings,
  Tornado,
  VariantFindings,
} from "../analysis/findings.ts";
import { overturnOf } from "../analysis/overturn.ts";
import { type Calendar, datesOf, isDated } from "../assumptions/calendar/calendar.ts";
import { answerSentence } from "./answerSentence.ts";
import { estimateData, outputData } from "./figures/outputData.ts";
import { overturnData } from "./overturnData.ts";

const summaryFormat = "sandtable/summary@1";

/** The document as data. Curves are left out: charts hold them. */
export function summaryData(findings: Findings) {
  const { scenario, title, question, headline, seed, trials, horizon } = findings;
  return {
    format: summaryFormat,
    scenario,
    title,
    question,
    answer: answerSentence(findings),
    ...overturnData(overturnOf(findings)),
    headline,
    seed,
    trials,
    method: methodOf(findings),
    horizon: horizonOf(horizon),
    variants: Object.fromEntries(findings.variants.map((variant) => [variant.name, variantOf(variant)])),
    comparisons: Object.fromEntries(findings.comparisons.map((one) => [one.variant, comparisonOf(one)])),
    influences: influencesOf(findings.tornado),
    crossings: findings.crossings.map(crossingOf),
    ...(findings.history && { history: findings.history }),
  };
}

/** With a start also the first day of every step. */
function horizonOf(horizon: Calendar) {
  return isDated(horizon) ? { ...horizon, dates: datesOf(horizon) } : horizon;
}

function methodOf({ sketch }: Findings) {
  if (!sketch) return { quantiles: "exact" };
  const { surelyWithinErrors, closeTrials } = sketch;
  return { quantiles: "sketch", surelyWithinErrors, crossings: { trials: closeTrials } };
}

function variantOf({ title, why, assumptions, outputs }: VariantFindings) {
  return {
    title,
    ...(why !== undefined && { why }),
    assumptions: mapValues(assumptions, assumptionOf),
    outputs: mapValues(outputs, outputData),
  };
}

/** p5, p50 and p95 are in `inputUnit`, which the scenario reads; `unit` is the one that the belief is written in. */
function assumptionOf(assumption: AssumptionSummary) {
  const { label, belief, unit, inputUnit, basis, claims, estimated, p5, p50, p95 } = assumption;
  const why = basis.why === undefined ? {} : { why: basis.why };
  return { label, belief, unit, inputUnit, claims, ...why, ...(estimated && { estimated }), p5, p50, p95 };
}

function comparisonOf({ against, outputs }: Comparison) {
  return {
    against,
    outputs: mapValues(outputs, ({ label, unit, difference: { mean, p5, p50, p95 }, chanceGreater }) => ({
      label,
      unit,
      difference: mapValues({ mean, p5, p50, p95 }, estimateData),
      chanceGreater: estimateData(chanceGreater),
    })),
  };
}

function influencesOf({ output, statistic, unit, trials, base, influences }: Tornado) {
  return {
    output,
    statistic,
    unit,
    trials,
    base: base.value,
    assumptions: Object.fromEntries(
      influences.map(({ assumption, unit, p10, p90, low, high }) => [
        assumption,
        { unit, p10, p90, low: estimateData(low), high: estimateData(high) },
      ]),
    ),
  };
}

/** Steps are numbers from 1; "below" or "above" holds the level. */
function crossingOf({ output, side, level, label, outputLabel, unit, variants }: Crossing) {
  return {
    output,
    [side]: level,
    ...(label !== undefined && { label }),
    outputLabel,
    unit,
    variants: Object.fromEntries(
      variants.map(({ variant, never, mode, mean, p5, p25, p50, p75, p95, chance }) => [
        variant,
        {
          never: estimateData(never),
          mode: mode ?? null,
          ...mapValues({ mean, p5, p25, p50, p75, p95 }, estimateData),
          chance: estimateData(chance),
        },
      ]),
    ),
  };
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
