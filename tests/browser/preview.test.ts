// The preview as its reader sees it: an edit changes the page in place, an error greys it, and nothing jumps.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { follow } from "../../src/node/preview/follow.ts";
import { type PreviewServer, startServer } from "../../src/node/preview/server.ts";
import type { Watching } from "../../src/node/watchFiles.ts";
import { coinConfig, temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, launch, settled } from "./browser.ts";

const project = temporaryProject();
const out = join(project.folder, "outputs");
const config = join(project.folder, "scenarios", "coins.yaml");
let browser: Browser;
let server: PreviewServer;
let watching: Watching;

beforeAll(async () => {
  if (browserProgram === undefined) return;
  mkdirSync(out);
  server = await startServer({ out, port: 0, orAnother: true });
  watching = await follow({
    folder: project.folder,
    out,
    open: server.open,
    tell: server.tell,
    describe: (error) => (error as Error).message,
  });
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await watching?.close();
  await server?.close();
  project.remove();
});

test.skipIf(browserProgram === undefined)(
  "an edit is shown in place: scroll, control, opened part and charts stay; an error greys what was there",
  { timeout: 60_000 },
  async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
    // A page that does not exist yet appears by itself.
    await page.goto(`${server.url}coins/report.html`);
    await page.waitForSelector("#answer");
    await settled(page);
    await page.fill("#belief-prize", "2 to 3");
    await page.press("#belief-prize", "Enter");
    await page.waitForFunction(() => location.hash !== "");
    await settled(page);
    const figure = page.locator("figure[id]").last();
    await figure.locator("summary", { hasText: "In words" }).click();
    await figure.scrollIntoViewIfNeeded();
    const place = async () => ({
      top: await page.evaluate(() => Math.round(scrollY)),
      hash: await page.evaluate(() => location.hash),
      belief: await page.inputValue("#belief-prize"),
      isOpen: await figure
        .locator("details", { hasText: "In words" })
        .evaluate((one) => (one as HTMLDetailsElement).open),
    });
    const before = await place();
    expect(before.top).toBeGreaterThan(200);
    expect(before.isOpen).toBe(true);
    // Every frame from now on is looked at for charts that are gone.
    await page.addInitScript(() => {
      const look = () => {
        const empty = [...document.querySelectorAll("figure:not([hidden]) .chart")].filter(
          (box) => !box.firstElementChild,
        );
        if (document.readyState !== "loading" && empty.length > 0)
          document.documentElement.dataset.blank = empty.map((box) => box.parentElement!.id).join();
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

    writeFileSync(config, coinConfig.replace("3 months", "5 months"));
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("5 months"));
    await settled(page);
    expect(await place()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.dataset.blank)).toBeUndefined();

    writeFileSync(config, coinConfig.replace("1 to 4", "1 to"));
    await page.waitForSelector("#preview-failure");
    expect(await page.textContent("#preview-failure")).toContain("scenarios/coins.yaml:5:");
    expect(await page.evaluate(() => document.querySelector("main")!.style.filter)).toBe("grayscale(1)");
    expect(await page.textContent("#answer")).toContain("5 months");

    writeFileSync(config, coinConfig);
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("3 months"));
    expect(await page.locator("#preview-failure").count()).toBe(0);
    await page.close();
  },
);
