// What a year at war does to the North Korean force: who is left, who was hit, who died, who comes home with experience.
// Numbers of people are expected numbers, so they need not be whole; chance is in the intensity of the fighting.
import { defineScenario, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: "The contingent under attrition",
  question:
    "What would the war do to the North Korean soldiers, and how many would come out of it with experience?",
  answer:
    "Killed or wounded after {horizon}: {totalCasualties}; killed: {totalKilled}. " +
    "Still serving there: {endStrength}. Alive with experience of combat, there or back home: {veterans}.",
  headline: ["totalCasualties", "casualties", "strength", "totalKilled", "veterans"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers", "Soldiers counted at the start"),
    combatShare: share("In combat roles, of all"),
    specialShare: share("In special operations, of those in combat"),
    frontRate: nonNegative("1/month", "Casualty rate on the front line"),
    specialRate: nonNegative("1/month", "Casualty rate in special operations"),
    supportRate: nonNegative("1/month", "Casualty rate in engineering and construction"),
    intensityVariation: nonNegative("1", "Variation of the fighting (sd of the log)"),
    killedShare: share("Killed, of all casualties"),
    returningShare: share("Returning, of the wounded"),
    returnDelay: nonNegative("months", "Mean time until the wounded return"),
    reinforcedShare: share("Share of lasting losses replaced"),
    rotationShare: { unit: "1/month", label: "Relieved in a month", min: 0, max: 1 },
    armySize: nonNegative("soldiers", "North Korea's army"),
  },
  outputs: {
    strength: series("soldiers", "Soldiers present"),
    casualties: series("soldiers", "Killed or wounded so far"),
    killed: series("soldiers", "Killed so far"),
    recovering: series("soldiers", "Wounded who will return"),
    home: series("soldiers", "Home: relieved or invalided"),
    sentInAll: series("soldiers", "Sent so far"),
    endStrength: scalar("soldiers", "Present at the end"),
    totalCasualties: scalar("soldiers", "Killed or wounded by the end"),
    totalKilled: scalar("soldiers", "Killed by the end"),
    veterans: scalar("soldiers", "Survivors who have seen combat"),
    shareOfArmy: scalar("share", "Sent by the end, as a share of the army"),
  },
  trial(inputs, out, { steps, random }) {
    const { troops, combatShare, specialShare, frontRate, specialRate, supportRate } = inputs;
    const { intensityVariation, killedShare, returningShare, returnDelay } = inputs;
    const { reinforcedShare, rotationShare, armySize } = inputs;
    const fighting = random.stream("intensity of the fighting");

    // Each casualty is killed, or returns, or goes home for good: three shares that add up to one.
    const recoveringShare = (1 - killedShare) * returningShare;
    const invalidedShare = (1 - killedShare) * (1 - returningShare);
    const lastingShare = killedShare + invalidedShare;
    // Back at the start of next month or of a later one: after the first chance, `returnDelay` months on average.
    const backEachMonth = 1 / (1 + returnDelay);

    // Roles by breaking a stick: combat or not, then special operations or front line. They add up to `troops`.
    let front = troops * combatShare * (1 - specialShare);
    let special = troops * combatShare * specialShare;
    let support = troops * (1 - combatShare);
    let frontRecovering = 0;
    let specialRecovering = 0;
    let supportRecovering = 0;
    let frontHit = 0;
    let specialHit = 0;
    let supportHit = 0;
    let sent = troops;
    let sentToCombat = front + special;
    let casualties = 0;
    let killed = 0;
    let killedInCombat = 0;
    let home = 0;

    for (let month = 0; month < steps; month++) {
      // Mean 1, so that the rates are what they say whatever the variation.
      const intensity = fighting.lognormal(
        (-intensityVariation * intensityVariation) / 2,
        intensityVariation,
      );

      // The month begins: some are relieved one for one, last month's lasting losses are replaced in part, wounded return.
      const relievedShare = month === 0 ? 0 : rotationShare;
      const relieved = relievedShare * (front + special + support);
      const replacedPerHit = reinforcedShare * lastingShare;
      sent += relieved + replacedPerHit * (frontHit + specialHit + supportHit);
      sentToCombat += relievedShare * (front + special) + replacedPerHit * (frontHit + specialHit);
      home += relieved;
      front += replacedPerHit * frontHit + backEachMonth * frontRecovering;
      special += replacedPerHit * specialHit + backEachMonth * specialRecovering;
      support += replacedPerHit * supportHit + backEachMonth * supportRecovering;
      frontRecovering *= 1 - backEachMonth;
      specialRecovering *= 1 - backEachMonth;
      supportRecovering *= 1 - backEachMonth;

      // The month's casualties. A rate is a hazard: however high, no more are hit than are there.
      frontHit = front * hitShare(frontRate * intensity);
      specialHit = special * hitShare(specialRate * intensity);
      supportHit = support * hitShare(supportRate * intensity);
      front -= frontHit;
      special -= specialHit;
      support -= supportHit;
      frontRecovering += recoveringShare * frontHit;
      specialRecovering += recoveringShare * specialHit;
      supportRecovering += recoveringShare * supportHit;
      const hit = frontHit + specialHit + supportHit;
      casualties += hit;
      killed += killedShare * hit;
      killedInCombat += killedShare * (frontHit + specialHit);
      home += invalidedShare * hit;

      out.strength[month] = front + special + support;
      out.casualties[month] = casualties;
      out.killed[month] = killed;
      out.recovering[month] = frontRecovering + specialRecovering + supportRecovering;
      out.home[month] = home;
      out.sentInAll[month] = sent;
    }

    out.endStrength = front + special + support;
    out.totalCasualties = casualties;
    out.totalKilled = killed;
    // Whoever has served in a combat role and lives: in the field, in hospital, or at home.
    out.veterans = sentToCombat - killedInCombat;
    out.shareOfArmy = sent / armySize;
  },
});

/** Share hit in a month at a constant rate (1/month): 1 − e^(−rate), exact for small rates too. */
function hitShare(rate: number): number {
  return -Math.expm1(-rate);
}
