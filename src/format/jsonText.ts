// JSON for people too: what fits on a line stands on one, so that a changed figure is one changed line.

const lineWidth = 110;

/**
 * Data as indented JSON, with small objects and all lists of numbers in one line each. As in JSON.stringify, numbers
 * that are none become null and properties that are undefined are left out. Ends with a line end.
 * jsonText({ a: { value: 1, error: 0 } }) → '{\n  "a": { "value": 1, "error": 0 }\n}\n'
 */
export function jsonText(data: unknown): string {
  return `${layOut(JSON.parse(JSON.stringify(data)), "")}\n`;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function layOut(data: Json, indent: string): string {
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  const line = oneLine(data);
  if (line !== undefined && indent !== "" && (isColumn(data) || indent.length + line.length <= lineWidth))
    return line;
  const deeper = `${indent}  `;
  if (Array.isArray(data)) {
    if (data.length === 0) return "[]";
    return `[\n${data.map((item) => deeper + layOut(item, deeper)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(data);
  if (entries.length === 0) return "{}";
  const lines = entries.map(([name, value]) => `${deeper}${JSON.stringify(name)}: ${layOut(value, deeper)}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function isColumn(data: Json): boolean {
  return Array.isArray(data) && data.every((item) => typeof item === "number");
}

/** A list or object of plain values in one line; undefined where it holds others. */
function oneLine(data: Json[] | { [name: string]: Json }): string | undefined {
  const parts = Array.isArray(data)
    ? data.map((item) => plain(item))
    : Object.entries(data).map(([name, value]) => {
        const text = plain(value);
        return text === undefined ? undefined : `${JSON.stringify(name)}: ${text}`;
      });
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  return Array.isArray(data) ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
}

function plain(data: Json): string | undefined {
  return typeof data === "object" && data !== null ? undefined : JSON.stringify(data);
}
