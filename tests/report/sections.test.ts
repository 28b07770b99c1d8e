// What a table says about a difference. Right answers.
import { expect, test } from "vitest";
import { findingsSection } from "../../src/report/sections.ts";
import { eventOf, findingsOf } from "../charts/findings.ts";

test("the difference of two chances is told in points, without an interval of yes and no", () => {
  const outputs = { broke: eventOf("Runs out of money", 0.3, "unlikely") };
  const less = { broke: eventOf("Runs out of money", 0.2, "very unlikely") };
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
  expect(page).not.toContain("100 %");
});
