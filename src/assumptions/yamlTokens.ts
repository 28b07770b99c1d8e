// A YAML file's tokens, read one by one: what is nested too deeply or asks for more than plain data is seen before
// anything is made of it.
import { type CST, Lexer, type LineCounter, Parser } from "yaml";
import type { ReportProblem } from "./yamlData.ts";

/** Far above what data may be nested; beyond, parsing takes more time than in proportion to the length. */
const deepestTokens = 64;

/** The file's documents and directives; undefined, with the problem reported, where they are nested too deeply. */
export function readTokens(
  text: string,
  lines: LineCounter,
  deepestNesting: number,
  report: ReportProblem,
): CST.Token[] | undefined {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length <= deepestTokens) continue;
    report(parser.offset, `nested deeper than ${deepestNesting}`);
    return undefined;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

const noTags = "tags are not read here, write the value without it";

/** Reports what would give values another meaning than the text that is written: tags, directives. */
export function reportTags(tokens: readonly CST.Token[], report: ReportProblem): void {
  for (const token of tokens) {
    if (token.type === "directive") {
      const [name = ""] = token.source.split(/\s/, 1);
      report(token.offset, `${name} is a directive`, "directives are not read here, remove the line");
    } else if (token.type === "document") {
      for (const { type, offset, source } of propertiesIn(token))
        if (type === "tag") report(offset, `${source} is a tag`, noTags);
    }
  }
}

/** Tags, anchors and punctuation of a token and of all in it, in the order of the file. */
function* propertiesIn(token: CST.Document | CST.Token): Iterable<CST.SourceToken> {
  if (token.type === "document") {
    yield* token.start;
    if (token.value) yield* propertiesIn(token.value);
  } else if ("items" in token) {
    for (const { start, key, sep, value } of token.items) {
      yield* start;
      if (key) yield* propertiesIn(key);
      yield* sep ?? [];
      if (value) yield* propertiesIn(value);
    }
  }
}
