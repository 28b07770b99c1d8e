// What a person reads after a run and a comparison, on coins whose chances are known.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Findings } from "../../src/analysis/findings.ts";
import { runScenario } from "../../src/analysis/runScenario.ts";
import { variants } from "../../src/charts/variants.ts";
import { describeComparisons } from "../../src/cli/commands/compare.ts";
import { describeFindings } from "../../src/cli/describeFindings.ts";
import { loadClaims } from "../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { findProject } from "../../src/node/project/project.ts";
import { temporaryProject } from "../node/temporaryProject.ts";

const made = temporaryProject();
afterAll(() => made.remove());

async function findingsOf(...set: string[]): Promise<Findings> {
  const project = findProject(made.folder);
  const options = { claims: loadClaims(project), overrides: { set } };
  const [coins] = await loadScenarios(project, project.scenarios, options);
  return (await runScenario(coins!)).findings;
}

let findings: Findings;
beforeAll(async () => {
  findings = await findingsOf();
});

test("the answer comes first, then figures of every variant with errors, then what it hangs on (law)", () => {
  const text = describeFindings(findings);
  const order = ["Coins\nHow much", "In 3 months they give", "Won (USD)\n", "Nothing won\n", "hangs on most"];
  const places = order.map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  for (const variant of ["base", "rich", "poor"]) {
    expect(text.match(new RegExp(`^  ${variant} .*\\d`, "gm"))).toHaveLength(2);
  }
  // Right answer: three throws all fail in one case of eight, whatever the prize.
  expect(text).toMatch(/^ {2}rich +1[123](\.\d+)? ± [\d.]+ % +very unlikely$/m);
});

test.each(["1", "1/month"])(
  "what is no share in every variant is told as a number in all: unit %s (law)",
  (unit) => {
    const plain = structuredClone(findings);
    for (const [index, variant] of plain.variants.entries()) {
      const won = variant.outputs.won!;
      if (won.kind !== "scalar") throw new Error("won is a number");
      won.unit = unit;
      const top = index === 1 ? 1.5 : 0.75;
      for (const name of ["mean", "p5", "p25", "p50", "p75"] as const)
        won[name] = { value: 0.5, error: 0.01 };
      won.p95 = { value: top, error: 0.01 };
    }
    const rows = describeFindings(plain).split("\n");
    const first = rows.findIndex((row) => /^Won( \(per month\))?$/.test(row));
    for (const row of rows.slice(first + 1, first + 4))
      expect(row).toMatch(/^ {2}\w+ +0\.50? ± 0\.01 [^%]*$/);
    expect(describeComparisons(plain).split("\n")[6]).not.toMatch(/%.*%/);
    const chart = variants.chart({ findings: plain, output: "won" }).description;
    expect(chart).not.toContain("%");
  },
);

test("lines fit a terminal of 100 columns (law)", () => {
  for (const text of [describeFindings(findings), describeComparisons(findings)]) {
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  }
});

test("a series that ends as a scalar does is told once (law)", () => {
  const both = describeFindings({ ...findings, headline: ["won", "soFar", "nothing"] });
  expect(both).not.toContain("Won so far");
  expect(describeFindings({ ...findings, headline: ["soFar", "nothing"] })).toContain(
    "Won so far (USD)\n  base",
  );
});

test("where every assumption is certain, that is said instead of influences", async () => {
  expect(describeFindings(await findingsOf("prize=2"))).toContain("Every assumption is certain");
});

test("an assumption that moves nothing is not named (law)", () => {
  const { base } = findings.tornado;
  const influences = findings.tornado.influences.map((one) => ({ ...one, low: base, high: base }));
  const text = describeFindings({ ...findings, tornado: { ...findings.tornado, influences } });
  expect(text).toContain('No single assumption moves the median of "Won" (USD).');
});

test("a comparison tells the paired difference and the chance of more", () => {
  const [, , , , head, heading, rich] = describeComparisons(findings).split("\n");
  expect(head).toMatch(/^ +mean +5 % +95 % +chance greater$/);
  expect(heading).toBe("Won (USD)");
  // Right answer: a prize of ten beats one of at most some dollars unless all throws fail, in 7 of 8 cases.
  expect(rich).toMatch(/^ {2}rich .* (87|88)(\.\d)? ± \d(\.\d+)? %$/);
});
