// Markdown whose figures come from findings and can be filled again.
//
// A writer writes {payments.base.totalPaid.p50}. Filled in, the reference stays in the text as a comment that no
// reader sees, with the figure behind it: <!-- {payments.base.totalPaid.p50} -->960M USD<!-- / -->.
// Braces that are meant as such are written \{ … }; code is left alone.
import type { Problem } from "../../assumptions/problems.ts";
import { nearest } from "../../beliefs/nearest.ts";
import type { FigureNode } from "../figures/figure.ts";
import { figureWords, isReference, ReferenceProblem } from "./formatReference.ts";

/** A figure in the text that is not what the findings say. */
export interface StaleFigure {
  /** From 1. */
  line: number;
  column: number;
  reference: string;
  /** What stands there; undefined where it was never filled in. */
  was: string | undefined;
  /** What the findings say. */
  is: string;
}

export interface FilledProse {
  /** The text with all figures as the findings have them. */
  text: string;
  /** Figures in the text. */
  count: number;
  stale: StaleFigure[];
  /** References that lead nowhere; the text is left as it was there. */
  problems: Problem[];
}

const parts = new RegExp(
  [
    // Code: fenced blocks, then spans. What is in them is shown as it is written.
    String.raw`(?<code>^ {0,3}(?<fence>\`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^ {0,3}\k<fence>[\`~]*[ \t]*$|(?![\s\S]))|(?![\s\S]))`,
    String.raw`(?<ticks>\`+)(?!\`)(?:[^\n]|\n(?!\s*\n))*?(?<!\`)\k<ticks>(?!\`))`,
    String.raw`<!--\s*\{(?<filled>[^{}\n]*)\}\s*-->(?<figure>(?:(?!<!--)[\s\S])*)<!--\s*\/\s*-->`,
    String.raw`<!--\s*\{(?<open>[^{}\n]*)\}\s*-->`,
    String.raw`(?<escaped>\\\{)`,
    String.raw`\{(?<bare>[^{}\n]*)\}`,
  ].join("|"),
  "gm",
);

/** The scenarios that a text refers to, whether there are such or not. */
export function scenariosIn(text: string, known: readonly string[]): string[] {
  const named = referencesIn(text, known).map(({ reference }) => reference.split(".", 1)[0]!.trim());
  return [...new Set(named)];
}

/**
 * Fills all references of a Markdown text.
 * @param scenarios the figures of each scenario by its name
 * @param file for the places of what is wrong
 */
export function fillProse(
  text: string,
  scenarios: ReadonlyMap<string, FigureNode>,
  file: string,
): FilledProse {
  const known = [...scenarios.keys()];
  const lines = lineStarts(text);
  const result: FilledProse = { text: "", count: 0, stale: [], problems: [] };
  let copied = 0;
  for (const { reference, figure, isOpen, start, end } of referencesIn(text, known)) {
    const { line, column } = placeOf(lines, start);
    const tell = (message: string, hint?: string) =>
      result.problems.push({
        place: { file, line, column },
        path: `{${reference}}`,
        message,
        ...(hint !== undefined && { hint }),
      });
    if (isOpen) {
      tell("has no end behind its figure", "write <!-- / --> there");
      continue;
    }
    try {
      const is = escapeMarkdown(figureWords(reference, scenarios));
      result.count++;
      if (figure === is) continue;
      result.stale.push({ line, column, reference, was: figure, is });
      result.text += `${text.slice(copied, start)}<!-- {${reference}} -->${is}<!-- / -->`;
      copied = end;
    } catch (error) {
      if (!(error instanceof ReferenceProblem)) throw error;
      tell(error.message, error.hint);
    }
  }
  result.text += text.slice(copied);
  return result;
}

interface FoundReference {
  reference: string;
  /** What stands between its comments; undefined for one in bare braces. */
  figure: string | undefined;
  /** The comment that ends the figure is missing. */
  isOpen: boolean;
  start: number;
  end: number;
}

function referencesIn(text: string, known: readonly string[]): FoundReference[] {
  return [...text.matchAll(parts)].flatMap((match) => {
    const { filled, figure, open, bare } = match.groups!;
    const isBare = bare !== undefined && meantAsReference(bare.trim(), known);
    const reference = (filled ?? open ?? (isBare ? bare : undefined))?.trim();
    if (reference === undefined) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ reference, figure, isOpen: open !== undefined, start, end }];
  });
}

/** Braces stand for many things: only what begins with a scenario's name, or nearly so, is meant for us. */
function meantAsReference(text: string, known: readonly string[]): boolean {
  const [first = ""] = text.split(".", 1);
  const longPath = 3;
  return (
    isReference(text) && (known.includes(first) || (isReference(text, longPath) && !!nearest(first, known)))
  );
}

/** Signs that would become Markdown or HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\\`*_<>[\]|]/g, "\\$&");
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line: line + 1, column: offset - starts[line]! + 1 };
}
