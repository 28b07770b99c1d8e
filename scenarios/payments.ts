// What Pyongyang is owed for the soldiers it sends, and what of it is paid: pay for those who serve, a compensation for the
// dead and, for a formal ally, a refund of costs. What is owed and what is paid are two sums, months apart.
import { defineScenario, nonNegative, scalar, series, share } from "sandtable";

export default defineScenario({
  title: "Payments to Pyongyang",
  question: "How much could Pyongyang be owed and paid for its soldiers, and how fast?",
  answer: "By {end} Pyongyang could be owed {totalOwed}, of which {totalPaid} would have been paid.",
  headline: ["totalOwed", "owed", "totalPaid", "paid"],
  step: "month",
  inputs: {
    serving: series("soldiers", { from: "contingent.serving", label: "Soldiers serving in the month" }),
    killed: series("soldiers", { from: "contingent.killed", label: "Killed so far" }),
    pay: nonNegative("USD/soldier/month", "Pay for a soldier"),
    refund: nonNegative("USD/soldier/month", "Refund of costs for a soldier"),
    compensation: nonNegative("USD/soldier", "Compensation for a soldier killed"),
    paidShare: share("Share of what is owed that is paid"),
    paymentDelay: nonNegative("months", "Time until it is paid"),
  },
  outputs: {
    monthlyPay: series("USD/month", "Owed as pay for the month"),
    owed: series("USD", "Owed so far"),
    paid: series("USD", "Paid so far"),
    paidAsPay: series("USD", "Paid so far as soldiers' pay"),
    totalOwed: scalar("USD", "Owed by the end"),
    totalPaid: scalar("USD", "Paid by the end"),
  },
  trial(inputs, out, { steps }) {
    const { serving, killed, pay, refund, compensation, paidShare, paymentDelay } = inputs;
    let owedAsPay = 0;
    let refunded = 0;
    for (let month = 0; month < steps; month++) {
      const monthlyPay = serving[month]! * pay;
      owedAsPay += monthlyPay;
      refunded += serving[month]! * refund;
      out.monthlyPay[month] = monthlyPay;
      out.owed[month] = owedAsPay + refunded + compensation * killed[month]!;
      // What is owed as pay is kept here until the next loop turns it into what is paid.
      out.paidAsPay[month] = owedAsPay;
    }
    // From the last month back, since what is paid stands on what was owed before.
    for (let month = steps - 1; month >= 0; month--) {
      out.paid[month] = paidShare * owedAt(out.owed, month - paymentDelay);
      out.paidAsPay[month] = paidShare * owedAt(out.paidAsPay, month - paymentDelay);
    }
    out.totalOwed = out.owed[steps - 1]!;
    out.totalPaid = out.paid[steps - 1]!;
  },
});

/** What was owed at the end of a month (from 0) that need not be whole: on the line between its neighbours, nothing before. */
function owedAt(owed: Float64Array, month: number): number {
  const earlier = Math.floor(month);
  const after = month - earlier;
  const from = earlier < 0 ? 0 : owed[earlier]!;
  const to = after === 0 ? from : earlier < -1 ? 0 : owed[earlier + 1]!;
  return from + after * (to - from);
}
