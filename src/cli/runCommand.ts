// Arguments → a command → an exit code.
import { Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { Session } from "../node/project/session.ts";
import { type CommandEntry, commands, nameOf } from "./commands/index.ts";
import { failureOf } from "./describeFailure.ts";
import { refuseOtherVersion } from "./projectKit.ts";
import { print, printError } from "./terminal.ts";

/** Runs the command that the arguments name, prints what comes of it, and gives the exit code; it never throws. */
export async function runCommand(args: readonly string[], session = new Session()): Promise<number> {
  try {
    const program = await createProgram(commands, args, session);
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return reportFailure(error, args);
  }
}

/** Prints why a command with these arguments has failed, and gives its exit code. */
export function reportFailure(error: unknown, args: readonly string[]): number {
  const { exitCode, message } = failureOf(error, { debug: args.includes("--debug") });
  if (message) printError(message);
  return exitCode;
}

/** All commands by name and summary; options and action only of those that the arguments name. */
export async function createProgram(
  entries: readonly CommandEntry[],
  args: readonly string[],
  session = new Session(),
): Promise<Command> {
  const program = new Command("sandtable")
    .description(packageJson.description)
    .version(packageJson.version)
    .exitOverride()
    // Its messages hold what was typed.
    .configureOutput({ writeOut: print, writeErr: (text) => printError(text.replace(/\n$/, "")) })
    .showHelpAfterError("(`sandtable --help` lists commands, `sandtable COMMAND --help` their options)")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 2 bad input, 3 a scenario failed, 4 disk, port or memory failed.",
    );
  program.hook("preAction", (_, command) => {
    if (command.name() !== "init") refuseOtherVersion(process.cwd());
  });
  for (const entry of entries) {
    const command = program
      .command(entry.usage)
      .description(entry.summary)
      .option("--debug", "show where in the program a failure happened");
    if (args.includes(nameOf(entry))) (await entry.load()).register(command, session);
  }
  return program;
}
