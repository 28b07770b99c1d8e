// A thread that watches the main one: a loop without an end there can be neither seen nor ended by a timer.
import { Worker } from "node:worker_threads";
import { stallCheckMs, type UserCodeWatch, watchCell } from "../../simulation/userCodeWatch.ts";

/** By which the main thread is told, inside of the loop, that it has taken too long. */
const stalledEvent = "sandtable: stalled";

/** A main thread that does not even then come to itself, as in one long call of the engine, is ended after so long. */
const graceMs = 3000;

/**
 * Watches the main thread. Where its code of the user gives no sign for the watch's limit, `end` is called on top of
 * it, so that an error made there has the place of the loop in its stack; it must end the process.
 */
export function startWatchdog(watch: UserCodeWatch, end: () => never): void {
  process.on(stalledEvent, end);
  const worker = new Worker(script, {
    eval: true,
    execArgv: [],
    workerData: {
      cells: watch.cells,
      cell: watchCell,
      checkMs: stallCheckMs,
      graceMs,
      expression: `process.emit(${JSON.stringify(stalledEvent)})`,
    },
  });
  worker.unref();
  // Without a watchdog everything runs as it would.
  worker.on("error", () => undefined);
}

// Text, as a thread of Node 20 cannot load TypeScript; it counts as StallDetector does. The inspector runs the expression
// between two instructions of the loop.
const script = `
const { workerData } = require("node:worker_threads");
const { cells, cell, checkMs, graceMs, expression } = workerData;
let seen = "";
let silentMs = 0;
let checkedAt = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  const passed = Math.min(now - checkedAt, checkMs);
  checkedAt = now;
  const here = cells[cell.running] + " " + cells[cell.signs] + " " + cells[cell.trial];
  silentMs = cells[cell.running] > 0 && here === seen ? silentMs + passed : 0;
  seen = here;
  if (silentMs < cells[cell.limitMs]) return;
  clearInterval(timer);
  setTimeout(() => {
    const time = cells[cell.limitMs] / 1000 + " s";
    require("node:fs").writeSync(2, "sandtable: a scenario or a notebook has not come back in " + time + "\\n");
    process.kill(process.pid, "SIGKILL");
  }, graceMs);
  const { Session } = require("node:inspector");
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.evaluate", { expression });
}, checkMs);
`;
