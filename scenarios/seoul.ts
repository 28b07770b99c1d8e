// South Korea's stance: when, if at all, it moves from non-lethal aid to defensive weapons for Ukraine, and beyond.
// The move has a constant monthly rate in each trial, a proportional hazard after Cox (1972): what alarms Seoul multiplies it.
import { defineScenario, event, eventSeries, nonNegative, scalar, share } from "sandtable";

/** The count that `baseRate` speaks of. */
const referenceTroops = 11_000;

export default defineScenario({
  title: "Seoul's choice",
  question: "Will South Korea give Ukraine defensive weapons, and when?",
  answer:
    "Defensive weapons for Ukraine within {horizon}: {defensiveAid}; weapons beyond defence: {offensiveAid}. " +
    "Where Seoul decides for them in that time, half of the decisions fall within {monthOfShift.p50}.",
  headline: ["defensiveAid", "chanceByMonth", "monthOfShift", "offensiveAid"],
  step: "month",
  inputs: {
    baseRate: nonNegative("1/month", "Rate of the shift as things stand"),
    troops: nonNegative("soldiers", "North Korean soldiers"),
    troopsElasticity: nonNegative("1", "Weight of the number of soldiers (elasticity)"),
    visibility: share("Visibility of their casualties"),
    visibilityFactor: nonNegative("1", "Rate multiplied, when fully visible"),
    technology: share("Extent of technology transferred"),
    technologyFactor: nonNegative("1", "Rate multiplied, when transferred in full"),
    furtherRate: nonNegative("1/month", "Rate of going further after the shift"),
  },
  outputs: {
    defensiveAid: event("Defensive weapons by the end"),
    monthOfShift: scalar("months", "Month of the shift", { mayNotHappen: true }),
    chanceByMonth: eventSeries("Defensive weapons by the month"),
    offensiveAid: event("Weapons beyond defence by the end"),
  },
  trial(inputs, out, { steps, random }) {
    const { baseRate, troops, troopsElasticity, visibility, visibilityFactor } = inputs;
    const { technology, technologyFactor, furtherRate } = inputs;
    // In units of the mean waiting time, so that whatever raises the rate brings the same shift forward.
    const patience = random.stream("shift").exponential(1);
    const furtherPatience = random.stream("going further").exponential(1);

    const troopsEffect = (troops / referenceTroops) ** troopsElasticity;
    const visibilityEffect = visibilityFactor ** visibility;
    const technologyEffect = technologyFactor ** technology;
    const rate = baseRate * troopsEffect * visibilityEffect * technologyEffect;
    const shift = patience / rate;
    const further = shift + furtherPatience / furtherRate;
    for (let month = 0; month < steps; month++) {
      out.chanceByMonth[month] = shift <= month + 1 ? 1 : 0;
    }
    out.defensiveAid = shift <= steps;
    out.monthOfShift = shift <= steps ? Math.ceil(shift) : Number.NaN;
    out.offensiveAid = further <= steps;
  },
});
