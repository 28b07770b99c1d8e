// The command line: words → a command → an exit code.
import { Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { forbidExit, isInterruption } from "../node/noExit.ts";
import { ScenarioFailure } from "../simulation/failure.ts";
import { commands, nameOf } from "./commands.ts";
import { failureOf } from "./failure.ts";
import { complain, survivePipes } from "./output.ts";

survivePipes();
const exit = forbidExit();
let isOver = false;
process.once("uncaughtException", (error) => {
  fail(error);
  exit();
});
process.once("exit", (code) => {
  if (isOver || isInterruption(code)) return;
  // Nothing is left that could go on, and still the command waits.
  fail(
    new ScenarioFailure("sandtable: ended too early: a scenario or a notebook waits for what never comes"),
  );
});
const words = process.argv.slice(2);
try {
  const program = await describeCommands(words);
  await program.parseAsync(words, { from: "user" });
  isOver = true;
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  isOver = true;
  const { exitCode, message } = failureOf(error, { debug: process.argv.includes("--debug") });
  if (message) complain(message);
  process.exitCode = exitCode;
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
      .command(entry.usage, entry.hidden ? { hidden: true } : {})
      .description(entry.summary)
      .option("--debug", "show where in the program a failure happened");
    if (words.includes(nameOf(entry))) (await entry.load()).define(command);
  }
  return program;
}
