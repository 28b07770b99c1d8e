// What a year at war does to the North Korean force: who is left, who was hit, who died, who comes home with experience.
// Numbers of people are expected numbers, so they need not be whole; chance is in the intensity of the fighting. Models that
// play two forces against each other (Lanchester's and their heirs) need the ratio of forces, weapons and terrain; the
// article has none of them, so casualties come at rates.
import { defineScenario, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: "The contingent under attrition",
  question:
    "What would the war do to the North Korean soldiers, and how many would come out of it with experience?",
  answer:
    "Killed or wounded by {end}: {totalCasualties}; killed: {totalKilled}. " +
    "Still serving there: {endStrength}. Alive with experience of combat, there or back home: {veterans}.",
  headline: ["totalCasualties", "casualties", "strength", "totalKilled", "veterans"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers", "Soldiers counted at the start"),
    deployed: series("soldiers", { from: "deployment.deployed" }),
    relieved: series("soldiers/month", { from: "deployment.relieved" }),
    combatShare: share("In combat roles, of all"),
    specialShare: share("In special operations, of those in combat"),
    frontRate: nonNegative("1/month", "Russian casualty rate on the front line, as claimed"),
    specialRate: nonNegative("1/month", "Casualty rate in special operations, as claimed"),
    supportRate: nonNegative("1/month", "Casualty rate in engineering and construction, as claimed"),
    countFactor: nonNegative("1", "Casualties in truth, over those claimed"),
    readiness: nonNegative("1", "Casualty rate in combat, over that of Russian soldiers"),
    trainingTime: nonNegative("months", "Training before newcomers join the fighting"),
    intensityVariation: nonNegative("1", "Variation of the fighting (sd of the log)"),
    levelMemory: share("Part of a fiercer month that is left in the next"),
    killedShare: share("Killed, of all casualties"),
    recoveringShare: share("Returning to service, of all casualties"),
    backRate: { unit: "1/month", label: "Back in a month, of those recovering", min: 0, max: 1 },
    replacedShare: share("Share of lasting losses replaced"),
    armySize: nonNegative("soldiers", "North Korea's army"),
  },
  outputs: {
    strength: series("soldiers", "Soldiers present"),
    serving: series("soldiers", "Serving in the month, on average"),
    casualties: series("soldiers", "Killed or wounded so far"),
    killed: series("soldiers", "Killed so far"),
    recovering: series("soldiers", "Wounded who will return"),
    home: series("soldiers", "Home: relieved or invalided"),
    sentInAll: series("soldiers", "Sent so far, replacements counted"),
    endStrength: scalar("soldiers", "Present at the end"),
    totalCasualties: scalar("soldiers", "Killed or wounded by the end"),
    totalKilled: scalar("soldiers", "Killed by the end"),
    veterans: scalar("soldiers", "Survivors who have seen combat"),
    shareOfArmy: scalar("share", "Sent by the end, as a share of the army"),
  },
  trial(inputs, out, { steps, random }) {
    const { troops, deployed, relieved, combatShare, specialShare, trainingTime } = inputs;
    const { frontRate, specialRate, supportRate, countFactor, readiness } = inputs;
    const { intensityVariation, levelMemory, killedShare, recoveringShare, backRate } = inputs;
    const { replacedShare, armySize } = inputs;
    const fighting = random.stream("intensity of the fighting");

    // Each casualty is killed, or returns, or goes home for good: three shares that add up to one.
    const invalidedShare = 1 - killedShare - recoveringShare;
    const replacedPerHit = replacedShare * (killedShare + invalidedShare);
    // Roles by breaking a stick: combat or not, then special operations or front line.
    const frontShare = combatShare * (1 - specialShare);
    const inSpecialShare = combatShare * specialShare;
    // Newcomers join at the start of a month, the one of their arrival at the earliest.
    const joinRate = 1 / (1 + trainingTime);
    // The log of the intensity: its variation is the same in every month, each remembers the one before.
    const moveSd = intensityVariation * Math.sqrt(1 - levelMemory * levelMemory);
    let logIntensity = intensityVariation * fighting.normal();

    // Those who are there at the start have had their training.
    let front = troops * frontShare;
    let special = troops * inSpecialShare;
    let support = troops * (1 - combatShare);
    let training = 0;
    let frontRecovering = 0;
    let specialRecovering = 0;
    let supportRecovering = 0;
    let hit = 0;
    let deployedBefore = troops;
    let sent = troops;
    let sentToCombat = front + special;
    let casualties = 0;
    let killed = 0;
    let killedInCombat = 0;
    let home = 0;

    for (let month = 0; month < steps; month++) {
      // The month begins. Units are relieved by full ones: as many come as belong there, those go home who are left.
      const newcomers = deployed[month]! - deployedBefore + relieved[month]! + replacedPerHit * hit;
      const stayingShare = 1 - (deployed[month]! > 0 ? relieved[month]! / deployed[month]! : 0);
      deployedBefore = deployed[month]!;
      sent += newcomers;
      training += newcomers;
      const joining = joinRate * training;
      training -= joining;
      sentToCombat += joining * combatShare;
      home += (1 - stayingShare) * (front + special + support);
      front = stayingShare * front + frontShare * joining + backRate * frontRecovering;
      special = stayingShare * special + inSpecialShare * joining + backRate * specialRecovering;
      support = stayingShare * support + (1 - combatShare) * joining + backRate * supportRecovering;
      frontRecovering *= 1 - backRate;
      specialRecovering *= 1 - backRate;
      supportRecovering *= 1 - backRate;
      const strengthAtStart = front + special + support + training;

      // The month's casualties. A rate is a hazard: however high, no more are hit than are there. The mean intensity is 1, so
      // that the rates are what they say whatever the variation.
      const intensity = Math.exp(logIntensity - (intensityVariation * intensityVariation) / 2);
      const scale = intensity * countFactor;
      const frontHit = front * hitShare(frontRate * readiness * scale);
      const specialHit = special * hitShare(specialRate * readiness * scale);
      const supportHit = support * hitShare(supportRate * scale);
      front -= frontHit;
      special -= specialHit;
      support -= supportHit;
      frontRecovering += recoveringShare * frontHit;
      specialRecovering += recoveringShare * specialHit;
      supportRecovering += recoveringShare * supportHit;
      hit = frontHit + specialHit + supportHit;
      casualties += hit;
      killed += killedShare * hit;
      killedInCombat += killedShare * (frontHit + specialHit);
      home += invalidedShare * hit;
      logIntensity = levelMemory * logIntensity + moveSd * fighting.normal();

      out.strength[month] = strengthAtStart - hit;
      // The month's losses come evenly over it.
      out.serving[month] = strengthAtStart - hit / 2;
      out.casualties[month] = casualties;
      out.killed[month] = killed;
      out.recovering[month] = frontRecovering + specialRecovering + supportRecovering;
      out.home[month] = home;
      out.sentInAll[month] = sent;
    }

    out.endStrength = front + special + support + training;
    out.totalCasualties = casualties;
    out.totalKilled = killed;
    // Whoever has served in a combat role and lives: in the field, in hospital, or at home.
    out.veterans = sentToCombat - killedInCombat;
    out.shareOfArmy = sent / armySize;
  },
});

/** Share hit in a month at a constant rate (1/month). */
function hitShare(rate: number): number {
  return 1 - Math.exp(-rate);
}
