// trials.parquet: single trials as a table that other programs read, one row a trial and variant.
import { Worker } from "node:worker_threads";
import { ownFiles } from "#ownFiles";
import { Session } from "../project/session.ts";
import type { Trials } from "./encodeTrials.ts";

/** The file's name. */
export const trialsFile = "trials.parquet";

const encoderScript = () => ownFiles.script("trials");

/**
 * The file's bytes, made in a thread of their own; the same trials give the same bytes.
 * @param signal ends the work early, with the signal's reason
 */
export async function trialsParquet(
  trials: Trials,
  { signal, session = new Session() }: { signal?: AbortSignal | undefined; session?: Session } = {},
): Promise<Uint8Array> {
  const script = await session.get(encoderScript);
  signal?.throwIfAborted();
  const worker = new Worker(script, { eval: true, execArgv: [] });
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
