// A notebook's page as a reader meets it: its live panels do what the command line does, and its charts can be read.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatNumber } from "../../src/format/numbers.ts";
import { unbroken } from "../../src/report/shared/html.ts";
import { sandtable } from "../cli/sandtable.ts";
import { coinClaims, coinConfig, coinModel, temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, launch, watch } from "./browser.ts";

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)> "' & {datum.x}`;
const quoted = JSON.stringify(hostile);
const model = coinModel.replace('"Coins"', quoted).replace('"Won so far"', quoted);
const config = coinConfig.replace("A prize of ten", quoted);
const notebook = `// %% [markdown]
// # Coins
// %% Coins
import { defineScenario, scalar } from "sandtable";
import { load, own, show } from "sandtable/notebook";
const run = await (await load("coins")).run();
show(run.chart("variants-won"));
show(run.live({ chart: "soFar", controls: ["prize"] }));
// %% Twice
const twice = defineScenario({
  title: "Twice", question: "What is twice as much?", answer: "Twice is {double}.", headline: ["double"], step: "year",
  inputs: { half: "1" }, outputs: { double: scalar("1", "Double") },
  trial({ half }, out) { out.double = half > 90 ? Number.NaN : 2 * half; },
});
const assumptions = { half: { belief: "1 to 3", unit: "1", why: ${quoted} } };
show((await own(twice, { horizon: "1 year", assumptions }).run()).live());
`;

interface Summary {
  answer: string;
  variants: {
    base: { outputs: { soFar: Record<"p5" | "p50" | "p95", { value: number[]; error: number[] }> } };
  };
}

