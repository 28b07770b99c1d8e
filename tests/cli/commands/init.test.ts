// A new project: what is written, what it says, and what is in the way. tests/build/package.long.ts installs and runs one.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { kitSource } from "../../../src/cli/kitSource.ts";
import { refuseOtherVersion } from "../../../src/cli/projectKit.ts";
import { sandtable } from "../sandtable.ts";

const folder = mkdtempSync(join(tmpdir(), "sandtable-init-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function made(name: string, files: Readonly<Record<string, string>> = {}): string {
  const path = join(folder, name);
  for (const [file, text] of Object.entries({ ".keep": "", ...files })) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    if (file !== ".keep") writeFileSync(join(path, file), text);
  }
  return path;
}

describe("init", () => {
  test("writes a project that runs, says what it wrote and what to do next", async () => {
    const { code, stdout } = await sandtable(folder, "init", "my-article", "--title", "The pool's article");
    expect(code).toBe(0);
    const project = join(folder, "my-article");
    for (const file of [
      "package.json",
      ".gitignore",
      ".vscode/settings.json",
      "scenarios/pool.ts",
      "notebooks/pool.ts",
    ]) {
      expect(stdout).toContain(`my-article/${file}\n`);
      expect(existsSync(join(project, file))).toBe(true);
    }
    expect(stdout).toContain("npm install");
    expect(readFileSync(join(project, "README.md"), "utf8")).toMatch(/^# The pool's article\n/);
    const written = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    expect(written.name).toBe("my-article");
    expect(Object.keys(written.scripts)).toEqual(["start", "preview", "check", "sandtable"]);
    const run = await sandtable(project, "run", "--json");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({ scenario: "pool", horizon: { steps: 5, unit: "month" } });
    const check = await sandtable(project, "check", "--strict");
    expect(check).toMatchObject({ code: 0, stderr: "" });
    expect(await sandtable(project, "notebook", "--trials", "256")).toMatchObject({ code: 0 });
  });

  test("each file of the example says in its head what to change first", () => {
    const example = ["claims.yaml", "common.yaml", "checks.yaml", "pool.yaml", "pool.ts"].map(
      (file) => `scenarios/${file}`,
    );
    for (const file of [...example, "notebooks/pool.ts", "README.md"]) {
      const head = readFileSync(join(folder, "my-article", file), "utf8")
        .split("\n")
        .slice(0, 8)
        .join(" ");
      expect(head, file).toContain("Change first: ");
    }
  });

  test("writes nothing into a folder that is not empty, and says what is in the way", async () => {
    const full = made("full", { "notes.txt": "mine" });
    const { code, stderr } = await sandtable(folder, "init", "full");
    expect(code).toBe(2);
    expect(stderr).toContain('folder "full": is not empty: notes.txt (');
    expect(readdirSync(full)).toEqual(["notes.txt"]);
  });

  test("refuses a file, and a title that is none", async () => {
    writeFileSync(join(folder, "afile"), "");
    expect((await sandtable(folder, "init", "afile")).stderr).toContain("is a file");
    expect(await sandtable(folder, "init", "untitled", "--title", " ")).toMatchObject({ code: 2 });
    expect(existsSync(join(folder, "untitled"))).toBe(false);
  });

  test("a folder without a project says how to make one", async () => {
    const { code, stderr } = await sandtable(made("bare"), "list");
    expect(code).toBe(2);
    expect(stderr).toContain("npx sandtable init my-article");
  });
});

describe("the kit of a new project", () => {
  test("that was installed from a file comes from that file, by its path from the project", () => {
    const npx = made("npx", {
      "package.json": JSON.stringify({ dependencies: { sandtable: "file:../kit/sandtable-0.1.0.tgz" } }),
    });
    made("kit", { "sandtable-0.1.0.tgz": "" });
    const program = join(npx, "node_modules/sandtable/lib/init.js");
    expect(kitSource(join(folder, "new"), program)).toEqual({ spec: "file:../kit/sandtable-0.1.0.tgz" });
  });

  test("that was installed by its version has that version", () => {
    const program = join(
      made("plain", { "package.json": '{"dependencies":{"sandtable":"^0.1.0"}}' }),
      "node_modules/sandtable/lib/init.js",
    );
    expect(kitSource(join(folder, "new"), program)).toEqual({
      spec: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  test("that runs from its source is the tarball that is packed there", () => {
    const { spec, missing } = kitSource("/home/ada/new", "/home/ada/kit/src/cli/initProject.ts");
    expect(spec).toMatch(/^file:\.\.\/kit\/dist\/sandtable-[\d.]+\.tgz$/);
    expect(missing).toBe(resolve("/home/ada/kit/dist", spec.split("/").at(-1)!));
  });
});

describe("another version of the kit in the project", () => {
  test("is told with both, whether it is installed or asked for", () => {
    const installed = made("older", { "node_modules/sandtable/package.json": '{"version":"0.0.9"}' });
    expect(() => refuseOtherVersion(installed, "0.1.0")).toThrow(
      "this is sandtable 0.1.0, and the project here has 0.0.9 (npx sandtable runs that one)",
    );
    const asking = made("asking", { "package.json": '{"devDependencies":{"sandtable":"0.2.0"}}' });
    expect(() => refuseOtherVersion(asking, "0.1.0")).toThrow("asks for 0.2.0");
  });

  test("the same version, a file, or no project at all is nothing to tell", () => {
    const same = made("same", { "node_modules/sandtable/package.json": '{"version":"0.1.0"}' });
    const file = made("file", { "package.json": '{"devDependencies":{"sandtable":"file:../x.tgz"}}' });
    for (const one of [same, file, folder]) expect(() => refuseOtherVersion(one, "0.1.0")).not.toThrow();
  });

  test("ends a command with bad input", async () => {
    const { code, stderr } = await sandtable(
      made("other", { "node_modules/sandtable/package.json": '{"version":"9.9.9"}' }),
      "list",
    );
    expect(code).toBe(2);
    expect(stderr).toContain("9.9.9");
  });
});
