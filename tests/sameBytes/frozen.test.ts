// Frozen: the same bytes on every Node, in one thread or in several. Written down on Node 20.20.2; what is to give other
// figures for the same seed changes these too, and says why. For other Nodes see otherNodes.sh.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { families } from "../../src/distributions/index.ts";
import { jsonText } from "../../src/format/jsonText.ts";
import { summaryData } from "../../src/format/summaryJson.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { filesOf, findProject } from "../../src/node/project/project.ts";
import { runLoaded } from "../../src/node/workers/runLoaded.ts";

const project = findProject(import.meta.dirname);

/** SHA-256 of summary.json, its first 16 digits. */
async function summaryHash(name: string, workers: number): Promise<string> {
  const [loaded] = await loadScenarios(project, [filesOf(name)], { claims: new Map() });
  const { findings } = await runLoaded(loaded!, { workers });
  return createHash("sha256")
    .update(jsonText(summaryData(findings)))
    .digest("hex")
    .slice(0, 16);
}

describe("frozen: the summary", () => {
  test.each([
    ["everyMath", "f9c165cb7939dcc8"],
    ["everyFamily", "9b79d8174b7a3dc6"],
  ])("of %s, by this thread and by two others", async (name, hash) => {
    expect([await summaryHash(name, 1), await summaryHash(name, 2)]).toEqual([hash, hash]);
  });
});

describe("the scenarios hold all that there is", () => {
  const textOf = (file: string) => readFileSync(join(project.folder, "scenarios", file), "utf8");

  test("every function of Math but chance", () => {
    // Newer engines have more, which Node 20 has not.
    const later = ["f16round", "sumPrecise"];
    const text = textOf("everyMath.ts");
    const missing = Object.getOwnPropertyNames(Math).filter(
      (name) =>
        typeof Math[name as keyof Math] === "function" &&
        !["random", ...later].includes(name) &&
        !text.includes(`Math.${name}(`),
    );
    expect(missing).toEqual([]);
  });

  test("every family of beliefs", () => {
    const text = textOf("everyFamily.yaml");
    expect(families.map(({ name }) => name).filter((name) => !text.includes(`${name}(`))).toEqual([]);
  });
});
