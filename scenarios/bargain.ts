// What each side gets and gives: money and perhaps technology for Pyongyang, soldiers for Moscow, paid for in lives.
// Left out, since nobody has put a price on them: food beyond what is set off against pay, the treaty's promise of help,
// and what an army learns in a war (who comes home with it is counted in the contingent).
import { defineScenario, event, nonNegative, scalar, series, share } from "sandtable";

const monthsPerYear = 12;

export default defineScenario({
  title: "The bargain",
  question: "What does Pyongyang receive for its soldiers, and what does it give?",
  answer:
    "By {end} Pyongyang could have received {totalWithout} where no technology comes and {totalWith} where it does " +
    "({technologyComes}); of the money {reachesSoldiers} would reach the soldiers. Killed or wounded in that time: " +
    "{hit}; killed: {dead}. That a soldier's year costs Russia less than the first year of a Russian contract " +
    "soldier is {isCheaper}.",
  headline: [
    "totalWithout",
    "totalWith",
    "total",
    "received",
    "reachesSoldiers",
    "isCheaper",
    "technologyComes",
  ],
  step: "month",
  inputs: {
    serving: series("soldiers", { from: "contingent.serving", label: "Soldiers serving in the month" }),
    casualties: series("soldiers", { from: "contingent.casualties", label: "Killed or wounded so far" }),
    killed: series("soldiers", { from: "contingent.killed", label: "Killed so far" }),
    paid: series("USD", { from: "payments.paid", label: "Paid so far" }),
    paidAsPay: series("USD", { from: "payments.paidAsPay", label: "Paid so far as soldiers' pay" }),
    soldierShare: share("Share of the pay that reaches the soldier"),
    technologyChance: share("Chance that technology is transferred"),
    technologyExtent: share("Extent of the technology, if it is transferred"),
    technologyValue: nonNegative("USD/year", "Value of technology transferred in full"),
    contractCost: nonNegative("USD/soldier/year", "First year of a Russian contract soldier"),
  },
  outputs: {
    received: series("USD", "Money and technology so far"),
    technologyComes: event("Technology is transferred"),
    extent: scalar("1", "Extent of technology transferred"),
    technology: scalar("USD", "Value of technology received"),
    total: scalar("USD", "Money and technology received"),
    totalWithout: scalar("USD", "Received where no technology comes", { mayNotHappen: true }),
    totalWith: scalar("USD", "Received where technology comes", { mayNotHappen: true }),
    reachesSoldiers: scalar("USD", "Reaches the soldiers"),
    hit: scalar("soldiers", "The price in lives: killed or wounded"),
    dead: scalar("soldiers", "The price in lives: killed"),
    perSoldierYear: scalar("USD/soldier/year", "Received for a soldier's year", { mayNotHappen: true }),
    perCasualty: scalar("USD/soldier", "Received, over all casualties", { mayNotHappen: true }),
    perKilled: scalar("USD/soldier", "Received, over the killed", { mayNotHappen: true }),
    isCheaper: event("A soldier's year costs less than a Russian contract"),
  },
  trial(inputs, out, { steps, random }) {
    const { serving, casualties, killed, paid, paidAsPay, soldierShare } = inputs;
    const { technologyChance, technologyExtent, technologyValue, contractCost } = inputs;
    const comes = random.stream("technology").uniform() < technologyChance;
    const extent = comes ? technologyExtent : 0;
    // What is transferred comes evenly over the year.
    const yearlyTechnology = extent * technologyValue;

    let soldierMonths = 0;
    for (let month = 0; month < steps; month++) {
      soldierMonths += serving[month]!;
      out.received[month] = paid[month]! + yearlyTechnology * ((month + 1) / monthsPerYear);
    }

    const last = steps - 1;
    const total = out.received[last]!;
    out.technologyComes = comes;
    out.extent = extent;
    out.technology = yearlyTechnology * (steps / monthsPerYear);
    out.total = total;
    out.totalWithout = comes ? Number.NaN : total;
    out.totalWith = comes ? total : Number.NaN;
    out.reachesSoldiers = soldierShare * paidAsPay[last]!;
    out.hit = casualties[last]!;
    out.dead = killed[last]!;
    out.perSoldierYear = ratio(total * monthsPerYear, soldierMonths);
    out.perCasualty = ratio(total, casualties[last]!);
    out.perKilled = ratio(total, killed[last]!);
    out.isCheaper = total * monthsPerYear < contractCost * soldierMonths;
  },
});

/** NaN, "did not happen", where there is nothing to divide by. */
function ratio(amount: number, people: number): number {
  return people > 0 ? amount / people : Number.NaN;
}
