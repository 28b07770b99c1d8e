// How large the deployment gets. The count of the day, the number present at once, all who are ever sent and all
// that are planned are different quantities; the high report can be read as any of the last three, or come to nothing.
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";

const monthsPerYear = 12;
const largeForce = 50_000;
const hugeForce = 100_000;

export default defineScenario({
  title: "The size of the deployment",
  question: "How many North Korean soldiers could be in the field at once, and how many sent in all?",
  answer:
    "Over {horizon} the peak is {peakPresent} in the field at once, {totalSent} sent in all. " +
    "More than 50,000 at once: {above50k}; 100,000 at once: {reaches100k}.",
  headline: ["above50k", "present", "peakPresent", "totalSent", "reaches100k"],
  step: "month",
  inputs: {
    counted: nonNegative("soldiers", "Soldiers counted at the start"),
    reported: nonNegative("soldiers", "Soldiers in the high report"),
    weightCount: share("Weight: the count is all there is"),
    weightPossible: share("Weight: the report is a plan not yet decided"),
    weightInAll: share("Weight: the report counts all sent in a year"),
    weightAtOnce: share("Weight: the report counts those present at once"),
    decisionRate: nonNegative("1/month", "Rate of deciding for the plan"),
    buildUp: nonNegative("months", "Time from the count to the full number"),
    tour: { unit: "months", label: "Time a soldier stays", min: 1 },
    armySize: nonNegative("soldiers", "North Korea's army"),
  },
  outputs: {
    present: series("soldiers", "Soldiers present"),
    sentInAll: series("soldiers", "Sent so far"),
    peakPresent: scalar("soldiers", "Most soldiers present at once"),
    totalSent: scalar("soldiers", "Sent by the end"),
    shareOfArmy: scalar("share", "Sent by the end, as a share of the army"),
    above50k: event("More than 50,000 present at once"),
    reaches100k: event("100,000 present at once"),
  },
  trial(inputs, out, { steps, random }) {
    const { counted, reported, weightCount, weightPossible, weightInAll, weightAtOnce } = inputs;
    const { decisionRate, buildUp, tour, armySize } = inputs;
    const luck = random.stream("reading of the report").uniform();
    // In units of the mean waiting time: a higher rate then brings the same decision forward.
    const patience = random.stream("decision").exponential(1);

    // The readings lie side by side on a line, each as long as its weight; the weights need not add up to one.
    const atOnceEnds = weightAtOnce;
    const inAllEnds = atOnceEnds + weightInAll;
    const possibleEnds = inAllEnds + weightPossible;
    const place = luck * (possibleEnds + weightCount);
    let target = counted;
    let start = 0;
    if (place < atOnceEnds) {
      target = reported;
    } else if (place < inAllEnds) {
      target = Math.max(counted, strengthPassing(reported, counted, buildUp, tour));
    } else if (place < possibleEnds) {
      target = reported;
      start = patience / decisionRate;
    }

    let before = counted;
    let sent = counted;
    let peak = counted;
    for (let month = 0; month < steps; month++) {
      const builtUp = builtUpShare(month + 1 - start, buildUp);
      const present = counted + builtUp * (target - counted);
      // Those whose tour is over are relieved one for one; nobody's first month is a month of relief.
      const relieved = month === 0 ? 0 : before / tour;
      sent += Math.max(0, present - before) + relieved;
      peak = Math.max(peak, present);
      before = present;
      out.present[month] = present;
      out.sentInAll[month] = sent;
    }
    out.peakPresent = peak;
    out.totalSent = sent;
    out.shareOfArmy = sent / armySize;
    out.above50k = peak > largeForce;
    out.reaches100k = peak >= hugeForce;
  },
});

/** Share of a build-up that is done after some months: none before it begins, then a straight line. */
function builtUpShare(elapsed: number, buildUp: number): number {
  return elapsed >= buildUp ? 1 : Math.max(0, elapsed / buildUp);
}

/** The strength to build up to if, relieved once a tour, `total` soldiers are to have been sent after a year. */
function strengthPassing(total: number, counted: number, buildUp: number, tour: number): number {
  // All sent = those who are there at the year's end + the relief of eleven months, and both are linear in the strength.
  let monthsBuiltUp = 0;
  for (let month = 1; month < monthsPerYear; month++) monthsBuiltUp += builtUpShare(month, buildUp);
  const sentOfCounted = counted * (1 + (monthsPerYear - 1) / tour);
  return counted + (total - sentOfCounted) / (builtUpShare(monthsPerYear, buildUp) + monthsBuiltUp / tour);
}
