// User code, a trial, a notebook or a file that is read, may fail, but not end the program around it.
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";

/** Exit codes that shells give to an interrupted command: 128 + the signal's number. */
export const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

/** Node's own way out, by which `process.exit` goes; not in its types. */
type WithReallyExit = { reallyExit(code?: number | string | null): never };

/**
 * From now on a call of `process.exit` in this thread throws instead, a ScenarioFailure; only an interruption still ends
 * it. So do `process.reallyExit`, `process.abort` and a signal to the process itself. Returns the way out that was there
 * before.
 */
export function blockProcessExit(): typeof process.exit {
  const own = process as typeof process & WithReallyExit;
  const [exit, reallyExit, kill] = [process.exit, own.reallyExit, process.kill].map((way) =>
    way.bind(process),
  ) as [typeof process.exit, WithReallyExit["reallyExit"], typeof process.kill];
  let isLeaving = false;
  const leave: typeof process.exit = (code) => {
    isLeaving = true;
    // Without one it ends with process.exitCode.
    return code === undefined ? exit() : exit(code);
  };
  process.exit = (code) => (isInterruption(code) ? leave(code) : refuse(`process.exit(${code ?? ""})`));
  own.reallyExit = (code) => (isLeaving ? reallyExit(code) : refuse(`process.reallyExit(${code ?? ""})`));
  process.abort = () => refuse("process.abort()");
  process.kill = (pid, signal) =>
    (pid === process.pid || pid === 0) && signal !== 0 ? refuse(`process.kill(${pid})`) : kill(pid, signal);
  return leave;
}

function refuse(call: string): never {
  throw new ScenarioFailure(`${call} would end the whole program, and is refused`);
}

/** Whether an exit code is that of an interruption. */
export function isInterruption(code: unknown): boolean {
  return Object.values<unknown>(interrupted).includes(code);
}
