// Russian recruitment against losses: who comes, who is hit, who comes back, who leaves otherwise, and what the contingent
// makes up for. "Killed or wounded" is not "gone": most of the wounded live, and many of them return.
import { defineScenario, event, eventSeries, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: "Recruits against losses",
  question:
    "Do recruits and returning wounded make up for Russia's casualties, and what does the contingent add?",
  answer:
    "Russia's own force, without the North Koreans, is smaller by {end} than at the start: {shortfall}. Its strength " +
    "changes by {endBalance}. With the North Koreans who are then there it is smaller all the same: {shortfallWith}; " +
    "where there is a deficit, they make up for {coveredShare} of it.",
  headline: ["endBalance", "shortfall", "balance", "shortfallWith", "coveredShare"],
  step: "month",
  inputs: {
    recruits: nonNegative("recruits/month", "Recruits a month at the start"),
    recruitDrift: nonNegative("1", "Monthly drift of recruitment (sd of the log)"),
    claimedCasualties: nonNegative("casualties/day", "Killed and wounded a day, as claimed"),
    countFactor: nonNegative("1", "Casualties in truth, over those claimed"),
    levelDrift: nonNegative("1", "Monthly drift of the casualties (sd of the log)"),
    levelMemory: share("Part of a fiercer month that is left in the next"),
    dispersion: nonNegative("1", "Overdispersion of daily counts"),
    recoveringShare: share("Returning to service, of all casualties"),
    backRate: { unit: "1/month", label: "Back in a month, of those recovering", min: 0, max: 1 },
    otherExits: nonNegative("soldiers/month", "Leaving otherwise: desertion, age, health, captivity"),
    contingent: series("soldiers", { from: "contingent.strength", label: "North Korean soldiers present" }),
  },
  outputs: {
    claimed: series("casualties/month", "As claimed: killed and wounded in the month"),
    casualties: series("casualties/month", "Killed and wounded in the month"),
    monthlyBalance: series("soldiers/month", "Balance of the month"),
    balance: series("soldiers", "Change of strength so far"),
    balanceWith: series("soldiers", "With the contingent: change of strength so far"),
    endBalance: scalar("soldiers", "Change of strength by the end"),
    shortfall: event("Fewer at the end than at the start"),
    shortfallWith: event("Fewer at the end, the contingent counted"),
    deficit: eventSeries("Fewer than at the start"),
    coveredShare: scalar("share", "Of the deficit, made up for by the contingent", { mayNotHappen: true }),
  },
  trial(inputs, out, { steps, days, random }) {
    const { recruits, recruitDrift, claimedCasualties, countFactor, levelDrift, levelMemory } = inputs;
    const { dispersion, recoveringShare, backRate, otherExits, contingent } = inputs;
    const recruitment = random.stream("recruitment");
    const drift = random.stream("level drift");
    const counts = random.stream("daily casualties");
    let logRecruits = 0;
    let logLevel = 0;
    // Those who are recovering at the start were hit at the starting level: as many then return as are hit and recover.
    const hitBefore = claimedCasualties * countFactor * days[0]!;
    let recovering = backRate > 0 ? (recoveringShare * hitBefore) / backRate : 0;
    let balance = 0;
    for (let month = 0; month < steps; month++) {
      logRecruits += recruitDrift * recruitment.normal();
      logLevel = levelMemory * logLevel + levelDrift * drift.normal();
      const level = claimedCasualties * Math.exp(logLevel);
      // A month of daily counts is drawn as its exact sum.
      const claimed = counts.negativeBinomialSum(days[month]!, level, dispersion);
      const casualties = claimed * countFactor;
      const returned = backRate * recovering;
      recovering += recoveringShare * casualties - returned;
      const monthlyBalance = recruits * Math.exp(logRecruits) - casualties + returned - otherExits;
      balance += monthlyBalance;
      out.claimed[month] = claimed;
      out.casualties[month] = casualties;
      out.monthlyBalance[month] = monthlyBalance;
      out.balance[month] = balance;
      out.balanceWith[month] = balance + contingent[month]!;
      out.deficit[month] = balance < 0 ? 1 : 0;
    }
    const present = contingent[steps - 1]!;
    out.endBalance = balance;
    out.shortfall = balance < 0;
    out.shortfallWith = balance + present < 0;
    out.coveredShare = balance < 0 ? Math.min(1, present / -balance) : Number.NaN;
  },
});
