// What is told of files that change, come and go, alone and with their folders (right answers by hand).
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { changedFiles, stampFiles } from "../../../src/node/project/fileStamps.ts";
import { watchFiles } from "../../../src/node/project/watchFiles.ts";
import { hasLinks } from "../systems.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "scenarios"));
  writeFileSync(join(folder, "scenarios", "a.yaml"), "a");
  writeFileSync(join(folder, "scenarios", "b.yaml"), "b");
  return folder;
}

test("files are followed that are deleted and written again, and a folder that is renamed and comes back", async () => {
  const folder = temporaryFolder();
  const [home, file] = [join(folder, "scenarios"), join(folder, "scenarios", "a.yaml")];
  const told = new Set<string>();
  const watching = await watchFiles(folder, ["scenarios", "notebooks"], async (changed) => {
    for (const path of changed) told.add(path);
  });
  onTestFinished(() => watching.close());
  const after = async (act: () => void, files: number) => {
    told.clear();
    act();
    while (told.size < files) await sleep(5);
    return [...told].sort();
  };
  const both = ["scenarios/a.yaml", "scenarios/b.yaml"];
  for (const text of ["1", "2"]) {
    expect(await after(() => rmSync(file), 1)).toEqual(["scenarios/a.yaml"]);
    expect(await after(() => writeFileSync(file, text), 1)).toEqual(["scenarios/a.yaml"]);
    expect(await after(() => renameSync(home, join(folder, "away")), 2)).toEqual(both);
    expect(await after(() => renameSync(join(folder, "away"), home), 2)).toEqual(both);
    expect(await after(() => writeFileSync(file, `${text} edited`), 1)).toEqual(["scenarios/a.yaml"]);
  }
  expect(
    await after(() => {
      mkdirSync(join(folder, "notebooks"));
      // Neither a hidden file, nor an editor's copy, nor what is beside the two folders.
      for (const name of ["scenarios/.a.yaml.swp", "scenarios/a.yaml~", "package.json", "notebooks/n.ts"])
        writeFileSync(join(folder, name), "new");
    }, 1),
  ).toEqual(["notebooks/n.ts"]);
});

test.skipIf(!hasLinks)(
  "a link to a folder around it, or to nothing, does not keep the others from being seen",
  () => {
    const folder = temporaryFolder();
    symlinkSync("..", join(folder, "scenarios", "around"));
    symlinkSync("nowhere", join(folder, "scenarios", "nothing"));
    const before = stampFiles(folder, ["scenarios"]);
    writeFileSync(join(folder, "scenarios", "b.yaml"), "longer");
    rmSync(join(folder, "scenarios", "a.yaml"));
    const changed = changedFiles(before, stampFiles(folder, ["scenarios"]));
    expect([...changed].filter((path) => /^scenarios\/[ab]/.test(path)).sort()).toEqual([
      "scenarios/a.yaml",
      "scenarios/b.yaml",
    ]);
  },
);
