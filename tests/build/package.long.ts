// The kit as a person installs it: packed, begun by `init` in an empty folder, and used for each of its parts. Where the
// registry cannot be reached (and npm's cache does not have what is needed) it says that it is skipped.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserProgram, launch, settled, watch } from "../browser/browser.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sandtable-package-"));
const project = join(folder, "my-article");
const dist = join(root, "dist");
const tarballs = () => readdirSync(dist).filter((file) => file.endsWith(".tgz"));
const tarball = (name: string) => join(dist, tarballs().find((file) => file.startsWith(`${name}-`))!);
const minutes = 60_000;
const megabyte = 1e6;

/** Runs a program to its end; what it printed, also where it failed. */
function run(program: string, words: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { status, stdout, stderr };
}

/** The same where it must succeed. */
function done(program: string, words: readonly string[], cwd = project): string {
  const { status, stdout, stderr } = run(program, words, cwd);
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

const canInstall = run("npm", ["view", "esbuild", "version", "--prefer-offline"], folder).status === 0;
if (!canInstall)
  console.warn("skipped: npm reaches no registry here, so that the package cannot be installed");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!canInstall)("from the tarball", () => {
  beforeAll(() => {
    done("npm", ["run", "--silent", "pack"], root);
    done("npx", ["--yes", `--package=${tarball("sandtable")}`, "sandtable", "init", "my-article"], folder);
    done("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"]);
  }, 15 * minutes);

  test("the package is small, and so is a project with it", () => {
    expect(statSync(tarball("sandtable")).size).toBeLessThan(2.5 * megabyte);
    const fields = JSON.parse(readFileSync(join(project, "node_modules/sandtable/package.json"), "utf8"));
    expect(Object.keys(fields.dependencies).length).toBeLessThanOrEqual(2);
    // A file with several names is one.
    const sizes = new Map(
      readdirSync(join(project, "node_modules"), { recursive: true, encoding: "utf8" })
        .map((file) => lstatSync(join(project, "node_modules", file)))
        .filter((stats) => stats.isFile())
        .map(({ ino, size }) => [ino, size]),
    );
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * megabyte);
  });

  test("the licences of what is bundled go along", () => {
    const notices = readFileSync(join(project, "node_modules/sandtable/THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of [
      "vega",
      "vega-lite",
      "yaml",
      "zod",
      "commander",
      "simple-statistics",
      "seedrandom",
      "dejavu-fonts-ttf",
    ])
      expect(notices).toMatch(new RegExp(`(^|, )${name} \\d`, "m"));
  });

  test(
    "npm start plays the example, in at most 40 lines",
    () => {
      const lines = done("npm", ["start", "--silent"]).trim().split("\n");
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(lines.join("\n")).toContain("pool: After 5 months");
      for (const file of ["index.html", "pool/report.html", "notebooks/pool.html", "notebooks/pool.ipynb"])
        expect(existsSync(join(project, "outputs", file)), file).toBe(true);
    },
    5 * minutes,
  );

  test(
    "npm run check passes, with the types of all libraries checked too",
    () => {
      done("npm", ["run", "--silent", "check"]);
      done("npx", ["tsc", "--skipLibCheck", "false"]);
      const wrong = join(project, "scenarios", "wrong.ts");
      writeFileSync(wrong, 'import { scalar } from "sandtable";\nexport default scalar(3);\n');
      expect(run("npx", ["tsc"], project).stdout).toContain("scenarios/wrong.ts(2,16)");
      rmSync(wrong);
    },
    5 * minutes,
  );

  test(
    "verify finds the same bytes",
    () => {
      expect(done("npx", ["sandtable", "verify"])).toContain("pool: the same with");
    },
    5 * minutes,
  );

  test(
    "a new scenario runs",
    () => {
      expect(done("npx", ["sandtable", "new", "second"])).toContain("scenarios/second.ts");
      expect(JSON.parse(done("npx", ["sandtable", "run", "second", "--json"]))).toMatchObject({
        scenario: "second",
      });
    },
    5 * minutes,
  );

  test(
    "a wrong model is told with its place, and a failing trial too",
    () => {
      const model = join(project, "scenarios", "second.ts");
      const text = readFileSync(model, "utf8");
      writeFileSync(model, text.replace("let amount = 0;", "let amount = = 0;"));
      expect(run("npx", ["sandtable", "run", "second"], project)).toMatchObject({
        status: 3,
        stderr: expect.stringMatching(/^scenarios\/second\.ts:\d+:\d+: /),
      });
      writeFileSync(
        model,
        text.replace("let amount = 0;", 'let amount = 0;\n    if (steps > 0) throw new Error("no luck");'),
      );
      expect(run("npx", ["sandtable", "run", "second"], project).stderr).toMatch(
        /^scenarios\/second\.ts:\d+:26: .*no luck/,
      );
      for (const ending of ["ts", "yaml"]) rmSync(join(project, "scenarios", `second.${ending}`));
    },
    5 * minutes,
  );

  test(
    "create-sandtable begins a project that asks for the same tarball",
    () => {
      done(
        "npx",
        ["--yes", `--package=${tarball("create-sandtable")}`, "create-sandtable", "other-article"],
        folder,
      );
      const specOf = (name: string) =>
        JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")).devDependencies.sandtable;
      expect(specOf("other-article")).toBe(specOf("my-article"));
    },
    5 * minutes,
  );

  test(
    "the same scenario gives the same bytes from the repo and from the package, its report included",
    () => {
      const words = ["run", "pool", "--out"];
      done("npx", ["sandtable", ...words, "outputs-package"]);
      const source = [
        "--import",
        pathToFileURL(fileURLToPath(import.meta.resolve("tsx"))).href,
        join(root, "src/cli/main.ts"),
      ];
      done(process.execPath, [...source, ...words, "outputs-source"]);
      const files = readdirSync(join(project, "outputs-source"), {
        recursive: true,
        encoding: "utf8",
      }).filter((file) => statSync(join(project, "outputs-source", file)).isFile());
      expect(files.map((file) => file.replaceAll("\\", "/"))).toContain("pool/report.html");
      // Time and machine stand in run.json, and the index of all runs says how long they took.
      for (const file of files.filter((one) => !/(run\.json|index\.html)$/.test(one))) {
        const [here, there] = ["outputs-package", "outputs-source"].map((out) =>
          readFileSync(join(project, out, file)),
        );
        expect(here!.equals(there!), file).toBe(true);
      }
    },
    5 * minutes,
  );

  test.skipIf(browserProgram === undefined)(
    "a live panel in the notebook's page follows a slider",
    async () => {
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const complaints = watch(page);
        await page.goto(pathToFileURL(join(project, "outputs/notebooks/pool.html")).href);
        const panel = page.locator("[id^=panel-]").first();
        await panel.scrollIntoViewIfNeeded();
        const shown = `#${await panel.getAttribute("id")}`;
        await page.waitForSelector(`${shown}[data-shown=settled]`);
        const before = await panel.locator(".answer").textContent();
        await panel.locator("input[type=range]").first().focus();
        for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
        await page.waitForFunction(
          ([place, text]) => document.querySelector(`${place} .answer`)?.textContent !== text,
          [shown, before] as const,
          { timeout: minutes / 2 },
        );
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    2 * minutes,
  );

  test.skipIf(browserProgram === undefined)(
    "the preview's page follows an edit",
    async () => {
      const preview = spawn(
        process.execPath,
        [join(project, "node_modules/sandtable/bin/sandtable.js"), "preview", "pool", "--port", "4761"],
        { cwd: project },
      );
      const browser = await launch();
      try {
        const url = await firstUrl(preview);
        const page = await browser.newPage();
        await page.goto(url);
        await page.waitForSelector("#answer");
        await settled(page);
        const before = await page.textContent("#answer");
        const config = join(project, "scenarios", "pool.yaml");
        writeFileSync(config, readFileSync(config, "utf8").replace("belief: 4\n", "belief: 6\n"));
        await page.waitForFunction(
          (text) => document.querySelector("#answer")?.textContent !== text,
          before,
          { timeout: minutes },
        );
      } finally {
        preview.kill();
        await browser.close();
      }
    },
    3 * minutes,
  );
});

/** The address that a preview prints first. */
function firstUrl(preview: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    preview.stdout!.on("data", (text) => {
      const [url] = /http:\/\/\S+/.exec(String(text)) ?? [];
      if (url) resolve(url);
    });
    preview.once("exit", (code) => reject(new Error(`the preview has ended: ${code}`)));
  });
}

test(
  "in a clone whose scenarios and notebooks were deleted the checks pass",
  () => {
    const clone = join(folder, "clone");
    mkdirSync(clone);
    for (const file of execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
      .trim()
      .split("\n")) {
      const isArticle = /^scenarios\/(?!.*schema\.json$)|^notebooks\/(?!handbook-)|^outputs\//.test(file);
      if (!isArticle && existsSync(join(root, file))) cpSync(join(root, file), join(clone, file));
    }
    cpSync(join(root, "node_modules"), join(clone, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    done("npx", ["tsc", "--noEmit"], clone);
    done("npx", ["knip"], clone);
    done(
      "npx",
      [
        "vitest",
        "run",
        "--config",
        "tests/vitest.config.ts",
        "tests/cli",
        "tests/readme.test.ts",
        "tests/notebooks.test.ts",
        "tests/architecture.test.ts",
      ],
      clone,
    );
  },
  20 * minutes,
);
