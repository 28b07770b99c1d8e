// Whether the headline survives other readings, by a rule that is the same for every scenario.
//
// | headline | survives                                  | shifts                                   | does not survive |
// | a number | all medians in the base's p25 to p75      | all in its p5 to p95, some outside       | some outside     |
// | a chance | the same ICD 203 words for all readings   | the words next to them for some          | others for some  |
//
// Whoever was told the median and the 90 % interval is right in the first case, was told enough in the second, and
// misled in the third. One reading at a time and combinations are judged apart.
import { formatInterval, formatNumber } from "../../format/numbers.ts";
import { probabilityWords, wordsApart } from "../../format/probabilityWords.ts";
import type {
  CombinedReadings,
  Outcome,
  OutputSpread,
  Range,
  Survival,
  Verdict,
} from "./interpretationFindings.ts";

export function verdictOn(
  spread: OutputSpread,
  base: Outcome,
  readings: number,
  { played }: CombinedReadings,
): Verdict {
  if (readings === 0) {
    return {
      survival: "survives",
      sentence: "Every assumption is certain: there is nothing to read otherwise.",
    };
  }
  const survival = judge(spread.medians, base);
  const combined = spread.combined && judge(spread.combined.medians, base);
  const does = survival === "shifts" ? "shifts under" : survival;
  const one = `The headline ${does} ${readings} readings, one at a time: ${told(spread, spread.medians)}, ${against(survival, base)}.`;
  const all =
    combined === undefined
      ? ""
      : ` In ${played} combinations of readings it ${combined}: ${rangeWords(spread, spread.combined!.medians)}.`;
  return { survival, ...(combined && { combined }), sentence: `${one}${all}` };
}

function judge({ low, high }: Range, base: Outcome): Survival {
  if (base.kind === "event") {
    const apart = Math.max(...[low, high].map(({ value }) => wordsApart(value, base.probability.value)));
    return apart === 0 ? "survives" : apart === 1 ? "shifts" : "does not survive";
  }
  const inside = (from: number, to: number) => low.value >= from && high.value <= to;
  if (inside(base.p25.value, base.p75.value)) return "survives";
  return inside(base.p5.value, base.p95.value) ? "shifts" : "does not survive";
}

function told(spread: OutputSpread, range: Range): string {
  const what = spread.isEvent ? `the chance of “${spread.label}”` : `the median of “${spread.label}”`;
  return `${what} runs from ${rangeWords(spread, range)}`;
}

function rangeWords({ unit, isEvent }: OutputSpread, { low, high }: Range): string {
  if (!isEvent) return formatInterval(low, high, unit);
  const words = [low, high].map(
    (chance) =>
      `${formatNumber(chance.value, { error: chance.error, percent: true })} (${probabilityWords(chance)})`,
  );
  return words.join(" to ");
}

function against(survival: Survival, base: Outcome): string {
  if (base.kind === "event") {
    const apart = {
      survives: "the same words",
      shifts: "one step",
      "does not survive": "more than one step",
    };
    return `${apart[survival]} from “${base.words}” as written`;
  }
  const middle = formatInterval(base.p25, base.p75, base.unit);
  const interval = formatInterval(base.p5, base.p95, base.unit);
  if (survival === "survives") return `within the middle half of the trials as written (${middle})`;
  return survival === "shifts"
    ? `within the 90 % interval as written (${interval}) but not within its middle half (${middle})`
    : `which leaves the 90 % interval as written (${interval})`;
}
