// The syntax tree of a belief expression; each node has its place in the text.

import type { Span } from "./span.ts";

/** `11k`, `1.28M`, `15%` */
export interface NumberNode {
  kind: "number";
  value: number;
  /** Whether it is written with a percent sign (`value` is already the share). */
  percent: boolean;
  span: Span;
}

/** `11k to 100k` */
export interface IntervalNode {
  kind: "interval";
  low: NumberNode;
  high: NumberNode;
  span: Span;
}

/** The hedges of the belief language. */
export type HedgeWord = "about" | "up to" | "over" | "at least" | "between";

/** `up to 20k (typically 85%)` */
export interface HedgeNode {
  kind: "hedge";
  word: HedgeWord;
  /** One figure; two for "between". */
  figures: readonly NumberNode[];
  qualifier?: { word: string; wordSpan: Span; value: NumberNode };
  span: Span;
}

/** `pert(11k, mode: 14k, max: 100k)`, `mixture(70%: 11k, 30%: 15k to 100k)` */
export interface CallNode {
  kind: "call";
  name: string;
  nameSpan: Span;
  arguments: readonly ArgumentNode[];
  span: Span;
}

/** A file's or a column's name, a date, or a word that a call knows; only as an argument. */
export interface TextNode {
  kind: "text";
  text: string;
  span: Span;
}

/** One argument of a call, with its label where it has one. */
export interface ArgumentNode {
  /** `mode:` or `70%:` */
  label?: { kind: "name"; name: string; span: Span } | NumberNode;
  value: BeliefNode | TextNode;
  span: Span;
}

/** A belief as it is written. */
export type BeliefNode = NumberNode | IntervalNode | HedgeNode | CallNode;

/** The first number with a percent sign that stands for a value, not for a weight or a qualifier. */
export function percentFigure(node: BeliefNode | TextNode): NumberNode | undefined {
  switch (node.kind) {
    case "text":
      return undefined;
    case "number":
      return node.percent ? node : undefined;
    case "interval":
      return percentFigure(node.low) ?? percentFigure(node.high);
    case "hedge":
      return node.figures.find((figure) => figure.percent);
    case "call":
      for (const { value } of node.arguments) {
        const found = percentFigure(value);
        if (found) return found;
      }
      return undefined;
  }
}
