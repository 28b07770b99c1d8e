// Words → a command → an exit code.
import { Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { commands, nameOf } from "./commands/index.ts";
import { failureOf } from "./describeFailure.ts";
import { printError } from "./terminal.ts";

/** Does what the words say, prints what comes of it, and gives the exit code; it never throws. */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    const program = await describeCommands(words);
    await program.parseAsync(words, { from: "user" });
    return 0;
  } catch (error) {
    return tellFailure(error, words);
  }
}

/** Says what has failed while these words were followed, and gives its exit code. */
export function tellFailure(error: unknown, words: readonly string[]): number {
  const { exitCode, message } = failureOf(error, { debug: words.includes("--debug") });
  if (message) printError(message);
  return exitCode;
}

/** All commands by name and summary; options and action only of those that the words name. */
async function describeCommands(words: readonly string[]): Promise<Command> {
  const program = new Command("sandtable")
    .description(packageJson.description)
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError("(`sandtable --help` lists commands, `sandtable COMMAND --help` their options)")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 2 bad input, 3 a scenario failed, 4 disk, port or memory failed.",
    );
  for (const entry of commands) {
    const command = program
      .command(entry.usage)
      .description(entry.summary)
      .option("--debug", "show where in the program a failure happened");
    if (words.includes(nameOf(entry))) (await entry.load()).register(command);
  }
  return program;
}
