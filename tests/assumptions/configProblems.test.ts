// What is said of configs that cannot be read: right answers. Each case changes one thing in a good config.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/assumptions/problems.ts";
import type { Overrides } from "../../src/assumptions/readConfig.ts";
import { goodConfig, readExample } from "./exampleConfig.ts";

const maxTrials = "it must be a whole number from 1 to 2147483648";
const inputs = "known are troops, pay, loss, killed";
const keys = "known are seed, trials, start, horizon, assumptions, variants, correlations, levels, history";
const noTag = "tags are not read here, write the value without it";
const noAlias = "aliases are not read here, write the value out";
const nameRule = "up to 64 letters, digits, hyphens and underscores";

describe("one thing wrong is told at its place", () => {
  test.each<[from: string, to: string, ...said: string[]]>([
    // Keys
    ["seed: 7", "sed: 7", '1:1: unknown key "sed" (did you mean "seed"?)'],
    ["seed: 7", "zzz: 7", `1:1: unknown key "zzz" (${keys})`],
    ["seed: 7", "__proto__: 7", `1:1: unknown key "__proto__" (${keys})`],
    ["    unit: soldiers", "    unit: soldiers\n    unit: soldiers", '8:5: "unit" is given twice'],
    ["horizon: 24 months\n", "", "1:1: horizon is missing"],
    [
      "belief: beta(2, 6)",
      "beleif: beta(2, 6)",
      "18:3: assumptions.killed: belief is missing",
      '19:5: assumptions.killed: unknown key "beleif" (did you mean "belief"?)',
    ],
    ["2000", "", "10:13: assumptions.pay: belief is empty"],
    ["2000", "[1]", "10:13: assumptions.pay: belief must be a text or number, found a list"],
    // Assumptions
    ["  troops:", "  troop:", '5:3: assumptions: unknown assumption "troop" (did you mean "troops"?)'],
    [
      "  killed:",
      "  wounded:",
      '4:1: assumptions: "killed" is missing, the scenario reads it in "share"',
      `18:3: assumptions: unknown assumption "wounded" (${inputs})`,
    ],
    ["    unit: soldiers\n", "", "5:3: assumptions.troops: unit is missing"],
    ["unit: soldiers", "unit: EUR", '7:11: assumptions.troops: unit is "EUR", the scenario reads "soldiers"'],
    [
      "unit: soldiers",
      "unit: a//b",
      '7:11: assumptions.troops: unit is "a//b", the scenario reads "soldiers"',
    ],
    [
      "    why: By analogy.\n",
      "",
      "14:3: assumptions.loss: names neither claims nor why (name the claims it stands on, or give the judgement in why)",
    ],
    ["why: By analogy.", 'why: "  "', "17:11: assumptions.loss: why is empty"],
    [
      "why: By analogy.",
      "claims: []",
      "14:3: assumptions.loss: names neither claims nor why (name the claims it stands on, or give the judgement in why)",
    ],
    [
      "[troops-low]",
      "[troops-lo]",
      '8:14: assumptions.troops.claims: unknown claim "troops-lo" (did you mean "troops-low"?)',
    ],
    ["[troops-low]", "[pay, pay]", '8:19: assumptions.troops.claims: claim "pay" is named twice'],
    ["[troops-low]", "troops-low", '8:13: assumptions.troops: claims must be a list, found "troops-low"'],
    // Beliefs
    ["2000", "2.000", '10:13: assumptions.pay.belief: "2.000" could be 2000 or 2 (write 2000 or 2.0000)'],
    ["2000", '"1k to 2,0"', '10:21: assumptions.pay.belief: unexpected "," (write 1k to 2.0)'],
    ["2000", "1e999", '10:13: assumptions.pay.belief: "1e999" is too large, numbers go up to 1e100'],
    ["2000", ".nan", '10:13: assumptions.pay.belief: unexpected "."'],
    ["pert(", "prt(", '6:13: assumptions.troops.belief: unknown family "prt" (did you mean pert?)'],
    [
      "pert(11k, 14k, 100k)",
      "pert(11k, 140k, 100k)",
      "6:23: assumptions.troops.belief: mode is 140k, it must lie between min 11k and max 100k",
    ],
    ["2000", "normal(2000, -1)", "10:26: assumptions.pay.belief: sd is -1, it must not be negative"],
    [
      "2000",
      ">\n      30 to\n      10",
      "10:13: assumptions.pay.belief: an interval goes from low to high, found 30 to 10 (write 10 to 30)",
    ],
    // Bounds
    ["beta(2, 6)", "120%", "19:13: assumptions.killed.belief: the belief is 1.2, the scenario takes 0 to 1"],
    [
      "beta(2, 6)",
      "uniform(20, 30)",
      "19:13: assumptions.killed.belief: the belief reaches from 20 to 30, the scenario takes 0 to 1 (a share is written as 25% or 0.25)",
    ],
    [
      "beta(2, 6)",
      "10% to 30%",
      '19:13: assumptions.killed.belief: the belief reaches from 0 to infinity, the scenario takes 0 to 1 (write "truncate(10% to 30%, max: 1)")',
    ],
    [
      "pert(11k, 14k, 100k)",
      "normal(14k, 2k)",
      '6:13: assumptions.troops.belief: the belief reaches from minus infinity to infinity soldiers, the scenario takes 0 or more (write "truncate(normal(14k, 2k), min: 0)")',
    ],
    ['unit: "1"', 'unit: "%"', ""],
    // Sizes
    ["8_192", "0", `2:9: trials is 0, ${maxTrials}`],
    ["8_192", "1.5", `2:9: trials is 1.5, ${maxTrials}`],
    ["8_192", "1e15", `2:9: trials is 1e15, ${maxTrials}`],
    ["8_192", "8.192", `2:9: trials is "8.192", ${maxTrials} (write 8192 or 8.1920)`],
    ["8_192", "many", `2:9: trials is "many", ${maxTrials}`],
    [
      "24 months",
      "24",
      '3:10: horizon is "24", it is a number of days, weeks, months, quarters or years (write as in "24 months")',
    ],
    [
      "24 months",
      "6 weeks",
      '3:10: horizon is "6 weeks" or 1.38 months, the scenario plays whole months (write 1 month)',
    ],
    ["24 months", "0 months", '3:10: horizon is "0 months", it must be 1 to 100000 months'],
    // Variants
    [
      "low-count:",
      "base:",
      '23:3: variants: "base" is the name of the assumptions as they stand (choose another name)',
    ],
    ["low-count:", "../x:", `23:3: variants: "../x" is no name of a variant (${nameRule})`],
    [
      "{ troops: 11k }",
      "{ troop: 11k }",
      '24:12: variants.low-count.set: unknown assumption "troop" (did you mean "troops"?)',
    ],
    [
      "{ troops: 11k }",
      "{ killed: 2 }",
      "24:20: variants.low-count.set.killed: the belief is 2, the scenario takes 0 to 1 (write 2%)",
    ],
    ["{ troops: 11k }", "{}", "24:10: variants.low-count: set is empty, the variant would be the base"],
    ["    set: { troops: 11k }", "    title: Low", "23:3: variants.low-count: set is missing"],
    [
      "{ troops: 11k }",
      "{ troops: pert(1, 2, 3), pay: 3 }",
      '24:20: a belief with commas must be in quotes inside { } (write troops: "pert(1, 2, 3)")',
    ],
    // Correlations
    ["rank: 0.5", "rank: 1.5", "32:11: correlations[0]: rank is 1.5, it must be -1 to 1"],
    ["rank: 0.5", "rank: high", '32:11: correlations[0]: "high" is not a number'],
    [
      "[troops, loss]",
      "[troops, los]",
      '31:23: correlations[0].between: unknown assumption "los" (did you mean "loss"?)',
    ],
    ["[troops, loss]", "[troops, troops]", '31:23: correlations[0].between: "troops" is named twice'],
    [
      "[troops, loss]",
      "[troops, pay]",
      '31:23: correlations[0].between: "pay" is certain, it correlates with nothing',
    ],
    ["[troops, loss]", "[troops]", "31:14: correlations[0]: between must have at least 2 entries, found 1"],
    [
      "rank: 0.5",
      "rank: 0.5\n  - { between: [loss, troops], rank: 0 }",
      "33:16: correlations[1]: loss and troops are correlated twice",
    ],
    [
      "rank: 0.5",
      "rank: 0.9\n  - { between: [troops, killed], rank: 0.9 }\n  - { between: [loss, killed], rank: -0.9 }",
      "30:1: correlations: no beliefs can be correlated like this, the ranks contradict each other (all ranks multiplied by 0.53 would fit)",
    ],
    // YAML
    ["2000", "!foo 3", `10:13: !foo is a tag (${noTag})`],
    ["2000", "*x", `10:13: *x is an alias (${noAlias})`],
    [
      "pert(11k, 14k, 100k)",
      "pert(min: 11k, mode: 14k, max: 100k)",
      '6:13: YAML cannot be read here: a value holds a colon, or the indentation is off (write belief: "pert(min: 11k, mode: 14k, max: 100k)")',
    ],
    ['unit: "1"', "unit: %", '20:11: YAML cannot begin a text with % (write "%" in quotes)'],
    ["    unit: soldiers", "\tunit: soldiers", "7:1: a tab cannot indent YAML (use spaces)"],
  ])("%s → %s", (from, to, ...said) => {
    expect(goodConfig).toContain(from);
    const expected = said.filter((line) => line !== "").map((line) => `p.yaml:${line}`);
    expect(problemsOf(goodConfig.replace(from, to))).toEqual(expected);
  });
});

