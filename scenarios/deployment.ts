// How large the deployment gets, before losses. The count of the day, the number present at once and all who are ever sent
// are different quantities; the high report can be read as a plan, as all sent in a year, as those at once, or as nothing.
// Who comes to replace losses is counted in the contingent, which plays them.
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";

const monthsPerYear = 12;

export default defineScenario({
  title: "The size of the deployment",
  question: "How many North Korean soldiers could be in the field at once, and how many sent in all?",
  answer:
    "By {end} the peak is {peakDeployed} in the field at once, before losses, and {totalSent} have been sent in all, not " +
    "counting those who replace losses. As many as the high report says at once: {reachesReport}; sent in all: {sendsReport}.",
  headline: ["peakDeployed", "deployed", "totalSent", "reachesReport", "sendsReport"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers", "Soldiers counted at the start"),
    reported: nonNegative("soldiers", "Soldiers in the high report"),
    weightCount: share("Weight: the count is all there is"),
    weightPossible: share("Weight: the report is a plan not yet decided"),
    weightInAll: share("Weight: the report counts all sent in a year"),
    weightAtOnce: share("Weight: the report counts those present at once"),
    decisionRate: nonNegative("1/month", "Rate of deciding for the plan"),
    batchSize: nonNegative("soldiers", "Soldiers in a batch of the plan"),
    batchInterval: { unit: "months", label: "Time from batch to batch", min: 0.1 },
    buildUp: nonNegative("months", "Time from the count to the full number"),
    reliefChance: share("Chance that soldiers are relieved at all"),
    reliefStart: nonNegative("months", "Time until the first are relieved"),
    tour: { unit: "months", label: "Time a soldier then stays", min: 1 },
  },
  outputs: {
    deployed: series("soldiers", "In the field, before losses"),
    relieved: series("soldiers/month", "Relieved in the month"),
    sent: series("soldiers", "Sent so far, replacements not counted"),
    peakDeployed: scalar("soldiers", "Most in the field at once, before losses"),
    totalSent: scalar("soldiers", "Sent by the end, replacements not counted"),
    aboveHalf: event("More than half of the reported number at once"),
    reachesReport: event("As many at once as reported"),
    sendsReport: event("As many sent in all as reported, replacements not counted"),
  },
  trial(inputs, out, { steps, random }) {
    const { troops, reported, weightCount, weightPossible, weightInAll, weightAtOnce } = inputs;
    const { decisionRate, batchSize, batchInterval, buildUp, reliefChance } = inputs;
    let { reliefStart, tour } = inputs;
    const reading = random.stream("reading of the report").uniform();
    // In units of the mean waiting time: a higher rate then brings the same decision forward.
    const decision = random.stream("decision").exponential(1) / decisionRate;
    const isRelieved = random.stream("relief").uniform() < reliefChance;

    // The readings lie side by side on a line, each as long as its weight; the weights need not add up to one.
    const atOnceEnds = weightAtOnce;
    const inAllEnds = atOnceEnds + weightInAll;
    const possibleEnds = inAllEnds + weightPossible;
    const place = reading * (possibleEnds + weightCount);
    const isAtOnce = place < atOnceEnds;
    const isInAll = !isAtOnce && place < inAllEnds;
    const isPlan = !isAtOnce && !isInAll && place < possibleEnds;
    if (isInAll) {
      reliefStart = 0;
      tour = tourPassing(reported, troops);
    } else if (!isRelieved) {
      reliefStart = Number.POSITIVE_INFINITY;
    }

    const more = Math.max(0, reported - troops);
    let before = troops;
    let sent = troops;
    for (let month = 0; month < steps; month++) {
      let arrived = 0;
      if (isAtOnce) arrived = more * builtUpShare(month + 1, buildUp);
      if (isPlan) arrived = Math.min(more, batchSize * batchesBy(month + 1 - decision, batchInterval));
      const deployed = troops + arrived;
      const relieved = (deployed / tour) * Math.min(1, Math.max(0, month + 1 - reliefStart));
      sent += deployed - before + relieved;
      before = deployed;
      out.deployed[month] = deployed;
      out.relieved[month] = relieved;
      out.sent[month] = sent;
    }
    // What is deployed never falls, so its end is its peak.
    out.peakDeployed = before;
    out.totalSent = sent;
    out.aboveHalf = before > reported / 2;
    out.reachesReport = before >= reported;
    // The tour that passes the report through in a year does so but for the rounding of its sum.
    out.sendsReport = sent >= reported * (1 - 1e-9);
  },
});

/** Share of a build-up that is done after some months: a straight line. */
function builtUpShare(elapsed: number, buildUp: number): number {
  return elapsed >= buildUp ? 1 : elapsed / buildUp;
}

/** Batches that are there some months after the decision; the first takes one interval. None before it. */
function batchesBy(elapsed: number, interval: number): number {
  return elapsed > 0 ? Math.floor(elapsed / interval) : 0;
}

/**
 * The tour by which `total` soldiers have been sent after a year, where `present` are there throughout and relief begins at
 * once: present · (1 + 12 / tour) = total. At least a month: fewer than a thirteenth cannot pass them through.
 */
function tourPassing(total: number, present: number): number {
  const tour = (present * monthsPerYear) / (total - present);
  return total > present ? Math.max(1, tour) : Number.POSITIVE_INFINITY;
}
