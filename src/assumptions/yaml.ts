// A YAML file as plain data, with the line and column of every value.
//
// Nothing is coerced: 007, 1e999, 150_000 and yes stay the text that was written, and whoever reads a field
// decides what it may be. Aliases and tags are refused: every value is written where it is used.
import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "./problems.ts";
import { type Path, type PlainData, plainData, type TextOffsets } from "./yamlData.ts";
import { syntaxProblems } from "./yamlSyntax.ts";

export type { Path, PlainData as Plain } from "./yamlData.ts";

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
}

/** Far above any config; a longer text is not parsed at all. */
const maxCharacters = 1_000_000;

/** Parses YAML, with all problems of its syntax; throws nothing. */
export function readYaml({ text, file }: { text: string; file: string }): YamlFile {
  const lines = new LineCounter();
  const offsets = new Map<string, TextOffsets>();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = [];
  const report = (offset: number, message: string, hint?: string): void => {
    problems.push({ place: placeAt(offset), path: "", message, ...(hint !== undefined && { hint }) });
  };
  const places = placesIn(offsets, placeAt);

  if (text.length > maxCharacters) {
    report(0, `the file has ${text.length} characters, at most ${maxCharacters} are read`);
    return { data: undefined, problems, ...places };
  }
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const readable = syntaxProblems(document, text, (offset) => placeAt(offset).line, report);
  if (readable && document.contents === null) report(0, "the file is empty");
  if (!readable || document.contents === null) return { data: undefined, problems, ...places };
  const onPlace = (path: Path, where: TextOffsets) => offsets.set(JSON.stringify(path), where);
  return { data: plainData(document.contents, text, onPlace, report), problems, ...places };
}

function placesIn(
  offsets: ReadonlyMap<string, TextOffsets>,
  placeAt: (offset: number) => Place,
): Pick<YamlFile, "placeOf" | "placeOfKey"> {
  const nearestTo = (path: Path): TextOffsets => {
    for (let length = path.length; length >= 0; length--) {
      const found = offsets.get(JSON.stringify(path.slice(0, length)));
      // What is missing is reported at the key of what it is missing from.
      if (found) return length === path.length ? found : { ...found, value: found.key, verbatim: false };
    }
    return { key: 0, value: 0, verbatim: false };
  };
  return {
    placeOf(path, offset = 0) {
      const { value, verbatim } = nearestTo(path);
      return placeAt(verbatim ? value + offset : value);
    },
    placeOfKey: (path) => placeAt(nearestTo(path).key),
  };
}
