// What a command prints: results to standard output, and nothing else there. No text commands the terminal.
import { constants, fstatSync, readFileSync, statSync } from "node:fs";
import { fitToColumns } from "../format/fitToColumns.ts";
import { visible } from "../format/visible.ts";

/** Prints to standard output, with a line end. */
export function print(text: string): void {
  const { columns } = process.stdout;
  // A file or a pipe has no width: lines stay as they are made.
  const words = visible(columns === undefined || isData(text) ? text : fitToColumns(text, columns));
  process.stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}

/** JSON is for programs: no line of it is broken. */
function isData(text: string): boolean {
  return /^[[{]/.test(text);
}

/** Prints to standard error, with a line end. */
export function printError(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/**
 * A reader that has seen enough (`sandtable run | head`) closes the pipe: that is no failure, and files that are
 * being written are still finished. Any other trouble with standard output is one of the surroundings.
 */
export function survivePipes(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    printError(`sandtable: cannot write to standard output: ${error.message}`);
    process.exitCode = 4;
  });
  process.stderr.on("error", () => undefined);
}

/**
 * Whether the process was started with its standard output closed (`>&-`): Node then puts /dev/null there, open for reading
 * too, as no shell's `> /dev/null` is. Known on Linux alone.
 */
export function isOutputClosed(): boolean {
  try {
    const { rdev } = statSync("/dev/null");
    const output = fstatSync(1);
    if (!output.isCharacterDevice() || output.rdev !== rdev) return false;
    const [, flags] = /^flags:\s*([0-7]+)/m.exec(readFileSync("/proc/self/fdinfo/1", "utf8")) ?? [];
    return flags !== undefined && (Number.parseInt(flags, 8) & constants.O_RDWR) !== 0;
  } catch {
    return false;
  }
}
