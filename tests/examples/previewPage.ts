// A preview of a copy of this project, with a page of it open in a browser, and a clock on what the page shows.
import type { ChildProcess } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { launch } from "../browser/browser.ts";
import { ended, start } from "../cli/sandtable.ts";
import { temporaryProject } from "../node/temporaryProject.ts";

const root = join(import.meta.dirname, "../..");
const patienceMs = 60_000;
/** All that there is, with the scenarios that feed each, is played once before the first edit. */
const startMs = 240_000;

/** What a page has shown, and when (milliseconds of the system's clock). */
interface Sight {
  at: number;
  /** What is read first: title, answer, ledger and failure of a report, the prose of a notebook. */
  words: string;
  /** Whether a report has drawn all of its charts. */
  settled: boolean;
}

export interface PreviewBench {
  folder: string;
  /** The next lines that the preview has printed since it was last asked. */
  printed(): string;
  open(path: string): Promise<PreviewPage>;
  end(): Promise<void>;
}

export interface PreviewPage {
  /** Does something, and gives the milliseconds until the page's words are others and until all is drawn. */
  after(act: () => void, isDone: (words: string) => boolean): Promise<{ words: number; drawn: number }>;
  /** The words that it shows now. */
  shown(): string;
  close(): Promise<void>;
}

/** Copies the project, starts `sandtable preview` there, and waits until all is made. */
export async function startPreview(): Promise<PreviewBench> {
  const { folder, remove } = temporaryProject({});
  const scenarios = readdirSync(join(root, "scenarios"));
  cpSync(join(root, "scenarios"), join(folder, "scenarios"), { recursive: true });
  cpSync(join(root, "notebooks"), join(folder, "notebooks"), { recursive: true });
  const preview: ChildProcess = start(folder, "preview", "--port", "4699", "--debug");
  let printed = "";
  preview.stdout!.on("data", (text) => {
    printed += text;
  });
  preview.stderr!.pipe(process.stderr);
  const end = ended(preview);
  const browser = await launch();
  await until(
    () =>
      scenarios.every(
        (file) => !file.endsWith(".ts") || printed.includes(`${file.slice(0, -3)}/report.html`),
      ) && printed.includes("notebooks/payments.html"),
    startMs,
  );
  await sleep(8000);
  return {
    folder,
    printed: () => {
      const text = printed;
      printed = "";
      return text;
    },
    open: async (path) =>
      openPage(
        await browser.newPage({ viewport: { width: 1280, height: 900 } }),
        `http://127.0.0.1:4699/${path}`,
      ),
    end: async () => {
      await browser.close();
      preview.kill("SIGTERM");
      await end;
      remove();
    },
  };
}

async function openPage(page: Page, url: string): Promise<PreviewPage> {
  const sights: Sight[] = [];
  let last = "";
  await page.exposeFunction("sees", (sight: Sight) => {
    last = sight.words;
    sights.push(sight);
  });
  await page.addInitScript(() => {
    const textOf = (selector: string) =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join("\n");
    let last = "";
    const look = () => {
      requestAnimationFrame(look);
      if (document.readyState === "loading") return;
      const isReport = document.getElementById("answer") !== null;
      const words = textOf(isReport ? "h1, #answer, #ledger, #preview-failure" : ".prose, #preview-failure");
      const settled = !isReport || document.documentElement.dataset.shown === "settled";
      if (`${settled}${words}` === last) return;
      last = `${settled}${words}`;
      // The frame in which it is painted ends before the next begins.
      requestAnimationFrame(() =>
        (globalThis as unknown as { sees(sight: Sight): void }).sees({ at: Date.now(), words, settled }),
      );
    };
    look();
  });
  await page.goto(url);
  await until(() => sights.at(-1)?.settled === true);
  return {
    after: async (act, isDone) => {
      sights.length = 0;
      const started = Date.now();
      act();
      const seen = (settled: boolean) =>
        sights.find((sight) => isDone(sight.words) && (!settled || sight.settled));
      await until(() => seen(true) !== undefined);
      return { words: seen(false)!.at - started, drawn: seen(true)!.at - started };
    },
    shown: () => last,
    close: () => page.close(),
  };
}

async function until(condition: () => boolean, withinMs: number = patienceMs): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("the preview did not follow");
    await sleep(2);
  }
}
