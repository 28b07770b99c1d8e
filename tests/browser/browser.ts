// A real browser for tests: Debian's Chromium, driven by playwright-core.
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser's program; undefined where there is none. */
export const browserProgram = [process.env.CHROMIUM ?? "", ...places].find(
  (path) => path !== "" && existsSync(path),
);

if (browserProgram === undefined) {
  console.warn(
    "No Chromium is found: the tests in a browser are skipped (apt-get install chromium, or set CHROMIUM).",
  );
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: browserProgram!, args: ["--no-sandbox"] });
}

/** What a page did that it should not: messages on the console, errors, and requests beyond its own file. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", ({ message }) => complaints.push(`error: ${message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

/** Waits until all that was changed has been run and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("html[data-shown=settled]", { timeout: 20_000, state: "attached" });
}

/** Does something that changes settings, and waits until all trials have been run. */
export async function changing(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.shown = "changing";
  });
  await act();
  await settled(page);
}
