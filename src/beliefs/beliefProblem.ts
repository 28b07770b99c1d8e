// The error of a belief that cannot be read, with its place in the text.
import type { Span } from "./span.ts";

/** A belief that cannot be read. `span` is the part of the text at fault, `hint` what to write instead. */
export class BeliefProblem extends Error {
  readonly span: Span;
  readonly hint: string | undefined;

  constructor(span: Span, message: string, hint?: string) {
    super(message);
    this.name = "BeliefProblem";
    this.span = span;
    this.hint = hint;
  }
}
