// From the text of a belief to its parts: what is written, not yet what it means.
//
//   belief   = number | number "to" number | hedge | name "(" [argument {"," argument}] ")"
//   argument = [(name | number) ":"] (belief | quoted text)
//   hedge    = ("about" | "up to" | "over" | "at least") number [qualifier] | "between" number "and" number [qualifier]
//   qualifier = "(" name number ")"

import { BeliefProblem } from "./beliefProblem.ts";
import { Parser } from "./parser.ts";
import type { BeliefNode } from "./syntax.ts";

/** No belief written by hand is longer. */
const maxCharacters = 2000;

/**
 * The syntax tree of a belief. parseBelief("11k").kind → "number"
 * @throws BeliefProblem where the text is no belief
 */
export function parseBelief(text: string): BeliefNode {
  if (text.length > maxCharacters) {
    const message = `the belief has ${text.length} characters, at most ${maxCharacters} are read`;
    throw new BeliefProblem({ start: maxCharacters, end: text.length }, message);
  }
  return new Parser(text).whole();
}

/**
 * The value of one number as it is written in beliefs. readNumber("1.28M") → 1280000
 * @throws BeliefProblem where the text is anything else
 */
export function readNumber(text: string): number {
  if (!/^\s*[-+.\d]/.test(text)) {
    throw new BeliefProblem({ start: 0, end: text.length }, `"${text}" is not a number`);
  }
  const belief = parseBelief(text);
  if (belief.kind !== "number") throw new BeliefProblem(belief.span, `"${text}" is not a single number`);
  return belief.value;
}
