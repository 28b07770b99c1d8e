// The worker of a page, as those see it who send it requests.
import type { FromWorker, ToWorker } from "../shared/messages.ts";

/** Who takes a worker's messages. */
export interface WorkerListener {
  onMessage(message: FromWorker): void;
  /** The worker's code threw outside of any request. */
  onError(message: string): void;
}

/** A worker that one session after the other may use. */
export interface PageWorker {
  send(message: ToWorker): void;
  /** An id that no other request to this worker has, so that answers to an earlier session are recognized. */
  nextId(): number;
  /** Replaces the listener; without one, messages are dropped. */
  setListener(listener: WorkerListener | undefined): void;
  terminate(): void;
}

/** Starts a worker that runs `text`, a classic script. */
export function startWorker(text: string): PageWorker {
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  let requests = 0;
  return {
    send: (message) => worker.postMessage(message),
    nextId: () => ++requests,
    setListener(listener) {
      worker.onmessage = listener ? ({ data }: MessageEvent<FromWorker>) => listener.onMessage(data) : null;
      worker.onerror = listener ? ({ message }) => listener.onError(message) : null;
    },
    terminate: () => worker.terminate(),
  };
}
