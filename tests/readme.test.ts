// The README and the handbook say what is so: their commands are given, their files written, their names looked up.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { evaluateBelief } from "../src/beliefs/evaluateBelief.ts";
import { forms } from "../src/beliefs/forms.ts";
import { hedgeRules } from "../src/beliefs/hedges.ts";
import { commands, nameOf } from "../src/cli/commands/index.ts";
import { families } from "../src/distributions/index.ts";
import { findProject } from "../src/node/project/project.ts";
import { Session } from "../src/node/project/session.ts";
import { sandtable } from "./cli/sandtable.ts";
import { hasBundledScenarios } from "./examples/bundled.ts";
import { handbook, type KitText, readme, root, type Step, stepsOf } from "./kitTexts.ts";
import { temporaryProject } from "./node/temporaryProject.ts";

const pageOf = (name: string) => handbook.find(({ file }) => file === `notebooks/handbook-${name}.ts`)!.text;

/** Does what a text says in a folder, one step after the other, and compares what is to be seen. */
async function follow(steps: readonly Step[], folder: string): Promise<void> {
  for (const step of steps) {
    if (step.kind === "file") {
      mkdirSync(dirname(join(folder, step.path)), { recursive: true });
      writeFileSync(join(folder, step.path), step.content);
    } else {
      const { stdout, stderr } = await sandtable(folder, ...step.words);
      const said = stdout + stderr;
      const [shown, isWhole] = step.shown.endsWith("…\n")
        ? [step.shown.slice(0, -2), false]
        : [step.shown, true];
      expect(isWhole ? said : said.slice(0, shown.length), `sandtable ${step.words.join(" ")}`).toBe(shown);
    }
  }
}

/** The scenarios that commands name and that a project does not have, as where its article is another. */
function missingScenarios(steps: readonly Step[]): string[] {
  const known = findProject(root).scenarios.map(({ name }) => name);
  const named = steps.flatMap((step) => (step.kind === "command" ? step.words.slice(1, 2) : []));
  return named.filter((name) => !known.includes(name));
}

describe("the README", () => {
  const steps = stepsOf(readme);

  // Outputs of a test go nowhere near the project's own.
  test.skipIf(missingScenarios(steps).length > 0)("shows what one gets", async () => {
    expect(steps.length).toBeGreaterThan(0);
    const project = temporaryProject({});
    cpSync(join(root, "scenarios"), join(project.folder, "scenarios"), { recursive: true });
    await follow(steps, project.folder).finally(project.remove);
  });

  test("is a front page of at most 180 lines", () => {
    expect(readme.text.trimEnd().split("\n").length).toBeLessThanOrEqual(180);
  });

  test.skipIf(handbook.length === 0)("links every page of the handbook, and files that are there", () => {
    const links = [...readme.text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file]) => file!);
    // Whoever puts an article of her own in the place of the bundled one deletes what is about it.
    const mayBeGone = (file: string) => !hasBundledScenarios && /^(notebooks|outputs)\//.test(file);
    expect(links.filter((file) => !existsSync(join(root, file)) && !mayBeGone(file))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(handbook.map(({ file }) => file)));
  });
});

describe.each(handbook.filter((page) => stepsOf(page).length > 0))("$file", (page) => {
  // In a project without scenarios: the handbook stands on none.
  test("shows what one gets who does all that it says", async () => {
    const project = temporaryProject({});
    for (const file of readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".schema.json")))
      copyFileSync(join(root, "scenarios", file), join(project.folder, "scenarios", file));
    await follow(stepsOf(page), project.folder).finally(project.remove);
  });
});

describe.each(handbook)("$file", (page) => {
  test("links to pages that there are", () => {
    const links = [...page.text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file]) => file!);
    const pages = handbook.map(({ file }) => `${basename(file, ".ts")}.html`);
    expect(links.filter((file) => !pages.includes(file))).toEqual([]);
  });

  test("names folders that there are", () => {
    const named = [...page.text.matchAll(/`(src\/[\w/]*)`/g)].map(([, folder]) => folder!);
    expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });
});

describe.each([readme, ...handbook])("$file", ({ text }: KitText) => {
  test("names commands and scripts that exist", () => {
    const known = commands.map(nameOf);
    const named = [...text.matchAll(/`sandtable ([a-z]+)|sandtable -- ([a-z]+)/g)].map(([, a, b]) => a ?? b!);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const run = [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name!);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe.skipIf(handbook.length === 0)("the handbook on beliefs", () => {
  test("writes beliefs that can be read", () => {
    const rows = pageOf("beliefs")
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    const beliefs = rows.flatMap((row) =>
      [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, belief]) => belief!),
    );
    expect(beliefs.length).toBeGreaterThan(10);
    // Two years of days.
    const numbers = Array.from({ length: 730 }, (_, i) => 1 + (i % 3));
    const readColumn = () => numbers;
    const readDays = () => numbers.map((_, i) => i);
    for (const belief of beliefs)
      expect(evaluateBelief(belief, { readColumn, readDays }).quantile(0.5), belief).toBeGreaterThan(0);
  });

  test("has every family, form and hedge", () => {
    const notebook = readFileSync(join(root, "notebooks/handbook-beliefs.ts"), "utf8");
    const words = [
      ...[...families, ...forms].map(({ name }) => `${name}(`),
      ...hedgeRules.map(({ word }) => `${word} `),
    ];
    expect(words.filter((word) => !notebook.includes(word))).toEqual([]);
  });
});

test.skipIf(handbook.length === 0)(
  "the handbook on commands has every command and every option",
  async () => {
    const text = pageOf("commands");
    const wanted: string[] = [];
    for (const entry of commands) {
      const command = new Command();
      (await entry.load()).register(command, new Session());
      wanted.push(`| \`${nameOf(entry)}`, ...command.options.map(({ long }) => long!));
    }
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  },
);
