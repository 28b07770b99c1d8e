// A line on the terminal that says how far the work is and how long it still takes.

import { visible } from "../format/visible.ts";

/** Where the bar is drawn: standard error, or a test's own. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** A progress bar on a terminal. */
export interface ProgressBar {
  /** `share` of the whole work that is done, in [0, 1]. */
  show(share: number, doing: string): void;
  /** Takes the bar away, before anything else is printed. */
  clear(): void;
}

const patienceMs = 1000; // nobody needs a bar for less
const redrawMs = 100;
const barWidth = 30;
const wipe = "\r\u001b[2K";

/** A progress bar; draws nothing where `screen` is no terminal, or while the work has lasted less than a second. */
export function progressBar(screen: Screen, now: () => number, { silent = false } = {}): ProgressBar {
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;
  return {
    show(share, doing) {
      const time = now();
      if (silent || !screen.isTTY || time - started < patienceMs || time - drawn < redrawMs) return;
      drawn = time;
      visible = true;
      screen.write(wipe + barLine(share, time - started, doing));
    },
    clear() {
      if (visible) screen.write(wipe);
      visible = false;
    },
  };
}

/** barLine(0.5, 3000, "payments") → "███████████████░░░░░░░░░░░░░░░  50 %  3 s left  payments" */
export function barLine(share: number, elapsedMs: number, doing: string): string {
  const done = Math.min(1, Math.max(0, share));
  const filled = Math.round(done * barWidth);
  const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
  const percent = `${Math.floor(done * 100)} %`.padStart(6);
  return `${bar}${percent}${done > 0 ? `  ${duration((elapsedMs * (1 - done)) / done)} left` : ""}  ${visible(doing)}`;
}

/** duration(83_000) → "1 min 23 s" */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
