// Laws that a person at a terminal relies on: what solve, map and prose say and write, and how they refuse.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeIndex } from "../../src/node/output/writeIndex.ts";
import { temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const model = `
import { defineScenario, event, nonNegative, scalar, series } from "sandtable";

export default defineScenario({
  title: "Shop",
  question: "Does it pay?",
  answer: "It gives {profit}.",
  headline: ["profit"],
  step: "month",
  inputs: { price: nonNegative("USD"), cost: nonNegative("USD"), rent: nonNegative("USD") },
  outputs: {
    cash: series("USD", "Cash"), profit: scalar("USD", "Profit"), loss: event("Loss"), fixed: scalar("1", "Fixed"),
  },
  trial({ price, cost }, out, { steps }) {
    for (let month = 0; month < steps; month++) out.cash[month] = (month + 1) * (3 * price - cost);
    out.profit = steps * (3 * price - cost);
    out.loss = 3 * price < cost;
    out.fixed = 7;
  },
});
`;
const config = `
trials: 512
horizon: 4 months
assumptions:
  price: { belief: "uniform(0, 20)", unit: USD, why: As we like. }
  cost: { belief: "uniform(10, 30)", unit: USD, why: As it comes. }
  rent: { belief: 3, unit: USD, why: As agreed. }
levels:
  - { output: cash, above: 40 }
`;

let project: ReturnType<typeof temporaryProject>;
let folder: string;
beforeAll(() => {
  project = temporaryProject({ "shop.ts": model, "shop.yaml": config });
  folder = project.folder;
});
afterAll(() => project.remove());

describe.concurrent("solve and map", { timeout: 60_000 }, () => {
  test("solve tells the break-even with its error (right answer: price 20 / 3)", async () => {
    const words = ["solve", "shop", "--output", "profit", "--to", "0", "--by", "price"];
    const { code, stdout } = await sandtable(folder, ...words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/It is 0 USD with "Price" at 6\.\d+ ± 0\.\d+ USD/);
    const { roots } = JSON.parse((await sandtable(folder, ...words, "--json")).stdout);
    expect(Math.abs(roots[0].value.value - 20 / 3)).toBeLessThan(4 * roots[0].value.error);
  });

  test("solve says that none in the range does, and that is no failure", async () => {
    const { code, stdout } = await sandtable(
      folder,
      "solve",
      "shop",
      "--output",
      "loss",
      "--to",
      "50%",
      "--by",
      "price=0 to 2",
    );
    expect(stdout).toContain('No value of "Price" from 0 USD to 2 USD takes it to 50 %');
    expect(code).toBe(0);
  });

  test.each([
    [
      ["solve", "shop", "--output", "fixed", "--to", "0", "--by", "price"],
      "no assumption moves it, the output is constant",
    ],
    [
      ["solve", "shop", "--output", "profit", "--to", "0", "--by", "rent=1 to 5"],
      "what moves it: price, cost",
    ],
    [["map", "shop", "--output", "profit", "--x", "price", "--y", "price"], '"price" is on --x already'],
    [["map", "shop", "--output", "profit", "--x", "horizon", "--y", "cost"], "only a series goes along time"],
  ])("%j is bad input", async (words, message) => {
    const { code, stdout, stderr } = await sandtable(folder, ...words);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("map writes its three files and says what it shows", async () => {
    const words = [
      "map",
      "shop",
      "--x",
      "price",
      "--y",
      "cost",
      "--output",
      "loss",
      "--cells",
      "4",
      "--trials",
      "256",
    ];
    const { code, stdout } = await sandtable(folder, ...words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/The line of an even chance\s+crosses the map\./);
    expect(stdout).toMatch(/\(256\s+trials\s+a\s+cell;\s+±\s+is\s+one\s+standard\s+error\)/);
    expect(stdout).not.toContain("fewer trials");
    const { trials, asBelieved } = JSON.parse((await sandtable(folder, ...words, "--json")).stdout);
    expect(trials).toBe(256);
    expect(asBelieved.error).toBeGreaterThan(0);
    for (const ending of ["svg", "png", "vl.json"]) {
      expect(existsSync(join(folder, "outputs/shop/charts", `map-price-cost-loss.${ending}`))).toBe(true);
    }
  });
});

test("prose is filled from the last run, and told to be stale after another", {
  timeout: 60_000,
}, async () => {
  const file = join(folder, "article.md");
  writeFileSync(file, "It gives {shop.base.profit.p50}.\n\nCash: {shop.base.cash.above-40.never:words}\n");
  const early = await sandtable(folder, "prose", "article.md");
  expect(early.code).toBe(2);
  expect(early.stderr).toContain(
    "outputs/shop/summary.json: is not there yet (`sandtable run shop` writes it)",
  );

  const run = async (...words: string[]) => {
    // What `run` would write, without the pictures.
    const { stdout } = await sandtable(folder, "run", "shop", "--json", ...words);
    mkdirSync(join(folder, "outputs/shop"), { recursive: true });
    writeFileSync(join(folder, "outputs/shop/summary.json"), stdout);
  };
  await run();
  expect((await sandtable(folder, "prose", "article.md", "--check")).stderr).toContain("article.md:1:10:");
  expect((await sandtable(folder, "prose", "article.md")).stdout).toContain("2 figures, 2 filled in");
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(/^It gives <!-- \{shop\.base\.profit\.p50\} -->4\d USD<!-- \/ -->\.$/m);

  await run("--set", "price=2");
  const { code, stderr } = await sandtable(folder, "prose", "article.md", "--check");
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^article\.md:1:10: \{shop\.base\.profit\.p50\}: says "4\d USD", the findings say "−5\d(\.\d+)? USD"/m,
  );
  expect(readFileSync(file, "utf8")).toBe(text);

  // A run that was told otherwise than its config is taken only when that is wanted.
  const manifest = { overrides: { set: ["price=2"] }, config: { file: "scenarios/shop.yaml" } };
  writeFileSync(join(folder, "outputs/shop/run.json"), JSON.stringify(manifest));
  const warning = "was run with --set price=2: its figures are not those of its config";
  const refused = await sandtable(folder, "prose", "article.md");
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(`shop: ${warning}`);
  expect(readFileSync(file, "utf8")).toBe(text);
  const taken = await sandtable(folder, "prose", "article.md", "--changed");
  expect(taken.code).toBe(0);
  expect(taken.stderr).toBe(`warning: shop ${warning}\n`);
  expect(readFileSync(file, "utf8")).not.toBe(text);

  // A run that was killed between its files leaves a manifest that does not know the summary.
  const mixed = { ...manifest, files: { "summary.json": "the hash of an earlier one" } };
  writeFileSync(join(folder, "outputs/shop/run.json"), JSON.stringify(mixed));
  const unknown = await sandtable(folder, "prose", "article.md");
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("shop: has a summary.json that is not of the run in run.json");
  await writeIndex(join(folder, "outputs"));
  expect(readFileSync(join(folder, "outputs/index.html"), "utf8")).toContain(
    "not of the run that run.json tells",
  );
});
