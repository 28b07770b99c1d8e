// The values of a parsed YAML document as plain text, lists and mappings, with the place of each.
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type YAMLMap } from "yaml";

/** YAML without types: every scalar is the text that is written. */
export type PlainData = string | PlainData[] | { [key: string]: PlainData };
/** Keys and indices from the root to a value. */
export type Path = readonly (string | number)[];
/** Receives a problem with its offset in the file's text. */
export type ReportProblem = (offset: number, message: string, hint?: string) => void;

/** Offsets of a value and its key in the file. */
export interface TextOffsets {
  key: number;
  value: number;
  /** Whether the value's text stands in the file as it is, without escapes or folded lines. */
  verbatim: boolean;
}

const deepestNesting = 32;

/** The document's data; `onPlace` receives the place of each value, `report` what cannot be read. */
export function plainData(
  contents: unknown,
  text: string,
  onPlace: (path: Path, where: TextOffsets) => void,
  report: ReportProblem,
): PlainData {
  return plainValue(contents as Node, [], 0);

  function plainValue(node: Node | null, path: Path, key: number): PlainData {
    const value = node?.range?.[0] ?? key;
    onPlace(path, { key, value, verbatim: false });
    if (path.length > deepestNesting) {
      report(value, `nested deeper than ${deepestNesting}`);
      return "";
    }
    if (isAlias(node)) {
      report(value, `*${node.source} is an alias`, "aliases are not read here, write the value out");
      return "";
    }
    if (isMap(node)) return plainMap(node, path);
    if (isSeq(node)) {
      return node.items.map((item, i) => {
        return plainValue(isPair(item) ? null : (item as Node), [...path, i], value);
      });
    }
    if (!isScalar(node)) return "";
    const written = String(node.value ?? "");
    // After a quotation mark, if it does not begin at once.
    const start = text.startsWith(written, value) ? value : value + 1;
    if (written && text.startsWith(written, start)) onPlace(path, { key, value: start, verbatim: true });
    return written;
  }

  function plainMap(map: YAMLMap, path: Path): PlainData {
    const data: { [key: string]: PlainData } = Object.create(null);
    for (let i = 0; i < map.items.length; i++) {
      const { key, value } = map.items[i]!;
      if (!isScalar(key)) {
        report((key as Node | null)?.range?.[0] ?? map.range?.[0] ?? 0, "a key must be text");
        continue;
      }
      const name = String(key.value ?? "");
      data[name] = plainValue(value as Node | null, [...path, name], key.range?.[0] ?? 0);
      const last = map.flow ? endOfCutBelief(map, i, data[name]) : i;
      if (last > i) {
        // { troops: pert(1, 2, 3) } is three entries to YAML. Reported once, and read as it was meant, to check the rest.
        const start = (value as Node).range![0];
        const whole = text.slice(start, (map.items[last]!.key as Node).range![1]);
        report(start, "a belief with commas must be in quotes inside { }", `write ${name}: "${whole}"`);
        data[name] = whole;
        i = last;
      }
    }
    return data;
  }
}

/** Index of the entry at which a parenthesis that is opened in entry `i` closes, or `i`. */
function endOfCutBelief(map: YAMLMap, i: number, value: PlainData): number {
  if (typeof value !== "string") return i;
  let open = unclosed(value);
  let last = i;
  while (open > 0 && last + 1 < map.items.length) {
    const { key, value: next } = map.items[last + 1]!;
    const isBare = next === null || (isScalar(next) && (next.value === null || next.value === ""));
    if (!isScalar(key) || !isBare) return i;
    open += unclosed(String(key.value));
    last++;
  }
  return open === 0 ? last : i;
}

function unclosed(text: string): number {
  return text.split("(").length - text.split(")").length;
}
