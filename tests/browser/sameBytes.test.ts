// Laws: a page plays every function of Math and every family to the last digit as the command line does.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportText } from "../../src/node/output/writeReport.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { filesOf, findProject } from "../../src/node/project/project.ts";
import { Session } from "../../src/node/project/session.ts";
import { runLoaded } from "../../src/node/workers/runLoaded.ts";
import { sandtable } from "../cli/sandtable.ts";
import { temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, launch, settled, watch } from "./browser.ts";

const names = ["everyMath", "everyFamily"] as const;
const home = join(import.meta.dirname, "../sameBytes/scenarios");

describe.skipIf(browserProgram === undefined)("the live report", { timeout: 60_000 }, () => {
  const { folder, remove } = temporaryProject(
    Object.fromEntries(
      names
        .flatMap((name) => [`${name}.ts`, `${name}.yaml`])
        .map((file) => [file, readFileSync(join(home, file), "utf8")]),
    ),
  );
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    remove();
  });

  test.each(names)("of %s gives the command line's figures for another seed", async (name) => {
    // The page alone: the charts' files would take longer than all the rest.
    const project = findProject(folder);
    const loaded = (await loadScenarios(project, [filesOf(name)], { claims: new Map() }))[0]!;
    const { findings } = await runLoaded(loaded, { workers: 1 });
    const file = join(folder, `${name}.html`);
    const session = new Session();
    writeFileSync(file, await reportText({ loaded, overrides: {} }, findings, [], { session }));
    const page = await browser.newPage({ acceptDownloads: true });
    const complaints = watch(page);
    await page.goto(`file://${file}#seed=7`);
    await settled(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("button[data-save=json]"),
    ]);
    const figures = JSON.parse(readFileSync(await download.path(), "utf8"));
    const { stdout } = await sandtable(folder, "run", name, "--json", "--seed", "7");
    expect(figures).toEqual(JSON.parse(stdout));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
