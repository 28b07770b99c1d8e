// The expression language of checks: "stock >= share * 12 [months] * sales".
//
// relation = sum ("=" | "<=" | ">=") sum          sum     = product (("+" | "-") product)*
// product  = factor (("*" | "/") factor)*         factor  = "-" factor | "(" sum ")" | number "[unit]"? | name
//
// A name may hold hyphens ("daily-sales"), so a minus stands between blanks. A number is written as in a belief (11k, 15%).

import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { matchAt, numeralPattern, numeralValue, skipBlanks } from "../../beliefs/numberSyntax.ts";
import type { Span } from "../../beliefs/span.ts";
import { parseUnit } from "../units.ts";
import { scaleOf } from "./dimension.ts";

/** How the two sides of a check compare. */
export type RelationSign = "=" | "<=" | ">=";

/** The parsed equation of a check. */
export interface Relation {
  left: ExpressionNode;
  sign: RelationSign;
  right: ExpressionNode;
}

/** The syntax tree of one side. */
export type ExpressionNode =
  /** `value` is in basic units: days, and ones instead of thousands. */
  | { kind: "number"; value: number; unit: string; span: Span }
  | { kind: "name"; name: string; span: Span }
  | { kind: "negative"; of: ExpressionNode; span: Span }
  | {
      kind: "operation";
      sign: "+" | "-" | "*" | "/";
      left: ExpressionNode;
      right: ExpressionNode;
      span: Span;
    };

type Token =
  | { kind: "number"; value: number; span: Span }
  | { kind: "name" | "unit" | "mark"; text: string; span: Span }
  | { kind: "end"; text: ""; span: Span };

const maxCharacters = 1000;
const deepestNesting = 50;
const example = 'as in "stock >= share * 12 [months] * sales"';

/**
 * The two sides of a check and how they compare. parseRelation("a = 2 * b").sign → "="
 * @throws BeliefProblem at the first place where the text is no relation
 */
export function parseRelation(text: string): Relation {
  const { sum, next, isMark, take, unexpected } = parserOf(text);
  const left = sum(0);
  const token = next();
  if (!isMark("=", "<=", ">=")) {
    throw unexpected(token, 'expected "=", "<=" or ">="', token.kind === "end" ? example : undefined);
  }
  const sign = take() as RelationSign;
  const right = sum(0);
  if (next().kind !== "end") throw unexpected(next(), "expected the end", "one comparison in each check");
  return { left, sign, right };
}

/**
 * An expression without a comparison. parseExpression("a * (1 - b)").kind → "operation"
 * @throws BeliefProblem at the first place where the text is none
 */
export function parseExpression(text: string): ExpressionNode {
  const { sum, next, unexpected } = parserOf(text);
  const node = sum(0);
  if (next().kind !== "end") throw unexpected(next(), "expected the end");
  return node;
}

