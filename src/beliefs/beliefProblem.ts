// The error of a belief that cannot be read, with its place in the text.
import type { Correction, Replacement } from "./correction.ts";
import type { Span } from "./span.ts";

/**
 * A belief that cannot be read. `span` is the part of the text at fault, `hint` what to write instead, `replacements` the
 * same as data: empty where the hint only describes what is wanted.
 */
export class BeliefProblem extends Error {
  readonly span: Span;
  readonly hint: string | undefined;
  readonly replacements: readonly Replacement[];

  constructor(span: Span, message: string, hint?: string | Correction) {
    super(message);
    this.name = "BeliefProblem";
    this.span = span;
    this.hint = typeof hint === "object" ? hint.words : hint;
    this.replacements = typeof hint === "object" ? hint.replacements : [];
  }
}
