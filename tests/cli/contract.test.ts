// Laws that scripts rely on: exit codes, what goes to standard output, what is written and what is not.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands, nameOf } from "../../src/cli/commands/index.ts";
import { coinConfig, coinModel, temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const patience = { timeout: 60_000 };
let project: ReturnType<typeof temporaryProject>;
let folder: string;
beforeAll(() => {
  project = temporaryProject();
  folder = project.folder;
});
afterAll(() => project.remove());

describe("words", patience, () => {
  test("help is 0 and names every command, the one behind npm start too", async () => {
    const { code, stdout } = await sandtable(folder, "--help");
    expect(code).toBe(0);
    const named = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
    expect(named).toEqual(expect.arrayContaining([...commands.map(nameOf), "all"]));
  });

  test.each([
    [["rnu"], "Did you mean run?"],
    [["run", "coins", "--out", ""], '--out: is "", a folder\'s name is wanted'],
    [["run", "--trails", "7"], "Did you mean --trials?"],
    [["run", "coin"], 'scenario "coin": there is no such scenario (did you mean "coins"?)'],
    [["compare", "coins", "base"], "it is the base that is compared against"],
  ])("%j is bad input", async (words, message) => {
    const { code, stdout, stderr } = await sandtable(folder, ...words);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("everything wrong is told at once, once, and without a stack", async () => {
    const words = ["run", "coins", "coinz", "--workers", "0", "--trials", "0", "--set", "prise=3"];
    const { code, stderr } = await sandtable(folder, ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--workers: is "0", a whole number from 1 to 256 is wanted$/m);
    expect(stderr).toMatch(/coinz.*did you mean "coins"\?/);
    expect(stderr).toMatch(/--trials/);
    expect(stderr).toMatch(/prise.*prize/);
    expect(stderr.trim().split("\n")).toHaveLength(4);
  });

  test("only --debug shows where in the program it was refused", async () => {
    const { stderr } = await sandtable(folder, "run", "coinz");
    expect(stderr).not.toContain("loadScenariosFor.ts");
    const debugged = await sandtable(folder, "run", "coinz", "--debug");
    expect(debugged.code).toBe(2);
    expect(debugged.stderr.startsWith(stderr)).toBe(true);
    expect(debugged.stderr).toMatch(/^ +at loadScenariosFor \(.*src\/cli\/loadScenariosFor\.ts:\d+:\d+\)$/m);
  });

  test("an unknown variant is told beside a config that is refused", async () => {
    const words = ["run", "coins", "--variant", "rihc", "--variant", "poor", "--set", "prize=many"];
    const { code, stderr } = await sandtable(folder, ...words);
    expect(code).toBe(2);
    expect(stderr).toContain("--set prize");
    expect(stderr).toContain('variant "rihc": coins has no such variant (did you mean "rich"?)');
    expect(stderr).not.toContain('variant "poor"');
  });
});

describe("results", patience, () => {
  test("--json prints the summary and nothing else, and writes nothing", async () => {
    const { code, stdout, stderr } = await sandtable(
      folder,
      "run",
      "scenarios/coins.ts",
      "--json",
      "--set",
      "prize=2",
      "--variant",
      "rich",
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      format: "sandtable/summary@1",
      scenario: "coins",
      trials: 1024,
      horizon: { steps: 3, unit: "month" },
    });
    expect(Object.keys(summary.variants)).toEqual(["base", "rich"]);
    // Right answer: --set has the last word in every variant, so that all differences are nothing.
    expect(summary.comparisons.rich.outputs.won.difference.mean).toEqual({ value: 0, error: 0 });
    expect(existsSync(join(folder, "outputs"))).toBe(false);
  });

  test("a goal that is not reached is told on standard error where no text tells it", async () => {
    const goal = ["run", "coins", "--until", "won 0.1%", "--trials", "512", "--max-trials", "1024"];
    const { code, stdout, stderr } = await sandtable(folder, ...goal, "--json");
    expect(JSON.parse(stdout).trials).toBe(1024);
    expect(stderr).toMatch(
      /^coins: --until is not reached: 1,024 trials; won p\d+ ± \S+ %, 0\.1 % is wanted\n$/,
    );
    expect(code).toBe(0);
    const beyond = await sandtable(folder, ...goal, "--trials", "4096");
    expect(beyond).toMatchObject({ code: 2, stdout: "" });
    expect(beyond.stderr).toContain("--trials: begins with 4,096, --until may take 1,024");
  });

  test("several scenarios give a list, one gives itself", async () => {
    const two = temporaryProject({
      "coins.ts": coinModel,
      "dice.ts": coinModel,
      "coins.yaml": coinConfig.replace("claims: [prize]", "why: A guess"),
      "dice.yaml": coinConfig.replace("claims: [prize]", "why: A guess"),
    });
    const { stdout } = await sandtable(two.folder, "run", "--json");
    expect(JSON.parse(stdout).map(({ scenario }: { scenario: string }) => scenario)).toEqual([
      "coins",
      "dice",
    ]);
    two.remove();
  });

  test("list, claims and compare say what they know, for people and as data", async () => {
    const list = await sandtable(folder, "list");
    const listed = await sandtable(folder, "list", "--json");
    const claims = await sandtable(folder, "claims");
    const claimed = await sandtable(folder, "claims", "--json");
    const compared = await sandtable(folder, "compare", "coins", "rich");
    expect(list.stdout).toContain("coins: Coins\n  How much do the throws give?\n");
    expect(JSON.parse(listed.stdout)[0]).toMatchObject({
      name: "coins",
      variants: [{ name: "base" }, { name: "rich", title: "A prize of ten" }, { name: "poor" }],
    });
    expect(claims.stdout).toContain(
      "prize: about 2 USD\n  The prize of a throw\n  The host, paragraph 3; B2: He pays it\n",
    );
    expect(claims.stdout).toContain("used by coins.prize");
    expect(claims.stdout).toMatch(/Used by no assumption:\n\naudience/);
    expect(JSON.parse(claimed.stdout)[0]).toMatchObject({ id: "prize", usedBy: ["coins.prize"] });
    expect(compared.stdout).toMatch(/^ {2}rich +\d/m);
    expect(compared.stdout).not.toMatch(/^ {2}poor/m);
  });
});

describe("files", patience, () => {
  test("a trial that gives no number ends with 3, names the place, and writes nothing", async () => {
    const failing = temporaryProject({
      "coins.ts": coinModel.replace("out.won = won;", "out.won = prize > 3 ? Number.NaN : won;"),
      "coins.yaml": coinConfig.replace("claims: [prize]", "why: A guess"),
    });
    const { code, stdout, stderr } = await sandtable(failing.folder, "run", "coins");
    expect(stderr).toMatch(
      /^scenarios\/coins\.ts:12:3: coins, variant base: trial \d+ gave NaN for "won" \(prize=3\.\d+\)\n$/,
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(existsSync(join(failing.folder, "outputs"))).toBe(false);
    failing.remove();
  });

  test("a scenario that stands on claims that are not there is told with its place", async () => {
    const claimless = temporaryProject({ "coins.ts": coinModel, "coins.yaml": coinConfig });
    const { code, stderr } = await sandtable(claimless.folder, "run");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^scenarios\/coins\.yaml:5:\d+: .*there are none \(they are read from scenarios\/claims\.yaml, which is missing or empty\)\n$/,
    );
    claimless.remove();
  });

  test("a disk that takes no files ends with 4", async () => {
    writeFileSync(join(folder, "taken"), "a file");
    const { code, stderr } = await sandtable(folder, "run", "coins", "--out", "taken");
    expect(stderr).toContain("a file is where a folder is wanted");
    expect(code).toBe(4);
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("a file");
  });

  test("new makes a scenario that runs at once, and never writes over one", async () => {
    const made = await sandtable(folder, "new", "winter-relief");
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toContain("open outputs/winter-relief/report.html");
    const run = await sandtable(folder, "run", "winter-relief", "--trials", "1024", "--json");
    const again = await sandtable(folder, "new", "winter-relief");
    const reserved = await sandtable(folder, "new", "claims");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(run.stdout).variants.base.outputs.atEnd.p50.value).toBeGreaterThan(0);
    expect(JSON.parse(run.stdout).answer).toMatch(/\. Chance of too little: .+\.$/);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain("scenarios/winter-relief.ts is there already");
    expect(reserved).toMatchObject({ code: 2, stderr: 'name "claims": is the name of something else\n' });
  });
});
