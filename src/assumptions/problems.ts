// Problems of user input: where, what was found, what is allowed.

/** One problem of user input. */
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

/** All problems of an input in one error. The command line ends with exit code 2. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.name = "BadInput";
    this.problems = problems;
  }
}

/** A problem in one line: `scenarios/payments.yaml:14:11: assumptions.pay: unit is "…", the scenario reads "…"` */
export function describeProblem({ place, path, message, hint }: Problem): string {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  return `${where}${path ? `${path}: ` : ""}${message}${hint ? ` (${hint})` : ""}`;
}
