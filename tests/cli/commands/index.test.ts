// A command is one file and one line of the index: here one that the kit does not have is on the list.
import { expect, test } from "vitest";
import { type CommandEntry, commands, nameOf } from "../../../src/cli/commands/index.ts";
import { createProgram } from "../../../src/cli/runCommand.ts";
import { asked } from "./toyCommand.ts";

let loads = 0;
const greet: CommandEntry = {
  usage: "greet <name>",
  summary: "says good day",
  load: () => {
    loads++;
    return import("./toyCommand.ts");
  },
};
const entries = [...commands, greet];

test("help names it with its summary, and reads no command's file for that", async () => {
  const help = (await createProgram(entries, ["--help"])).helpInformation();
  expect(help).toMatch(/^ {2}greet \[options\] <name> +says good day$/m);
  for (const entry of commands) expect(help).toContain(`  ${nameOf(entry)} `);
  expect(loads).toBe(0);
});

test("its own help has its options and the one that all commands have", async () => {
  const program = await createProgram(entries, ["greet", "--help"]);
  const help = program.commands.find((command) => command.name() === "greet")!.helpInformation();
  expect(help).toMatch(/--loudly +say it so that everybody hears it/);
  expect(help).toContain("--debug");
});

test("it is run with its arguments and options", async () => {
  const args = ["greet", "Ada", "--loudly"];
  await (await createProgram(entries, args)).parseAsync(args, { from: "user" });
  expect(asked).toEqual([{ name: "Ada", options: { loudly: true } }]);
});

test("what it does not take is refused as for any other", async () => {
  const args = ["greet", "Ada", "--softly"];
  const program = await createProgram(entries, args);
  for (const command of program.commands) command.configureOutput({ writeErr: () => undefined });
  await expect(program.parseAsync(args, { from: "user" })).rejects.toThrow("unknown option '--softly'");
});
