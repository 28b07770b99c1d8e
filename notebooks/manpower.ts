// %% [markdown]
// # Two figures that do not add up
//
// A news article of November 2024 on North Korean soldiers in Russia's war against Ukraine says that Russia recruits up
// to 20,000 soldiers a month, and that over 1,000 are reported dead or wounded every day. Put beside each other, the
// two seem to say that the army is shrinking fast. It is not so simple, and the reason is a third number, which the
// article does not give.

// %% The plain subtraction
import { claim, load, md, number, show } from "sandtable/notebook";

const daysPerMonth = 30.4375;
const recruits = claim("recruits").value!;
const casualties = claim("daily-casualties").value! * daysPerMonth;
const finalShare = recruits / casualties;
const inFull = (people: number) => (100 * Math.round(people / 100)).toLocaleString("en-US");
md`
  ${inFull(recruits)} come and about ${inFull(casualties)} are reported killed or wounded in a month: on the face of it a loss
  of ${inFull(casualties - recruits)} soldiers a month. But "dead or wounded" is not "gone". Most of the wounded live,
  and many return. The two figures close when **${number(finalShare, { percent: true, digits: 3 })} of all casualties are
  lost for good**: with fewer the army grows, with more it shrinks.
`;

// %% [markdown]
// ## The missing number
//
// A common reading is one killed to three wounded, the rule that NATO used (March 2022). Then a quarter of all
// casualties is killed, and the question becomes how many of the wounded come back. The next table takes both of the
// article's figures at their word and changes nothing but that.

// %% The balance by how many wounded return
const manpower = await load("manpower");
const killedShare = 0.25;
const asWritten = {
  recruits,
  recruitDrift: 0,
  claimedCasualties: claim("daily-casualties").value!,
  countFactor: 1,
  otherExits: 0,
  killedShare: `${100 * killedShare}%`,
};
const balance = (returning: number) => recruits - casualties * (1 - (1 - killedShare) * returning);
const sign = (value: number) => (value > 0 ? "+" : "") + number(value, { digits: 3 });
const shares = [0, 0.3, 0.5, 0.7, 1];
show({
  caption: "Soldiers gained or lost in a month",
  columns: ["Of the wounded return", "Balance of the month"],
  rows: shares.map((share) => [number(share, { percent: true }), sign(balance(share))]),
});
const breakEven = (1 - finalShare) / (1 - killedShare);
md`
  The balance is even where ${number(breakEven, { percent: true, digits: 3 })} of the wounded return. We know of no
  independent count of that share (Russia's ministry of defence has claimed 97 % of those it treats), and two
  careful people who cite the same two figures can come to opposite conclusions.
`;

// %% [markdown]
// ## With everything uncertain at once
//
// "Up to 20,000" is a ceiling and "over 1,000" a floor, so neither is the likeliest value: the daily claims of Ukraine's
// General Staff stood at 1,544 in November, and four published estimates have more recruits than the article. Such claims
// have errors of their own. The wounded return after weeks or months, some soldiers leave for other reasons, and both
// recruitment and fighting have quieter and fiercer periods. All of this is written down in the scenario and played many
// thousand times.

// %% How the strength changes
const run = await manpower.run();
show(run.chart("balance"));
md`
  **${run.answer}** As believed, one in ten futures lies outside the band.

  With recruits under the article's ceiling alone the chance that the army is smaller is
  ${run.figure("article-ceiling.shortfall.probability")}; with the published estimates alone, 16,400 to 31,000 a month, it
  is ${run.figure("published-recruitment.shortfall.probability")}. Both readings count in the base.
`;

// %% What the change of strength hangs on
show(run.chart("tornado"));
md`
  The longest bar is **“${run.influences[0]!.label}”**, followed by “${run.influences[1]!.label}”.
`;

// %% [markdown]
// ## The two figures at their word
//
// Suppose for a moment that 20,000 and 1,000 are exact and that one in four casualties is killed, so that only the return of
// the wounded and the course of the fighting are uncertain, and that nobody leaves otherwise.

// %% With exactly the article's two figures
const exact = await manpower.with(asWritten).run({ variants: [], influences: false });
show(exact.chart("endBalance"));
md`
  That the army is smaller after a year than at the start then has a chance of
  ${exact.figure("shortfall.probability")}, in words: ${exact.figure("shortfall.words")}. With everything as believed above
  it was ${run.figure("shortfall.probability")}; if, with the rest as
  believed, no wounded soldier ever returned, it would be ${run.figure("all-casualties-final.shortfall.probability")}.
`;

// %% [markdown]
// So the argument turns on the share that is lost for good. Here it is yours to set, with the article's two figures held
// still: how many of all casualties are killed, and how many of the wounded return.

// %% The share that is lost for good, as you see it
show(exact.live({ chart: "balance", controls: ["woundedReturning", "killedShare"] }));

// %% [markdown]
// ## What the contingent adds
//
// Where there is a deficit, soldiers from elsewhere make up for part of it: those of the North Korean contingent who are
// still there, as the war leaves them.

// %% How much of the deficit the contingent makes up for
show(run.chart("variants-coveredShare"));
md`
  With them the army is smaller all the same with a chance of ${run.figure("shortfallWith.probability")}. Of the futures with a
  deficit, half have less than ${run.figure("coveredShare.p50")} of it made up for; in ${run.figure("coveredShare.never")} of
  all futures there is no deficit. With a hundred thousand soldiers throughout the median would be
  ${run.figure("contingent-100k.coveredShare.p50")}.
`;
