// %% [markdown]
// # How much could Pyongyang be owed?
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
  With the two numbers as they stand, Moscow owes for a year **${yearly(claim("troops-pentagon").value!)}** or
  **${yearly(claim("troops-reported").value!)}**. Each is right if its number of soldiers is. Neither says how likely that
  is, how many are relieved and replaced, or what happens to the pay of those who are lost.
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
// Who serves in a month, and who is killed, comes from the scenario of the contingent: it plays what the war does to those
// who are there, to those who relieve them and to those who replace the lost. Now the year ahead is played many thousand
// times. Each time every number is drawn afresh from what we believe, and what is owed is added up month by month.

// %% Owed so far, month by month
const run = await payments.run();
show(run.chart("owed"));
md`
  **${run.answer}** As believed, half of the futures that were played end below ${run.figure("totalOwed.p50")} and half above,
  and one in ten lies outside the interval. After half a year the median is ${run.figure("owed.p50", { step: "2025-05" })}.
  What is owed is not what is paid: part of it is never paid, and what is comes later.
`;

// %% [markdown]
// ## What it hangs on
//
// Some of the assumptions matter and some do not. To see which, each is set to a low and to a high value in turn, with
// all others left as uncertain as they are. Those of the scenarios that feed this one are among them.

// %% What the total hangs on
show(run.chart("tornado"));
const [most, second] = run.influences;
md`
  Most hangs on **“${most!.label}”**: between its low and its high end the median total goes from
  ${number(most!.low.value, { error: most!.low.error, unit: "USD", digits: 3 })} to
  ${number(most!.high.value, { error: most!.high.error, unit: "USD", digits: 3 })}; next comes “${second!.label}”. The long
  way up of the interval is another matter: it is the high report, in the futures in which it is more than a report.
`;

// %% [markdown]
// ## What if?
//
// A variant changes some of the assumptions and leaves all else as it is, chance included. So each of its futures is
// compared with the same future of the base. The median of these differences need not be the difference of the medians.

// %% The variants side by side
show(run.chart("variants-totalOwed"));
md`
  If nobody is replaced, the total changes by ${run.difference("no-replacement", "totalOwed")}. If the Pentagon's 11,000 serve
  throughout, it changes by ${run.difference("pentagon", "totalOwed")}; if the reported hundred thousand do, by
  ${run.difference("reported-high", "totalOwed")}. Lim Soo-ho (Institute for National Security Strategy, 18 November 2024) has one
  estimate with two cases: hired soldiers at 32,000 dollars a year change the total by
  ${run.difference("lim-hired", "totalOwed")}; a formal ally who is also repaid the costs of its force, as South Korea was in
  Vietnam, at 134,000, by ${run.difference("lim-ally", "totalOwed")}.
`;

// %% The same figures as a table
show(run.table(["totalOwed", "totalPaid"]));

// %% [markdown]
// ## Try it yourself
//
// Two of these assumptions deserve your own reading. Move a slider, or write what you believe as you would say it, for
// instance `11k to 15k` or `40k`. All is played again in this page; the dotted lines stay where the notebook had them.

// %% What is owed, with your own soldiers and pay
show(run.live({ chart: "owed", controls: ["troops", "pay"] }));

// %% [markdown]
// ## What this does not say
//
// Whether it is paid in cash, and what reaches the soldiers, are other questions; the scenario `bargain` takes them up. Nothing
// is known of a compensation for the dead, so half of the futures have none. And the number of soldiers is our reading of
// an unconfirmed report. Another reading gives another answer, as the variants show.
