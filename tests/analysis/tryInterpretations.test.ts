import { describe, expect, test } from "vitest";
import type {
  InterpretationFindings,
  Outcome,
} from "../../src/analysis/interpretations/interpretationFindings.ts";
import { tryInterpretations } from "../../src/analysis/interpretations/tryInterpretations.ts";
import { readConfig } from "../../src/assumptions/readConfig.ts";
import { verdictSentence } from "../../src/format/verdictSentence.ts";
import { defineScenario, event, nonNegative, scalar, series, share } from "../../src/index.ts";
import exact from "../reference/payments_exact.json" with { type: "json" };

/** Soldiers who arrive over some months, are lost and replaced in part, and are paid for by the month. */
const payments = defineScenario({
  title: "Payments",
  question: "How much is paid?",
  answer: "{totalPaid}",
  headline: ["totalPaid", "paid"],
  step: "month",
  inputs: {
    troops: nonNegative("soldiers"),
    rampUp: nonNegative("months"),
    monthlyLoss: share(),
    replacedShare: share(),
    pay: nonNegative("USD/soldier/month"),
  },
  outputs: { paid: series("USD", "Paid so far"), totalPaid: scalar("USD", "Paid by the end") },
  trial({ troops, rampUp, monthlyLoss, replacedShare, pay }, out, { steps }) {
    let present = 0;
    let paid = 0;
    for (let month = 0; month < steps; month++) {
      present +=
        rampUp > month ? troops * Math.min(1 / rampUp, 1 - month / rampUp) : month === 0 ? troops : 0;
      paid += present * pay;
      out.paid[month] = paid;
      present *= 1 - monthlyLoss * (1 - replacedShare);
    }
    out.totalPaid = paid;
  },
});
const yaml = `horizon: 12 months
assumptions:
  troops: { belief: "pert(11k, 14k, 100k)", unit: soldiers, why: a }
  rampUp: { belief: "uniform(0, 6)", unit: months, why: b }
  monthlyLoss: { belief: "pert(0%, 3%, 10%)", unit: "1", why: c }
  replacedShare: { belief: "uniform(0%, 100%)", unit: "1", why: d }
  pay: { belief: "pert(1900, 2000, 2400)", unit: USD/soldier/month, why: e }`;

/** At 2,000 USD with all losses replaced what is left is a product of soldiers and months. */
function readPayments(
  set: string[],
  combinations = 0,
  horizon = "12 months",
): Promise<InterpretationFindings> {
  const overrides = { horizon, trials: 4096, set: ["replacedShare=1", ...set] };
  const named = { ...payments, name: "payments" };
  const config = readConfig({ text: yaml, file: "payments.yaml" }, named, new Map(), overrides);
  return tryInterpretations("payments", payments, config, { combinations });
}

function totalOf(outcome: Outcome | undefined) {
  if (outcome?.kind !== "scalar") throw new Error("no scalar");
  return outcome;
}

const year = ["rampUp=0", "pay=2000", "troops=between 11k and 100k"];
const hedge = await readPayments(year);

describe("right answers: a year's payment as the shape of the same two figures has it", () => {
  const shapes = { uniform: undefined, triangular: "triangular", pert: "PERT" };
  test.each(exact.cases)(
    "$troops, within 4 standard errors (false alarm 1 in 16,000 each)",
    ({ troops, mean, quantiles }) => {
      const name = shapes[troops.split("(")[0] as keyof typeof shapes];
      const read = hedge.readings.find((one) => one.assumption === "troops" && one.name === name);
      const total = totalOf((read?.outcomes ?? hedge.base).totalPaid);
      const at = (p: number) => quantiles.find((one) => one.p === p)!.x;
      const pairs = [
        [total.mean, mean],
        [total.p5, at(0.05)],
        [total.p50, at(0.5)],
        [total.p95, at(0.95)],
      ] as const;
      for (const [{ value, error }, truth] of pairs) expect(Math.abs(value - truth)).toBeLessThan(4 * error);
    },
  );

  test("the shape alone moves the mean from 0.924 to 1.332 billion", () => {
    const { means } = hedge.spreads[0]!.assumptions.find(({ assumption }) => assumption === "troops")!
      .shapes!;
    expect(Math.abs(means.low.value - 0.924e9)).toBeLessThan(4 * means.low.error);
    expect(Math.abs(means.high.value - 1.332e9)).toBeLessThan(4 * means.high.error);
  });
});

