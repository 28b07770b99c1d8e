// Laws of `sandtable check`: what it prints, and when its exit code says that something is wrong.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minShareError } from "../../../src/simulation/statistics/replicateError.ts";
import { coinClaims, temporaryProject } from "../../node/temporaryProject.ts";
import { sandtable } from "../sandtable.ts";

const checks = `
estimates:
  fee: { belief: 6, unit: USD, source: The landlord }
checks:
  fair:
    title: Two throws pay the fee
    equation: prize * throws >= fee
    unit: USD
    unknowns: { throws: { label: Throws that are paid, unit: "1", unstated: 2 } }
`;

let project: ReturnType<typeof temporaryProject>;
let wrong: ReturnType<typeof temporaryProject>;
let none: ReturnType<typeof temporaryProject>;
beforeAll(() => {
  project = temporaryProject({ "claims.yaml": coinClaims, "checks.yaml": checks });
  wrong = temporaryProject({
    "claims.yaml": coinClaims,
    "checks.yaml": checks.replace("prize *", "price *").replace("unit: USD\n    unk", "unit: EUR\n    unk"),
  });
  none = temporaryProject({ "claims.yaml": coinClaims });
});
afterAll(() => {
  for (const one of [project, wrong, none]) one.remove();
});

describe("sandtable check", { timeout: 60_000 }, () => {
  test("reports a broken check and what would close it with 0, and with 2 under --strict", async () => {
    const plain = await sandtable(project.folder, "check");
    const strict = await sandtable(project.folder, "check", "--strict");
    expect({ code: plain.code, stderr: plain.stderr }).toEqual({ code: 0, stderr: "" });
    expect(plain.stdout).toContain("“Throws that are paid” would have to be at least 3.00 (2.73 to 3.30)");
    expect(plain.stdout).toContain("1 broken: fair");
    expect(strict.code).toBe(2);
    expect(strict.stdout).toBe(plain.stdout);
    expect(strict.stderr).toMatch(
      /^scenarios\/checks\.yaml:7:15: checks\.fair: is broken: .*\(“Throws that are paid” would/,
    );
  });

  test("a figure set otherwise closes it, also under --strict, and --json says so", async () => {
    const words = ["check", "--strict", "--json", "--set", "prize=3"];
    const { code, stdout } = await sandtable(project.folder, ...words);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: "sandtable/checks@1",
      checks: [
        {
          id: "fair",
          status: "closes",
          closes: { value: 1, error: minShareError(16_384) },
          left: { p50: { value: 6 } },
        },
      ],
    });
  });

  test("bad input is 2, with its place, whether or not --strict", async () => {
    const { code, stdout, stderr } = await sandtable(wrong.folder, "check");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /checks\.yaml:7:15: checks\.fair\.equation: unknown claim "price" \(did you mean "prize"\?\)/,
    );
  });

  test("a project without checks is told where they would be", async () => {
    const { code, stderr } = await sandtable(none.folder, "check");
    expect(code).toBe(2);
    expect(stderr).toContain("scenarios/checks.yaml: there is no such file");
  });
});
