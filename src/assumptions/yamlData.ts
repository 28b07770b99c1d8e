// The values of a parsed YAML document as plain text, lists and mappings, with the place of each.
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import type { PlainData, ValuePlace } from "./yamlPlaces.ts";

/** Receives a problem with its offset in the file's text. */
export type ReportProblem = (offset: number, message: string, hint?: string) => void;

/** No config is nested deeper than a third of this. */
export const deepestNesting = 32;

// Of these, `!!str 7` and `! 7`, the text that is written is the value all the same.
const plainTags = /^(tag:yaml\.org,2002:(str|map|seq)|!)?$/;

/** The document's data with the place of each value; `report` receives what cannot be read. */
export function plainData(
  contents: Node,
  text: string,
  report: ReportProblem,
): { data: PlainData; root: ValuePlace } {
  return plainValue(contents, 0, 0);

  function plainValue(node: Node | null, key: number, depth: number): { data: PlainData; root: ValuePlace } {
    const value = node?.range?.[0] ?? key;
    const root: ValuePlace = { key, value, verbatim: false, refused: false };
    const refused = { data: "", root: { ...root, refused: true } };
    if (depth > deepestNesting) {
      report(value, `nested deeper than ${deepestNesting}`);
      return refused;
    }
    if (isAlias(node)) {
      report(value, `*${node.source} is an alias`, "aliases are not read here, write the value out");
      return refused;
    }
    // Its tag is reported with all others.
    if (!plainTags.test(node?.tag ?? "")) return refused;
    if (isMap(node)) return { data: plainMap(node, root, depth), root };
    if (isSeq(node)) {
      const inner = new Map<number, ValuePlace>();
      const data = node.items.map((item, i) => {
        const one = plainValue(isPair(item) ? null : (item as Node), value, depth + 1);
        inner.set(i, { ...one.root, inFlow: node.flow === true });
        return one.data;
      });
      return { data, root: { ...root, inner } };
    }
    if (!isScalar(node)) return { data: "", root };
    const written = String(node.value ?? "");
    // After a quotation mark, if it does not begin at once.
    const start = text.startsWith(written, value) ? value : value + 1;
    const verbatim = written !== "" && text.startsWith(written, start);
    const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
    return { data: written, root: { ...root, quoted, ...(verbatim && { value: start, verbatim }) } };
  }

  function plainMap(map: YAMLMap, root: ValuePlace, depth: number): PlainData {
    const data: { [key: string]: PlainData } = Object.create(null);
    const inner = new Map<string, ValuePlace>();
    root.inner = inner;
    for (let i = 0; i < map.items.length; i++) {
      const { key, value } = map.items[i]!;
      const at = (key as Node | null)?.range?.[0] ?? map.range?.[0] ?? 0;
      const name = nameOf(key, at);
      if (name === undefined) continue;
      if (inner.has(name)) report(at, `"${name}" is given twice`);
      const one = plainValue(value as Node | null, at, depth + 1);
      data[name] = one.data;
      inner.set(name, { ...one.root, inFlow: map.flow === true });
      const last = map.flow ? endOfCutBelief(map, i, one.data) : i;
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

  /** The text of a key; undefined, with a problem reported, where it is none. */
  function nameOf(key: unknown, at: number): string | undefined {
    if (!isScalar(key) || !plainTags.test(key.tag ?? "")) {
      // The tag of a key is reported with all others.
      if (!isScalar(key)) report(at, "a key must be text");
      return undefined;
    }
    if (!isMergeKey(key)) return String(key.value ?? "");
    report(at, "<< is a merge key", "merge keys are not read here, write the values out");
    return undefined;
  }
}

function isMergeKey({ value, type }: Scalar): boolean {
  return value === "<<" && type === "PLAIN";
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
