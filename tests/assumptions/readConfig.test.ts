// What a config says, once it is read: right answers (by hand).
import { describe, expect, test } from "vitest";
import type { Config } from "../../src/assumptions/assumptions.ts";
import { configJsonSchema } from "../../src/assumptions/configSchema.ts";
import { claims, goodConfig, readExample, scenario } from "./exampleConfig.ts";

const assumptionOf = (config: Config, name: string, variant = "base") =>
  config.variants
    .find((candidate) => candidate.name === variant)!
    .assumptions.find((candidate) => candidate.name === name)!;

describe("a config that reads", () => {
  const config = readExample(goodConfig);

  test("gives seed as text, the trials asked for, and the horizon in steps of the scenario", () => {
    expect([config.seed, config.trials, config.steps]).toEqual(["7", 8192, 24]);
    expect(readExample(goodConfig.replace("24 months", "2 years")).steps).toBe(24);
  });

  test("gives the base first, then the variants in the order of the file, each with every assumption", () => {
    expect(config.variants.map(({ name, title }) => [name, title])).toEqual([
      ["base", "Base"],
      ["low-count", "Low count"],
      ["dear", "Twice the pay"],
    ]);
    for (const { assumptions } of config.variants) {
      expect(assumptions.map(({ name }) => name)).toEqual(["troops", "pay", "loss", "killed"]);
    }
    expect(assumptionOf(config, "pay", "dear").distribution.mean).toBe(4000);
    expect(assumptionOf(config, "pay", "low-count").distribution.mean).toBe(2000);
  });

  test("keeps beliefs as written and their distributions in the unit that the scenario reads", () => {
    const loss = assumptionOf(config, "loss");
    expect([loss.belief, loss.unit]).toEqual(["uniform(12%, 24%)", "1/year"]);
    expect(loss.distribution.mean).toBeCloseTo(0.015, 15);
  });

  test("gives each assumption its claims or its judgement, and the claims that are named", () => {
    expect(assumptionOf(config, "troops").basis).toEqual({ kind: "claims", ids: ["troops-low"] });
    expect(assumptionOf(config, "pay").basis).toEqual({ kind: "claims", ids: ["pay"], why: "As told." });
    expect(assumptionOf(config, "loss").basis).toEqual({ kind: "judgement", why: "By analogy." });
    expect([...config.claims.keys()]).toEqual(["troops-low", "pay"]);
    expect(config.claims.get("pay")).toBe(claims.get("pay"));
  });

  test("gives a variant's reason as it stands, and none where there is none", () => {
    const text = goodConfig.replace(
      "    title: Twice the pay",
      "    title: Twice the pay\n    why: A ministry, 3 May 2020.",
    );
    const [base, lowCount, dear] = readExample(text).variants;
    expect(dear!.why).toBe("A ministry, 3 May 2020.");
    for (const variant of [base!, lowCount!]) expect(variant).not.toHaveProperty("why");
  });

  test("gives the correlations", () => {
    expect(config.correlations).toEqual([{ between: ["troops", "loss"], rank: 0.5 }]);
  });
});

describe("what is left out", () => {
  test("has defaults: seed, trials, variants, correlations", () => {
    const text = goodConfig.replace(/seed: 7\ntrials: 8_192\n/, "").replace(/variants:[\s\S]*/, "");
    const { seed, trials, variants, correlations } = readExample(text);
    expect([seed, trials, variants.length, correlations]).toEqual(["sandtable", 16_384, 1, []]);
  });
});

describe("overrides", () => {
  test("replace seed, trials and horizon", () => {
    const { seed, trials, steps } = readExample(goodConfig, {
      seed: "",
      trials: "1e4",
      horizon: "36 months",
    });
    expect([seed, trials, steps]).toEqual(["", 10_000, 36]);
    expect(readExample(goodConfig, { trials: 500 }).trials).toBe(500);
  });

  test("have the last word in every variant, in the unit of the file, and stand on no claim", () => {
    const config = readExample(goodConfig, { set: ["troops=12k", "loss = 24%"] });
    for (const { name } of config.variants) {
      const troops = assumptionOf(config, "troops", name);
      expect(troops.distribution.support).toEqual([12_000, 12_000]);
      expect(troops.basis.kind).toBe("judgement");
      expect(assumptionOf(config, "loss", name).distribution.mean).toBeCloseTo(0.02, 15);
    }
    expect([...config.claims.keys()]).toEqual(["pay"]);
  });

  test("may make a correlated input certain: the correlation is then without effect", () => {
    expect(readExample(goodConfig, { set: ["troops=11000"] }).correlations).toHaveLength(1);
  });
});

test("values that YAML would turn into something else stay what was written", () => {
  expect(assumptionOf(readExample(goodConfig.replace("2000", "150_000")), "pay").distribution.mean).toBe(
    150_000,
  );
  expect(readExample(goodConfig.replace("seed: 7", "seed: 007")).seed).toBe("007");
  expect(readExample(goodConfig.replace("seed: 7", "seed: no")).seed).toBe("no");
});

test("the JSON Schema tells an editor the keys, which are needed, and this scenario's inputs", () => {
  const schema = JSON.parse(JSON.stringify(configJsonSchema(scenario.inputs)));
  expect(schema.required).toEqual(["horizon", "assumptions"]);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.assumptions.required).toEqual(["troops", "pay", "loss", "killed"]);
  const { pay } = schema.properties.assumptions.properties;
  expect(pay.description).toBe("Pay, read in USD/soldier/month");
  expect(pay.properties.belief.type).toEqual(["string", "number"]);
  expect(schema.properties.correlations.items.properties.rank).toMatchObject({ minimum: -1, maximum: 1 });
  const any = JSON.parse(JSON.stringify(configJsonSchema()));
  expect(any.properties.assumptions.additionalProperties.required).toEqual(["unit"]);
});