describe("laws", () => {
  test("what moves nothing has no spread: with all replaced, losses are paid for however they are read", () => {
    const { medians } = hedge.spreads[0]!.assumptions.find(({ assumption }) => assumption === "monthlyLoss")!;
    expect(medians.low).toEqual(medians.high);
    expect(hedge.spreads[0]!.most?.assumption).toBe("troops");
  });

  test("a series that ends as the scalar does is told once", () => {
    expect(hedge.spreads.map(({ output }) => output)).toEqual(["totalPaid"]);
  });

  test("where all is certain there is nothing to read otherwise", async () => {
    const found = await readPayments(["rampUp=0", "pay=2000", "troops=11k", "monthlyLoss=0"], 10);
    expect(found.readings).toEqual([]);
    expect(found.verdict).toEqual({ survival: "survives" });
    expect(verdictSentence(found)).toContain("certain");
  });

  test("combinations hold those of one reading, stay under their bound, and name what is left out", async () => {
    const set = ["troops=11k to 20k", "pay=1900 to 2100", "rampUp=uniform(0, 6)", "monthlyLoss=0"];
    const { combined, spreads } = await readPayments(set, 40, "6 months");
    expect(combined.played).toBeGreaterThan(1);
    expect(combined.played).toBeLessThanOrEqual(40);
    expect([...combined.assumptions, ...combined.leftOut].sort()).toEqual(["pay", "rampUp", "troops"]);
    const [spread] = spreads;
    const inGrid = spread!.assumptions.filter(({ assumption }) => combined.assumptions.includes(assumption));
    for (const { medians } of inGrid) {
      expect(spread!.combined!.medians.low.value).toBeLessThanOrEqual(medians.low.value);
      expect(spread!.combined!.medians.high.value).toBeGreaterThanOrEqual(medians.high.value);
    }
  });

  test("the same config gives the same findings", async () => {
    expect(await readPayments(year)).toEqual(hedge);
  });
});

describe("right answers: the verdict on a chance and on a number", () => {
  const draw = defineScenario({
    title: "Draw",
    question: "Does it happen?",
    answer: "{happens}",
    headline: ["happens", "level"],
    step: "month",
    inputs: { level: share(), limit: share() },
    outputs: { happens: event("It happens"), level: scalar("1", "Level") },
    trial({ level, limit }, out) {
      out.happens = level < limit;
      out.level = level;
    },
  });
  const read = (level: string, limit: string, headline: readonly string[]) => {
    const text = `trials: 4096\nhorizon: 1 month\nassumptions:
  level: { belief: "${level}", unit: "1", why: a }
  limit: { belief: "${limit}", unit: "1", why: b }`;
    const config = readConfig({ text, file: "draw.yaml" }, { ...draw, name: "draw" }, new Map());
    return tryInterpretations("draw", { ...draw, headline }, config, { combinations: 0 });
  };

  test("a chance survives where the words stay, and does not where they jump", async () => {
    // Symmetric shapes around 0.5 leave the chance of less than 0.5 at a half.
    const even = await read("uniform(0.2, 0.8)", "0.5", ["happens"]);
    expect(even.verdict.survival).toBe("shifts"); // the lognormal through 0.2 and 0.8 leans to the left: 64 %, likely
    const part = await read("mixture(50%: 0.1, 50%: 0.9)", "0.5", ["happens"]);
    expect(part.spreads[0]!.medians).toMatchObject({ low: { value: 0 }, high: { value: 1 } });
    expect(part.verdict.survival).toBe("does not survive");
  });

  test("a number survives while its medians stay within the middle half", async () => {
    const steady = await read("uniform(0, 1)", "0.5", ["level"]);
    expect(steady.verdict.survival).toBe("survives");
    const moved = await read("mixture(99%: uniform(0.1, 0.2), 1%: 0.9)", "0.5", ["level"]);
    expect(moved.verdict.survival).toBe("does not survive");
    expect(moved.spreads[0]!.most?.belief).toBe("0.9");
  });
});
