// A belief in words, for readers who do not know the belief language.
import type { Family } from "../distributions/distribution.ts";
import { findFamily } from "./familyCall.ts";
import { parseBelief } from "./parseBelief.ts";
import type { ArgumentNode, BeliefNode, CallNode } from "./syntax.ts";

/**
 * A belief in words where its family or form has some, its figures as they are written; any other belief as it stands.
 * beliefWords("pert(11k, 14k, 100k)", "soldiers") → "11k to 100k soldiers, most likely 14k";
 * "mixture(90%: 11k, 10%: 15k to 100k)" → "9 in 10: 11k soldiers; 1 in 10: 15k to 100k soldiers"
 * @throws BeliefProblem where the text is no belief
 */
export function beliefWords(text: string, unit: string, families?: readonly Family[]): string {
  return wordsOf(parseBelief(text), { text, unit, families });
}

interface WordsContext {
  text: string;
  unit: string;
  families: readonly Family[] | undefined;
}

function wordsOf(node: BeliefNode, context: WordsContext): string {
  const { text, unit, families } = context;
  const measured = (figures: string) => `${figures} ${unit}`.trim();
  const asWritten = measured(written(node, text));
  if (node.kind !== "call") return asWritten;
  if (node.name === "mixture" || node.name === "discrete") return partsOf(node, context) ?? asWritten;
  if (!node.arguments.every(isPlainNumber)) return asWritten;
  const words = findFamily(node.name, families)?.inWords?.(
    node.arguments.map((argument) => written(argument, text)),
  );
  return words ? `${measured(words.quantity)}, ${words.remark}` : asWritten;
}

/** "9 in 10: 11k soldiers; 1 in 10: …"; undefined where a weight is no whole number of hundredths. */
function partsOf({ arguments: parts }: CallNode, context: WordsContext): string | undefined {
  const weights = parts.map(({ label }) => (label?.kind === "number" ? label.value : Number.NaN));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const words = parts.map(({ value }, i) => {
    const chance = outOf(weights[i]! / all);
    return chance && value.kind !== "text" && `${chance}: ${wordsOf(value, context)}`;
  });
  return words.every(Boolean) ? words.join("; ") : undefined;
}

/** outOf(0.9) → "9 in 10", outOf(0.35) → "35 in 100" */
function outOf(share: number): string | undefined {
  const base = [10, 100].find((most) => Math.abs(share * most - Math.round(share * most)) < 1e-9);
  return base === undefined ? undefined : `${Math.round(share * base)} in ${base}`;
}

function isPlainNumber({ label, value }: ArgumentNode): boolean {
  return label === undefined && value.kind === "number";
}

function written({ span }: BeliefNode | ArgumentNode, text: string): string {
  return text.slice(span.start, span.end);
}
