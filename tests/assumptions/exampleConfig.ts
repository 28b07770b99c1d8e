// A small config that reads well, for tests to break in one place at a time.

import { nonNegative, share } from "../../src/assumptions/input.ts";
import { readClaims } from "../../src/assumptions/readClaims.ts";
import type { Overrides } from "../../src/assumptions/readConfig.ts";
import { readConfig } from "../../src/assumptions/readConfig.ts";

export const scenario = {
  name: "payments",
  step: "month" as const,
  inputs: {
    troops: nonNegative("soldiers"),
    pay: "USD/soldier/month",
    loss: nonNegative("1/month"),
    killed: share(),
  },
};

export const claims = readClaims({
  file: "claims.yaml",
  text: `claims:
  troops-low:
    says: The first count of the soldiers.
    value: 11k
    unit: soldiers
    hedge: about
    source: A ministry
    paragraph: 2
    grade: B2
    reason: Named, but an estimate.
  pay:
    says: What is paid for each.
    value: 2_000
    unit: USD/soldier/month
    hedge: none
    source: A service
    paragraph: 6
    grade: C3
    reason: One source.
`,
});

export const goodConfig = `seed: 7
trials: 8_192
horizon: 24 months
assumptions:
  troops:
    belief: pert(11k, 14k, 100k)
    unit: soldiers
    claims: [troops-low]
  pay:
    belief: 2000
    unit: USD/soldier/month
    claims: [pay]
    why: As told.
  loss:
    belief: uniform(12%, 24%)
    unit: 1/year
    why: By analogy.
  killed:
    belief: beta(2, 6)
    unit: "1"
    why: The usual reading.
variants:
  low-count:
    set: { troops: 11k }
  dear:
    title: Twice the pay
    set:
      pay: 4k
      troops: 1 to 2
correlations:
  - between: [troops, loss]
    rank: 0.5
`;

export function readExample(text: string, overrides?: Overrides) {
  return readConfig({ text, file: "p.yaml" }, scenario, claims, overrides);
}
