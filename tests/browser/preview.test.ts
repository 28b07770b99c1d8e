// The preview as its reader sees it: an edit changes the page in place, an error greys it, and nothing jumps.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBuilder } from "../../src/node/preview/builder.ts";
import { type PreviewServer, startServer } from "../../src/node/preview/server.ts";
import { watchProject } from "../../src/node/preview/watchProject.ts";
import type { Watching } from "../../src/node/project/watchFiles.ts";
import { coinModel, plainCoinConfig, plainCoins, temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, changing, launch, settled } from "./browser.ts";

const project = temporaryProject(plainCoins);
const out = join(project.folder, "outputs");
const config = join(project.folder, "scenarios", "coins.yaml");
const manyTrials = plainCoinConfig.replace("trials: 1024", "trials: 65536");
const notebookSource = `import { load, md, show } from "sandtable/notebook";
const run = await (await load("coins")).run();
md\`\${run.answer} These are \${run.findings.trials} trials.\`;
show(run.chart("soFar"));
`;
/** What a page reports to this test. */
interface Reporter {
  report(what: string): void;
}
let browser: Browser;
let server: PreviewServer;
let watching: Watching;

beforeAll(async () => {
  if (browserProgram === undefined) return;
  mkdirSync(out);
  server = await startServer({ out, port: 0, orAnother: true });
  watching = await watchProject(
    project.folder,
    openBuilder({
      folder: project.folder,
      out,
      openPages: server.openPages,
      untilLoaded: server.untilLoaded,
      emit: server.emit,
      describe: (error) => (error as Error).message,
    }),
  );
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
  "a report becomes the new one where it stands: its charts, and what is being written, stay",
  { timeout: 60_000 },
  async () => {
    const page = await openReport();
    await page.evaluate(() => {
      document.querySelector("figure")!.dataset.mark = "the same figure";
      document.documentElement.dataset.mark = "the same page";
    });
    await page.fill("#belief-prize", "2 to");
    await page.waitForSelector("#belief-prize[aria-invalid=true]");
    writeFileSync(config, plainCoinConfig.replace("3 months", "7 months").replace("1 to 4", "1 to 5"));
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("7 months"));
    await settled(page);
    expect(await page.locator("[data-mark]").evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual(
      ["HTML", "FIGURE"],
    );
    expect(await page.inputValue("#setting-horizon")).toBe("7 months");
    const field = page.locator("#belief-prize");
    expect(await field.inputValue()).toBe("2 to");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    // Each control and button answers once, to the new report alone.
    await changing(page, () => field.fill("2 to 3"));
    expect(await page.evaluate(() => location.hash)).not.toBe("");
    expect(await page.textContent("#command")).toContain("2 to 3");
    const downloads: string[] = [];
    page.on("download", (download) => downloads.push(download.suggestedFilename()));
    await page.click("[data-save=csv]");
    await changing(page, () => page.click("#reset"));
    expect(await page.evaluate(() => location.hash)).toBe("");
    expect(downloads).toEqual(["coins.csv"]);
    // A hidden page receives nothing, and catches up when it is visible again.
    const become = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await become("hidden");
    await expect.poll(() => server.openPages().has("coins/report.html")).toBe(false);
    writeFileSync(config, plainCoinConfig);
    await expect
      .poll(() => readFileSync(join(out, "coins", "report.html"), "utf8"), { timeout: 20_000 })
      .toContain("3 months");
    expect(await page.textContent("#answer")).toContain("7 months");
    await become("visible");
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
    writeFileSync(join(project.folder, "notebooks", "prose.ts"), notebookSource);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}notebooks/prose.html`);
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("65536 trials"));
    await page.waitForSelector("figure.is-live");
    const seen: string[] = [];
    await page.exposeFunction("report", (what: string) => seen.push(what));
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
        (globalThis as unknown as Reporter).report(now);
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
    writeFileSync(config, plainCoinConfig);
  },
);

test.skipIf(browserProgram === undefined)(
  "an edit is shown in place: scroll, control with what it shows, opened part and charts stay; an error greys what was there",
  { timeout: 60_000 },
  async () => {
    const page = await openReport();
    await changing(page, () => page.fill("#belief-prize", "2 to 3"));
    await page.press("#belief-prize", "Enter");
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
    await page.evaluate(() => {
      const look = () => {
        const empty = [...document.querySelectorAll("figure:not([hidden]) .chart")].filter(
          (box) => !box.firstElementChild,
        );
        if (empty.length > 0)
          document.documentElement.dataset.blank = empty.map((box) => box.parentElement!.id).join();
        const says = document.querySelector("#answer")!.textContent!.replaceAll("\u00a0", " ");
        const { said = "[]" } = document.documentElement.dataset;
        document.documentElement.dataset.said = JSON.stringify([...new Set([...JSON.parse(said), says])]);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

    writeFileSync(config, plainCoinConfig.replace("3 months", "5 months"));
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("5 months"));
    await settled(page);
    expect(await place()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.dataset.blank)).toBeUndefined();
    const { answer } = JSON.parse(readFileSync(join(out, "coins", "summary.json"), "utf8"));
    const said: string[] = JSON.parse(
      (await page.evaluate(() => document.documentElement.dataset.said)) ?? "[]",
    );
    expect(said.at(-1)).toContain("5 months");
    expect(said).not.toContain(answer.replaceAll("\u00a0", " "));

    writeFileSync(config, plainCoinConfig.replace("1 to 4", "1 to"));
    await page.waitForSelector("#preview-failure");
    expect(await page.textContent("#preview-failure")).toContain("scenarios/coins.yaml:5:");
    expect(await page.evaluate(() => document.querySelector("main")!.style.filter)).toBe("grayscale(1)");
    expect(await page.textContent("#answer")).toContain("5 months");

    writeFileSync(config, plainCoinConfig);
    await page.waitForFunction(() => document.querySelector("#answer")?.textContent?.includes("3 months"));
    expect(await page.locator("#preview-failure").count()).toBe(0);
    await page.close();
  },
);

test.skipIf(browserProgram === undefined)(
  "charts that come and go leave the others as they are",
  { timeout: 60_000 },
  async () => {
    const page = await openReport();
    const marked = page.locator("figure[data-mark]");
    const figures = await page.locator("figure").evaluateAll((all) => {
      for (const one of all as HTMLElement[]) one.dataset.mark = "drawn before";
      return all.length;
    });
    const model = join(project.folder, "scenarios", "coins.ts");
    const half = coinModel
      .replace("nothing: event(", 'half: scalar("USD", "Half of it"), nothing: event(')
      .replace("out.won = won;", "out.won = won; out.half = won / 2;");
    writeFileSync(model, half);
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("Half of it"));
    await settled(page);
    expect(await page.locator("figure").count()).toBeGreaterThan(figures);
    expect(await marked.count()).toBe(figures);
    writeFileSync(model, coinModel);
    await page.waitForFunction(() => !document.querySelector("main")?.textContent?.includes("Half of it"));
    await settled(page);
    expect(await page.locator("figure").count()).toBe(figures);
    expect(await marked.count()).toBe(figures);
    await page.close();
  },
);
