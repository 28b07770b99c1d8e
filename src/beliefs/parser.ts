// The recursive-descent parser of the belief language. Its grammar stands in parseBelief.ts.

import { BeliefProblem } from "./beliefProblem.ts";
import { type Correction, writeInstead } from "./correction.ts";
import { hedgeAt, hedgeOf } from "./hedgePhrases.ts";
import { decimalCommaProblem } from "./numberSyntax.ts";
import { bothPercent } from "./percentEnds.ts";
import { centralInterval, quantileCall } from "./quantileForms.ts";
import type { Span } from "./span.ts";
import type { ArgumentNode, BeliefNode, CallNode, HedgeNode, HedgeWord, NumberNode } from "./syntax.ts";
import { type Token, tokenize } from "./tokens.ts";

/** No belief written by hand is nested deeper. */
const deepestNesting = 8;

/** Calls of which an argument can be a word without quotes. */
const callsWithWords: ReadonlySet<string> = new Set(["fit"]);

const forms = 'write a number, "11k to 15k", "about 11k" or a family such as pert(11k, 14k, 100k)';

/** Parses one text once: `new Parser(text).whole()` is its syntax tree. Its methods throw BeliefProblem. */
export class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  whole(): BeliefNode {
    const first = this.next;
    if (first.kind === "end")
      throw new BeliefProblem({ start: 0, end: this.text.length }, "the belief is empty", forms);
    const belief = this.isMark(1, ":") ? this.labelled() : this.belief(1);
    if (this.next.kind !== "end") throw this.leftOver(belief);
    return belief;
  }

  /** "80%: 20 to 30", "p10: 20, p90: 30" */
  private labelled(): BeliefNode {
    const share = this.next;
    if (share.kind === "number") {
      this.position += 2;
      return centralInterval(share, this.belief(2), this.text);
    }
    const args = [this.argument(1, false)];
    while (this.isMark(0, ",")) {
      this.position++;
      args.push(this.argument(1, false));
    }
    return quantileCall(args, this.text);
  }

  private belief(depth: number): BeliefNode {
    const token = this.next;
    if (depth > deepestNesting)
      throw new BeliefProblem(token.span, `beliefs are nested deeper than ${deepestNesting}`);
    if (token.kind === "number") return this.numberOrInterval();
    if (token.kind !== "word") throw this.unexpected(token, forms);
    if (this.isMark(1, "(")) return this.call(depth);
    const hedge = hedgeAt(this.text.slice(token.span.start));
    if (hedge) return this.hedge(hedge.word, hedge.spelling);
    if (/^[+-]?(nan|inf|infinity)$/i.test(token.text)) {
      const message = `"${token.text}" is not a number that can be believed`;
      throw new BeliefProblem(token.span, message, "write a finite number");
    }
    throw this.noBelief(token);
  }

  /** The problem of a word that begins no belief; the hint for an article's own hedge is the belief's hedge. */
  private noBelief({ text, span }: Token & { kind: "word" }): BeliefProblem {
    let ahead = 1;
    while (this.tokens[this.position + ahead]?.kind === "word") ahead++;
    const figure = this.tokens[this.position + ahead];
    if (figure?.kind === "number") {
      const phrase = this.text.slice(span.start, figure.span.start).trim();
      const word = hedgeOf(phrase);
      const stated = `${word} ${this.slice(figure.span)}`;
      const hint = {
        words: `write "${stated}"`,
        replacements: [{ span: { start: span.start, end: figure.span.end }, text: stated }],
      };
      if (word) return new BeliefProblem(span, `"${phrase}" is no hedge`, hint);
    }
    return new BeliefProblem(span, `"${text}" is no belief`, forms);
  }

  private numberOrInterval(): BeliefNode {
    const low = this.number("a number");
    if (!this.isWord("to")) return low;
    this.position++;
    const high = this.number('the upper end after "to"');
    return { kind: "interval", ...bothPercent(low, high, this.text), span: around(low, high) };
  }

  private hedge(word: HedgeWord, spelling: string): HedgeNode {
    const { start } = this.next.span;
    this.position += spelling.split(" ").length;
    let figures = [this.number(`a number after "${spelling}"`)];
    if (word === "between") {
      // "between 11k to 100k" is as clear.
      if (!this.isWord("to")) this.word("and", '"between 11k and 100k"');
      else this.position++;
      const { low, high } = bothPercent(figures[0]!, this.number('a number after "and"'), this.text);
      figures = [low, high];
    }
    if (!this.isMark(0, "("))
      return { kind: "hedge", word, figures, span: { start, end: figures.at(-1)!.span.end } };
    const open = this.next;
    this.position++;
    const name = this.next;
    if (name.kind !== "word")
      throw this.unexpected(name, 'a hedge is made precise as in "up to 20k (typically 85%)"');
    this.position++;
    const value = this.number(`a number after "${name.text}"`);
    const { end } = this.close(open).span;
    const qualifier = { word: name.text, wordSpan: name.span, value };
    return { kind: "hedge", word, figures, qualifier, span: { start, end } };
  }

  private call(depth: number): CallNode {
    const name = this.next as Token & { kind: "word" };
    const open = this.tokens[this.position + 1]!;
    this.position += 2;
    const args: ArgumentNode[] = [];
    const takesWords = callsWithWords.has(name.text);
    if (!this.isMark(0, ")")) {
      args.push(this.argument(depth, takesWords));
      while (this.isMark(0, ",")) {
        this.position++;
        args.push(this.argument(depth, takesWords));
      }
    }
    const span = { start: name.span.start, end: this.close(open).span.end };
    return { kind: "call", name: name.text, nameSpan: name.span, arguments: args, span };
  }

  private argument(depth: number, takesWords: boolean): ArgumentNode {
    const { start } = this.next.span;
    const label = this.label();
    const token = this.next;
    if (token.kind === "mark" && token.text !== "(")
      throw new BeliefProblem(token.span, `an argument is missing before "${token.text}"`);
    const text = token.kind === "text" || (takesWords && token.kind === "word") ? token : undefined;
    if (text) this.position++;
    const value = text ? ({ ...text, kind: "text" } as const) : this.belief(depth + 1);
    return { ...(label && { label }), value, span: { start, end: value.span.end } };
  }

  private label(): ArgumentNode["label"] {
    const token = this.next;
    if (!this.isMark(1, ":") || (token.kind !== "word" && token.kind !== "number")) return undefined;
    this.position += 2;
    return token.kind === "word" ? { kind: "name", name: token.text, span: token.span } : token;
  }

  private number(what: string): NumberNode {
    const token = this.next;
    if (token.kind !== "number") {
      const found = token.kind === "end" ? "the end" : `"${this.slice(token.span)}"`;
      throw new BeliefProblem(token.span, `expected ${what}, found ${found}`);
    }
    this.position++;
    return token;
  }

  private word(expected: string, phrase: string): void {
    if (!this.isWord(expected)) throw this.unexpected(this.next, `write ${phrase}`);
    this.position++;
  }

  private close(open: Token): Token {
    const token = this.next;
    if (token.kind === "end") throw new BeliefProblem(open.span, "this parenthesis is never closed");
    if (!this.isMark(0, ")")) throw this.unexpected(token, "arguments are separated by commas");
    this.position++;
    return token;
  }

  private leftOver(belief: BeliefNode): BeliefProblem {
    const token = this.next;
    const comma = this.isMark(0, ",") ? decimalCommaProblem(this.text, token.span.start) : undefined;
    if (comma) return comma;
    if (this.isWord("to") && belief.kind === "hedge" && belief.figures.length === 1) {
      const high = this.tokens[this.position + 1];
      const low = belief.figures[0]!;
      if (high?.kind === "number")
        return this.unexpected(
          token,
          writeInstead(
            { start: belief.span.start, end: high.span.end },
            `${this.slice(low.span)} to ${this.slice(high.span)}`,
          ),
        );
    }
    if (token.kind === "word") {
      const hint = "the unit is written beside the belief, k is thousand, M million, B billion";
      return this.unexpected(token, token.text === "to" ? "an interval has two ends" : hint);
    }
    return this.unexpected(token);
  }

  private unexpected(token: Token, hint?: string | Correction): BeliefProblem {
    const found =
      token.kind === "end" ? "the belief ends too early" : `unexpected "${this.slice(token.span)}"`;
    return new BeliefProblem(token.span, found, hint);
  }

  private get next(): Token {
    return this.tokens[this.position]!;
  }

  private isMark(ahead: number, mark: string): boolean {
    const token = this.tokens[this.position + ahead];
    return token?.kind === "mark" && token.text === mark;
  }

  private isWord(expected: string): boolean {
    return this.next.kind === "word" && this.next.text === expected;
  }

  private slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}

function around(low: NumberNode, high: NumberNode): Span {
  return { start: low.span.start, end: high.span.end };
}
