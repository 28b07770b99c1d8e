// The lint of our own prose: a figure in the README or the handbook is what the findings that are kept beside it say.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fillProse, scenariosIn } from "../../src/format/references/fillProse.ts";
import { readSummaries } from "../../src/node/output/readSummaries.ts";
import { findProject } from "../../src/node/project/project.ts";
import { handbook } from "../kitTexts.ts";

const root = join(import.meta.dirname, "../..");
const known = findProject(root).scenarios.map(({ name }) => name);
const pages = readdirSync(root).filter((name) => name.endsWith(".md"));
const texts = [...pages.map((file) => ({ file, text: readFileSync(join(root, file), "utf8") })), ...handbook];

describe.skipIf(texts.length === 0)("our own prose", () => {
  test.each(texts)(
    "$file holds no stale figure and no reference that leads nowhere (law)",
    ({ file, text }) => {
      const named = scenariosIn(text, known).filter((name) => known.includes(name));
      const kept = named.filter((name) => existsSync(join(root, "outputs", name, "summary.json")));
      const { stale, problems } = fillProse(text, readSummaries(join(root, "outputs"), kept), file);
      expect({ stale, problems }).toEqual({ stale: [], problems: [] });
    },
  );
});
