// Right answers by hand: columns of data for empirical beliefs, and what is said of files that are none.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCsv } from "../../../src/node/project/csv.ts";
import { columnReader } from "../../../src/node/project/readColumn.ts";
import { sandtable } from "../../cli/sandtable.ts";
import { hasLinks, hasPipes } from "../systems.ts";
import { coinClaims, coinConfig, coinModel, temporaryProject } from "../temporaryProject.ts";

describe("comma-separated values", () => {
  const texts = (text: string) => readCsv(text).map((record) => record.map((field) => field.text));

  test("keep what is in quotes: commas, doubled quotes, line ends", () => {
    expect(texts('a,"b, ""c""\nd",\r\n\r\ne,f,g')).toEqual([
      ["a", 'b, "c"\nd', ""],
      ["e", "f", "g"],
    ]);
  });

  test("know where each field stands, also after a quoted line end", () => {
    const [, second] = readCsv('\uFEFFa,"x\ny"\nbb,c\n');
    expect(second).toEqual([
      { text: "bb", line: 3, column: 1 },
      { text: "c", line: 3, column: 4 },
    ]);
  });

  test.each([
    ["", []],
    ["\n\n", []],
    ["a", [["a"]]],
    ["a,", [["a", ""]]],
    ["a\rb", [["a"], ["b"]]],
    [",\n", [["", ""]]],
    ['a\n""\n\n1\n', [["a"], [""], ["1"]]],
  ])("%j is read whole", (text, records) => expect(texts(text)).toEqual(records));
});

describe("a column", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sandtable-data-"));
    mkdirSync(join(folder, "project", "data"), { recursive: true });
    writeFileSync(join(folder, "secret.csv"), "a\n1\n");
    if (hasLinks) symlinkSync(join(folder, "secret.csv"), join(folder, "project", "data", "link.csv"));
    if (hasPipes) execFileSync("mkfifo", [join(folder, "project", "data", "pipe.csv")]);
    writeFileSync(
      join(folder, "project", "data", "good.csv"),
      'day, losses ,"note"\n1,1200,"a, b"\n2,-0.5,\n3,1e3,c\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (file: string, column: string) =>
    columnReader(join(folder, "project")).readColumn(file, column);

  test("gives its numbers in the order of the file", () => {
    expect(read("data/good.csv", "losses")).toEqual([1200, -0.5, 1000]);
  });

  test.each([
    ["data/none.csv", "a", "there is no file data/none.csv; paths are relative to the project's folder"],
    ["../secret.csv", "a", "../secret.csv lies outside the project's folder, where data are read from"],
    ["data/link.csv", "a", "data/link.csv lies outside the project's folder, where data are read from"],
    ["", "a", "the file has no name, one such as data/losses.csv is wanted"],
    [
      "data/pipe.csv",
      "a",
      "data/pipe.csv: is a pipe, a regular file is wanted (write what it gives into a file first)",
    ],
    ["data", "a", "data: is a folder, a file is wanted"],
    ["data/good.csv", "loses", 'data/good.csv:1:1: there is no column "loses"; did you mean "losses"?'],
    ["data/good.csv", "note", 'data/good.csv:2:8: "note" is "a, b", a number such as 1200 or 0.5 is wanted'],
  ])("of %s that cannot be had says why", (file, column, message) => {
    expect(() => read(file, column)).toThrow(new Error(message));
  });

  test.each([
    ["", "it.csv is empty"],
    ["a\n", "it.csv has a header and no data"],
    ["a;b\n1;2\n", 'it.csv:1:1: there is no column "a"; fields are separated by commas, not by semicolons'],
    ["a,a\n1,2\n", 'it.csv:1:3: "a" is there twice'],
    ["b,a\n1,2\n3\n", "it.csv:3:1: 1 field in the line, 2 in the header"],
    ['a\n1\n""\n', 'it.csv:3:1: "a" is empty, a number such as 1200 or 0.5 is wanted'],
    ["b,a\n1,\n", 'it.csv:2:3: "a" is empty, a number such as 1200 or 0.5 is wanted'],
    ['a\n"1,200"\n', 'it.csv:2:1: "a" is "1,200", a number such as 1200 or 0.5 is wanted'],
    ["a\n1\nNaN\n", 'it.csv:3:1: "a" is "NaN", a number such as 1200 or 0.5 is wanted'],
    ["a\n1e999\n", 'it.csv:2:1: "a" is "1e999", a number such as 1200 or 0.5 is wanted'],
    ['a\n"1\n', "it.csv:2:1: a quote is not closed"],
  ])("in %j is told at its line and column", (text, message) => {
    writeFileSync(join(folder, "project", "it.csv"), text);
    expect(() => read("it.csv", "a")).toThrow(new Error(message));
  });
});

describe("a scenario that believes data", { timeout: 60_000 }, () => {
  const beliefs = `belief: 'empirical("data/prizes.csv", "prize")'`;
  const project = temporaryProject({
    "coins.ts": coinModel,
    "coins.yaml": coinConfig.replace("belief: 1 to 4", beliefs),
    "claims.yaml": coinClaims,
    "../data/prizes.csv": "prize\n4\n4\n1\n4\n",
  });
  afterAll(() => project.remove());

  test("draws its values, in worker threads too (law: the same bytes)", async () => {
    const [here, threads] = await Promise.all(
      ["1", "2"].map((workers) => sandtable(project.folder, "run", "coins", "--json", "--workers", workers)),
    );
    expect(here).toMatchObject({ code: 0, stderr: "" });
    expect(threads!.stdout).toBe(here!.stdout);
    expect(JSON.parse(here!.stdout).variants.base.assumptions.prize).toMatchObject({ p5: 1, p50: 4, p95: 4 });
  });

  test("is refused with place and reason where the file is wrong", async () => {
    writeFileSync(join(project.folder, "data", "bad.csv"), "prize\n4\nfour\n");
    const set = 'prize=empirical("data/bad.csv", "prize")';
    const { code, stderr } = await sandtable(project.folder, "run", "coins", "--set", set);
    expect(stderr).toBe(
      '--set prize: data/bad.csv:3:1: "prize" is "four", a number such as 1200 or 0.5 is wanted\n',
    );
    expect(code).toBe(2);
  });
});
