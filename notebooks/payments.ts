// %% [markdown]
// # How much could Pyongyang be paid?
//
// A news article of November 2024 on North Korean soldiers in Russia's war against Ukraine has one price and two
// numbers of soldiers. South Korea's intelligence service says that Pyongyang receives 2,000 dollars for each soldier
// and month. The Pentagon's estimate was around 11,000 soldiers; new reports speak of a number that "could be as high
// as 100,000". Multiplying them takes one line. The question is what that line is worth.

// %% The sum on the back of an envelope
import { claim, load, md, number, show } from "sandtable/notebook";

const months = 12;
const yearly = (troops: number) => number(troops * claim("pay").value! * months, { unit: "USD" });
md`
  With the two numbers as they stand, a year costs Moscow **${yearly(claim("troops-pentagon").value!)}** or
  **${yearly(claim("troops-reported").value!)}**. Each is right if its number of soldiers is. Neither says how likely that
  is, how long the soldiers take to arrive, or what happens to the pay of those who are lost.
`;

// %% [markdown]
// ## Writing down what we believe
//
// Instead of choosing one number we write down what we think is possible for each, and why. This is the whole list; to
// disagree with it is to change a line of it.

// %% What is believed, and why
const payments = await load("payments");
show(payments.ledger());

// %% [markdown]
// ## What follows
//
// Now the two years ahead are played many thousand times. Each time every number is drawn afresh from what we believe,
// and the payments are added up month by month.

// %% The payments so far, month by month
const run = await payments.run();
show(run.chart("paid"));
md`
  **${run.answer}** As believed, half of the futures that were played end below ${run.figure("totalPaid.p50")} and half above,
  and one in ten lies outside the interval. After the first year the median is ${run.figure("paid.p50", { step: 12 })}.
  Two things bend the line: soldiers arrive over some months, and not all who are lost are replaced.
`;

// %% [markdown]
// ## What it hangs on
//
// Some of the assumptions matter and some do not. To see which, each is set to a low and to a high value in turn, with
// all others left as uncertain as they are.

// %% What the total hangs on
show(run.chart("tornado"));
const [most, second] = run.influences;
md`
  Most hangs on **“${most!.label}”**: between its low and its high end the median total goes from
  ${number(most!.low.value, { error: most!.low.error, unit: "USD", digits: 3 })} to
  ${number(most!.high.value, { error: most!.high.error, unit: "USD", digits: 3 })}. This is what to find out first for a
  better answer; next comes “${second!.label}”.
`;

// %% [markdown]
// ## What if?
//
// A variant changes some of the assumptions and leaves all else as it is, chance included. So each of its futures is
// compared with the same future of the base. The median of these differences need not be the difference of the medians.

// %% The variants side by side
show(run.chart("variants-totalPaid"));
md`
  If nobody is replaced, the total changes by ${run.difference("no-replacement", "totalPaid")}. If the Pentagon's estimate
  is all there is, it changes by ${run.difference("pentagon", "totalPaid")}; if all of the reported hundred thousand come,
  by ${run.difference("reported-high", "totalPaid")}. A formal ally is what Lim Soo-ho (Institute for National Security
  Strategy, 18 November 2024) reckons with: 11,167 dollars a soldier and month, on the example of South Korea's force in
  Vietnam. It changes the total by ${run.difference("formal-ally", "totalPaid")}.
`;

// %% The same figures as a table
show(run.table(["totalPaid"]));

// %% [markdown]
// ## Try it yourself
//
// Two of these assumptions deserve your own reading. Move a slider, or write what you believe as you would say it, for
// instance `11k to 15k` or `40k`. All is played again in this page; the dotted lines stay where the notebook had them.

// %% The payments, with your own soldiers and losses
show(run.live({ chart: "paid", controls: ["troops", "monthlyLoss"] }));

// %% [markdown]
// ## What this does not say
//
// The total is money *owed by the month*. Whether all of it is paid, whether it is paid in cash, and what reaches the
// soldiers are other questions; the scenario `bargain` takes them up. And the number of soldiers is our reading of an
// unconfirmed report. Another reading gives another answer, as the variants show.
