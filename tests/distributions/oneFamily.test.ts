// A distribution is one file and one line in the list of families: a toy family is handed over in a longer list, and
// everything that should know of it does.
import { expect, test } from "vitest";
import { assumptionInterpretations } from "../../src/assumptions/assumptionInterpretations.ts";
import { configSchema } from "../../src/assumptions/configSchema.ts";
import { readConfig } from "../../src/assumptions/readConfig.ts";
import { familyHelp } from "../../src/beliefs/beliefHelp.ts";
import { beliefWords } from "../../src/beliefs/beliefWords.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { interpretationsOf } from "../../src/beliefs/interpretations.ts";
import type { Family } from "../../src/distributions/distribution.ts";
import { families as bundled, discrete } from "../../src/distributions/index.ts";
import { typicalValue } from "../../src/report/shared/typicalValue.ts";

/** Low, middle or high, each with the same chance. */
const threePoints: Family = {
  name: "threePoints",
  meaning: "Take it for one of three values.",
  signatures: [
    {
      parameters: [
        { name: "low", meaning: "the lowest", kind: "value" },
        { name: "middle", meaning: "the middle one", kind: "value" },
        { name: "high", meaning: "the highest", kind: "value" },
      ],
      create: ({ low, middle, high }) =>
        discrete([low!, middle!, high!].map((value) => ({ value, weight: 1 }))),
    },
  ],
  figures: { kind: "range", low: "low", high: "high", mode: "middle" },
  shapesOf: ({ low, mode, high }) => [
    { name: "three points", aspect: "shape", parameters: { low, middle: mode, high } },
  ],
  inWords: ([low, middle, high]) => ({ quantity: `${low}, ${middle} or ${high}`, remark: "all alike" }),
};
const families = [...bundled, threePoints];
const belief = "threePoints(1k, 2k, 6k)";
const config = (text: string) => ({
  file: "scenarios/toy.yaml",
  text: `horizon: 2 months\nassumptions: { price: { belief: "${text}", unit: USD, why: toy } }\n`,
});
const scenario = { name: "toy", step: "month", inputs: { price: "USD" } } as const;

test("without the list the family is unknown, and the list that it is added to is not changed", () => {
  expect(() => evaluateBelief(belief)).toThrow('unknown family "threePoints"');
  expect(bundled).not.toContain(threePoints);
});

test("a belief can call it, inside other beliefs too, and errors name it", () => {
  expect(evaluateBelief(belief, { families }).mean).toBe(3000);
  expect(evaluateBelief(`mixture(50%: ${belief}, 50%: 5k)`, { families }).mean).toBe(4000);
  expect(() => evaluateBelief("threePoint(1, 2, 3)", { families })).toThrow('unknown family "threePoint"');
  expect(() => evaluateBelief("threePoints(1, 2)", { families })).toThrow("threePoints is missing high");
});

test("the help has its parameters", () => {
  expect(familyHelp(families).at(-1)).toEqual({
    name: "threePoints",
    meaning: threePoints.meaning,
    signatures: [
      { usage: "threePoints(low, middle, high)", parameters: threePoints.signatures[0]!.parameters },
    ],
  });
});

test("a config and its schema take it", () => {
  const [base] = readConfig(config(belief), scenario, new Map(), {}, { families }).variants;
  expect(base!.assumptions[0]!.distribution.support).toEqual([1000, 6000]);
  const data = { horizon: "2 months", assumptions: { price: { belief, unit: "USD", why: "toy" } } };
  expect(configSchema(scenario.inputs).safeParse(data).success).toBe(true);
});

test("a slider moves its typical value", () => {
  const anywhere = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const typical = typicalValue(belief, anywhere, { families });
  expect(typical).toMatchObject({ value: 2000, low: 1000, high: 6000 });
  expect(typical.at(3000)).toBe("threePoints(1k, 3k, 6k)");
});

test("it has words, and is an interpretation of other beliefs", () => {
  expect(beliefWords(belief, "USD", families)).toBe("1k, 2k or 6k USD, all alike");
  expect(interpretationsOf("between 1k and 9k (typically 3k)", { families })).toContainEqual({
    name: "three points",
    aspect: "shape",
    belief: "threePoints(1k, 3k, 9k)",
  });
  const [base] = readConfig(config("1k to 9k"), scenario, new Map()).variants;
  const found = assumptionInterpretations(base!.assumptions[0]!, "USD", { families });
  expect(found.map(({ name }) => name)).toContain("three points");
});
