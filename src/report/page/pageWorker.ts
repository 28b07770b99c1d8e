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
  /** Ends what it does, whatever that is: a new one that knows nothing takes its place. */
  restart(): void;
}

/** Starts a worker that runs `text`, a classic script. */
export function startWorker(text: string): PageWorker {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  let worker = new Worker(url);
  let listener: WorkerListener | undefined;
  let requests = 0;
  function listen(): void {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => listener?.onMessage(data);
    worker.onerror = ({ message }) => listener?.onError(message);
  }
  listen();
  return {
    send: (message) => worker.postMessage(message),
    nextId: () => ++requests,
    setListener(next) {
      listener = next;
    },
    terminate: () => worker.terminate(),
    restart() {
      worker.terminate();
      worker = new Worker(url);
      listen();
    },
  };
}
