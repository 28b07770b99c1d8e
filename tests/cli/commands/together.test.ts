// What `sandtable together` prints and writes, and what `check` says of scenarios as one world.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toyWorld } from "../../analysis/together/toyWorld.ts";
import { temporaryProject } from "../../node/temporaryProject.ts";
import { sandtable } from "../sandtable.ts";

let project: ReturnType<typeof temporaryProject>;
let doubtful: ReturnType<typeof temporaryProject>;
beforeAll(() => {
  project = temporaryProject(toyWorld);
  doubtful = temporaryProject({
    ...toyWorld,
    "market.ts": toyWorld["market.ts"]
      .replace(
        'earned: scalar("USD", "Earned")',
        'earned: scalar("USD", "Earned"), total: scalar("t", "Sold")',
      )
      .replace('event("Good and demanded")', 'event("A  good Year")')
      .replace("out.both", "out.total = 0;\n    out.both"),
    "market.yaml": `seed: another\n${toyWorld["market.yaml"]}`.replace(
      "assumptions:",
      "assumptions:\n  seedPrice: { belief: 200 to 300, unit: USD/t, why: Sellers say so., differs: Their own price. }",
    ),
  });
});
afterAll(() => {
  for (const one of [project, doubtful]) one.remove();
});

describe("sandtable together", { timeout: 60_000 }, () => {
  test("writes a page, its data and its picture, and prints what moves what and who feeds whom", async () => {
    const { code, stdout, stderr } = await sandtable(project.folder, "together");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("The same 4,096 trials in 2 scenarios, seed toy.");
    expect(stdout).toMatch(/Weather +\S+ → \S+ +\S+ → \S+/);
    expect(stdout).toMatch(/Seed price +– +\S+ → \S+/);
    expect(stdout).toContain("“A good year” (field): 75.0 % of all futures");
    expect(stdout).toContain("field → market: stock, good");
    const folder = join(project.folder, "outputs", "together");
    const page = readFileSync(join(folder, "report.html"), "utf8");
    expect(page).toContain(
      "In the futures in which “A good year” (field), the median of “Earned” (market) is",
    );
    expect(page).not.toContain("<script");
    expect(readFileSync(join(folder, "charts", "feeds.svg"), "utf8")).toMatch(
      /^<svg .*market takes stock, good/,
    );
    const index = readFileSync(join(project.folder, "outputs", "index.html"), "utf8");
    expect(index).toContain('href="together/report.html"');
    const { format, given } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
    expect(format).toBe("sandtable/together@1");
    expect(given.map(({ condition }: { condition: string }) => condition)).toContain("field.good");
  });

  test("--given asks for any condition, --set reaches all scenarios, --json writes no file", async () => {
    const words = ["--given", "field.total > 60 and market.both", "--set", "weather=1", "--json"];
    const { stdout, code } = await sandtable(project.folder, "together", ...words, "--out", "elsewhere");
    expect(code).toBe(0);
    expect(existsSync(join(project.folder, "elsewhere", "together", "report.html"))).toBe(true);
    const [split] = JSON.parse(stdout).given;
    // With rain for certain only the demand is left.
    expect(split.chance.value).toBeCloseTo(0.6, 1);
    expect(split.outcomes["field.good"].given.value).toBe(1);
    expect(split.outcomes).not.toHaveProperty("market.both");
    expect(Object.keys(JSON.parse(stdout).common.seedPrice.influences)).toEqual(["market"]);
  });

  test("a condition that is none is bad input before anything is played", async () => {
    const { code, stderr } = await sandtable(
      project.folder,
      "together",
      "--given",
      "what if",
      "--given",
      "a > b",
    );
    expect(code).toBe(2);
    expect(stderr).toContain('given "what if": "what if" is no condition');
    expect(stderr).toContain('given "a > b"');
  });

  test("a scenario of that name is in the way", async () => {
    const [model, config] = [toyWorld["field.ts"], toyWorld["field.yaml"]];
    const taken = temporaryProject({ ...toyWorld, "together.ts": model, "together.yaml": config });
    const { code, stderr } = await sandtable(taken.folder, "together", "--given", "what if");
    taken.remove();
    expect(code).toBe(2);
    expect(stderr).toContain('"what if" is no condition');
    expect(stderr).toContain("scenarios/together.ts: has its outputs where the page of all scenarios goes");
  });

  test("scenarios of other seeds are no one world, unless one is given", async () => {
    const { code, stderr } = await sandtable(doubtful.folder, "together");
    expect(code).toBe(2);
    expect(stderr).toContain('seed: differs: field has "toy", market has "another"');
    const given = await sandtable(doubtful.folder, "together", "--seed", "one", "--json");
    expect(given.code).toBe(0);
    const { differences, common } = JSON.parse(given.stdout);
    expect(differences).toContainEqual({
      scenario: "market",
      name: "seedPrice",
      common: "100 to 200",
      own: "200 to 300",
      why: "Their own price.",
    });
    // Whoever believes otherwise does not use the common belief.
    expect(common).not.toHaveProperty("seedPrice");
  });
});

describe("sandtable check", { timeout: 60_000 }, () => {
  test("warns of what two scenarios compute and of what none uses, and lists the differences", async () => {
    const { code, stdout, stderr } = await sandtable(doubtful.folder, "check");
    expect(code).toBe(0);
    expect(stderr).toContain('field.total, market.total: all are called "total"');
    expect(stderr).toContain("field.good, market.both: all are “A good year”");
    expect(stderr).toContain("scenarios/common.yaml:8:3: assumptions.unheard: no scenario uses it");
    expect(stderr.trimEnd().split("\n")).toHaveLength(3);
    expect(stdout).toMatch(/market: seedPrice +100 to 200 +200 to 300 +Their own price\./);
    expect(stdout).toMatch(/market: seed +toy +another/);
    const { world } = JSON.parse((await sandtable(doubtful.folder, "check", "--json")).stdout);
    expect(world.unusedCommon).toMatchObject([{ name: "unheard", place: { line: 8 } }]);
  });

  test("says nothing where each quantity has one scenario", async () => {
    const { stdout, stderr } = await sandtable(project.folder, "check");
    expect(stdout).toBe("There is no check.\n");
    expect(stderr).toMatch(
      /^warning: scenarios\/common\.yaml:8:3: assumptions\.unheard: no scenario uses it\n$/,
    );
  });
});
