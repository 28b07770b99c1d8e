// Russian recruitment against losses: who comes, who is hit, who comes back, and what the contingent makes up for.
// "Killed or wounded" is not "gone": most of the wounded live, and many of them return.
import { defineScenario, event, eventSeries, nonNegative, scalar, series, share } from "sandtable";

const daysPerMonth = 30.4375;

export default defineScenario({
  title: "Recruits against losses",
  question:
    "Do recruits and returning wounded make up for Russia's casualties, and what does the contingent add?",
  answer:
    "Russia's own force, without the North Koreans, is smaller after {horizon} than at the start: {shortfall}. Its strength " +
    "changes by {endBalance}. " +
    "Where there is a deficit, the North Korean contingent covers {monthsCovered} of it.",
  headline: ["endBalance", "shortfall", "balance", "monthsCovered"],
  step: "month",
  inputs: {
    recruits: nonNegative("recruits/month", "Recruits a month"),
    dailyCasualties: nonNegative("casualties/day", "Killed and wounded a day"),
    killedShare: share("Killed, of all casualties"),
    returningShare: share("Wounded who return to service"),
    returnDelay: nonNegative("months", "Time until the wounded return"),
    levelDrift: nonNegative("1", "Monthly drift of the level (sd of the log)"),
    levelMemory: share("Part of a drift that is left a month later"),
    dispersion: nonNegative("1", "Overdispersion of daily counts"),
    contingent: nonNegative("soldiers", "North Korean contingent"),
  },
  outputs: {
    casualties: series("casualties/month", "Killed and wounded in the month"),
    monthlyBalance: series("soldiers/month", "Balance of the month"),
    balance: series("soldiers", "Change of strength so far"),
    endBalance: scalar("soldiers", "Change of strength by the end"),
    shortfall: event("Fewer at the end than at the start"),
    deficit: eventSeries("Fewer than at the start"),
    monthsCovered: scalar("months", "Months of deficit that the contingent makes up for", {
      mayNotHappen: true,
    }),
  },
  trial(inputs, out, { steps, random }) {
    const { recruits, dailyCasualties, killedShare, returningShare, returnDelay } = inputs;
    const { levelDrift, levelMemory, dispersion, contingent } = inputs;
    const drift = random.stream("level drift");
    const counts = random.stream("daily casualties");
    const returningOfCasualties = (1 - killedShare) * returningShare;
    // A delay of 2.3 months: 70 % come back after two months, 30 % after three.
    const wholeDelay = Math.floor(returnDelay);
    const laterShare = returnDelay - wholeDelay;
    // Those who return in the first months were hit before the start, when the level was the starting one.
    const casualtiesBefore = dailyCasualties * daysPerMonth;
    let logLevel = 0;
    let balance = 0;
    for (let month = 0; month < steps; month++) {
      logLevel = levelMemory * logLevel + levelDrift * drift.normal();
      const level = dailyCasualties * Math.exp(logLevel);
      // A month of daily counts is drawn as its exact sum.
      const casualties = counts.negativeBinomialSum(daysPerMonth, level, dispersion);
      out.casualties[month] = casualties;
      const sooner = month - wholeDelay;
      const later = sooner - 1;
      const hitSooner = sooner < 0 ? casualtiesBefore : out.casualties[sooner]!;
      const hitLater = later < 0 ? casualtiesBefore : out.casualties[later]!;
      const returned = returningOfCasualties * ((1 - laterShare) * hitSooner + laterShare * hitLater);
      const monthlyBalance = recruits - casualties + returned;
      balance += monthlyBalance;
      out.monthlyBalance[month] = monthlyBalance;
      out.balance[month] = balance;
      out.deficit[month] = balance < 0 ? 1 : 0;
    }
    const meanMonthlyDeficit = -balance / steps;
    out.endBalance = balance;
    out.shortfall = balance < 0;
    out.monthsCovered = balance < 0 ? contingent / meanMonthlyDeficit : Number.NaN;
  },
});
