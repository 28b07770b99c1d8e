import { describe, expect, test } from "vitest";
import { claimBelief } from "../../../src/assumptions/checks/claimBelief.ts";
import { parseRelation } from "../../../src/assumptions/checks/expression.ts";
import { degreeOf, expressionValue, solveFor } from "../../../src/assumptions/checks/fraction.ts";
import { readChecks } from "../../../src/assumptions/checks/readChecks.ts";
import { BadInput } from "../../../src/assumptions/problems.ts";
import { readClaims } from "../../../src/assumptions/readClaims.ts";

const claim = (id: string, figure: string) =>
  `  ${id}: { says: x, ${figure}, source: x, paragraph: 1, grade: B2, reason: x }`;
const claims = readClaims({
  file: "claims.yaml",
  text: [
    "claims:",
    claim("army-size", "value: 1280000, unit: soldiers, hedge: over"),
    claim("recruits", "value: 20000, unit: recruits/month, hedge: up to"),
    claim("daily-casualties", "value: 1000, unit: casualties/day, hedge: over"),
    claim("pay", "value: 2000, unit: USD/soldier/month, hedge: estimating"),
    claim("technology", "hedge: may"),
  ].join("\n"),
});

const leftOf = (text: string, values: Record<string, number> = {}) =>
  expressionValue(parseRelation(`${text} = 0`).left, new Map(Object.entries(values)));

describe("right answers, by hand", () => {
  test.each([
    ["2 + 3 * 4", 14],
    ["(2 + 3) * 4", 20],
    ["2 - 3 - 4", -5],
    ["24 / 4 / 3", 2],
    ["24 ÷ 4 × 3", 18],
    ["-(2 − 5)", 3],
    ["--2", 2],
    ["10k * 15%", 1500],
    ["2 [months]", 2 * 30.4375],
    ["3 [thousand items/day]", 3000],
    ["1 / (1 / 3)", 3],
  ])("%s is %d", (text, value) => expect(leftOf(text)).toBeCloseTo(value, 12));

  test("a name holds its hyphens, a minus stands between blanks", () => {
    expect(leftOf("daily-sales - 2", { "daily-sales": 5 })).toBe(3);
  });

  test.each([
    ["a * x = b", 4],
    ["b = x * a", 4],
    ["a / x = b", 0.25],
    ["a * (x + 1) / b = 1", 3],
    ["a / (x - 1) = b / x", 4 / 3],
    ["x - a = b", 5 * 3],
  ])("%s has the solution %d for a = 3, b = 12", (text, solution) => {
    const values = new Map(Object.entries({ a: 3, b: 12 }));
    const relation = parseRelation(text);
    expect(degreeOf(relation, "x")).toBe(1);
    const x = solveFor(relation, "x", values);
    const both = [relation.left, relation.right].map((side) =>
      expressionValue(side, new Map([...values, ["x", x]])),
    );
    expect(both[0]).toBeCloseTo(both[1]!, 10);
    expect(x).toBeCloseTo(solution, 10);
  });

  test("an equation that any value solves, or none, has no answer", () => {
    expect(solveFor(parseRelation("x - x = 1"), "x", new Map())).toBeNaN();
    expect(solveFor(parseRelation("0 * x = 0"), "x", new Map())).toBeNaN();
  });

  test.each([
    ["none", "11k"],
    ["around", "about 11k"],
    ["estimating", "about 11k"],
    ["up to", "up to 11k"],
    ["could be as high as", "up to 11k"],
    ["over", "over 11k"],
    ["some say", "about 11k"],
    ["may", undefined],
  ])('the hedge "%s" of 11,000 is read as %s', (hedge, belief) => {
    expect(claimBelief({ hedge, value: 11_000 })).toBe(belief);
  });
});

describe("laws", () => {
  test.each([
    ["x * x = 1", 2],
    ["1 / x = x", 2],
    ["a = b", 0],
    ["x / x = 1", 1],
  ])("%s is of degree %d in x", (text, degree) => expect(degreeOf(parseRelation(text), "x")).toBe(degree));
});

