// A belief for those who have not learnt to write one.
import { parseBelief } from "./parseBelief.ts";
import type { ArgumentNode, BeliefNode, CallNode } from "./syntax.ts";

/**
 * The commonest families in words, their figures as they are written; any other belief as it stands.
 * beliefWords("pert(11k, 14k, 100k)", "soldiers") → "11k to 100k soldiers, most likely 14k";
 * "mixture(90%: 11k, 10%: 15k to 100k)" → "9 in 10: 11k soldiers; 1 in 10: 15k to 100k soldiers"
 */
export function beliefWords(text: string, unit: string): string {
  return wordsOf(parseBelief(text), text, unit);
}

function wordsOf(node: BeliefNode, text: string, unit: string): string {
  const measured = (figures: string) => `${figures} ${unit}`.trim();
  const asWritten = measured(written(node, text));
  if (node.kind !== "call") return asWritten;
  if (node.name === "mixture" || node.name === "discrete") return partsOf(node, text, unit) ?? asWritten;
  if (!node.arguments.every(isPlainNumber)) return asWritten;
  const [first, second, third] = node.arguments.map((argument) => written(argument, text));
  const count = node.arguments.length;
  if (node.name === "pert" && count === 3)
    return `${measured(`${first} to ${third}`)}, most likely ${second}`;
  if (node.name === "uniform" && count === 2) return `${measured(`${first} to ${second}`)}, each as likely`;
  return asWritten;
}

/** "9 in 10: 11k soldiers; 1 in 10: …"; undefined where a weight is no whole number of hundredths. */
function partsOf({ arguments: parts }: CallNode, text: string, unit: string): string | undefined {
  const weights = parts.map(({ label }) => (label?.kind === "number" ? label.value : Number.NaN));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const words = parts.map(({ value }, i) => {
    const chance = outOf(weights[i]! / all);
    return chance && value.kind !== "text" && `${chance}: ${wordsOf(value, text, unit)}`;
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
