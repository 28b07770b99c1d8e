// A YAML file as plain data, with the line and column of every value.
//
// Nothing is coerced: 007, 1e999, 150_000 and yes stay the text that was written, and whoever reads a field
// decides what it may be. Aliases, tags, directives and merge keys are refused: every value is written where it is used.
import { Composer, type Document, LineCounter } from "yaml";
import type { Problem } from "./problems.ts";
import { deepestNesting, plainData } from "./yamlData.ts";
import { findPlace, type Path, type PlainData, type ValuePlace } from "./yamlPlaces.ts";
import { syntaxProblems } from "./yamlSyntax.ts";
import { readTokens, reportTags } from "./yamlTokens.ts";

export type { Path, PlainData as Plain } from "./yamlPlaces.ts";

type Place = NonNullable<Problem["place"]>;

/** A parsed YAML file: data, syntax problems and places. */
export interface YamlFile {
  /** Undefined for an empty file or one whose syntax is too broken to go on. */
  data: PlainData | undefined;
  problems: readonly Problem[];
  /** Where the value at `path` begins, or the nearest thing around it that there is. `offset` goes into its text. */
  placeOf(path: Path, offset?: number): Place;
  /** Where the key at the end of `path` stands. */
  placeOfKey(path: Path): Place;
  /** A text as it can stand in place of the value at `path`: in quotes where YAML would read another thing, or has them now. */
  spelling(path: Path, text: string): string;
  /** Whether the value at `path` was refused, which `problems` tells: it is "" in `data`. */
  isRefused(path: Path): boolean;
}

/** Far above any config; a longer text is not parsed at all. */
const maxCharacters = 1_000_000;

/** Parses YAML, with all problems of its syntax; throws nothing. */
export function readYaml({ text, file }: { text: string; file: string }): YamlFile {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = [];
  const report = (offset: number, message: string, hint?: string): void => {
    problems.push({ place: placeAt(offset), path: "", message, ...(hint !== undefined && { hint }) });
  };
  const unread = { data: undefined, problems, ...placesIn(undefined, placeAt) };
  if (text.length > maxCharacters) {
    report(0, `the file has ${text.length} characters, at most ${maxCharacters} are read`);
    return unread;
  }
  const tokens = readTokens(text, lines, deepestNesting, report);
  if (!tokens) return unread;
  reportTags(tokens, report);
  // Keys that are given twice are found with the data: the parser would compare each with each.
  const composer = new Composer({ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false });
  const [document, another] = composer.compose(tokens, true, text.length) as Iterable<Document.Parsed>;
  const readable = syntaxProblems(document!, text, (offset) => placeAt(offset).line, report);
  if (another) {
    report(another.range[0], "the file holds more than one document", "remove what begins with ---");
    return unread;
  }
  if (readable && document!.contents === null) report(0, "the file is empty");
  if (!readable || document!.contents === null) return unread;
  const { data, root } = plainData(document!.contents, text, report);
  return { data, problems, ...placesIn(root, placeAt) };
}

// What YAML takes for a text without quotes: nothing that begins or parts anything else.
const plainText = /^(?![?:,[\]{}#&*!|>'"%@`\s]|- |.*(: |:$| #))/;
const partsFlow = /[,[\]{}]/;

function spelt(text: string, { quoted = false, inFlow = false }: Partial<ValuePlace>): string {
  if (!quoted && plainText.test(text) && !(inFlow && partsFlow.test(text))) return text;
  return text.includes('"') || text.includes("\\") ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function placesIn(
  root: ValuePlace | undefined,
  placeAt: (offset: number) => Place,
): Pick<YamlFile, "placeOf" | "placeOfKey" | "isRefused" | "spelling"> {
  return {
    spelling: (path, text) => spelt(text, findPlace(root, path)?.place ?? {}),
    placeOf(path, offset = 0) {
      const found = findPlace(root, path);
      if (!found) return placeAt(0);
      const { place, isExact } = found;
      // What is missing is reported at the key of what it is missing from.
      if (!isExact) return placeAt(place.key);
      return placeAt(place.verbatim ? place.value + offset : place.value);
    },
    placeOfKey: (path) => placeAt(findPlace(root, path)?.place.key ?? 0),
    isRefused(path) {
      const found = findPlace(root, path);
      return found?.isExact === true && found.place.refused;
    },
  };
}
