import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateBelief } from "../src/beliefs/evaluateBelief.ts";
import { commands, nameOf } from "../src/cli/commands/index.ts";
import { sandtable } from "./cli/sandtable.ts";

const root = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** A command of the README and what it says there that one gets. */
interface Example {
  words: string[];
  expected: string;
}

const prompt = "$ npm run --silent sandtable -- ";
const examples: Example[] = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => {
  const [line, ...rest] = block!.split("\n");
  return { words: wordsOf(line!.slice(prompt.length)), expected: rest.join("\n") };
});

/** Words of a shell line with double quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

describe("the README", () => {
  let folder: string;

  // Outputs of a test go nowhere near the project's own.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sandtable-readme-"));
    for (const name of ["package.json", "src", "node_modules"])
      symlinkSync(join(root, name), join(folder, name));
    cpSync(join(root, "scenarios"), join(folder, "scenarios"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(examples)("shows what one gets: sandtable $words", async ({ words, expected }) => {
    expect((await sandtable(folder, ...words)).stdout).toBe(expected);
  });

  test("names commands that exist", () => {
    const known = commands.map(nameOf);
    const named = [...readme.matchAll(/`sandtable ([a-z]+)|sandtable -- ([a-z]+)/g)].map(
      ([, a, b]) => a ?? b!,
    );
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("names scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("writes beliefs that can be read", () => {
    const [, section] = readme.split("## Write a belief");
    const rows = section!
      .split("\n## ")[0]!
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    const beliefs = rows.flatMap((row) =>
      [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, belief]) => belief!),
    );
    expect(beliefs.length).toBeGreaterThan(10);
    const readColumn = () => [1, 2, 3];
    for (const belief of beliefs)
      expect(evaluateBelief(belief, { readColumn }).quantile(0.5), belief).toBeGreaterThan(0);
  });

  test("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file]) => file!);
    expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
