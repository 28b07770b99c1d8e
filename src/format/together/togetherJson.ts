// What scenarios show together as a document that other programs can rely on. Keys come in a fixed order.
import type { CommonInfluence } from "../../analysis/together/playedScenario.ts";
import type { Split, WorldOutcome } from "../../analysis/together/splitFigures.ts";
import type { CommonRow, WorldFindings } from "../../analysis/together/worldFindings.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { estimateData } from "../figures/outputData.ts";
import { conditionWords } from "./conditionWords.ts";

const togetherFormat = "sandtable/together@1";

/** The document as data; what cannot be told is null. */
export function togetherData({
  seed,
  trials,
  scenarios,
  common,
  splits,
  differences,
  feeds,
  quantities,
}: WorldFindings) {
  return {
    format: togetherFormat,
    seed,
    trials,
    scenarios: Object.fromEntries(
      scenarios.map(({ title, horizon, base, reference: _, ...outcome }) => [
        outcome.scenario,
        { title, horizon, output: outcome.output, ...outcomeData(outcome), ...estimateData(base) },
      ]),
    ),
    common: Object.fromEntries(common.map((row) => [row.name, commonData(row)])),
    given: splits.map(splitData),
    differences,
    feeds,
    quantities,
  };
}

function outcomeData({ label, unit, isChance }: WorldOutcome) {
  return { label, unit, statistic: isChance ? "probability" : "median" };
}

function commonData({ label, belief, unit, usedBy, influences }: CommonRow) {
  const moved = Object.entries(influences).map(([scenario, influence]) => [
    scenario,
    influenceData(influence),
  ]);
  return { label, belief, unit, usedBy, influences: Object.fromEntries(moved) };
}

/** p10 and p90 are in `unit`, which the scenario reads. */
function influenceData({ unit, p10, p90, low, high, isOwnBelief }: CommonInfluence) {
  const own = isOwnBelief ? { ownBelief: true } : {};
  return { unit, p10, p90, low: estimateData(low), high: estimateData(high), ...own };
}

function splitData(split: Split) {
  const figure = (estimate: Estimate | undefined) => (estimate ? estimateData(estimate) : null);
  return {
    condition: split.condition,
    words: conditionWords(split),
    chance: estimateData(split.chance),
    outcomes: Object.fromEntries(
      split.figures.map(({ given, otherwise, joint, ...outcome }) => [
        `${outcome.scenario}.${outcome.output}`,
        {
          ...outcomeData(outcome),
          given: figure(given),
          otherwise: figure(otherwise),
          ...(joint && { both: estimateData(joint) }),
        },
      ]),
    ),
  };
}
