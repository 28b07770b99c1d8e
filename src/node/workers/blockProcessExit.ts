// User code, a trial, a notebook or a file that is read, may fail, but not end the program around it.
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";

/** Exit codes that shells give to an interrupted command: 128 + the signal's number. */
export const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * From now on a call of `process.exit` in this thread throws instead, a ScenarioFailure; only an interruption still ends
 * it. Returns the way out that was there before.
 */
export function blockProcessExit(): typeof process.exit {
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    if (isInterruption(code)) return exit(code);
    throw new ScenarioFailure(`process.exit(${code ?? ""}) would end the whole program, and is refused`);
  };
  return exit;
}

/** Whether an exit code is that of an interruption. */
export function isInterruption(code: unknown): boolean {
  return Object.values<unknown>(interrupted).includes(code);
}
