// Every command in a line. A command's file is read only when it is asked for, so that help and refusals are quick.
import type { Command } from "commander";

/** What a command's file gives: `register` adds its options and its action. */
export interface CommandFile {
  register(command: Command): void;
}

/** A line of the index: what help knows of a command without reading its file. */
export interface CommandEntry {
  /** Name and arguments, as help shows them. */
  usage: string;
  summary: string;
  load(): Promise<CommandFile>;
}

export const commands: readonly CommandEntry[] = [
  {
    usage: "list",
    summary: "the scenarios with their question and variants",
    load: () => import("./list.ts"),
  },
  {
    usage: "run [scenarios...]",
    summary: "simulate, write outputs/SCENARIO/, print the findings",
    load: () => import("./run.ts"),
  },
  {
    usage: "compare <scenario> [variants...]",
    summary: "differences of variants against the base, trial by trial",
    load: () => import("./compare.ts"),
  },
  {
    usage: "claims",
    summary: "the article's figures and the assumptions that use them",
    load: () => import("./claims.ts"),
  },
  {
    usage: "check",
    summary: "whether the claims close, and which unstated assumption would close them",
    load: () => import("./check.ts"),
  },
  {
    usage: "readings <scenario>",
    summary: "whether the headline survives other readings of hedged figures",
    load: () => import("./readings.ts"),
  },
  {
    usage: "notebook [names...]",
    summary: "execute notebooks, write outputs/notebooks/NAME.html and .ipynb",
    load: () => import("./notebook.ts"),
  },
  {
    usage: "all",
    summary: "every scenario, every notebook and the index page, as npm start does",
    load: () => import("./all.ts"),
  },
  {
    usage: "preview [scenario]",
    summary: "a local page that follows every edit",
    load: () => import("./preview.ts"),
  },
  {
    usage: "solve <scenario>",
    summary: "the value of an assumption at which an output reaches a value",
    load: () => import("./solve.ts"),
  },
  {
    usage: "map <scenario>",
    summary: "an output over the plausible ranges of two assumptions, as a picture",
    load: () => import("./map.ts"),
  },
  {
    usage: "prose <file>",
    summary: "fill figures into a Markdown file, or tell those that are stale",
    load: () => import("./prose.ts"),
  },
  {
    usage: "verify [scenarios...]",
    summary: "whether other numbers of workers and outputs/ give the same bytes",
    load: () => import("./verify.ts"),
  },
  {
    usage: "new <name>",
    summary: "a new scenario and its config, ready to run",
    load: () => import("./new.ts"),
  },
  {
    usage: "schema",
    summary: "the JSON Schema that editors check configs with",
    load: () => import("./schema.ts"),
  },
];

/** "run [scenarios...]" → "run" */
export function nameOf({ usage }: CommandEntry): string {
  return usage.split(" ", 1)[0]!;
}
