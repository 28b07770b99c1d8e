// A project works in a folder whose name holds any sign that a file system takes.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { buildOnce } from "../node/preview/oneBuild.ts";
import { coinModel, plainCoins, temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

test.each(["what? #1 100%41", "a\\b 'c' \"d\"", "größe (日本) é;&$(x)`"])("%s", async (name) => {
  const project = temporaryProject(plainCoins);
  const folder = join(dirname(project.folder), `${name} ${Date.now()}`);
  renameSync(project.folder, folder);
  try {
    mkdirSync(join(folder, "notebooks"));
    const notebook =
      '// %% [markdown]\n// # Coins\n// %%\nimport { load, show } from "sandtable/notebook";\nimport { what } from "./what.ts";\nconst run = await (await load("coins")).run();\nconsole.log(what);\n';
    writeFileSync(join(folder, "notebooks/coins.ts"), notebook);
    writeFileSync(join(folder, "notebooks/what.ts"), 'export const what = "it runs";\n');
    const done = async (...words: string[]) => {
      const { code, stdout, stderr } = await sandtable(folder, ...words);
      expect(stderr).toBe("");
      expect(code).toBe(0);
      return stdout;
    };
    await done("run", "coins", "--trials", "64", "--quiet");
    expect(await done("verify", "coins")).toContain("and in outputs/coins");
    await done("notebook", "coins");
    expect(readFileSync(join(folder, "outputs/notebooks/coins.html"), "utf8")).toContain("it runs");
    rmSync(join(folder, "outputs"), { recursive: true });
    await buildOnce(folder, ["coins/report.html", "notebooks/coins.html"]);

    // Failures have their places, wherever they come from.
    const model = coinModel.replace("let won = 0;", 'let won = 0; throw new Error("no");');
    writeFileSync(join(folder, "scenarios/coins.ts"), model);
    expect((await sandtable(folder, "run", "coins")).stderr).toMatch(/^scenarios\/coins\.ts:13:24: /);
    writeFileSync(join(folder, "scenarios/coins.ts"), `${coinModel}const = 3;`);
    expect((await sandtable(folder, "run", "coins")).stderr).toMatch(
      new RegExp(`^scenarios/coins\\.ts:${coinModel.split("\n").length}:7: cannot be read`),
    );
    writeFileSync(join(folder, "notebooks/what.ts"), 'throw new Error("no");\n');
    expect((await sandtable(folder, "notebook", "coins")).stderr).toContain(
      "notebooks/what.ts:1:7: Error: no",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