describe.skipIf(browserProgram === undefined)("a notebook's page", { timeout: 30_000 }, () => {
  const project = temporaryProject({ "coins.ts": model, "coins.yaml": config, "claims.yaml": coinClaims });
  const file = join(project.folder, "outputs/notebooks/coins.html");
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let coins: Locator;
  let twice: Locator;

  beforeAll(async () => {
    mkdirSync(join(project.folder, "notebooks"));
    writeFileSync(join(project.folder, "notebooks/coins.ts"), notebook);
    const [{ code, stderr }] = await Promise.all([
      sandtable(project.folder, "notebook", "--quiet"),
      launch().then((launched) => {
        browser = launched;
      }),
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(10_000);
    complaints = watch(page);
    await page.goto(`file://${file}`);
    coins = page.locator("#panel-1");
    twice = page.locator("#panel-2");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    project.remove();
  });

  /** Waits until a panel has run and drawn all that was set. */
  async function settled(panel: Locator): Promise<void> {
    await panel.scrollIntoViewIfNeeded();
    await page.waitForSelector(`#${await panel.getAttribute("id")}[data-shown=settled]`);
  }

  const fromCommandLine = async (...words: string[]) =>
    JSON.parse((await sandtable(project.folder, "run", "coins", "--json", ...words)).stdout) as Summary;

  test("is one file under a megabyte, with two panels of different scenarios", () => {
    expect(readFileSync(file).length).toBeLessThan(1_000_000);
  });

  test("opens from disk without a request or a complaint, and shows hostile words as words", async () => {
    await settled(coins);
    await settled(twice);
    expect(await coins.locator(".variants").textContent()).toContain(hostile);
    expect(await page.locator("img[src=x]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("draws its charts live over their pictures, and the arrow keys read them", async () => {
    await page.waitForSelector("figure.plot.is-live");
    const chart = page.locator("figure.plot .live");
    expect(await chart.locator("svg").count()).toBe(1);
    expect((await chart.getAttribute("aria-label"))!.length).toBeGreaterThan(20);
    await chart.press("ArrowRight");
    expect(await page.locator("figure.plot .says").textContent()).toMatch(/\d/);
  });

  test("follows a slider that is moved by keys: sentence, chart and figures are the command line's", async () => {
    const before = {
      answer: await coins.locator(".answer").textContent(),
      chart: await coins.locator("svg").innerHTML(),
    };
    await coins.locator("input[type=range]").focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press("PageUp");
    await settled(coins);
    const belief = await coins.locator("#panel-1-belief-prize").inputValue();
    expect(belief).toMatch(/^\d.* to \d/);
    const { answer, variants } = await fromCommandLine("--set", `prize=${belief}`);
    expect(answer).not.toBe(before.answer);
    expect(await coins.locator(".answer").textContent()).toBe(unbroken(answer));
    expect(await coins.locator("svg").innerHTML()).not.toBe(before.chart);
    // The published interval stays as the baseline.
    expect(await coins.locator(".baseline-note").isVisible()).toBe(true);
    await coins.locator("summary", { hasText: "Figures" }).click();
    const row = coins.locator(".figures tbody tr").last();
    await row.waitFor();
    const cells = await row.locator("td").allTextContents();
    const { p5, p50, p95 } = variants.base.outputs.soFar;
    const last = ({ value, error }: typeof p5) => formatNumber(value.at(-1)!, { error: error.at(-1)! });
    expect([cells[0], cells[2], cells[4]]).toEqual([p5, p50, p95].map(last));
  });

  test("has the new sentence announced once the changes have ended", async () => {
    const answer = coins.locator(".answer");
    expect(await answer.getAttribute("aria-live")).toBe("polite");
    expect(await answer.getAttribute("aria-busy")).toBeNull();
    await coins.locator("input[type=range]").press("ArrowRight");
    expect(await answer.getAttribute("aria-busy")).toBe("true");
    await settled(coins);
    expect(await answer.getAttribute("aria-busy")).toBeNull();
  });

  test("marks a belief where it breaks, in the command line's words, and changes nothing", async () => {
    const before = await coins.locator(".answer").textContent();
    await coins.locator("#panel-1-belief-prize").fill("2 too 4");
    expect(await coins.locator(".problem mark").textContent()).toBe("too");
    const { stderr } = await sandtable(project.folder, "run", "coins", "--json", "--set", "prize=2 too 4");
    expect(stderr).toContain((await coins.locator(".problem").textContent())!.replace("2 too 4", ""));
    expect(await coins.locator(".answer").textContent()).toBe(before);
  });

  test("shows a variant with one click, and goes back to the run when asked", async () => {
    await coins.locator(".reset").click();
    await coins.locator("input[name=variant][value=rich]").check({ force: true });
    await settled(coins);
    expect(await coins.locator(".status").textContent()).toContain(`Variant: ${hostile}`);
    await coins.locator(".reset").click();
    await settled(coins);
    expect(await coins.locator(".answer").textContent()).toBe(unbroken((await fromCommandLine()).answer));
    expect(await coins.locator("#panel-1-belief-prize").inputValue()).toBe("1 to 4");
    expect(await coins.locator(".baseline-note").isVisible()).toBe(false);
  });

  test("runs a scenario that the notebook defines, and leaves the other panel alone", async () => {
    const other = await coins.locator(".answer").textContent();
    await twice.locator("#panel-2-belief-half").fill("5");
    await settled(twice);
    // Right answer: twice five, for certain.
    expect(await twice.locator(".answer").textContent()).toMatch(/^Twice is 10\b/);
    expect(await coins.locator(".answer").textContent()).toBe(other);
  });

  test("reports a failure of the simulation and keeps what it showed, until it can go on", async () => {
    await twice.locator("#panel-2-belief-half").fill("95");
    await page.waitForFunction(() => document.querySelector("#panel-2 .failure")!.textContent !== "");
    expect(await twice.locator(".failure").textContent()).toContain('gave NaN for "double"');
    expect(await twice.locator(".answer").textContent()).toMatch(/^Twice is 10\b/);
    await twice.locator("#panel-2-belief-half").fill("5");
    await settled(twice);
    expect(await twice.locator(".failure").textContent()).toBe("");
  });

  test("keeps its panels' states in its address, for a reload and for others", async () => {
    const reader = await browser.newPage();
    const readerComplaints = watch(reader);
    await reader.goto(page.url());
    await reader.locator("#panel-2").scrollIntoViewIfNeeded();
    await reader.waitForSelector("#panel-2[data-shown=settled]");
    expect(await reader.locator("#panel-2 .answer").textContent()).toMatch(/^Twice is 10\b/);
    expect(await reader.locator("#panel-1-belief-prize").inputValue()).toBe("1 to 4");
    expect(readerComplaints).toEqual([]);
    await reader.close();
  });

  test("fits a narrow screen", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await settled(coins);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("in the dark its charts are dark, drawn or as pictures, and on paper light", async () => {
    await page.waitForSelector("figure.plot.is-live");
    const backgroundOf = (svg: Locator) =>
      svg.evaluate((one) => getComputedStyle(one.querySelector("rect")!).fill);
    const live = page.locator("figure.plot .live svg");
    const picture = await page.locator("figure.plot img").evaluate((img) => (img as HTMLImageElement).src);
    const still = await browser.newPage({ colorScheme: "dark" });
    await still.goto(picture);
    expect(await backgroundOf(still.locator("svg"))).toBe("rgba(0, 0, 0, 0)");
    await still.close();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await backgroundOf(live)).toBe("rgba(0, 0, 0, 0)");
    const canvas = page.locator("figure.plot .canvas");
    const colour = () => canvas.evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(await colour()).not.toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    expect(await colour()).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: null, media: null });
  });

  test("on paper and without scripts shows the panels' pictures and nothing to press", async () => {
    await page.emulateMedia({ media: "print" });
    for (const control of ["button", "input[type=range]", ".variants"])
      expect(await coins.locator(control).first().isVisible()).toBe(false);
    expect(await coins.locator("svg").isVisible()).toBe(true);
    // What the panel was set to can be read.
    expect(await coins.locator("input[type=text]").isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`file://${file}`);
    expect(await still.locator("#panel-1 form").isVisible()).toBe(false);
    expect(await still.locator("#panel-1 svg").isVisible()).toBe(true);
    expect(await still.locator("#panel-1 .answer").textContent()).toBe(
      unbroken((await fromCommandLine()).answer),
    );
    await plain.close();
  });

  test("complains of nothing all the while", () => {
    expect(complaints).toEqual([]);
  });
});
