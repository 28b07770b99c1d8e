// `sandtable init FOLDER`: a new project for an article of one's own.
import type { Command } from "commander";
import { initProject } from "../initProject.ts";
import { print } from "../terminal.ts";

/** Registers `init` with the program. */
export function register(command: Command): void {
  command
    .option("--title <text>", "of the article")
    .action(async (folder: string, { title }: { title?: string }) => print(await initProject(folder, title)));
}
