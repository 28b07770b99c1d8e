// What each side gets and gives: money and perhaps technology for Pyongyang, soldiers for Moscow, paid for in lives.
import { defineScenario, nonNegative, scalar, series, share } from "sandtable";

const monthsPerYear = 12;

export default defineScenario({
  title: "The bargain",
  question: "What does Pyongyang receive for its soldiers, and what does it give?",
  answer:
    "Over {horizon} Pyongyang could receive {total} in money and technology; of the money {reachesSoldiers} would reach " +
    "the soldiers. Killed or wounded in that time: {totalCasualties}; killed: {totalKilled}. For a soldier's year Russia gives " +
    "{againstContract} times what the first year of a Russian contract soldier costs it.",
  headline: ["total", "received", "reachesSoldiers", "totalCasualties", "totalKilled", "againstContract"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers", "Soldiers deployed"),
    pay: nonNegative("USD/soldier/month", "Pay for a soldier"),
    paidShare: share("Share of what is owed that is paid"),
    paymentDelay: nonNegative("months", "Time until it is paid"),
    soldierShare: share("Share of the pay that reaches the soldier"),
    technologyChance: share("Chance that technology is transferred"),
    technologyValue: nonNegative("USD/year", "Value of technology transferred"),
    casualtyRate: nonNegative("1/month", "Casualty rate"),
    killedShare: share("Killed, of all casualties"),
    returningShare: share("Returning, of the wounded"),
    replacedShare: share("Share of lasting losses replaced"),
    contractCost: nonNegative("USD/soldier/year", "First year of a Russian contract soldier"),
  },
  outputs: {
    accrued: series("USD", "Owed so far"),
    paid: series("USD", "Paid so far"),
    received: series("USD", "Money and technology so far"),
    casualties: series("soldiers", "Killed or wounded so far"),
    reachesSoldiers: scalar("USD", "Reaches the soldiers"),
    technology: scalar("USD", "Value of technology received"),
    total: scalar("USD", "Money and technology received"),
    totalCasualties: scalar("soldiers", "Killed or wounded by the end"),
    totalKilled: scalar("soldiers", "Killed by the end"),
    perSoldierYear: scalar("USD/soldier/year", "Received for a soldier's year", { mayNotHappen: true }),
    perCasualty: scalar("USD/soldier", "Received, over all casualties", {
      mayNotHappen: true,
    }),
    perKilled: scalar("USD/soldier", "Received, over the killed", { mayNotHappen: true }),
    againstContract: scalar("1", "Received for a soldier's year over a Russian contract", {
      mayNotHappen: true,
    }),
  },
  trial(inputs, out, { steps, random }) {
    const { troops, pay, paidShare, paymentDelay, soldierShare, technologyChance, technologyValue } = inputs;
    const { casualtyRate, killedShare, returningShare, replacedShare, contractCost } = inputs;
    const technologyLuck = random.stream("technology").uniform();
    // What is transferred comes evenly over the year.
    const yearlyTechnology = technologyLuck < technologyChance ? technologyValue : 0;

    const hitShare = -Math.expm1(-casualtyRate);
    // The wounded who return are back in the next month; the others and the dead are missed unless replaced.
    const lastingShare = killedShare + (1 - killedShare) * (1 - returningShare);
    const keptShare = 1 - hitShare * lastingShare * (1 - replacedShare);
    let present = troops;
    let soldierMonths = 0;
    let accrued = 0;
    let casualties = 0;
    for (let month = 0; month < steps; month++) {
      soldierMonths += present;
      accrued += present * pay;
      casualties += present * hitShare;
      present *= keptShare;
      out.accrued[month] = accrued;
      out.casualties[month] = casualties;
      const paidByNow = paidShare * owedAt(out.accrued, month - paymentDelay);
      out.paid[month] = paidByNow;
      out.received[month] = paidByNow + yearlyTechnology * ((month + 1) / monthsPerYear);
    }

    const paid = out.paid[steps - 1]!;
    const technology = yearlyTechnology * (steps / monthsPerYear);
    const total = paid + technology;
    const killed = killedShare * casualties;
    out.reachesSoldiers = soldierShare * paid;
    out.technology = technology;
    out.total = total;
    out.totalCasualties = casualties;
    out.totalKilled = killed;
    out.perCasualty = ratio(total, casualties);
    out.perKilled = ratio(total, killed);
    out.perSoldierYear = ratio(total * monthsPerYear, soldierMonths);
    out.againstContract = ratio(out.perSoldierYear, contractCost);
  },
});

/** What was owed at the end of a month (from 0) that need not be whole: on the line between its neighbours, nothing before. */
function owedAt(accrued: Float64Array, month: number): number {
  const earlier = Math.floor(month);
  const after = month - earlier;
  const from = earlier < 0 ? 0 : accrued[earlier]!;
  const to = after === 0 ? from : earlier < -1 ? 0 : accrued[earlier + 1]!;
  return from + after * (to - from);
}

/** NaN, "did not happen", where there is nothing to divide by. */
function ratio(amount: number, people: number): number {
  return people > 0 ? amount / people : Number.NaN;
}
