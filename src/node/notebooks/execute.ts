// A notebook is executed: its cells in order, in one scope, each with what it showed and printed.
import { basename, join } from "node:path";
import { format } from "node:util";
import type { BuildFailure, Message } from "esbuild";
import { BadInput } from "../../assumptions/problems.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { type BuiltIns, builtIns } from "../project/builtIns.ts";
import { type Compiled, compile, framesOf, stackIn } from "../project/evaluate.ts";
import { towards } from "../project/posix.ts";
import { readText } from "../project/readText.ts";
import { Session } from "../project/session.ts";
import { sourcePath } from "../project/sourcePath.ts";
import type { CellOutput, NotebookError } from "./cellOutput.ts";
import { isMark, type NotebookCell, parseCells } from "./cells.ts";
import { drawPictures } from "./chartPictures.ts";
import { createNotebookApi } from "./notebookApi.ts";
import type { NotebookHost } from "./notebookScenario.ts";
import { checkPanel } from "./panels.ts";
import { runToEnd, WaitingPatience } from "./runToEnd.ts";
import { ownTimers } from "./timers.ts";

/** How a notebook is executed. */
export interface ExecuteOptions {
  /** The project's folder. */
  folder: string;
  /** For runs that name no number of trials of their own. */
  trials?: number | undefined;
  /** Keeps what another execution can use again. */
  session?: Session;
  /** For hosts that have more urgent work. */
  host?: NotebookHost;
}

/** A cell with what it gave. */
export interface ExecutedCell extends NotebookCell {
  outputs: readonly CellOutput[];
  /** False for code that an earlier error kept from being run. */
  executed: boolean;
}

/** A notebook's cells with what they gave. */
export interface ExecutedNotebook {
  name: string;
  /** Relative to the project's folder. */
  file: string;
  /** Of its first heading; the name where there is none. */
  title: string;
  cells: readonly ExecutedCell[];
  error?: NotebookError;
  /** What it has read: names of scenarios, and the files that it imports, relative to the project's folder. */
  scenarios: readonly string[];
  files: readonly string[];
}

/** Runs a notebook to its end or to its first error. `file` is absolute. */
export async function executeNotebook(file: string, options: ExecuteOptions): Promise<ExecutedNotebook> {
  const shown = towards(options.folder, file);
  const text = readText(file, "written", shown);
  const cells = parseCells(text, shown);
  const { session = new Session() } = options;
  const outputs: CellOutput[][] = cells.map(() => []);
  const scenarios = new Set<string>();
  // Imports come before the first line; what happens there is told with the first cell of code.
  const firstCode = cells.findIndex(({ kind }) => kind === "code");
  let reached = Math.max(0, firstCode);
  const display = (output: CellOutput) => {
    if (output.kind === "panel") checkPanel(output.panel);
    // Drawn while the next run is played; a chart that cannot be drawn is told by the page. A first look has none drawn.
    if (output.kind === "chart" && !options.host?.firstLook)
      drawPictures(output.chart, session).catch(() => undefined);
    outputs[reached]?.push(output);
  };
  const patience = new WaitingPatience();
  const host = options.host && patience.ofHost(options.host);
  const door = createNotebookApi({
    ...options,
    host,
    session,
    display,
    onLoad: (name) => scenarios.add(name),
  });

  const lines = new Map(cells.map(({ line }, index) => [line, index]));
  let compiled: Compiled | undefined;
  const timers = ownTimers();
  const guard = session.get(builtIns);
  guard.begin();
  const refuseReplaced = () => refuseReplacedIn(guard, shown, compiled);
  const placeOfCell = () => `${shown}:${cells[reached]?.line || 1}:1`;
  const globals = {
    ...timers.globals,
    console: cellConsole(display),
    [enter]: (line: number) => {
      refuseReplaced();
      reached = lines.get(line) ?? reached;
    },
  };
  const program = { file, edit: markCells, given: { "sandtable/notebook": door }, globals, session };
  let error: NotebookError | undefined;
  try {
    compiled = await compile(program);
    options.host?.onUserCode?.();
    await runToEnd(compiled, { ...options, session, settled: timers.settled, placeOfCell, patience });
    refuseReplaced();
  } catch (thrown) {
    error = notebookError(thrown, compiled, options.folder);
    if (error.place && error.place.file === shown) reached = cellAt(cells, error.place.line);
    display({ kind: "error", error });
  } finally {
    timers.clear();
  }
  return {
    name: basename(file, ".ts"),
    file: shown,
    title: titleOf(cells) ?? basename(file, ".ts"),
    cells: cells.map((cell, k) => ({
      ...cell,
      outputs: outputs[k]!,
      executed: cell.kind === "code" && (error === undefined || (compiled !== undefined && k <= reached)),
    })),
    ...(error && { error }),
    scenarios: [...scenarios],
    files: (compiled?.files ?? [file]).map((path) => towards(options.folder, path)),
  };
}

