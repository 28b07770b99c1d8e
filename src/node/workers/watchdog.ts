// A thread that watches the main one: a loop without an end there can be neither seen nor ended by a timer, and a heap that
// is full ends the process before it can say why.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { stallCheckMs, type UserCodeWatch, watchCell } from "../../simulation/userCodeWatch.ts";
import { heapLimit } from "./heapFull.ts";

/** By which the main thread is told, inside of a loop, what is wrong. */
const events = { stalled: "sandtable: stalled", large: "sandtable: large" } as const;

/** More of the heap than this is nearly all of it: a trial can fill a hundred megabytes until the next look. */
const fullShare = 0.7;

/** A main thread that does not even then come to itself, as in one long call of the engine, is ended after so long. */
const graceMs = 3000;

/** How soon a full heap is seen: a trial can fill a hundred megabytes in that time. */
const memoryCheckMs = 50;

/** What is called on top of the code that runs, so that an error made there has its place; each must end the process. */
export interface WatchdogEnds {
  /** Code of the user gives no sign for the watch's limit. */
  onStall(): never;
  /** The heap is nearly full of what is in use. @param limit bytes that it may have */
  onFullHeap(limit: number): never;
}

/** Watches the main thread. */
export function startWatchdog(watch: UserCodeWatch, { onStall, onFullHeap }: WatchdogEnds): void {
  const limit = heapLimit();
  // Bytes that were in use at the last look.
  const used = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const collectGarbage = garbageCollector();
  process.on(events.stalled, onStall);
  process.on(events.large, () => {
    collectGarbage();
    used[0] = process.memoryUsage().heapUsed;
    if (used[0] > fullShare * limit) onFullHeap(limit);
  });
  const worker = new Worker(script, {
    eval: true,
    execArgv: [],
    workerData: {
      cells: watch.cells,
      cell: watchCell,
      checkMs: stallCheckMs,
      graceMs,
      memoryCheckMs,
      heapLimit: limit,
      fullShare,
      used,
      events,
    },
  });
  worker.unref();
  // Without a watchdog everything runs as it would.
  worker.on("error", () => undefined);
}

/** Collects all garbage of this thread, before it returns. */
function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  return collect;
}

// Text, as a thread of Node 20 cannot load TypeScript; it counts as StallDetector does. The inspector runs an expression
// between two instructions of a loop. Rubbish fills a heap too: what is in use is known after a collection alone, which
// takes long, and is asked for when the process as a whole is as large as its heap may nearly be. The code that runs stands
// still from then until it is known: asked in several steps, it would have filled the rest in between.
const script = `
const { workerData } = require("node:worker_threads");
const { cells, cell, checkMs, graceMs, memoryCheckMs, heapLimit, fullShare, used, events } = workerData;
let session;
function post(method, params) {
  const { Session } = require("node:inspector");
  if (!session) {
    session = new Session();
    session.connectToMainThread();
  }
  return new Promise((resolve, reject) => {
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result)));
  });
}
const emit = (event) => post("Runtime.evaluate", { expression: "process.emit(" + JSON.stringify(event) + ")" });

let seen = "";
let silentMs = 0;
let checkedAt = performance.now();
const stalls = setInterval(() => {
  const now = performance.now();
  const passed = Math.min(now - checkedAt, checkMs);
  checkedAt = now;
  const here = cells[cell.running] + " " + cells[cell.signs] + " " + cells[cell.trial];
  silentMs = cells[cell.running] > 0 && here === seen ? silentMs + passed : 0;
  seen = here;
  if (silentMs < cells[cell.limitMs]) return;
  clearInterval(stalls);
  setTimeout(() => {
    const time = cells[cell.limitMs] / 1000 + " s";
    require("node:fs").writeSync(2, "sandtable: a scenario or a notebook has not come back in " + time + "\\n");
    process.kill(process.pid, "SIGKILL");
  }, graceMs);
  emit(events.stalled);
}, checkMs);

let askAt = fullShare * heapLimit;
let isAsking = false;
setInterval(async () => {
  if (isAsking || process.memoryUsage.rss() < askAt) return;
  isAsking = true;
  try {
    if ((await post("Runtime.getHeapUsage")).usedSize < askAt) return;
    await emit(events.large);
    askAt = Math.max(askAt, Math.min(0.9 * heapLimit, used[0] + 0.2 * heapLimit));
  } finally {
    isAsking = false;
  }
}, memoryCheckMs);
`;
