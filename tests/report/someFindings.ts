// The smallest findings there can be: one variant, one scalar.
import type { Findings, ScalarSummary } from "../../src/analysis/findings.ts";

/** Findings whose only output has this name. */
export function findings(output: string): Findings {
  const estimate = { value: 1.5, error: 0.25 };
  const bands = { p5: estimate, p25: estimate, p50: estimate, p75: estimate, p95: estimate };
  const summary: ScalarSummary = {
    kind: "scalar",
    unit: "USD",
    label: "Won",
    mean: estimate,
    sd: estimate,
    ...bands,
  };
  return {
    scenario: "coins",
    title: "Coins",
    question: "How much?",
    answerTemplate: "1.5 USD",
    headline: [output],
    seed: "sandtable",
    trials: 256,
    horizon: { steps: 3, unit: "month" },
    variants: [{ name: "base", title: "Base", assumptions: {}, outputs: { [output]: summary } }],
    comparisons: [],
    exceedance: [],
    crossings: [],
    tornado: {
      output,
      label: "Won",
      unit: "USD",
      statistic: "median",
      trials: 1024,
      base: { value: 1.5, error: 0 },
      influences: [],
    },
    claims: {},
  };
}
