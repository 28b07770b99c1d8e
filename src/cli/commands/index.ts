// Every command in a line. A command's file is read only when it is asked for, so that help and refusals are quick.
import type { Command } from "commander";
import type { Session } from "../../node/project/session.ts";

/** What a command's file gives: `register` adds its options and its action, which keeps what it can use again in the session. */
export interface CommandFile {
  register(command: Command, session: Session): void;
}

/** A line of the index: what help knows of a command without reading its file. */
export interface CommandEntry {
  /** Name and arguments, as help shows them. */
  usage: string;
  summary: string;
  load(): Promise<CommandFile>;
}

/** Usage and summary in the order of the help. A new command is a file of its name and a line here. */
const summaries = {
  list: "the scenarios with their question and variants",
  "run [scenarios...]": "simulate, write outputs/SCENARIO/, print the findings",
  "compare <scenario> [variants...]": "differences of variants against the base, trial by trial",
  "together [scenarios...]": "scenarios as one world: what moves what, joint chances, who feeds whom",
  claims: "the article's figures and the assumptions that use them",
  check: "whether the claims close, and which unstated assumption would close them",
  "readings <scenario>": "whether the headline survives other readings of hedged figures",
  "notebook [names...]": "execute notebooks, write outputs/notebooks/NAME.html and .ipynb",
  all: "every scenario, every notebook and the index page, as npm start does",
  "preview [scenario]": "a local page that follows every edit",
  "solve <scenario>": "the value of an assumption at which an output reaches a value",
  "map <scenario>": "an output over the plausible ranges of two assumptions, as a picture",
  "prose <file>": "fill figures into a Markdown file, or tell those that are stale",
  "verify [scenarios...]": "whether other numbers of workers and outputs/ give the same bytes",
  "init <folder>": "a new project for an article of one's own, with an example that runs",
  "new <name>": "a new scenario and its config, ready to run",
  schema: "the JSON Schema that editors check configs with",
};

/** All commands. */
export const commands: readonly CommandEntry[] = Object.entries(summaries).map(([usage, summary]) => {
  const name = nameOf({ usage });
  return { usage, summary, load: (): Promise<CommandFile> => import(/* @vite-ignore */ `./${name}.ts`) };
});

/** "run [scenarios...]" → "run" */
export function nameOf({ usage }: Pick<CommandEntry, "usage">): string {
  return usage.split(" ", 1)[0]!;
}
