// The lint of our own prose: a figure in the README is what the findings that are kept beside it say.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fillProse, scenariosIn } from "../../src/format/references/fillProse.ts";
import { readSummaries } from "../../src/node/output/readSummaries.ts";
import { findProject } from "../../src/node/project/project.ts";

const root = join(import.meta.dirname, "../..");
const known = findProject(root).scenarios.map(({ name }) => name);
const texts = readdirSync(root).filter((name) => name.endsWith(".md"));

describe.skipIf(texts.length === 0)("our own prose", () => {
  test.each(texts)("%s holds no stale figure and no reference that leads nowhere (law)", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const named = scenariosIn(text, known).filter((name) => known.includes(name));
    const kept = named.filter((name) => existsSync(join(root, "outputs", name, "summary.json")));
    const { stale, problems } = fillProse(text, readSummaries(join(root, "outputs"), kept), file);
    expect({ stale, problems }).toEqual({ stale: [], problems: [] });
  });
});
