// Validation of a YAML file by a schema, with the place and a message for each problem.
import { z } from "zod";
import { listNames, suggestion } from "../beliefs/nearest.ts";
import type { Problem } from "./problems.ts";
import type { Path, Plain, YamlFile } from "./yaml.ts";

/** Wording of the messages where "key" and "is missing" would be too vague. */
export interface Wording {
  /** The noun for a key below `parent`: "assumption". */
  noun?(parent: Path): string | undefined;
  /** The message for a missing `path`; "" for none. */
  missing?(path: Path): string | undefined;
}

/** All violations of `schema` by `yaml.data`; none where that could not be read at all. */
export function structureProblems(schema: z.ZodType, yaml: YamlFile, wording: Wording = {}): Problem[] {
  if (yaml.data === undefined) return [];
  const { error } = schema.safeParse(yaml.data);
  return (error?.issues ?? []).flatMap((issue) => problemsOf(issue, schema, yaml, wording));
}

/** A path as text: `assumptions.pay.claims[0]`. */
export function pathText(path: Path): string {
  return path
    .map((part, i) =>
      typeof part === "number" ? `[${part}]` : `${i > 0 ? "." : ""}${part.slice(0, longestKey)}`,
    )
    .join("");
}

/** Longer keys are no names that anybody knows; whole, each would stand in the message of everything below it. */
const longestKey = 200;

/** The value at `path`, or undefined. */
export function valueAt(data: Plain | undefined, path: Path): Plain | undefined {
  return path.reduce<Plain | undefined>((value, part) => {
    if (typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    return (value as Record<string | number, Plain>)[part];
  }, data);
}

/** The entries of the mapping at `path`; none where there is no mapping. */
export function entriesAt(data: Plain | undefined, path: Path): [string, Plain][] {
  const value = valueAt(data, path);
  return typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The text at `path`, or undefined where there is none or only blanks. */
export function textAt(data: Plain | undefined, path: Path): string | undefined {
  const value = valueAt(data, path);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, yaml: YamlFile, wording: Wording): Problem[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    const noun = wording.noun?.(path) ?? "key";
    return issue.keys.map((key) => ({
      place: yaml.placeOfKey([...path, key]),
      path: pathText(path),
      message: `unknown ${noun} "${key}"`,
      get hint() {
        return suggestion(key, known) ?? `known are ${listNames(known)}`;
      },
    }));
  }
  // What was refused is not there: why is told already.
  if (yaml.isRefused(path)) return [];
  const found = valueAt(yaml.data, path);
  // The message names the last key itself; an entry of a list has no name of its own.
  const last = path.at(-1);
  const name = typeof last === "string" ? last : last === undefined ? "the file" : "the entry";
  const parent = pathText(typeof last === "string" ? path.slice(0, -1) : path);
  if (found === undefined) {
    const message = wording.missing?.(path) ?? `${name} is missing`;
    if (message === "") return [];
    return [{ place: yaml.placeOfKey(path.slice(0, -1)), path: pathText(path.slice(0, -1)), message }];
  }
  const place = yaml.placeOf(path);
  return [{ place, path: parent, message: wrongKind(issue, name, found) }];
}

function wrongKind(issue: z.core.$ZodIssue, name: string, found: Plain): string {
  if (issue.code === "invalid_type") {
    const expected = {
      object: "a mapping",
      record: "a mapping",
      array: "a list",
      tuple: "a list",
      string: "a text or number",
    };
    const wanted = (expected as Record<string, string>)[issue.expected] ?? issue.expected;
    return `${name} must be ${wanted}, found ${kindOf(found)}`;
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
    return `${name} must have ${limit} entries, found ${Object.keys(found).length}`;
  }
  if (issue.code === "invalid_format") return `${name} is empty`;
  return `${name}: ${issue.message}`;
}

function kindOf(value: Plain): string {
  if (typeof value === "string") return value === "" ? "nothing" : JSON.stringify(value);
  return Array.isArray(value) ? "a list" : "a mapping";
}

/** The keys that the schema has at `path`. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: z.core.$ZodType = schema;
  for (const part of path) at = child(bare(at), part) ?? at;
  const object = bare(at);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function child(schema: z.core.$ZodType, part: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[part];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}
