// The YAML parser's errors as messages for the writer of the file.
import type { Document } from "yaml";
import type { ReportProblem } from "./yamlData.ts";

/** Reports the syntax errors of a document. Returns whether its data can be used nevertheless. */
export function syntaxProblems(
  { errors, warnings }: Pick<Document, "errors" | "warnings">,
  text: string,
  lineOf: (offset: number) => number,
  report: ReportProblem,
): boolean {
  const reportedLines = new Set<number>();
  for (const { code, message, pos } of errors) {
    const line = lineOf(pos[0]);
    // One slip sets off others on its line, and in the indentation of what follows.
    const follows = reportedLines.has(line) || (code === "BAD_INDENT" && reportedLines.size > 0);
    if (code !== "DUPLICATE_KEY" && follows) continue;
    reportedLines.add(line);
    const { message: plain, hint } = plainMessage(code, message, text.slice(pos[0]));
    report(pos[0], plain, hint);
  }
  for (const { code, pos } of warnings) {
    if (code !== "TAG_RESOLVE_FAILED") continue;
    report(pos[0], `unknown tag ${text.slice(pos[0], pos[1])}`, "tags are not read here");
  }
  return errors.every(({ code }) => code === "DUPLICATE_KEY");
}

function plainMessage(code: string, message: string, from: string): { message: string; hint?: string } {
  const line = from.split("\n", 1)[0]!;
  switch (code) {
    case "DUPLICATE_KEY":
      return { message: `"${/^["']?([^"':]*)/.exec(line)?.[1]?.trim() ?? ""}" is given twice` };
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return {
        message: "YAML cannot be read here: a value holds a colon, or the indentation is off",
        hint: 'put a text that holds ": " in quotes, as belief: "pert(min: 11k, mode: 14k, max: 100k)"',
      };
    case "BAD_SCALAR_START":
      return {
        message: `YAML cannot begin a text with ${line[0]}`,
        hint: `write "${line.trim()}" in quotes`,
      };
    case "TAB_AS_INDENT":
      return { message: "a tab cannot indent YAML", hint: "use spaces" };
    case "MULTIPLE_DOCS":
      return { message: "the file holds more than one document", hint: "remove what begins with ---" };
    default:
      return { message: `YAML cannot be read here: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
  }
}
