// Runs a notebook's text until all that it has begun is over, or until it has to be given up.
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { type Compiled, framesOf } from "../project/evaluate.ts";
import type { Session } from "../project/session.ts";
import { userCode } from "../project/userCode.ts";
import type { NotebookHost } from "./notebookScenario.ts";

/** What a notebook is run with. */
export interface RunToEndOptions {
  /** The project's folder. */
  folder: string;
  session: Session;
  host?: NotebookHost | undefined;
  /** Resolves when no timer of the notebook's own is left. */
  settled(): Promise<void>;
  /** Where the notebook has come to: "notebooks/payments.ts:12:1". */
  placeOfCell(): string;
  /** For a host that would wait for ever. */
  patience: WaitingPatience;
}

/** Milliseconds between two signs that a notebook lets this thread go on. */
const signMs = 250;

/** Milliseconds that a host waits while a notebook asks nothing of it. */
const maxWaitMs = 60_000;

/** How long a notebook has waited for something else than its host. */
export class WaitingPatience {
  #idleMs = 0;
  /** Pieces of work that wait for their turn. */
  #queued = 0;

  /** A host whose work is no waiting. */
  ofHost(host: NotebookHost): NotebookHost {
    const turn = async () => {
      this.#queued++;
      try {
        await host.turn();
      } finally {
        this.#queued--;
        this.#idleMs = 0;
      }
    };
    return { ...host, turn };
  }

  /** So many milliseconds have passed. Returns whether it has waited long enough. */
  pass(milliseconds: number): boolean {
    this.#idleMs = this.#queued > 0 ? 0 : this.#idleMs + milliseconds;
    return this.#idleMs >= maxWaitMs;
  }
}

/**
 * Runs the text. What it leaves behind, a promise or a timer, and that fails is a failure of the notebook too. Where its
 * host's signal aborts, or where a host would wait for ever, what it waits for is not waited for any longer.
 */
export async function runToEnd(compiled: Compiled, options: RunToEndOptions): Promise<void> {
  const { folder, session, host, placeOfCell, patience } = options;
  const watch = session.get(userCode);
  const before = watch.enter((what) => {
    const here = new Error();
    const [frame] = framesOf(here, compiled, folder);
    const place = frame ? `${frame.file}:${frame.line}:${frame.column}` : placeOfCell();
    return new ScenarioFailure(`${place}: ${what}`);
  });
  const given = giveUp();
  // The session's watch is given a sign whenever this thread comes to itself.
  const signs = setInterval(() => {
    watch.sign();
    if (host && patience.pass(signMs))
      given.up(new ScenarioFailure(`${placeOfCell()}: waits for what has not come in ${maxWaitMs / 1000} s`));
  }, signMs);
  // It keeps no process that has nothing else to wait for.
  signs.unref();
  try {
    await untilSettled(compiled, options, given);
  } finally {
    clearInterval(signs);
    watch.leave(before);
  }
}

interface GivenUp {
  up(reason: unknown): void;
  /** Rejects with that reason. */
  promise: Promise<never>;
}

function giveUp(): GivenUp {
  let up: GivenUp["up"] = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    up = reject;
  });
  promise.catch(() => undefined);
  return { up, promise };
}

async function untilSettled(
  compiled: Compiled,
  { settled, host }: RunToEndOptions,
  given: GivenUp,
): Promise<void> {
  const signal = host?.signal;
  const stopCatching = catchUncaught(given.up);
  const abort = () => given.up(signal!.reason);
  signal?.addEventListener("abort", abort);
  try {
    await Promise.race([compiled.run(), given.promise]);
    await Promise.race([settled(), given.promise]);
    // Rejections are told after the turn in which they happened.
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), given.promise]);
  } finally {
    signal?.removeEventListener("abort", abort);
    stopCatching();
  }
}

/** Hears what is thrown where nobody catches it, in place of the whole program, until the returned function is called. */
function catchUncaught(hear: (reason: unknown) => void): () => void {
  process.on("unhandledRejection", hear);
  // There is one place for this; another notebook of the same process may have it.
  const isFree = !process.hasUncaughtExceptionCaptureCallback();
  if (isFree) process.setUncaughtExceptionCaptureCallback(hear);
  return () => {
    process.off("unhandledRejection", hear);
    if (isFree) process.setUncaughtExceptionCaptureCallback(null);
  };
}