test.each([
  ["", "the file is empty"],
  ["# nothing but a remark", "the file is empty"],
  ["text", 'the file must be a mapping, found "text"'],
  ["- a\n- b", "the file must be a mapping, found a list"],
])("a file that is no config: %j", (text, said) => {
  expect(problemsOf(text)).toEqual([`p.yaml:1:1: ${said}`]);
});

test("a percent sign in a unit of percent would count twice", () => {
  const text = goodConfig.replace("beta(2, 6)", "25%").replace('unit: "1"', 'unit: "%"');
  expect(problemsOf(text)).toEqual([
    'p.yaml:19:13: assumptions.killed.belief: percent is both in the belief and in its unit "%" (leave out the percent sign, or write the unit as "1")',
  ]);
});

test("everything wrong is told at once, in the order of the file, the command line last", () => {
  const text = goodConfig
    .replace("8_192", "0")
    .replace("pert(11k", "pert(11,000")
    .replace("unit: soldiers", "unit: EUR")
    .replace("[pay]", "[pai]")
    .replace("troops: 11k", "trops: 11k")
    .replace("rank: 0.5", "rank: 5");
  const overrides: Overrides = {
    horizon: "3 blue",
    set: ["killed=2", "loss=11.000", "trop=3", "troops", "pay=3", "pay=4"],
  };
  expect(problemsOf(text, overrides)).toEqual([
    `p.yaml:2:9: trials is 0, ${maxTrials}`,
    'p.yaml:6:18: assumptions.troops.belief: in a call commas part the numbers, found "11,000" (write pert(11k, 14k, 100k))',
    'p.yaml:7:11: assumptions.troops: unit is "EUR", the scenario reads "soldiers"',
    'p.yaml:12:14: assumptions.pay.claims: unknown claim "pai" (did you mean "pay"?)',
    'p.yaml:24:12: variants.low-count.set: unknown assumption "trops" (did you mean "troops"?)',
    "p.yaml:32:11: correlations[0]: rank is 5, it must be -1 to 1",
    '--horizon: horizon is "3 blue", it is a number of days, weeks, months, quarters or years (write as in "24 months")',
    "--set killed: the belief is 2, the scenario takes 0 to 1 (write 2%)",
    '--set loss: "11.000" could be 11000 or 11 (write 11000 or 11.0000)',
    '--set: unknown assumption "trop" (did you mean "troops"?)',
    '--set troops: a setting is NAME=BELIEF (as in "price=11k to 40k")',
    "--set pay: is set twice",
  ]);
});

