// %% [markdown]
// # What would the war do to 11,000 soldiers?
//
// A news article of November 2024 reports on the North Korean soldiers in Russia's war against Ukraine. The experts whom
// it cites do not agree on what these soldiers will do: build and dig behind the lines, fight in the front line, or, like
// the 11th Corps, infiltrate and sabotage. For the soldiers this is the question that decides everything else.

// %% Believed about their role
import { load, md, show } from "sandtable/notebook";

const contingent = await load("contingent");
show(
  contingent.ledger([
    "troops",
    "combatShare",
    "specialShare",
    "frontRate",
    "specialRate",
    "supportRate",
    "readiness",
  ]),
);

// %% [markdown]
// ## A year at war
//
// The next chart counts everyone who is killed or wounded. A soldier who is wounded, recovers and is hit again counts twice.
// Some of those who are lost are replaced, some are relieved, and more may come in batches if the high report is a plan: all
// this is as in the scenario of the deployment. So more are sent in the year than the 11,000 of its beginning.

// %% Killed or wounded so far
const run = await contingent.run({ influences: false });
show(run.chart("casualties"));
md`
  **${run.answer}** The spread is not the fog of war alone: in some of these futures most of the soldiers never see the
  front, in others nearly all of them do.
`;

// %% [markdown]
// ## Story by story
//
// So it is more honest to look at the stories one by one than at their mixture.

// %% Casualties, story by story
show(run.chart("variants-totalCasualties"));
md`
  All in engineering and construction: ${run.figure("engineers-only.totalCasualties")}. All on the front line:
  ${run.figure("front-line.totalCasualties")}. Between the two lies the median of what we believe,
  ${run.figure("totalCasualties.p50")}. The article's figures alone cannot decide between them; the reports of combat that
  it cites speak against the first. If all were relieved after half a year, by full units for those that have shrunk, the
  median would be ${run.figure("half-year-tours.totalCasualties.p50")}: more are there, and more are hit.
`;

// %% How many are left in the field
show(run.chart("strength", { variant: "no-replacement" }));
md`
  If the lost are not replaced, though some are relieved, ${run.figure("no-replacement.endStrength.p50")} are in the field after a year (median), and
  ${run.figure("no-replacement.totalKilled.p50")} have been killed. On the front line, with replacements as believed, the
  killed would be ${run.figure("front-line.totalKilled")}.
`;

// %% [markdown]
// ## Experience of combat
//
// The article says that experience of combat could be part of what Pyongyang gains. It is bought with casualties.

// %% Survivors with experience of combat
show(run.chart("veterans"));
md`
  Survivors who have seen combat: ${run.figure("veterans")}. That is little beside the whole army: even all who are sent
  in the year, survivors or not, make up ${run.figure("shareOfArmy.p50")} of it. If every soldier were relieved after half
  a year, more would be sent, and the median of those with experience would be
  ${run.figure("half-year-tours.veterans.p50")}.
`;
