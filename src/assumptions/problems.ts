// Problems of user input: where, what was found, what is allowed.

/** One problem of user input. */
export interface Problem {
  /** File, line and column (both from 1), where the text came from a file. */
  place?: { file: string; line: number; column: number };
  /** Where in the structure: "assumptions.pay.unit", "--set troops". */
  path: string;
  /** What was found and what is allowed, in one sentence without a full stop. */
  message: string;
  /** What the writer may have meant or can do. Only that of a problem that is told is asked for: a getter may search. */
  readonly hint?: string | undefined;
  /** What to write in place of the whole field, each text right in one reading; for editors and pages. */
  readonly instead?: readonly string[] | undefined;
  /** How many problems it stands for; one where it is left out. */
  count?: number;
}

/** So many problems are named, the others counted: nobody mends more in one go. */
const maxNamed = 50;
const longestPart = 1000;

/** All problems of an input in one error, those beyond the first 50 as a number. The command line ends with exit code 2. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const named = firstOf(problems);
    super(named.map(describeProblem).join("\n"));
    this.name = "BadInput";
    this.problems = named;
  }
}

function firstOf(problems: readonly Problem[]): readonly Problem[] {
  // One more is named rather than counted.
  if (problems.length <= maxNamed + 1) return problems;
  const others = problems.slice(maxNamed);
  const count = others.reduce((sum, problem) => sum + (problem.count ?? 1), 0);
  const { place } = others[0]!;
  const message = `${count.toLocaleString("en-US")} more problems${place ? " from here on" : ""}`;
  const rest = { ...(place && { place }), path: "", message, hint: "mend those above first", count };
  return [...problems.slice(0, maxNamed), rest];
}

/** A problem in one line: `scenarios/payments.yaml:14:11: assumptions.pay: unit is "…", the scenario reads "…"` */
export function describeProblem({ place, path, message, hint }: Problem): string {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  const [way, what, how] = [path, message, hint ?? ""].map(cut);
  return `${where}${way ? `${way}: ` : ""}${what}${how ? ` (${how})` : ""}`;
}

/** Names and values are told as they were written, but for those that are longer than any that is meant. */
function cut(text: string): string {
  return text.length <= longestPart ? text : `${text.slice(0, longestPart)}…`;
}
