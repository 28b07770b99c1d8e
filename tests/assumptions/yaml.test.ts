// Reading YAML as plain data: what would give a value another meaning than its text is refused, in every file alike.
import { describe, expect, test } from "vitest";
import { readChecks } from "../../src/assumptions/checks/readChecks.ts";
import { BadInput } from "../../src/assumptions/problems.ts";
import { readClaims } from "../../src/assumptions/readClaims.ts";
import { readConfig } from "../../src/assumptions/readConfig.ts";
import { readYaml } from "../../src/assumptions/yaml.ts";
import { claims, goodConfig, scenario } from "./exampleConfig.ts";

const told = (text: string) =>
  readYaml({ text, file: "a.yaml" }).problems.map(
    ({ place, message }) => `${place?.line}:${place?.column}: ${message}`,
  );

describe("tags, directives and merge keys are refused where they stand", () => {
  test.each([
    ["a: !!binary MTE=", "1:4: !!binary is a tag"],
    ["a: !!timestamp 2024-11-24", "1:4: !!timestamp is a tag"],
    ["a: !!int 7", "1:4: !!int is a tag"],
    ["a: !!float .inf", "1:4: !!float is a tag"],
    ["a: !!null x", "1:4: !!null is a tag"],
    ["a: !!bool yes", "1:4: !!bool is a tag"],
    ["a: !!str 7", "1:4: !!str is a tag"],
    ["a: ! 7", "1:4: ! is a tag"],
    ["a: !own 7", "1:4: !own is a tag"],
    ["a: !<tag:yaml.org,2002:binary> MTE=", "1:4: !<tag:yaml.org,2002:binary> is a tag"],
    ["a: !!set { x, y }", "1:4: !!set is a tag"],
    ["a: !!omap [x: 1]", "1:4: !!omap is a tag"],
    ["a: !!pairs [x: 1]", "1:4: !!pairs is a tag"],
    ["a: !!map { x: 1 }", "1:4: !!map is a tag"],
    ["a:\n  - !!seq [1]\n  - b", "2:5: !!seq is a tag"],
    ["a: !!binary |\n  MTE=\n", "1:4: !!binary is a tag"],
    ["!!map\na: 1", "1:1: !!map is a tag"],
    ["!!str a: 1", "1:1: !!str is a tag"],
    ["!own a: 1", "1:1: !own is a tag"],
    ["a: &x !own 7", "1:7: !own is a tag"],
    ["? !own a\n: 1", "1:3: !own is a tag"],
    ["a: !own", "1:4: !own is a tag"],
    ["[1, !own 2]", "1:5: !own is a tag"],
    ["%TAG ! tag:example.org:\n---\na: 1", "1:1: %TAG is a directive"],
    ["%YAML 1.1\n---\na: 1", "1:1: %YAML is a directive"],
    ["a:\n  <<: { x: 1 }\n  y: 2", "2:3: << is a merge key"],
    ["a: { <<: 1 }", "1:6: << is a merge key"],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test("what is not one of them is read as it is written", () => {
    const text = 'a: "!!binary x"\nb: x !own y\n"<<": 1\nc: "%TAG"\n# !own\n';
    const { data, problems } = readYaml({ text, file: "a.yaml" });
    expect(problems).toEqual([]);
    expect({ ...(data as object) }).toEqual({ a: "!!binary x", b: "x !own y", "<<": "1", c: "%TAG" });
  });

  test("a refused value is told of once, and the rest of the file is checked", () => {
    const text = goodConfig.replace("2000", "!!binary MTE=").replace("beta(2, 6)", "120%");
    expect(problemsOf(() => readConfig({ text, file: "p.yaml" }, scenario, claims))).toEqual([
      "p.yaml:10:13: !!binary is a tag (tags are not read here, write the value without it)",
      "p.yaml:19:13: assumptions.killed.belief: the belief is 1.2, the scenario takes 0 to 1",
    ]);
  });

  test("in claims and checks too", () => {
    const claim =
      "claims:\n  a: { says: A, value: !!binary MTE=, unit: men, hedge: none, source: X, paragraph: 1, grade: A1, reason: R }";
    expect(problemsOf(() => readClaims({ text: claim, file: "c.yaml" }))).toEqual([
      "c.yaml:2:24: !!binary is a tag (tags are not read here, write the value without it)",
    ]);
    const check = "checks:\n  one: { equation: !!str pay = pay, unit: USD/soldier/month }";
    expect(problemsOf(() => readChecks({ text: check, file: "k.yaml" }, claims))).toEqual([
      "k.yaml:2:20: !!str is a tag (tags are not read here, write the value without it)",
    ]);
  });
});

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInput) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("the tag of a value that is time has no say in what is read: the same text in every time zone", () => {
  const { data } = readYaml({ text: "a: 2024-11-24T12:00:00Z", file: "a.yaml" });
  expect({ ...(data as object) }).toEqual({ a: "2024-11-24T12:00:00Z" });
});

test("a key that is given twice is told at its second place, however it is quoted", () => {
  expect(told('a: 1\n"a": 2\nb: { c: 1, c: 2 }')).toEqual([
    '2:1: "a" is given twice',
    '3:12: "c" is given twice',
  ]);
});

test("nesting that would take more time than the length allows is refused before anything is made of it", () => {
  for (const open of ["[", "- ", "? ", "{a: "]) {
    expect(told(open.repeat(200_000))).toEqual([expect.stringMatching(/nested deeper than 32$/)]);
  }
});

describe("many problems: the first 50 are named, the others counted", () => {
  const many = 5_000;
  const list = (line: (index: number) => string) =>
    Array.from({ length: many }, (_, i) => line(i)).join("\n");
  const config = (text: string) => problemsOf(() => readConfig({ text, file: "p.yaml" }, scenario, claims));

  test.each([
    ["unknown keys", list((i) => `pa${i}y: 1`), (many - 50 + 2).toLocaleString("en-US")],
    ["unknown assumptions", `horizon: 1 month\nassumptions:\n${list((i) => `  trps${i}: 1`)}`, "4,95"],
    [
      "unknown claims",
      goodConfig.replace("[pay]", `[${list((i) => `pa${i}y`).replaceAll("\n", ", ")}]`),
      "4,950",
    ],
    ["a key given again and again", list(() => "seed: 1"), "4,95"],
    [
      "levels of unknown series",
      `${goodConfig}levels:\n${list((i) => `  - { output: x${i}, below: 1 }`)}`,
      "4,950",
    ],
    [
      "unknown correlations",
      goodConfig.replace(
        "correlations:",
        `correlations:\n${list(() => "  - { between: [loss, los], rank: 1 }")}`,
      ),
      "4,950",
    ],
    ["lines that are no YAML", list(() => "- }"), "4,95"],
  ])("%s", (_, text, count) => {
    const problems = config(text);
    expect(problems).toHaveLength(51);
    for (const problem of problems.slice(0, 50)) expect(problem).toMatch(/^p\.yaml:\d+:\d+: /);
    expect(problems[50]).toMatch(
      /^p\.yaml:\d+:\d+: [\d,]+ more problems from here on \(mend those above first\)$/,
    );
    expect(problems[50]).toContain(`: ${count}`);
    expect(problems.join("\n").length).toBeLessThan(20_000);
  });

  test("51 are all named", () => {
    const text = `${goodConfig}${Array.from({ length: 51 }, (_, i) => `x${i}: 1\n`).join("")}`;
    expect(config(text)).toHaveLength(51);
    expect(config(text).at(-1)).toMatch(/: unknown key "x50"/);
  });

  test("a name of many characters is told by its beginning", () => {
    const problems = config(`${goodConfig}${"x".repeat(100_000)}: 1\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.length).toBeLessThan(1_300);
  });

  test("names below a name of many characters take no more than they are long themselves", () => {
    const long = "x".repeat(300_000);
    const text = goodConfig.replace(
      "variants:",
      `variants:\n  ? ${long}\n  : set:\n${list((i) => `      a${i}: 1`)}`,
    );
    expect(config(text)).toHaveLength(51);
  });
});
