// Law: a run with a start says and writes the same in every time zone, to the last byte.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { coinModel, plainCoinConfig, temporaryProject } from "../node/temporaryProject.ts";
import { ended, start } from "./sandtable.ts";

const dated = `start: 2024-12\n${plainCoinConfig.replace("3 months", "to 2025-11").replace("claims: [prize]", "why: A guess")}levels:
  - { output: soFar, above: 10 }
`;
const project = temporaryProject({ "coins.ts": coinModel, "coins.yaml": dated });
afterAll(() => project.remove());

/** Fourteen hours ahead of UTC, and eight behind it with summer time. */
const zones = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"];

async function runIn(zone: string) {
  const out = zone.replace("/", "-");
  const before = process.env.TZ;
  process.env.TZ = zone;
  const child = start(project.folder, "run", "coins", "--out", out);
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  const { code, stdout, stderr } = await ended(child);
  expect([code, stderr]).toEqual([0, ""]);
  const folder = join(project.folder, out, "coins");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const hashes = files
    .filter(({ name }) => name !== "run.json")
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return `${name} ${createHash("sha256").update(bytes).digest("hex")}`;
    });
  return { stdout: stdout.replaceAll(`${out}/`, "out/"), hashes: hashes.sort() };
}

test("a run with a start is the same in every time zone", { timeout: 120_000 }, async () => {
  const first = await runIn(zones[0]!);
  expect(first.stdout).toContain("12 months, December 2024 to November 2025");
  expect(first.hashes.length).toBeGreaterThan(10);
  for (const zone of zones.slice(1)) expect(await runIn(zone)).toEqual(first);
});
