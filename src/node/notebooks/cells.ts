// A notebook's text as cells: ordinary TypeScript, parted by lines that begin with `// %%`.
import { BadInput, type Problem } from "../../assumptions/problems.ts";

/** A part of a notebook, in the order of its text. */
export interface NotebookCell {
  kind: "code" | "markdown";
  /** What stands behind the mark; empty where nothing does. */
  title: string;
  /** Without the mark and without empty lines around it; prose without its comment signs. */
  text: string;
  /** Line of the mark in the file, from 1; 0 for what stands before the first mark. */
  line: number;
  /** Of code that a reader of the page is to see without asking. */
  isOpen?: true;
}

/** `// %% title`, `// %% [open] title` for code that is to be seen, `// %% [markdown]` or `// %% [markdown] title` */
const mark = /^\/\/\s*%%\s*(\[markdown\]|\[md\]|\[open\])?\s*(.*?)\s*$/;

/** Whether a line of the file begins a cell. */
export function isMark(line: string): boolean {
  return mark.test(line);
}

/** The cells of a notebook; throws BadInput where prose is no comment. `file` is named in the messages. */
export function parseCells(text: string, file: string): NotebookCell[] {
  const lines = text.split(/\r?\n/);
  const marks = lines.flatMap((line, index) => (isMark(line) ? [index] : []));
  const problems: Problem[] = [];
  const head = cellText(lines.slice(0, marks[0] ?? lines.length));
  const cells: NotebookCell[] = head === "" ? [] : [{ kind: "code", title: "", text: head, line: 0 }];
  for (const [k, index] of marks.entries()) {
    const [, sort, title = ""] = mark.exec(lines[index]!)!;
    const body = lines.slice(index + 1, marks[k + 1] ?? lines.length);
    const isOpen = sort === "[open]";
    const isProse = sort !== undefined && !isOpen;
    if (isProse) problems.push(...linesThatRun(body, index + 1, file));
    const shown = isProse ? body.map((line) => line.replace(/^\s*\/\/ ?/, "")) : body;
    const kind = isProse ? "markdown" : "code";
    cells.push({ kind, title, text: cellText(shown), line: index + 1, ...(isOpen && { isOpen }) });
  }
  if (problems.length > 0) throw new BadInput(problems);
  return cells;
}

/** In a cell of prose: lines that are no comment and would run unseen. `before` lines stand above it. */
function linesThatRun(body: readonly string[], before: number, file: string): Problem[] {
  return body.flatMap((line, k) => {
    const text = line.trim();
    if (text === "" || text.startsWith("//")) return [];
    const column = line.length - line.trimStart().length + 1;
    return [
      {
        place: { file, line: before + k + 1, column },
        path: "",
        message: "is in a cell of prose and no comment",
        hint: "write // before it, or begin a cell of code with // %%",
      },
    ];
  });
}

function cellText(lines: readonly string[]): string {
  return lines.join("\n").replace(/^(\s*\n)+|\s+$/g, "");
}
