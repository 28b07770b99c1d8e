// JSON for people too: what fits on a line stands on one, so that a changed figure is one changed line.

import { visible } from "./visible.ts";

const lineWidth = 110;

/**
 * Data as indented JSON, with small objects and all lists of numbers in one line each. As in JSON.stringify, numbers
 * that are none become null and properties that are undefined are left out. Characters that would command a terminal
 * are written out, "\\u202e", as JSON may. Ends with a line end.
 * jsonText({ a: { value: 1, error: 0 } }) → '{\n  "a": { "value": 1, "error": 0 }\n}\n'
 */
export function jsonText(data: unknown): string {
  return visible(`${layOut(JSON.parse(JSON.stringify(data)), "")}\n`);
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function layOut(data: Json, indent: string): string {
  if (!isNested(data)) return JSON.stringify(data);
  const isList = Array.isArray(data);
  const entries = Object.entries(data).map(([name, value]) => ({
    key: isList ? "" : `${JSON.stringify(name)}: `,
    value,
  }));
  const [open, close] = isList ? "[]" : "{}";
  if (entries.length === 0) return `${open}${close}`;
  if (indent !== "" && !entries.some(({ value }) => isNested(value))) {
    const parts = entries.map(({ key, value }) => key + JSON.stringify(value)).join(", ");
    const line = isList ? `[${parts}]` : `{ ${parts} }`;
    const isColumn = isList && data.every((item) => typeof item === "number");
    if (isColumn || indent.length + line.length <= lineWidth) return line;
  }
  const deeper = `${indent}  `;
  const lines = entries.map(({ key, value }) => deeper + key + layOut(value, deeper));
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function isNested(data: Json): data is Json[] | { [name: string]: Json } {
  return typeof data === "object" && data !== null;
}