/** What is built in stays as it is. @throws ScenarioFailure with the place of what has replaced it */
function refuseReplacedIn(guard: BuiltIns, shown: string, compiled: Compiled | undefined): void {
  try {
    guard.refuse(shown, (by) => (compiled ? stackIn(by, compiled) : ""));
  } catch (failure) {
    const { cause } = failure as ScenarioFailure;
    (failure as Error).stack = (cause as Error).stack ?? "";
    throw failure;
  }
}

/** The name by which a notebook's text says that a cell begins. */
const enter = "__enterCell";

/** The text with a call in place of each mark. The lines stay what they are. */
function markCells(text: string): string {
  return text
    .split("\n")
    .map((line, index) => (isMark(line.replace(/\r$/, "")) ? `;${enter}(${index + 1});` : line))
    .join("\n");
}

/** What cells print with is kept with the cell. */
function cellConsole(display: (output: CellOutput) => void): Partial<Console> {
  const printer =
    (stream: "stdout" | "stderr") =>
    (...words: unknown[]) =>
      display({ kind: "text", text: `${format(...words)}\n`, stream });
  const [out, err] = [printer("stdout"), printer("stderr")];
  return { log: out, info: out, debug: out, table: out, warn: err, error: err, trace: err };
}

function cellAt(cells: readonly NotebookCell[], line: number): number {
  const last = cells.findLastIndex((cell) => cell.line <= line);
  return Math.max(0, last);
}

function notebookError(thrown: unknown, compiled: Compiled | undefined, folder: string): NotebookError {
  if (isBuildFailure(thrown)) return buildError(thrown.errors, folder);
  if (!(thrown instanceof Error) && !isErrorLike(thrown)) {
    return { name: "Error", message: `threw ${format(thrown)}`, trace: [] };
  }
  const frames = compiled ? framesOf(thrown, compiled, folder) : [];
  const trace = frames.map(({ file, line, column }) => `${file}:${line}:${column}`);
  return { name: nameOf(thrown), message: thrown.message, ...(frames[0] && { place: frames[0] }), trace };
}

function nameOf(thrown: Error): string {
  if (thrown instanceof BadInput) return "Bad input";
  return thrown instanceof ScenarioFailure ? "Failed" : thrown.name;
}

/** Errors of other contexts are no instances of this one's. */
function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === "object" && thrown !== null && "message" in thrown && "stack" in thrown;
}

function isBuildFailure(thrown: unknown): thrown is BuildFailure {
  return thrown instanceof Error && "errors" in thrown && "warnings" in thrown;
}

/** A text that is no TypeScript, or that imports what is not there. */
function buildError(messages: readonly Message[], folder: string): NotebookError {
  const found = messages[0]?.location;
  const placeOf = ({ file, line, column }: NonNullable<Message["location"]>) => ({
    place: { file: towards(folder, sourcePath(join(folder, "notebooks"), file)), line, column: column + 1 },
  });
  const message = messages.map(({ text }) => text).join("; ");
  return { name: "SyntaxError", message, ...(found && placeOf(found)), trace: [] };
}

function titleOf(cells: readonly NotebookCell[]): string | undefined {
  for (const { kind, text } of cells) {
    const heading = kind === "markdown" ? /^#\s+(.+)$/m.exec(text) : null;
    if (heading) return heading[1]!.trim();
  }
  return undefined;
}
