import { expect, test } from "vitest";
import { parse } from "yaml";
import { configPlaces } from "../../../src/node/project/configPlaces.ts";
import { changedConfig, yamlText } from "../../../src/report/shared/changedConfig.ts";

const text = `# beliefs
horizon: 24 months # two years
assumptions:
  troops:
    belief: "pert(11k, 14k, 100k)"   # the count
    unit: soldiers
    why: because
  pay: { belief: 2000, unit: USD, why: because }
variants:
  many: { title: Many, set: { troops: 100k, pay: 3 } }
`;

test("right answer: a change is written wherever the assumption stands, and all else stays as it was", () => {
  const changed = changedConfig(text, configPlaces(text), {
    set: { troops: "mixture(70%: 11k, 30%: 15k to 100k)" },
    horizon: "1 year",
    seed: "yes: no",
  });
  expect(changed).toBe(
    text
      .replace("horizon: 24 months", 'seed: "yes: no"\nhorizon: 1 year')
      .replace('"pert(11k, 14k, 100k)"', '"mixture(70%: 11k, 30%: 15k to 100k)"')
      .replace("troops: 100k", 'troops: "mixture(70%: 11k, 30%: 15k to 100k)"'),
  );
});

test.each([
  ["trials: 9\n", "SEED trials: 9\n"],
  ["# header\n# more\n\n\nassumptions:\n", "# header\n# more\n\n\nSEED assumptions:\n"],
  ["# header\n\n# of the trials\ntrials: 9\n", "# header\n\nSEED # of the trials\ntrials: 9\n"],
  ["# header\r\ntrials: 9\r\n", "# header\r\nSEED trials: 9\r\n"],
  ["%YAML 1.2\n---\n# header\ntrials: 9\n", "%YAML 1.2\n---\n# header\nSEED trials: 9\n"],
])("right answer: in %j a setting that it did not have comes after the header", (config, expected) => {
  const changed = changedConfig(config, configPlaces(config), { set: {}, seed: "7" });
  expect(changed).toBe(expected.replace("SEED ", "seed: 7\n"));
  expect(parse(changed, { schema: "failsafe" }).seed).toBe("7");
});

test("right answer: an assumption may be called constructor, and what the config does not hold is named", () => {
  const odd = "assumptions:\n  constructor: { belief: 3 }\n";
  const places = configPlaces(odd);
  expect(changedConfig(odd, places, { set: { constructor: "4" } })).toBe(odd.replace("3", "4"));
  expect(changedConfig(odd, places, { set: { toString: "4" } })).toBe(
    `# Also with --set "toString=4"\n${odd}`,
  );
});

test("law: no change gives the same text", () => {
  expect(changedConfig(text, configPlaces(text), { set: {} })).toBe(text);
});

test.each([
  "11k",
  "up to 20k (typically 85%)",
  "# no",
  "a: b",
  "[x]",
  '"',
  "&x",
  "- 1",
  "-1",
  "1 # 2",
  "é\n",
])("law: %j survives YAML, also between braces", (value) => {
  expect(parse(`{ a: ${yamlText(value)} }`, { schema: "failsafe" }).a).toBe(value);
});
