// What Pyongyang is paid for the soldiers it sends: a head count, month by month, times a rate of pay.
import { defineScenario, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: "Payments to Pyongyang",
  question: "How much could Pyongyang be paid for its soldiers, and how fast?",
  answer: "Over {horizon} Pyongyang could be paid {totalPaid}.",
  headline: ["totalPaid", "paid"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers", "Soldiers at full deployment"),
    rampUp: nonNegative("months", "Time to full deployment"),
    monthlyLoss: { unit: "1/month", label: "Lost for good in a month", min: 0, max: 1 },
    replacedShare: share("Share of losses replaced"),
    pay: nonNegative("USD/soldier/month", "Pay for a soldier"),
  },
  outputs: {
    present: series("soldiers", "Soldiers present"),
    monthlyPayment: series("USD/month", "Payment for the month"),
    paid: series("USD", "Paid so far"),
    totalPaid: scalar("USD", "Paid by the end"),
  },
  trial({ troops, rampUp, monthlyLoss, replacedShare, pay }, out, { steps }) {
    // Losses come at a month's end, so that whoever is present in a month is paid for all of it.
    const keptShare = 1 - monthlyLoss * (1 - replacedShare);
    let present = 0;
    let paid = 0;
    for (let month = 0; month < steps; month++) {
      const arrivals = troops * (deployedShare(month + 1, rampUp) - deployedShare(month, rampUp));
      present += arrivals;
      const payment = present * pay;
      paid += payment;
      out.present[month] = present;
      out.monthlyPayment[month] = payment;
      out.paid[month] = paid;
      present *= keptShare;
    }
    out.totalPaid = paid;
  },
});

/** Share of the soldiers sent by the end of a month (from 1): a straight line up to month `rampUp`. */
function deployedShare(month: number, rampUp: number): number {
  if (month <= 0) return 0;
  return month >= rampUp ? 1 : month / rampUp;
}
