// What the command line says of a failure, and the exit code that tells other programs.
import { CommanderError } from "commander";
import { BadInput, describeProblem } from "../assumptions/problems.ts";
import { framePlace } from "../node/project/framePlace.ts";
import { towards } from "../node/project/posix.ts";
import { ScenarioFailure } from "../simulation/scenarioFailure.ts";

/** Exit codes that scripts rely on; 1 is left for faults of this program itself. */
const exitCodes = { done: 0, fault: 1, badInput: 2, scenarioFailed: 3, surroundings: 4 } as const;

/** The end of a command that failed. */
export interface Failure {
  exitCode: number;
  /** Without the last line end; empty where everything is said already. */
  message: string;
}

/** The exit code and the message for whatever a command has thrown. `debug` adds where in the program it was. */
export function failureOf(error: unknown, { debug = false } = {}): Failure {
  const failure = describe(error);
  if (!debug || !(error instanceof Error) || failure.message === "") return failure;
  return { ...failure, message: `${failure.message}\n\n${withCauses(error)}` };
}

function withCauses(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${withCauses(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}

function describe(error: unknown): Failure {
  if (error instanceof CommanderError) {
    // Commander has printed its message; its code is 0 for --help and --version, and 1 for a misuse.
    return { exitCode: error.exitCode === 0 ? exitCodes.done : exitCodes.badInput, message: "" };
  }
  if (error instanceof BadInput) {
    // An option that is wrong is wrong for every scenario, and said once.
    const lines = new Set(error.problems.map(describeProblem));
    return { exitCode: exitCodes.badInput, message: [...lines].join("\n") };
  }
  if (error instanceof ScenarioFailure) {
    return { exitCode: exitCodes.scenarioFailed, message: placeOf(error) + error.message };
  }
  const surroundings = describeSurroundings(error);
  if (surroundings !== undefined) return { exitCode: exitCodes.surroundings, message: surroundings };
  // By name: the modules of the classes load what bad input need not wait for.
  if (error instanceof Error && ["WorkerDied", "LinkInTheWay", "HeapFull"].includes(error.name)) {
    return {
      exitCode: exitCodes.surroundings,
      message: `${placeOf(error) || "sandtable: "}${error.message}`,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    exitCode: exitCodes.fault,
    message: `sandtable: this is a fault of the program, not of your scenario: ${message}\n(--debug shows where)`,
  };
}

/** Where in the scenario's own file it was thrown: "scenarios/payments.ts:31:26: "; empty where that is not known. */
function placeOf({ cause }: Error): string {
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const place = framePlace(stack);
  return place === undefined ? "" : `${towards(process.cwd(), place.file)}:${place.line}:${place.column}: `;
}

const systemMessages: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  ENOENT: "there is no such file or folder",
  EACCES: "not allowed",
  EPERM: "not allowed",
  ENOTDIR: "a file is where a folder is wanted",
  EISDIR: "a folder is where a file is wanted",
  EEXIST: "a file is where a folder is wanted",
  EMFILE: "too many open files",
  EADDRINUSE: "the port is taken",
};

// A worker thread sends the message of its error alone, so that its class is lost.
const outOfMemory =
  /allocation failed|invalid (typed )?array length|invalid string length|maximum size exceeded|out of memory|memory limit|cannot allocate memory/i;

function describeSurroundings(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (outOfMemory.test(error.message) || (error as NodeJS.ErrnoException).code === "ENOMEM") {
    return `sandtable: not enough memory (${error.message}); fewer --trials, a shorter --horizon or fewer outputs by step need less`;
  }
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  // Only errors of the system have a system call; Node's own faults have a code too.
  if (code === undefined || syscall === undefined) return undefined;
  const message = systemMessages[code];
  return `sandtable: ${path === undefined ? "" : `${path}: `}${message === undefined ? error.message : `${message} (${code})`}`;
}
