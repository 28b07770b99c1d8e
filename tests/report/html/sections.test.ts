// What a table says about a difference. Right answers.
import { describe, expect, test } from "vitest";
import type { Findings, OutputSummary } from "../../../src/analysis/findings.ts";
import type { Claim } from "../../../src/assumptions/readClaims.ts";
import { describeComparisons } from "../../../src/cli/commands/compare.ts";
import { articleLine, findingsSection, ledgerSection } from "../../../src/report/html/sections.ts";
import { eventOf, eventSeriesOf, findingsOf, scalarOf, seriesOf } from "../../charts/findings.ts";

test("the difference of two chances is told in points, without an interval of yes and no", () => {
  const outputs = { broke: eventOf("Runs out of money", 0.3) };
  const less = { broke: eventOf("Runs out of money", 0.2) };
  const findings = findingsOf({
    headline: ["broke"],
    steps: 24,
    variants: [
      ["As believed", outputs],
      ["Less", less],
    ],
  });
  const at = (value: number) => ({ value, error: 0 });
  const difference = { mean: { value: -0.1, error: 0.003 }, p5: at(-1), p50: at(0), p95: at(0) };
  const compared = { label: "Runs out of money", unit: "1", difference, chanceGreater: at(0) };
  const page = findingsSection({
    ...findings,
    comparisons: [{ variant: "variant-1", against: "base", outputs: { broke: compared } }],
  } as unknown as typeof findings).markup;
  expect(page).toContain("Runs out of money (percentage points)");
  expect(page).toContain("<td>−10.0 ± 0.3</td><td></td>");
  expect(page).not.toMatch(/100\s%/);
  expect(page).toContain('role="region" aria-label="Variants against the base');
});

test("a chance by step that ends as a chance does is told once, and every chance has its words (law)", () => {
  const outputs = {
    broke: eventOf("Broke by the end", 0.3),
    brokeBy: eventSeriesOf("Broke by the month", 24, (step) => (0.3 * step) / 24, 0.004),
    late: eventSeriesOf("Late in the month", 24, () => 0.7),
  };
  const findings = findingsOf({
    headline: ["broke", "late"],
    steps: 24,
    variants: [["As believed", outputs]],
  });
  const page = findingsSection(findings).markup;
  expect(page).toContain("Broke by the end");
  expect(page).not.toContain("Broke by the month");
  expect(page).toContain("Chance of “Late in the month”, month 24");
  expect(page).not.toContain('<td class="words"></td>');
});

test("what is the same at the end in the base alone is told of every variant", () => {
  const variants = [0, 5].map((more, i): [string, Record<string, OutputSummary>] => [
    `Variant ${i}`,
    {
      most: scalarOf("Most at once", "USD", 100, 0),
      present: seriesOf(
        "Present",
        "USD",
        2,
        () => 100 - more,
        () => 0,
      ),
    },
  ]);
  const page = findingsSection(findingsOf({ headline: ["most"], steps: 2, variants })).markup;
  expect(page).toContain("Present (USD), month 2");
});

test.each([
  ["of what need not happen say in which trials they are", 0.2, true],
  ["of what always happens say nothing of it", undefined, false],
])("differences %s", (_, never, isSaid) => {
  const variants = ["As believed", "Otherwise"].map((title): [string, Record<string, OutputSummary>] => [
    title,
    { month: scalarOf("Month of the shift", "months", 6, 0.5, never), won: scalarOf("Won", "USD", 10, 0.5) },
  ]);
  const findings = findingsOf({ headline: ["won"], steps: 12, variants });
  const at = (value: number) => ({ value, error: 0.1 });
  const compared = (label: string, unit: string) => {
    const difference = { mean: at(1), p5: at(0), p50: at(1), p95: at(2) };
    return { label, unit, difference, chanceGreater: at(0.5) };
  };
  const outputs = { month: compared("Month of the shift", "months"), won: compared("Won", "USD") };
  findings.comparisons = [{ variant: "variant-1", against: "base", outputs }];
  const note = "Differences of “Month of the shift” count only the trials in which it happened";
  for (const text of [findingsSection(findings).markup, describeComparisons(findings).replace(/\s+/g, " ")]) {
    expect(text.includes(note)).toBe(isSaid);
    expect(text.includes("count only")).toBe(isSaid);
  }
});

describe("where a figure is from", () => {
  const claim: Claim = {
    id: "pay",
    says: "What is paid.",
    hedge: "none",
    source: "A <service>",
    article: '"<b>Who counts?</b>", The Weekly, 3 May 2020',
    paragraph: 2,
    grade: "B2",
    gradeReason: "Named.",
  };
  const assumption = (belief: string) => ({
    ...{ label: "Pay", belief, unit: "USD", inputUnit: "USD", claims: ["pay"], p5: 1, p50: 1, p95: 1 },
    basis: { kind: "claims", ids: ["pay"], why: "As it says." } as const,
  });
  const made = findingsOf({
    headline: ["won"],
    steps: 12,
    variants: ["As believed", "Dear", "Dearer"].map((title) => [
      title,
      { won: scalarOf("Won", "USD", 10, 0.5) },
    ]),
  });
  const beliefs = ["2000", "11_167", "20k"];
  const findings: Findings = {
    ...made,
    claims: { pay: claim },
    variants: made.variants.map((variant, i) => ({
      ...variant,
      assumptions: { pay: assumption(beliefs[i]!) },
      ...(i === 1 && { why: "Lim & others, <18> November 2024." }),
    })),
  };

  test("the article is named, as text", () => {
    const article = "&quot;&lt;b&gt;Who counts?&lt;/b&gt;&quot;, The Weekly, 3 May 2020";
    expect(articleLine(findings).markup).toContain(`The article: ${article}`);
    expect(articleLine({ claims: {} }).markup).toBe("");
  });

  test("a what-if says what it sets and where that is from, as text", () => {
    const ledger = ledgerSection(findings).markup;
    expect(ledger).toContain("What if: Dear</h3>");
    expect(ledger).toContain("Pay: <code>11_167</code> (USD)");
    expect(ledger).toContain("Lim &amp; others, &lt;18&gt; November 2024.");
    expect(ledger).toContain("A &lt;service&gt;, in paragraph 2.");
    expect(ledger).not.toContain("What if: As believed");
  });

  test("a belief that has words is told in them, with the expression behind", () => {
    const mixed = made.variants.map((variant) => ({
      ...variant,
      assumptions: { pay: assumption("mixture(90%: 2000, 10%: 2k to 3k)") },
    }));
    expect(ledgerSection({ ...findings, variants: mixed }).markup).toMatch(
      /<strong>9 in 10: 2000\sUSD; 1 in 10: 2k to 3k\sUSD<\/strong> <span class="quiet">\(<code>mixture\(90%/,
    );
  });
});