function parserOf(text: string) {
  if (text.length > maxCharacters) {
    const message = `the equation has ${text.length} characters, at most ${maxCharacters} are read`;
    throw new BeliefProblem({ start: 0, end: text.length }, message);
  }
  const tokens = tokenize(text);
  let at = 0;
  const next = (): Token => tokens[at]!;
  const isMark = (...marks: string[]) =>
    next().kind === "mark" && marks.includes((next() as { text: string }).text);
  const take = (): string => (tokens[at++] as { text: string }).text;
  return { sum, next, isMark, take, unexpected };

  function sum(depth: number): ExpressionNode {
    return chain(depth, ["+", "-"], product);
  }

  function product(depth: number): ExpressionNode {
    return chain(depth, ["*", "/"], factor);
  }

  function chain(depth: number, signs: string[], part: (depth: number) => ExpressionNode): ExpressionNode {
    let node = part(depth);
    while (isMark(...signs)) {
      const operator = take() as "+" | "-" | "*" | "/";
      const other = part(depth);
      const span = { start: node.span.start, end: other.span.end };
      node = { kind: "operation", sign: operator, left: node, right: other, span };
    }
    return node;
  }

  function factor(depth: number): ExpressionNode {
    const first = next();
    if (depth > deepestNesting) throw new BeliefProblem(first.span, `nested deeper than ${deepestNesting}`);
    if (isMark("-")) {
      at++;
      const of = factor(depth + 1);
      return { kind: "negative", of, span: { start: first.span.start, end: of.span.end } };
    }
    if (isMark("(")) {
      at++;
      const inner = sum(depth + 1);
      if (!isMark(")")) throw unexpected(next(), 'expected ")"');
      at++;
      return inner;
    }
    if (first.kind === "name") {
      at++;
      return { kind: "name", name: first.text, span: first.span };
    }
    if (first.kind !== "number")
      throw unexpected(first, "expected a number, a name or a parenthesis", example);
    at++;
    const unit = next();
    if (unit.kind !== "unit") return { kind: "number", value: first.value, unit: "1", span: first.span };
    at++;
    return {
      kind: "number",
      value: first.value * scaleOf(unit.text),
      unit: unit.text,
      span: { start: first.span.start, end: unit.span.end },
    };
  }

  function unexpected({ kind, span }: Token, expected: string, hint?: string): BeliefProblem {
    const found = kind === "end" ? "the end" : `"${text.slice(span.start, span.end)}"`;
    return new BeliefProblem(span, `${expected}, found ${found}`, hint);
  }
}

/** All names in a relation, in the order of their first appearance. */
export function namesIn({ left, right }: Relation): Map<string, Span> {
  const names = expressionNames(left);
  for (const [name, span] of expressionNames(right)) if (!names.has(name)) names.set(name, span);
  return names;
}

/** All names in an expression, in the order of their first appearance. */
export function expressionNames(expression: ExpressionNode): Map<string, Span> {
  const names = new Map<string, Span>();
  const visit = (node: ExpressionNode): void => {
    if (node.kind === "name" && !names.has(node.name)) names.set(node.name, node.span);
    if (node.kind === "negative") visit(node.of);
    if (node.kind === "operation") {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(expression);
  return names;
}

const nameWord = /\p{L}[\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/uy;
const unitText = /\[[^\][]*\]/y;
const mark = /<=|>=|[-+*/()=≤≥×·÷−]/y;
const plainMarks: Readonly<Record<string, string>> = {
  "≤": "<=",
  "≥": ">=",
  "×": "*",
  "·": "*",
  "÷": "/",
  "−": "-",
};

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, tokens.at(-1)!.span.end)) {
    tokens.push(nextToken(text, at));
  }
  tokens.push({ kind: "end", text: "", span: { start: text.length, end: text.length } });
  return tokens;
}

function nextToken(text: string, start: number): Token {
  const spanOf = (found: string): Span => ({ start, end: start + found.length });
  const figure = matchAt(numeralPattern, text, start);
  if (figure) {
    const span = spanOf(figure);
    return { kind: "number", value: numeralValue(figure, span, text).value, span };
  }
  const name = matchAt(nameWord, text, start);
  if (name) return { kind: "name", text: name, span: spanOf(name) };
  const inBrackets = matchAt(unitText, text, start);
  if (inBrackets) {
    const [unit, span] = [inBrackets.slice(1, -1), spanOf(inBrackets)];
    if (!parseUnit(unit)) throw new BeliefProblem(span, `"${unit}" is no unit`, "write as in 12 [months]");
    return { kind: "unit", text: unit.trim(), span };
  }
  const symbol = matchAt(mark, text, start);
  if (symbol) return { kind: "mark", text: plainMarks[symbol] ?? symbol, span: spanOf(symbol) };
  const other = text[start]!;
  const hint = { "<": "write <=", ">": "write >=", "^": "write the product out" }[other] ?? example;
  throw new BeliefProblem(spanOf(other), `unexpected ${JSON.stringify(other)}`, hint);
}
