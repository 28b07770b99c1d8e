// The live report of a scenario that another feeds. Laws: the page does what the command line does.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandtable } from "../cli/sandtable.ts";
import { worldFiles } from "../node/project/worldFiles.ts";
import { temporaryProject } from "../node/temporaryProject.ts";
import { browserProgram, launch, settled, watch } from "./browser.ts";

describe.skipIf(browserProgram === undefined)(
  "a report with a scenario upstream",
  { timeout: 30_000 },
  () => {
    const project = temporaryProject(worldFiles);
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      const [{ code, stderr }] = await Promise.all([
        sandtable(project.folder, "run", "market", "--quiet"),
        launch().then((launched) => {
          browser = launched;
        }),
      ]);
      expect([code, stderr]).toEqual([0, ""]);
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(8000);
      complaints = watch(page);
      await page.goto(`file://${join(project.folder, "outputs/market/report.html")}`);
      await settled(page);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      project.remove();
    });

    test.each([
      ["an own assumption", "demand", "1"],
      ["a common one", "weather", "0"],
      ["one upstream", "field.yieldRate", "1 to 2"],
    ])("gives the command's answer after a change of %s", async (_, name, belief) => {
      await page.click("#reset");
      await settled(page);
      await page.fill(`[id="belief-${name}"]`, belief);
      await page.keyboard.press("Enter");
      await settled(page);
      const { stdout } = await sandtable(
        project.folder,
        "run",
        "market",
        "--json",
        "--set",
        `${name}=${belief}`,
      );
      const shown = (await page.textContent("#answer"))!.replaceAll("\u00a0", " ").trim();
      expect(shown).toBe((JSON.parse(stdout) as { answer: string }).answer);
      expect(complaints).toEqual([]);
    });

    test("says of each assumption where it stands", async () => {
      expect(await page.textContent("#ledger-weather")).toContain("Common to all scenarios");
      expect(await page.textContent('[id="ledger-field.yieldRate"]')).toContain(
        "Believed in the scenario “field”",
      );
      expect(await page.textContent("#ledger-lossRate")).toContain("0.1 * (1 - weather) + 0.02 * weather");
    });
  },
);
