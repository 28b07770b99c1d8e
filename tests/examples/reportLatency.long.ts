// How soon the live report's charts follow a slider: a measurement, on a machine that does nothing else.
import { join } from "node:path";
import { expect, test } from "vitest";
import { browserProgram, launch, settled } from "../browser/browser.ts";
import { sandtable } from "../cli/sandtable.ts";

const root = join(import.meta.dirname, "../..");
const moves = 60;

test.skipIf(browserProgram === undefined)(
  "the charts of payments follow within 100 ms, 95 times in a hundred",
  { timeout: 120_000 },
  async () => {
    await sandtable(root, "run", "payments", "--quiet");
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`file://${join(root, "outputs/payments/report.html")}`);
    await settled(page);
    await page.focus("[data-input] input[type=range]");
    // Readers do not move a slider in the instant in which they reach it.
    await page.waitForTimeout(500);
    for (let move = 0; move < moves; move++) {
      await page.keyboard.press(move % 7 < 4 ? "ArrowRight" : "ArrowLeft");
      await page.waitForTimeout(200);
    }
    const waits = await page.evaluate(() =>
      performance.getEntriesByName("sandtable: charts follow").map(({ duration }) => duration),
    );
    await browser.close();
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor(share * waits.length)]!;
    console.log(
      `charts follow: median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, ${waits.length} moves`,
    );
    expect(waits.length).toBeGreaterThan(moves / 2);
    expect(at(0.95)).toBeLessThan(100);
  },
);
