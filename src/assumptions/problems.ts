// What is wrong with something a person wrote: where, what was found, what is allowed.
import { closestMatch } from "leven";

/** A place in a text: offsets into it, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** One thing wrong in what a person wrote. */
export interface Problem {
  /** File, line and column (both from 1), where the text came from a file. */
  place?: { file: string; line: number; column: number };
  /** Where in the structure: "assumptions.pay.unit", "--set troops". */
  path: string;
  /** What was found and what is allowed, in one sentence without a full stop. */
  message: string;
  /** What the writer may have meant or can do. */
  hint?: string;
}

/** Everything that is wrong with an input, told at once. The command line ends with exit code 2. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.name = "BadInput";
    this.problems = problems;
  }
}

/** `scenarios/payments.yaml:14:11: assumptions.pay: unit is "…", the scenario reads "…"` */
export function describeProblem({ place, path, message, hint }: Problem): string {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  return `${where}${path ? `${path}: ` : ""}${message}${hint ? ` (${hint})` : ""}`;
}

/** The nearest of `names` to a misspelt one, by edit distance and whatever the case, or undefined if none is near. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const all = [...names];
  const lowerCased = all.map((name) => name.toLowerCase());
  const maxDistance = Math.max(2, Math.floor(word.length / 3));
  const closest = closestMatch(word.toLowerCase(), lowerCased, { maxDistance });
  return all.find((_, i) => lowerCased[i] === closest);
}
