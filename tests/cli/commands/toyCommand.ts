// A command that the kit does not have: one file, as those in src/cli/commands are.
import type { Command } from "commander";

/** What was asked for, for the test to see. */
export const asked: { name: string; options: unknown }[] = [];

export function register(command: Command): void {
  command.option("--loudly", "say it so that everybody hears it").action((name: string, options: unknown) => {
    asked.push({ name, options });
  });
}