test("hostile files are refused, not expanded", () => {
  const bomb = `a: &a [1,1,1,1,1,1,1,1]\n${"bcdefghij".replace(/./g, (c, i) => `${c}: &${c} [${`*${"abcdefghij"[i]},`.repeat(8)}1]\n`)}`;
  expect(problemsOf(bomb)).toContain(`p.yaml:2:8: *a is an alias (${noAlias})`);
  expect(problemsOf(`a: &a [*a]`)).toContain(`p.yaml:1:8: *a is an alias (${noAlias})`);
  expect(problemsOf(`a: ${"[".repeat(60)}${"]".repeat(60)}`)).toContainEqual(
    expect.stringMatching(/nested deeper than 32$/),
  );
  expect(problemsOf("#".repeat(1_000_001))).toEqual([
    "p.yaml:1:1: the file has 1000001 characters, at most 1000000 are read",
  ]);
});

test("law: a config with any piece torn out or replaced is read or refused with places, never anything else", () => {
  const junk = fc.constantFrom(
    "",
    ":",
    "[",
    "}",
    "- ",
    "\n",
    "*a",
    "&a ",
    "!x ",
    "%",
    "'",
    "11,000",
    "\t",
    "? ",
    "<<: ",
    "\u0000",
  );
  const at = fc.nat(goodConfig.length);
  fc.assert(
    fc.property(at, fc.nat(12), junk, (start, length, replacement) => {
      const text = goodConfig.slice(0, start) + replacement + goodConfig.slice(start + length);
      for (const line of problemsOf(text)) expect(line).toMatch(/^p\.yaml:\d+:\d+: /);
    }),
    { seed: 1, numRuns: 300 },
  );
});

/** One line a problem; none where the config reads. */
function problemsOf(text: string, overrides?: Overrides): string[] {
  try {
    readExample(text, overrides);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.message.split("\n");
    throw error;
  }
}

test("what an option overrides is checked all the same: the file is wrong without it", () => {
  const text = goodConfig.replace("8_192", "1e15").replace("24 months", "24");
  expect(problemsOf(text, { trials: "64", horizon: "3 months" })).toEqual([
    `p.yaml:2:9: trials is 1e15, ${maxTrials}`,
    'p.yaml:3:10: horizon is "24", it is a number of days, weeks, months, quarters or years (write as in "24 months")',
  ]);
});

test.each(["0x10", "0o17", "0b11", ".inf", ".nan", "-.inf", "20000%", "017", "1__0", "~", "null", "true"])(
  "%s is no number of trials, no horizon and no figure",
  (number) => {
    for (const [from, what] of [
      ["8_192", "trials"],
      ["24 months", "horizon"],
      ["rank: 0.5", "correlations[0]"],
    ] as const) {
      const to =
        from === "24 months" ? `${number} months` : from === "rank: 0.5" ? `rank: ${number}` : number;
      const problems = problemsOf(goodConfig.replace(from, to));
      expect(problems, to).toHaveLength(1);
      expect(problems[0]).toContain(what);
    }
  },
);