describe("bad input is told at once, each with its place and a hint", () => {
  const problemsOf = (text: string, set: string[] = []): string[] => {
    try {
      readChecks({ text, file: "checks.yaml" }, claims, set);
      return [];
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return error.message.split("\n");
    }
  };
  const check = (equation: string, rest = "", unit = "recruits/month") =>
    `checks:\n  one:\n    equation: "${equation}"\n    unit: ${unit}\n${rest}`;

  test("several problems of several kinds", () => {
    const text = `estimates:
  total: { belief: 12 to 10, unit: USD, source: x }
checks:
  one:
    equation: recruts >= daily-casualties
    unit: recruits/month
    beliefs: { recruits: 2 }
  two:
    equation: recruits >= 2 * recruits
    unit: recruits/month
    witin: 5%
  three:
    equation: pay * = 3
    unit: USD`;
    const found = problemsOf(text);
    expect(found[0]).toMatch(
      /^checks.yaml:2:20: estimates.total.belief: an interval goes from low to high.*\(write 10 to 12\)/,
    );
    expect(found[1]).toBe(
      'checks.yaml:5:15: checks.one.equation: unknown claim "recruts" (did you mean "recruits"?)',
    );
    expect(found[2]).toContain(
      'checks.yaml:7:16: checks.one.beliefs: the equation names no figure "recruits"',
    );
    expect(found[3]).toContain('checks.yaml:11:5: checks.two: unknown key "witin" (did you mean "within"?)');
    expect(found[4]).toMatch(
      /^checks.yaml:13:21: checks.three.equation: expected a number, a name or a parenthesis, found "="/,
    );
    expect(found).toHaveLength(5);
  });

  test.each([
    [
      check("recruits >= daily-casualties"),
      /3:16.*left side is in recruit\/day, the right side in casualty\/day \(a number can carry a unit/,
    ],
    [
      check("recruits >= f * daily-casualties", "    unknowns: { f: { unit: '1', unstated: 1 } }"),
      /\(with "f" in recruit\/casualty they would agree\)/,
    ],
    [check("recruits = recruits", "", "soldiers"), /the sides are in recruit\/day, unit is "soldiers"/],
    [check("recruits + 3 = recruits"), /3:16.*recruit\/day and 1 cannot be added/],
    [check("recruits = technology"), /3:27.*claim "technology" has no figure/],
    [check("army-size = army - size"), /unknown claim "army"/],
    [check("recruits < 2"), /3:25.*unexpected "<" \(write <=\)/],
    [check("recruits"), /expected "=", "<=" or ">=", found the end/],
    [check("recruits = 11,000"), /unexpected ","/],
    [check("recruits = 2 [bananas//]"), /is no unit/],
    [
      check("recruits = x * x * recruits", "    unknowns: { x: { unit: '1', unstated: 1 } }"),
      /cannot be solved for "x" in one way/,
    ],
    [
      check("recruits = recruits", "    unknowns: { x: { unit: '1', unstated: 1 } }"),
      /"x" is not in the equation/,
    ],
    [
      check("recruits = pay", "    unknowns: { pay: { unit: '1', unstated: 1 } }"),
      /"pay" is a figure already/,
    ],
    [check("recruits = recruits", "    within: 120%"), /within is 120%, it must be from 0%/],
    ["checks:\n  one:\n    unit: USD", /checks.one: equation is missing/],
    ["", /the file is empty/],
  ])("%s", (text, message) => expect(problemsOf(text).join("\n")).toMatch(message));

  test("an estimate that cannot be read is told once, where it stands", () => {
    const estimates = "estimates: { total: { belief: 3 to 2, unit: recruits/month, source: s } }\n";
    expect(problemsOf(estimates + check("recruits = total"))).toEqual([
      expect.stringMatching(/^checks.yaml:1:\d+: estimates.total.belief: an interval goes from low to high/),
    ]);
  });

  test("settings", () => {
    const text = check("recruits = recruits");
    expect(problemsOf(text, ["recruts=3"])).toEqual([
      '--set: no check has a figure "recruts" (did you mean "recruits"?)',
    ]);
    expect(problemsOf(text, ["recruits=11.000"])).toEqual([expect.stringContaining("--set recruits: ")]);
    expect(problemsOf(text, ["recruits"])[0]).toContain("a setting is NAME=BELIEF");
  });
});

describe("an unknown that cannot be read is told, and nothing later asks for what it lacks", () => {
  const place = "checks.yaml:5:";
  test.each([
    ["x: { label: X, unit: USD/soldier/month }", `${place}7: checks.c.unknowns.x: unstated is missing`],
    ["x: 7", `${place}10: checks.c.unknowns: x must be a mapping, found "7"`],
    ["x:", `${place}9: checks.c.unknowns: x must be a mapping, found nothing`],
    ["x: [1]", `${place}10: checks.c.unknowns: x must be a mapping, found a list`],
    ["x: { unstated: 1 }", `${place}7: checks.c.unknowns.x: unit is missing`],
    ["x: { unit: USD/soldier/month, unstated: }", `${place}47: checks.c.unknowns.x: unstated is empty`],
  ])("%s", (unknown, told) => {
    const text = `checks:\n  c:\n    equation: pay = x\n    unknowns:\n      ${unknown}\n    unit: USD/soldier/month\n`;
    const read = () => readChecks({ text, file: "checks.yaml" }, claims);
    expect(read).toThrow(BadInput);
    expect(read).toThrow(told);
  });
});
