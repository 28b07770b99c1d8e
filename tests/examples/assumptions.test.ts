// The configs and the claims of the article against each other and against what the scenarios declare.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Basis } from "../../src/assumptions/assumptions.ts";
import { isLinked } from "../../src/assumptions/input.ts";
import { loadClaims } from "../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { findProject } from "../../src/node/project/project.ts";

// The six of the article; a scenario that a user adds has a subject of its own.
const names = ["payments", "manpower", "contingent", "deployment", "bargain", "seoul"];
const project = findProject(fileURLToPath(new URL("../..", import.meta.url)));
const claims = loadClaims(project);
// Reading refuses unknown inputs and claims, units that do not fit, and beliefs outside an input's bounds.
const loaded = await loadScenarios(
  project,
  project.scenarios.filter(({ name }) => names.includes(name)),
  { claims },
);
const subjects = loaded.map(({ name, scenario, config }) => {
  const [base, ...whatIfs] = config.variants;
  return { name, scenario, base: base!, whatIfs };
});

describe.each(subjects)("$name", ({ scenario, base, whatIfs }) => {
  test("believes something about each input that no other scenario gives and nothing derives", () => {
    const believed = [...base.assumptions, ...(base.derived ?? [])].map(({ name }) => name);
    for (const [name, declaration] of Object.entries(scenario.inputs))
      expect(believed.includes(name), name).toBe(!isLinked(declaration));
  });

  test("says of every assumption why, beside the claims too", () => {
    for (const { name, basis } of base.assumptions) expect(basis.why, name).toMatch(/\.$/);
  });

  test("every variant has a title of its own and differs from the base", () => {
    expect(whatIfs.length).toBeGreaterThanOrEqual(2);
    expect(new Set(whatIfs.map(({ title }) => title)).size).toBe(whatIfs.length);
    for (const { name, assumptions } of whatIfs) {
      const beliefOf = new Map(base.assumptions.map((assumption) => [assumption.name, assumption.belief]));
      const same = assumptions.every((assumption) => assumption.belief === beliefOf.get(assumption.name));
      expect(same, name).toBe(false);
    }
  });

  test("every variant says where what it sets comes from", () => {
    for (const { name, why } of whatIfs) expect(why, name).toMatch(/\.$/);
  });

  test("no reason sends its reader to a file that a page does not show", () => {
    for (const { name, basis } of base.assumptions) expect(basis.why, name).not.toMatch(/\.(yaml|ts)\b/);
    for (const { name, why } of whatIfs) expect(why, name).not.toMatch(/\.(yaml|ts)\b/);
  });

  test("no two outputs are called alike where a line of the terminal cuts their names", () => {
    const longestInLine = 28;
    const names = Object.values(scenario.outputs).map((output) =>
      [output.label.slice(0, longestInLine), "unit" in output ? output.unit : ""].join(" "),
    );
    expect(names).toEqual([...new Set(names)]);
  });

  test("its answer and its headline speak of outputs that there are", () => {
    const outputs = Object.keys(scenario.outputs);
    for (const output of scenario.headline) expect(outputs).toContain(output);
    const placeholders = [...scenario.answer.matchAll(/\{(\w+)/g)].map(([, name]) => name);
    expect(placeholders).toContain("end");
    for (const placeholder of placeholders) expect(["horizon", "end", ...outputs]).toContain(placeholder);
  });
});

describe("the claims", () => {
  const idsOf = (basis: Basis) => (basis.kind === "claims" ? basis.ids : []);
  const used = new Set(subjects.flatMap(({ base }) => base.assumptions.flatMap(({ basis }) => idsOf(basis))));

  test("each is used by an assumption or says why it is not, and never both", () => {
    for (const [id, { unused }] of claims) expect(used.has(id), `${id} is used`).toBe(unused === undefined);
  });

  test("each names the article, its date too, and gives its grade's reason without the name of a file", () => {
    for (const [id, { article, gradeReason }] of claims) {
      expect(article, id).toMatch(/North Korean soldiers .* November 2024/);
      expect(gradeReason, id).not.toMatch(/\.(yaml|ts)\b/);
    }
  });

  test("each stands in one of the article's eight paragraphs", () => {
    for (const [id, { paragraph }] of claims) expect(paragraph, id).toBeLessThanOrEqual(8);
  });

  test("all six figures of the article are there, with their hedges", () => {
    const figures = [...claims.values()].filter(({ value }) => value !== undefined);
    expect(figures.map(({ value, unit, hedge }) => [value, unit, hedge])).toEqual([
      [11_000, "soldiers", "around"],
      [100_000, "soldiers", "could be as high as"],
      [1_280_000, "soldiers", "over"],
      [20_000, "recruits/month", "up to"],
      [1000, "casualties/day", "over"],
      [2000, "USD/soldier/month", "estimating"],
    ]);
  });
});
