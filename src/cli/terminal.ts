// What a command prints: results to standard output, and nothing else there. No text commands the terminal.
import { visible } from "../format/visible.ts";

/** Prints to standard output, with a line end. */
export function print(text: string): void {
  const words = visible(text);
  process.stdout.write(words.endsWith("\n") ? words : `${words}\n`);
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
