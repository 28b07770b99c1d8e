// South Korea's stance: when, if at all, it moves from non-lethal aid to weapons for Ukraine's defence, and beyond. The
// article speaks of "aid for defensive purposes", which may be less: what is played is weapons, air defence and the like.
// The move has a rate, a proportional hazard after Cox (1972): what alarms Seoul multiplies it, what holds it back divides it.
import { defineScenario, event, eventSeries, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: "Seoul's choice",
  question: "Will South Korea give Ukraine weapons for its defence, and when?",
  answer:
    "Weapons for Ukraine's defence by {end}: {defensiveWeapons}; weapons beyond defence: {furtherWeapons}. " +
    "Where Seoul decides for them in that time, half of the decisions fall within {monthOfShift.p50}.",
  headline: ["defensiveWeapons", "chanceByMonth", "monthOfShift", "furtherWeapons"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers", "Soldiers counted at the start"),
    strength: series("soldiers", { from: "contingent.strength", label: "North Korean soldiers present" }),
    casualties: series("soldiers", { from: "contingent.casualties", label: "Killed or wounded so far" }),
    technology: scalar("1", { from: "bargain.extent", label: "Extent of technology transferred" }),
    baseRate: nonNegative("1/month", "Rate of the shift as things stand"),
    politics: nonNegative("1", "Rate multiplied by politics at home and in Washington"),
    troopsElasticity: nonNegative("1", "Weight of the number of soldiers (elasticity)"),
    visibility: share("Visibility of their casualties"),
    visibilityFactor: { unit: "1", label: "Rate multiplied, when all are hit in full sight", min: 0.01 },
    technologyFactor: { unit: "1", label: "Rate multiplied, when transferred in full", min: 0.01 },
    furtherRate: nonNegative("1/month", "Rate of going further after the shift"),
  },
  outputs: {
    defensiveWeapons: event("Weapons for defence by the end"),
    monthOfShift: scalar("months", "Month of the shift", { mayNotHappen: true }),
    chanceByMonth: eventSeries("Weapons for defence by the month"),
    furtherWeapons: event("Weapons beyond defence by the end"),
  },
  trial(inputs, out, { steps, random }) {
    const { troops, strength, casualties, technology, baseRate, politics, troopsElasticity } = inputs;
    const { visibility, visibilityFactor, technologyFactor, furtherRate } = inputs;
    // In units of the mean waiting time, so that whatever raises the rate brings the same shift forward.
    const patience = random.stream("shift").exponential(1);
    const furtherPatience = random.stream("going further").exponential(1);

    // What multiplies the rate adds to its logarithm.
    const logSteady = Math.log(baseRate * politics) + technology * Math.log(technologyFactor);
    const logVisibility = visibility * Math.log(visibilityFactor);
    let hazard = 0;
    let shift = Number.POSITIVE_INFINITY;
    for (let month = 0; month < steps; month++) {
      const logTroops = troops > 0 && troopsElasticity > 0 ? Math.log(strength[month]! / troops) : 0;
      const hitShare = troops > 0 ? Math.min(1, casualties[month]! / troops) : 0;
      const rate = Math.exp(logSteady + troopsElasticity * logTroops + logVisibility * hitShare);
      // Within a month the rate is steady, so the shift comes at the part of it that uses up the patience.
      if (hazard < patience && hazard + rate >= patience) shift = month + (patience - hazard) / rate;
      hazard += rate;
      out.chanceByMonth[month] = shift <= month + 1 ? 1 : 0;
    }
    out.defensiveWeapons = shift <= steps;
    out.monthOfShift = shift <= steps ? Math.max(1, Math.ceil(shift)) : Number.NaN;
    out.furtherWeapons = shift + furtherPatience / furtherRate <= steps;
  },
});
