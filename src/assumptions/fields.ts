// Fields of a YAML file that are parsed further (beliefs, numbers, equations), with problems at the character.
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { replaced } from "../beliefs/correction.ts";
import type { Problem } from "./problems.ts";
import { pathText, textAt } from "./structure.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** A file that is read. Readers add to `problems` and go on. */
export interface FileContext {
  yaml: YamlFile;
  problems: Problem[];
}

/** A hint, or how to find one where the problem comes to be told: a search through many names takes its time. */
export type Hint = string | (() => string | undefined) | undefined;

/** Adds a problem of what is at `path`. */
export function report(
  { yaml, problems }: FileContext,
  path: Path,
  message: string,
  hint?: Hint,
  place = yaml.placeOf(path),
): void {
  problems.push({
    place,
    path: pathText(path),
    message,
    get hint() {
      return typeof hint === "function" ? hint() : hint;
    },
  });
}

/** Adds a problem of the field at `path`, which the message names: it is told with the path of what it stands in. */
export function reportField(context: FileContext, path: Path, message: string, hint?: Hint): void {
  report(context, path.slice(0, -1), message, hint, context.yaml.placeOf(path));
}

/** Adds a problem of the key at the end of `path`, which the message names. */
export function reportKey(context: FileContext, path: Path, message: string, hint?: Hint): void {
  report(context, path.slice(0, -1), message, hint, context.yaml.placeOfKey(path));
}

/** The field `name` of the mapping at `path` without blanks around it, as an object to spread; empty where there is none. */
export function optionalText<Name extends string>(
  { data }: YamlFile,
  path: Path,
  name: Name,
): Partial<Record<Name, string>> {
  const text = textAt(data, [...path, name])?.trim();
  return (text === undefined ? {} : { [name]: text }) as Partial<Record<Name, string>>;
}

/**
 * The result of `read` for the text at `path`; undefined where there is none, or, with a problem added, where `read`
 * throws a BeliefProblem. `reportedPath` is the path in the problem, shorter where the message itself names the field.
 */
export function readField<Value>(
  { yaml, problems }: FileContext,
  path: Path,
  read: (text: string) => Value,
  reportedPath: Path = path,
): Value | undefined {
  const text = textAt(yaml.data, path);
  if (text === undefined) return undefined;
  return attempt(
    problems,
    pathText(reportedPath),
    () => read(text),
    (offset) => yaml.placeOf(path, offset),
    text,
    (instead) => yaml.spelling(path, instead),
  );
}

/**
 * The result of `read`; undefined, with the problem added, where it throws a BeliefProblem. Other errors pass.
 * @param text that is read, where the problem is to say what to write in its place
 * @param spelling of such a text in the file
 */
export function attempt<Value>(
  problems: Problem[],
  path: string,
  read: () => Value,
  placeOf?: (offset: number) => Problem["place"],
  text?: string,
  spelling = (written: string) => written,
): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BeliefProblem)) throw error;
    const place = placeOf?.(error.span.start);
    const { message } = error;
    const instead =
      text === undefined ? [] : error.replacements.map((one) => spelling(replaced(text.trimEnd(), one)));
    // What must be quoted to be read as a text is shown with its quotes.
    const quotes = /^["']/;
    const isQuoted = instead.some((one) => quotes.test(one)) && !quotes.test(spelling(text ?? ""));
    const hint = isQuoted ? `write ${instead.join(" or ")}` : error.hint;
    problems.push({
      ...(place && { place }),
      path,
      message,
      ...(hint !== undefined && { hint }),
      ...(instead.length > 0 && { instead }),
    });
    return undefined;
  }
}

/** Problems in the order of the file; those without a place last. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const line = ({ place }: Problem) => place?.line ?? Number.POSITIVE_INFINITY;
  const column = ({ place }: Problem) => place?.column ?? 0;
  return problems.toSorted((one, other) => {
    if (line(one) !== line(other)) return line(one) < line(other) ? -1 : 1;
    return column(one) - column(other);
  });
}
