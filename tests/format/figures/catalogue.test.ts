// One figure has one name and one text wherever it is asked for: in an answer, a notebook, prose, a check.
import { describe, expect, test } from "vitest";
import { answerSentence } from "../../../src/format/answerSentence.ts";
import { figureCatalogue } from "../../../src/format/figures/catalogue.ts";
import { figureNames } from "../../../src/format/figures/figureNames.ts";
import { outputFigures } from "../../../src/format/figures/outputFigures.ts";
import { figureWords } from "../../../src/format/references/formatReference.ts";
import { summaryData } from "../../../src/format/summaryJson.ts";
import { figureText } from "../../../src/node/notebooks/runFigures.ts";
import { event } from "../../../src/simulation/outputKinds/event.ts";
import { scalar } from "../../../src/simulation/outputKinds/scalar.ts";
import { eventOf, findingsOf, scalarOf } from "../../charts/findings.ts";

const outputs = {
  paid: scalarOf("Paid by the end", "USD", 960e6, 0.4),
  share: scalarOf("Share kept", "share", 0.25, 0.2),
  first: scalarOf("First month", "months", 6, 0.3, 0.25),
  broke: eventOf("Runs out of money", 0.713),
};
const declared = {
  paid: scalar("USD", "Paid by the end"),
  share: scalar("share", "Share kept"),
  first: scalar("months", "First month", { mayNotHappen: true }),
  broke: event("Runs out of money"),
};
const findings = findingsOf({ headline: ["paid"], steps: 24, variants: [["As believed", outputs]] });
const names = Object.keys(outputs) as (keyof typeof outputs)[];
const references = names.flatMap((name) => [
  name,
  ...figureNames(declared[name]).map((figure) => `${name}.${figure}`),
]);

test("the figures of an output are those that its declaration promises, in the same order (law)", () => {
  for (const name of names) {
    expect([...outputFigures(outputs[name]).below.keys()]).toEqual(figureNames(declared[name]));
  }
});

describe("a figure reads the same", () => {
  test.each(references)("in an answer and in a notebook: %s (law)", (reference) => {
    const answer = answerSentence({ ...findings, answerTemplate: `{${reference}}` });
    expect(answer).toBe(figureText(findings, reference));
    expect(answer).not.toContain("{");
  });

  test.each(references)(
    "of a run in memory and of its summary.json, in three digits: %s (law)",
    (reference) => {
      const written = JSON.parse(JSON.stringify(summaryData(findings)));
      const catalogues = new Map([[findings.scenario, figureCatalogue(written)]]);
      const isNumberAlone = reference.includes(".") && !reference.endsWith(".words");
      const format = isNumberAlone ? ":digits3" : "";
      const inProse = figureWords(`${findings.scenario}.base.${reference}${format}`, catalogues);
      expect(inProse).toBe(figureText(findings, reference));
    },
  );
});

test("what has no such figure stays a placeholder (right answer)", () => {
  const answer = answerSentence({
    ...findings,
    answerTemplate: "{paid.p51} {paid.label} {nobody} {toString}",
  });
  expect(answer).toBe("{paid.p51} {paid.label} {nobody} {toString}");
});
