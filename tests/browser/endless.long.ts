// Right answers: a trial without an end is told by a page as by the command line, and the page goes on.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandtable } from "../cli/sandtable.ts";
import { coinModel, plainCoins, temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, changing, launch, settled } from "./browser.ts";

// Endless for some of the trials, and only for beliefs beyond those of the config.
const model = coinModel.replace("let won = 0;", "let won = 0;\n    while (prize > 9) won++;");
const notebook = `// %% Coins
import { load, show } from "sandtable/notebook";
const run = await (await load("coins")).run();
show(run.live({ chart: "won", controls: ["prize"] }));
`;

describe.skipIf(browserProgram === undefined)("a trial without an end", { timeout: 90_000 }, () => {
  const project = temporaryProject({ ...plainCoins, "coins.ts": model });
  let browser: Browser;
  let stall: string;

  beforeAll(async () => {
    mkdirSync(join(project.folder, "notebooks"));
    writeFileSync(join(project.folder, "notebooks/coins.ts"), notebook);
    browser = await launch();
    for (const words of [
      ["run", "coins", "--quiet"],
      ["notebook", "--quiet"],
    ])
      expect(await sandtable(project.folder, ...words)).toMatchObject({ code: 0, stderr: "" });
    const words = [
      "run",
      "coins",
      "--set",
      "prize=uniform(1, 10)",
      "--workers",
      "2",
      "--trial-timeout",
      "10s",
    ];
    const { code, stderr } = await sandtable(project.folder, ...words);
    expect(code).toBe(3);
    stall = /coins, variant base: trial \d+ has not come back in 10 s \(prize=9\.\d+\)/.exec(stderr)![0];
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    project.remove();
  });

  const opened = async (path: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    await page.goto(`file://${join(project.folder, "outputs", path)}`);
    return page;
  };

  test("is told by a report in the words of the command line, and the next belief is played", async () => {
    const page = await opened("coins/report.html");
    await settled(page);
    const before = await page.textContent("#answer");
    await page.fill("#belief-prize", "uniform(1, 10)");
    await page.waitForSelector("#status.wrong");
    expect(await page.textContent("#status")).toBe(stall);
    expect(await page.getAttribute("#status", "role")).toBe("status");
    expect(await page.textContent("#answer")).toBe(before);
    await changing(page, () => page.fill("#belief-prize", "2 to 3"));
    expect(await page.locator("#status.wrong").count()).toBe(0);
    expect(await page.textContent("#answer")).not.toBe(before);
    // One that is written while the worker hangs does not wait for the limit, and nobody is blamed.
    await page.fill("#belief-prize", "uniform(1, 10)");
    await page.waitForTimeout(500);
    await changing(page, () => page.fill("#belief-prize", "3 to 4"));
    expect(await page.locator("#status.wrong").count()).toBe(0);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-save=svg]")]);
    expect(download.suggestedFilename()).toBe("coins-headline.svg");
    await page.close();
  });

  test("is told by a notebook's panel, and the next belief is played", async () => {
    const page = await opened("notebooks/coins.html");
    const panel = page.locator("#panel-1");
    await page.waitForSelector("#panel-1[data-shown=settled]");
    const before = await panel.locator(".answer").textContent();
    await page.fill("#panel-1-belief-prize", "uniform(1, 10)");
    await page.waitForSelector("#panel-1 .failure:not(:empty)");
    expect(await panel.locator(".failure").textContent()).toBe(stall);
    expect(await panel.locator(".answer").textContent()).toBe(before);
    await page.fill("#panel-1-belief-prize", "2 to 3");
    await page.waitForSelector("#panel-1 .failure:empty", { state: "attached" });
    await page.waitForSelector("#panel-1[data-shown=settled]");
    expect(await panel.locator(".answer").textContent()).not.toBe(before);
    await page.close();
  });
});
