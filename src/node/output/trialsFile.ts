// trials.parquet: single trials as a table that other programs read, one row a trial and variant.
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { bundle } from "../project/bundle.ts";
import type { Trials } from "./encodeTrials.ts";

/** The file's name. */
export const trialsFile = "trials.parquet";

let script: Promise<string> | undefined;

/**
 * The file's bytes, made in a thread of their own; the same trials give the same bytes.
 * @param signal ends the work early, with the signal's reason
 */
export async function trialsParquet(
  trials: Trials,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const encoder = fileURLToPath(new URL("./encodeTrials.ts", import.meta.url));
  script ??= bundle({
    entry: `import { serveTable } from ${JSON.stringify(encoder)};\nserveTable();`,
    folder: fileURLToPath(new URL(".", import.meta.url)),
    platform: "node",
  });
  const text = await script;
  signal?.throwIfAborted();
  const worker = new Worker(text, { eval: true, execArgv: [] });
  const end = () => void worker.terminate();
  signal?.addEventListener("abort", end);
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () =>
        reject(signal?.reason ?? new Error(`${trialsFile}: its thread ended too early`)),
      );
      worker.postMessage(trials);
    });
  } finally {
    signal?.removeEventListener("abort", end);
  }
}
