// The preview as its reader sees it: an edit changes the page in place, an error greys it, and nothing jumps.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { follow } from "../../src/node/preview/follow.ts";
import { type PreviewServer, startServer } from "../../src/node/preview/server.ts";
import type { Watching } from "../../src/node/watchFiles.ts";
import { coinConfig, temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, launch, settled } from "./browser.ts";

const project = temporaryProject();
const out = join(project.folder, "outputs");
const config = join(project.folder, "scenarios", "coins.yaml");
const manyTrials = coinConfig.replace("trials: 1024", "trials: 65536");
const toldNotebook = `import { load, md, show } from "#sandtable/notebook";
const run = await (await load("coins")).run();
md\`\${run.answer} These are \${run.findings.trials} trials.\`;
show(run.chart("soFar"));
`;
/** What a page tells this test. */
interface Tell {
  tell(what: string): void;
}
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
    read: server.read,
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

/** Opens the report; one that does not exist yet appears by itself. */
async function openReport(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  await page.goto(`${server.url}coins/report.html`);
  await page.waitForSelector("#answer");
  await settled(page);
  return page;
}

test.skipIf(browserProgram === undefined)(
  "a report says what an edit changes before its page is loaded anew; charts stay until then",
  { timeout: 60_000 },
  async () => {
    const page = await openReport();
    const ahead: string[] = [];
    await page.exposeFunction("tell", (seen: string) => ahead.push(seen));
    await page.evaluate(() => {
      document.querySelector("figure")!.dataset.mark = "the same figure";
      new MutationObserver(() => {
        const { shown } = document.documentElement.dataset;
        const words = document.querySelector("#answer")!.textContent;
        const { mark } = document.querySelector("figure")!.dataset;
        requestAnimationFrame(() => (globalThis as unknown as Tell).tell(`${shown}: ${words} (${mark})`));
      }).observe(document.documentElement, { attributeFilter: ["data-shown"] });
    });
    writeFileSync(config, coinConfig.replace("3 months", "7 months"));
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("7 months"));
    await settled(page);
    expect(await page.locator("figure[data-mark]").count()).toBe(0);
    expect(ahead).toEqual([expect.stringMatching(/^ahead: In 7 months .* \(the same figure\)$/)]);
    writeFileSync(config, coinConfig);
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("3 months"));
    await page.close();
  },
);

test.skipIf(browserProgram === undefined)(
  "a notebook is shown as few trials have it, then as all; its charts are never gone",
  { timeout: 60_000 },
  async () => {
    writeFileSync(config, manyTrials);
    mkdirSync(join(project.folder, "notebooks"), { recursive: true });
    writeFileSync(join(project.folder, "notebooks", "told.ts"), toldNotebook);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}notebooks/told.html`);
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("65536 trials"));
    await page.waitForSelector("figure.is-live");
    const seen: string[] = [];
    await page.exposeFunction("tell", (what: string) => seen.push(what));
    await page.addInitScript(() => {
      let last = "";
      const look = () => {
        requestAnimationFrame(look);
        const [words] = /In \d months|$/.exec(document.querySelector("main")?.textContent ?? "")!;
        const [trials] = /\d+ trials|$/.exec(document.querySelector("main")?.textContent ?? "")!;
        const isBlank = document.querySelector("figure")?.querySelector("svg, img") === null;
        const now = `${words}, ${trials}${isBlank ? ", no chart" : ""}`;
        if (document.readyState === "loading" || now === last) return;
        last = now;
        (globalThis as unknown as Tell).tell(now);
      };
      look();
    });
    writeFileSync(config, manyTrials.replace("3 months", "4 months"));
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("In 4 months"));
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("65536 trials"));
    await page.waitForSelector("figure.is-live");
    await page.waitForSelector("figure img", { state: "attached" });
    // One is seen in the old page and in the new.
    expect([...new Set(seen)]).toEqual(["In 4 months, 1024 trials", "In 4 months, 65536 trials"]);
    await page.close();
    writeFileSync(config, coinConfig);
  },
);

test.skipIf(browserProgram === undefined)(
  "an edit is shown in place: scroll, control, opened part and charts stay; an error greys what was there",
  { timeout: 60_000 },
  async () => {
    const page = await openReport();
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
