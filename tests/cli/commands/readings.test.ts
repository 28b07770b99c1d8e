// Laws of `sandtable readings`: what it prints, what it writes, what it refuses.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryProject } from "../../node/temporaryProject.ts";
import { sandtable } from "../sandtable.ts";

let project: ReturnType<typeof temporaryProject>;
beforeAll(() => {
  project = temporaryProject();
});
afterAll(() => project.remove());

describe("sandtable readings", { timeout: 60_000 }, () => {
  test("says whether the headline survives, and leaves its findings and a chart", async () => {
    const { code, stdout, stderr } = await sandtable(project.folder, "readings", "coins");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/The headline (survives|shifts under|does not survive) 5 readings/);
    expect(stdout).toContain("uniform(1, 4)");
    const folder = join(project.folder, "outputs", "coins");
    const charts = ["readings.png", "readings.svg", "readings.vl.json"];
    expect(readdirSync(join(folder, "charts")).sort()).toEqual(charts);
    const findings = JSON.parse(readFileSync(join(folder, "readings.json"), "utf8"));
    expect(findings).toMatchObject({ format: "sandtable/readings@1", scenario: "coins", trials: 1024 });
  });

  test("--json prints the findings alone and writes nothing unless told where", async () => {
    const out = join(project.folder, "elsewhere");
    const words = ["readings", "coins", "--json", "--set", "prize=3", "--trials", "256"];
    const { code, stdout } = await sandtable(project.folder, ...words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      readings: [],
      trials: 256,
      verdict: { survival: "survives" },
    });
    expect(existsSync(out)).toBe(false);
  });

  test("is the same for one and for two workers", async () => {
    const by = (workers: string) =>
      sandtable(project.folder, "readings", "coins", "--json", "--workers", workers);
    const { code, stdout } = await by("1");
    expect(code).toBe(0);
    expect((await by("2")).stdout).toBe(stdout);
  });

  test.each([
    [["readings", "coin"], /no such scenario.*did you mean "coins"/],
    [["readings", "coins", "--combinations", "-1"], /--combinations: is "-1", a whole number/],
    [["readings", "coins", "--set", "prise=3"], /unknown assumption "prise"/],
    [["readings", "coins", "--set", "prize=about -3"], /--set prize/],
  ])("%j is bad input", async (words, message) => {
    const { code, stdout, stderr } = await sandtable(project.folder, ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
