// A config on its way to a worker or a page: the other end makes the same distributions.
import { expect, test } from "vitest";
import type { Config } from "../../src/assumptions/assumptions.ts";
import {
  AssumptionReader,
  columnKey,
  serializeColumns,
  serializeConfig,
} from "../../src/assumptions/serialized.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";

const inputs = { pace: "km/h", load: { unit: "1", min: 0, max: 1 } };
const data = new Map([[columnKey("data/walks.csv", "pace"), [3, 4, 5, 6]]]);
const belief = 'empirical("data/walks.csv", "pace")';
const config: Config = {
  seed: "s",
  trials: 1024,
  steps: 3,
  correlations: [{ between: ["pace", "load"], rank: 0.5 }],
  levels: [],
  claims: new Map(),
  variants: [
    {
      name: "base",
      title: "Base",
      assumptions: [
        {
          name: "pace",
          belief,
          unit: "km/h",
          distribution: evaluateBelief(belief, { readColumn: () => [3, 4, 5, 6] }),
          basis: { kind: "judgement", why: "Measured" },
        },
      ],
    },
  ],
};

test("a config comes out of JSON and of a message as it went in (law)", () => {
  const sent = { config: serializeConfig(config), columns: serializeColumns(data) };
  for (const received of [JSON.parse(JSON.stringify(sent)) as typeof sent, structuredClone(sent)]) {
    expect(received).toEqual(sent);
    const reader = new AssumptionReader(inputs, received.columns);
    const [before] = config.variants[0]!.assumptions;
    const after = reader.read(received.config.variants[0]!.assumptions[0]!);
    expect({ ...after, distribution: undefined }).toEqual({ ...before, distribution: undefined });
    for (const p of [0.1, 0.5, 0.9])
      expect(after.distribution.quantile(p)).toBe(before!.distribution.quantile(p));
  }
});

const assumption = (text: string) => ({
  name: "load",
  belief: text,
  unit: "1",
  basis: { kind: "judgement", why: "A test" } as const,
});

test("an assumption that was met before keeps its distribution, hundreds later no more", () => {
  const reader = new AssumptionReader(inputs, []);
  const first = reader.read(assumption("uniform(0, 1)")).distribution;
  for (let k = 1; k <= 150; k++) reader.read(assumption(`0.${k}`));
  expect(reader.read(assumption("uniform(0, 1)")).distribution).toBe(first);
  for (let k = 151; k <= 400; k++) reader.read(assumption(`0.${k}`));
  expect(reader.read(assumption("uniform(0, 1)")).distribution).not.toBe(first);
});

test("a belief outside the input's bounds, and a column that did not come along, are refused", () => {
  const reader = new AssumptionReader(inputs, serializeColumns(data));
  expect(() => reader.read(assumption("uniform(0, 2)"))).toThrow("the scenario takes 0 to 1");
  expect(() => reader.read(assumption('empirical("data/walks.csv", "load")'))).toThrow(
    'column "load" of data/walks.csv is not in this page',
  );
});
