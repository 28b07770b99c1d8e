// Files that never end, that are no text, and links that lead elsewhere: told at once, with the exit code for them.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test as testAnywhere } from "vitest";
import { hasLinks, hasPipes } from "../node/systems.ts";
import {
  coinClaims,
  coinModel,
  plainCoinConfig,
  plainCoins,
  temporaryProject,
} from "../node/temporaryProject.ts";
import { ended, sandtable, start } from "./sandtable.ts";

// What is hostile here are links and pipes.
const isPossible = hasLinks && hasPipes;
const test = testAnywhere.skipIf(!isPossible);

let project: ReturnType<typeof temporaryProject>;
let folder: string;
const inFolder = (...parts: string[]) => join(folder, ...parts);
beforeAll(async () => {
  if (!isPossible) return;
  project = temporaryProject(plainCoins);
  folder = project.folder;
  execFileSync("mkfifo", [inFolder("pipe")]);
  mkdirSync(inFolder("notebooks"));
  writeFileSync(inFolder("prose.md"), "They give {coins.base.won.p50}.\n");
  const { code, stderr } = await sandtable(folder, "run", "coins", "--trials", "64", "--quiet");
  expect(stderr).toBe("");
  expect(code).toBe(0);
}, 60_000);
afterAll(() => project?.remove());

/** Puts a link to `target` in the place of a file while `act` goes on. */
async function withLink<Result>(file: string, target: string, act: () => Promise<Result>): Promise<Result> {
  const path = inFolder(file);
  const was = existsSync(path);
  if (was) renameSync(path, `${path}.kept`);
  symlinkSync(target, path);
  try {
    return await act();
  } finally {
    rmSync(path);
    if (was) renameSync(`${path}.kept`, path);
  }
}

const noEnd = ["/dev/zero", "/dev/full", "PIPE"] as const;
const places: readonly [file: string, ...words: string[]][] = [
  ["scenarios/claims.yaml", "claims"],
  ["scenarios/claims.yaml", "check"],
  ["scenarios/checks.yaml", "check"],
  ["scenarios/coins.yaml", "run", "coins"],
  ["scenarios/coins.ts", "run", "coins"],
  ["notebooks/endless.ts", "notebook", "endless"],
  ["data.csv", "run", "coins", "--set", 'prize=empirical("data.csv", "x")'],
  ["outputs/coins/summary.json", "prose", "--check", "prose.md"],
  ["other.md", "prose", "other.md"],
  ["other.yaml", "run", "coins", "--config", "other.yaml"],
];

describe.each(noEnd)("%s", (target) => {
  test.each(places)("as %s is refused at once by: %s %s", async (file, ...words) => {
    const to = target === "PIPE" ? inFolder("pipe") : target;
    const { code, stderr } = await withLink(file, to, () => sandtable(folder, ...words));
    // What lies outside the project is not read as data at all.
    const told = file === "data.csv" && target !== "PIPE" ? "lies outside" : "a regular file is wanted";
    expect(stderr).toContain(told);
    expect(stderr).toContain(file);
    expect(code).toBe(2);
  });

  test("as the manifest of a run is as if there was none", async () => {
    const to = target === "PIPE" ? inFolder("pipe") : target;
    const { code, stdout } = await withLink("outputs/coins/run.json", to, () =>
      sandtable(folder, "verify", "coins"),
    );
    expect(stdout).toContain("there is no run to compare with");
    expect(code).toBe(0);
  });
});

test.each([
  ["scenarios/coins.ts", "run", "coins"],
  ["scenarios/coins.yaml", "run", "coins"],
  ["scenarios/claims.yaml", "claims"],
  ["prose.md", "prose", "prose.md"],
])("%s in Latin-1 is told with the place of the first byte that is none", async (file, ...words) => {
  const path = inFolder(file);
  const before = readFileSync(path);
  const sign = file.endsWith(".ts") ? "//" : "#";
  writeFileSync(path, Buffer.concat([Buffer.from(`${sign} Caf`), Buffer.from([0xe9, 0x0a]), before]));
  const { code, stderr } = await sandtable(folder, ...words);
  writeFileSync(path, before);
  expect(stderr).toMatch(
    new RegExp(`^${file}:1:${sign.length + 5}: the file is not UTF-8: the byte E9 stands here`),
  );
  expect(code).toBe(2);
});

test("a config can come from standard input", async () => {
  const child = start(folder, "run", "coins", "--json", "--trials", "64", "--config", "-");
  child.stdin!.end(plainCoinConfig.replace("1 to 4", "7"));
  const { code, stdout, stderr } = await ended(child);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).variants.base.assumptions.prize.belief).toBe("7");
});

test("prose keeps its byte order mark, its line ends, and that it is a link", async () => {
  const path = inFolder("real.md");
  writeFileSync(path, "\ufeffThey give\r\n{coins.base.won.p50}.\r\n");
  symlinkSync("real.md", inFolder("link.md"));
  const { code } = await sandtable(folder, "prose", "--changed", "link.md");
  expect(code).toBe(0);
  expect(readFileSync(path, "utf8")).toMatch(
    /^\ufeffThey give\r\n<!-- \{coins.base.won.p50\} -->.*<!-- \/ -->\.\r\n$/,
  );
});

describe("a link in the outputs is not written through", () => {
  test.each([
    ["the scenario's folder", "out/coins"],
    ["a folder in it", "out/coins/charts"],
    ["one that leads nowhere", "out/coins", "/nowhere/at/all"],
  ])("%s", async (_, link, target = inFolder("elsewhere")) => {
    rmSync(inFolder("out"), { recursive: true, force: true });
    mkdirSync(inFolder("elsewhere"), { recursive: true });
    mkdirSync(inFolder(link, ".."), { recursive: true });
    symlinkSync(target, inFolder(link));
    const { code, stderr } = await sandtable(folder, "run", "coins", "--trials", "64", "--out", "out");
    expect(stderr).toContain(`${link}: is a symbolic link to ${target}, nothing is written through it`);
    expect(code).toBe(4);
    expect(readdirSync(inFolder("elsewhere"))).toEqual([]);
  });

  test("the folder of all outputs may be a link", async () => {
    symlinkSync("elsewhere", inFolder("linked"));
    const { code } = await sandtable(folder, "run", "coins", "--trials", "64", "--out", "linked", "--quiet");
    expect(code).toBe(0);
    expect(readdirSync(inFolder("elsewhere"))).toEqual(["coins", "index.html"]);
  });
});

test("no text of a file commands the terminal", async () => {
  const hostile = temporaryProject({
    "coins.ts": coinModel.replace("Coins", "Co\\u001b[31mi\\u202ens"),
    "coins.yaml": plainCoinConfig.replace("USD, claims", '"\\e[2J\\u202e", claims'),
    "claims.yaml": coinClaims.replace("The host", '"The \\u009b2J\\u202e host"'),
  });
  const commands = [
    ["list"],
    ["claims"],
    ["run", "coins"],
    ["run", "\u001b[31m"],
    ["\u001b[2J"],
    ["run", "--\u202ex"],
  ];
  for (const words of commands) {
    const { stdout, stderr } = await sandtable(hostile.folder, ...words);
    expect(stdout + stderr, words.join(" ")).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(stdout + stderr, words.join(" ")).toMatch(/\\u001b|\\u202e/);
  }
  hostile.remove();
});
