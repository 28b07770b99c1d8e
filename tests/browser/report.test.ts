// The live report as a reader meets it. Laws: the page does what the command line does, and nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unbroken } from "../../src/report/shared/html.ts";
import { sandtable } from "../cli/sandtable.ts";
import { coinClaims, coinModel, temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, changing, launch, settled, watch } from "./browser.ts";

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)> "' & {datum.x}`;
const quoted = JSON.stringify(hostile);
const model = coinModel
  .replace('"Coins"', quoted)
  .replace('"How much do the throws give?"', quoted)
  .replace('"Won so far"', quoted)
  .replace('["won", "nothing"]', '["won", "soFar", "nothing"]');
const config = `
trials: 1024
horizon: 3 months
assumptions:
  prize: { belief: 1 to 4, unit: USD, claims: [prize], why: ${quoted} }
variants:
  rich: { title: ${quoted}, set: { prize: 10 } }
`;
const claims = coinClaims.replace("The prize of a throw", quoted).replace("The host", quoted);

describe.skipIf(browserProgram === undefined)("the live report", { timeout: 20_000 }, () => {
  const project = temporaryProject({ "coins.ts": model, "coins.yaml": config, "claims.yaml": claims });
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const [{ code, stderr }] = await Promise.all([
      sandtable(project.folder, "run", "coins", "--quiet"),
      launch().then((launched) => {
        browser = launched;
      }),
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    page.setDefaultTimeout(8000);
    complaints = watch(page);
    await page.goto(`file://${join(project.folder, "outputs/coins/report.html")}`);
    await settled(page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    project.remove();
  });

  const downloaded = async (selector: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
    return readFileSync(await download.path(), "utf8");
  };
  const fromCommandLine = async (...words: string[]) =>
    JSON.parse((await sandtable(project.folder, "run", "coins", "--json", ...words)).stdout) as object;

  test("is one file under a megabyte", () => {
    const { length } = readFileSync(join(project.folder, "outputs/coins/report.html"));
    expect(length).toBeLessThan(1_000_000);
  });

  test("opens from disk without a request, a complaint, or a word of the config run as code", async () => {
    expect(await page.textContent("h1")).toBe(hostile);
    expect(await page.textContent(".variants")).toContain(hostile);
    expect(await page.locator("img, body script:not([type])").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("draws a chart into every figure, those out of sight last, with words for those who cannot see it", async () => {
    await page.waitForFunction(() => !document.querySelector("figure:not([hidden]) .chart:empty"));
    const figures = page.locator("figure:visible");
    expect(await figures.count()).toBeGreaterThanOrEqual(4);
    for (const figure of await figures.all()) {
      expect(await figure.locator("svg").count()).toBe(1);
      expect((await figure.locator(".chart").getAttribute("aria-label"))!.length).toBeGreaterThan(20);
    }
  });

  test("gives the command line's figures to the last digit when a belief is written", async () => {
    await changing(page, () => page.fill("#belief-prize", "2 to 9"));
    const figures = JSON.parse(await downloaded("button[data-save=json]"));
    expect(figures).toEqual(await fromCommandLine("--set", "prize=2 to 9"));
    expect(await page.textContent("#answer")).toBe(unbroken(figures.answer));
    expect(await page.textContent("#command")).toContain("--set 'prize=2 to 9'");
    expect(page.url()).toContain("#set.prize=");
    expect(await downloaded("button[data-save=yaml]")).toContain("prize: { belief: 2 to 9, unit: USD");
  });

  test("marks a belief where it breaks, in the command line's words, and changes nothing", async () => {
    const before = await page.textContent("#answer");
    await page.fill("#belief-prize", "2 to 1.000");
    expect(await page.locator("#problem-prize mark").textContent()).toBe("1.000");
    const { stderr } = await sandtable(project.folder, "run", "coins", "--json", "--set", "prize=2 to 1.000");
    const problem = (await page.textContent("#problem-prize"))!
      .replace("2 to 1.000", "")
      .replace(" 2 to 1000 2 to 1.0000", "");
    expect(stderr).toContain(problem);
    expect(await page.getAttribute("#belief-prize", "aria-invalid")).toBe("true");
    expect(await page.textContent("#answer")).toBe(before);
  });

  test("writes what the problem says to write, at a click", async () => {
    await page.fill("#belief-prize", "2 to 1.000");
    await page.click("#problem-prize .instead");
    expect(await page.inputValue("#belief-prize")).toBe("2 to 1000");
    expect(await page.getAttribute("#belief-prize", "aria-invalid")).toBe("false");
  });

  test("follows a slider that is moved by keys, and goes back when asked", async () => {
    await page.click("#reset");
    await settled(page);
    await changing(page, async () => {
      await page.focus("[data-input=prize] input[type=range]");
      for (let press = 0; press < 5; press++) await page.keyboard.press("PageUp");
    });
    const belief = await page.inputValue("#belief-prize");
    expect(belief).toMatch(/^\d.* to \d/);
    expect(JSON.parse(await downloaded("button[data-save=json]"))).toEqual(
      await fromCommandLine("--set", `prize=${belief}`),
    );
    await changing(page, () => page.click("#reset"));
    expect(await page.inputValue("#belief-prize")).toBe("1 to 4");
    expect(new URL(page.url()).hash).toBe("");
  });

  test("follows a slider that is dragged with the mouse, and goes back when asked", async () => {
    const slider = page.locator("[data-input=prize] input[type=range]");
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await slider.boundingBox())!;
    const from = Number(await slider.inputValue());
    await changing(page, async () => {
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 0.9 * width, y + height / 2, { steps: 8 });
      await page.mouse.up();
    });
    expect(Number(await slider.inputValue())).toBeGreaterThan(from);
    const belief = await page.inputValue("#belief-prize");
    expect(JSON.parse(await downloaded("button[data-save=json]"))).toEqual(
      await fromCommandLine("--set", `prize=${belief}`),
    );
    await changing(page, () => page.click("#reset"));
    expect(await page.inputValue("#belief-prize")).toBe("1 to 4");
  });

  test("had the charts follow at once, before all trials were run", async () => {
    const followed = await page.evaluate(
      () => performance.getEntriesByName("sandtable: charts follow").length,
    );
    expect(followed).toBeGreaterThan(0);
  });

  test("has a table that was closed during a change follow when it is opened, and an open one at once", async () => {
    const table = page.locator("figure[data-placement=headline] .foot details").first();
    const rows = () => table.locator("td").allTextContents();
    await changing(page, () => page.fill("#belief-prize", "2 to 3"));
    expect(await rows()).toEqual([]);
    await table.locator("summary").click();
    await table.locator("td").first().waitFor();
    const opened = await rows();
    await changing(page, () => page.fill("#belief-prize", "5 to 6"));
    const followed = await rows();
    expect(followed).not.toEqual(opened);
    await table.locator("summary").click();
    await changing(page, () => page.fill("#belief-prize", "2 to 3"));
    await table.locator("summary").click();
    await expect.poll(rows).toEqual(opened);
    await table.locator("summary").click();
    await changing(page, () => page.click("#reset"));
  });

  test("shows a variant with one click, and single futures and dots instead of bands", async () => {
    await changing(page, () => page.click("input[name=variant][value=rich]"));
    expect(await page.textContent("#status")).toContain("Variant");
    await changing(page, () => page.click("input[name=view][value=futures]"));
    const futures = page.locator("figure[data-placement=headline] .mark-line path");
    expect(await futures.count()).toBe(24);
    await changing(page, () => page.click("input[name=view][value=dots]"));
    expect(await page.locator("figure[data-placement=headline] .mark-symbol path").count()).toBe(20);
  });

  test("restores a state from a link, and refuses what a link may not ask", async () => {
    const other = await browser.newPage();
    const otherComplaints = watch(other);
    const end = `#set.prize=${encodeURIComponent("<img src=x onerror=alert(3)>")}&seed=7&horizon=5+months&variant=old`;
    await other.goto(`file://${join(project.folder, "outputs/coins/report.html")}${end}`);
    await settled(other);
    expect(await other.textContent("#status")).toContain("5 months, seed 7");
    expect(await other.getAttribute("#belief-prize", "aria-invalid")).toBe("true");
    expect(await other.textContent("#lost")).toMatch(/the variant “old” .*“<img src=x .*for “/);
    await other.click("a[href='#assumptions']");
    expect(await other.textContent("#status")).toContain("5 months, seed 7");
    expect(other.url()).toContain("seed=7");
    await other.click("#reset");
    expect(await other.textContent("#lost")).toBe("");
    expect(otherComplaints).toEqual([]);
    await other.close();
  });

  test("fits a narrow screen", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("saves charts as pictures and figures as a table", async () => {
    expect(await downloaded("figure[data-placement=headline] [data-save=svg]")).toMatch(/^<svg /);
    expect(await downloaded("figure[data-placement=headline] [data-save=png]")).toMatch(/^.PNG/s);
    expect(await downloaded("[data-save=csv]")).toMatch(
      /^variant,output,unit,step,statistic,value,error\r\n/,
    );
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject() } });
    });
    await page.click("[data-copy=command]");
    expect(await page.textContent("#copied")).toContain("did not copy it. It is marked");
    expect(await page.evaluate(() => String(getSelection()))).toBe(await page.textContent("#command"));
  });

  test("the index names the scenario, its answer and its picture, and runs nothing", async () => {
    const index = await browser.newPage();
    const otherComplaints = watch(index);
    await index.goto(`file://${join(project.folder, "outputs/index.html")}`);
    expect(await index.textContent("#coins h3")).toBe(hostile);
    expect(await index.textContent("#coins")).toContain("1,024 trials, 3 months, seed sandtable");
    expect(
      await index.locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth > 100),
    ).toBe(true);
    await index.click("#coins h3 a");
    await settled(index);
    expect(otherComplaints).toEqual([]);
    await index.close();
  });

  test("complains of nothing all the while", () => {
    expect(complaints).toEqual([]);
  });
});
