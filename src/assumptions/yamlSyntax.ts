// The YAML parser's errors as messages for the writer of the file.
import type { Document } from "yaml";
import type { ReportProblem } from "./yamlData.ts";

/** Reports the syntax errors of a document. Returns whether it has none. */
export function syntaxProblems(
  { errors }: Pick<Document, "errors">,
  text: string,
  lineOf: (offset: number) => number,
  report: ReportProblem,
): boolean {
  const reportedLines = new Set<number>();
  for (const { code, message, pos } of errors) {
    const line = lineOf(pos[0]);
    // One slip sets off others on its line, and in the indentation of what follows.
    if (reportedLines.has(line) || (code === "BAD_INDENT" && reportedLines.size > 0)) continue;
    reportedLines.add(line);
    const end = text.indexOf("\n", pos[0]);
    const start = text.lastIndexOf("\n", pos[0] - 1) + 1;
    const endOfLine = end < 0 ? undefined : end;
    const { message: plain, hint } = plainMessage(
      code,
      message,
      text.slice(pos[0], endOfLine),
      text.slice(start, endOfLine),
    );
    report(pos[0], plain, hint);
  }
  return errors.length === 0;
}

/** The hint for a value that holds a colon: the line as it must be. */
function quotedLine(line: string): string {
  const [, key, value] = /^\s*(?:- )?([\w-]+): +(\S.*?: .*?)\s*$/.exec(line) ?? [];
  if (key === undefined || value === undefined || /["'#]/.test(value))
    return 'put a text that holds ": " in quotes, as belief: "pert(min: 11k, mode: 14k, max: 100k)"';
  return `write ${key}: "${value}"`;
}

function plainMessage(
  code: string,
  message: string,
  line: string,
  wholeLine: string,
): { message: string; hint?: string } {
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return {
        message: "YAML cannot be read here: a value holds a colon, or the indentation is off",
        hint: quotedLine(wholeLine),
      };
    case "BAD_SCALAR_START":
      return {
        message: `YAML cannot begin a text with ${line[0]}`,
        hint: `write "${line.trim()}" in quotes`,
      };
    case "TAB_AS_INDENT":
      return { message: "a tab cannot indent YAML", hint: "use spaces" };
    default:
      return { message: `YAML cannot be read here: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
  }
}
