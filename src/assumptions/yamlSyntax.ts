// What the YAML parser complains about, in a person's words.
import type { Document } from "yaml";
import type { ReportProblem } from "./yamlData.ts";

/** Tells what is wrong in the syntax of a document. Returns whether it can be read in spite of it. */
export function syntaxProblems(
  { errors, warnings }: Pick<Document, "errors" | "warnings">,
  text: string,
  lineOf: (offset: number) => number,
  tell: ReportProblem,
): boolean {
  const linesTold = new Set<number>();
  for (const { code, message, pos } of errors) {
    const line = lineOf(pos[0]);
    // One slip sets off others on its line, and in the indentation of what follows.
    const follows = linesTold.has(line) || (code === "BAD_INDENT" && linesTold.size > 0);
    if (code !== "DUPLICATE_KEY" && follows) continue;
    linesTold.add(line);
    const { said, hint } = inPlainWords(code, message, text.slice(pos[0]));
    tell(pos[0], said, hint);
  }
  for (const { code, pos } of warnings) {
    if (code !== "TAG_RESOLVE_FAILED") continue;
    tell(pos[0], `unknown tag ${text.slice(pos[0], pos[1])}`, "tags are not read here");
  }
  return errors.every(({ code }) => code === "DUPLICATE_KEY");
}

function inPlainWords(code: string, message: string, from: string): { said: string; hint?: string } {
  const line = from.split("\n", 1)[0]!;
  switch (code) {
    case "DUPLICATE_KEY":
      return { said: `"${/^["']?([^"':]*)/.exec(line)?.[1]?.trim() ?? ""}" is given twice` };
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return {
        said: "YAML cannot be read here: a value holds a colon, or the indentation is off",
        hint: 'put a text that holds ": " in quotes, as belief: "pert(min: 11k, mode: 14k, max: 100k)"',
      };
    case "BAD_SCALAR_START":
      return { said: `YAML cannot begin a text with ${line[0]}`, hint: `write "${line.trim()}" in quotes` };
    case "TAB_AS_INDENT":
      return { said: "a tab cannot indent YAML", hint: "use spaces" };
    case "MULTIPLE_DOCS":
      return { said: "the file holds more than one document", hint: "remove what begins with ---" };
    default:
      return { said: `YAML cannot be read here: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
  }
}
