// A belief for those who have not learnt to write one.
import { parseBelief } from "./parse.ts";
import type { ArgumentNode } from "./syntax.ts";

/**
 * The commonest families in words, their figures as they are written; any other belief as it stands.
 * beliefWords("pert(11k, 14k, 100k)", "soldiers") → "11k to 100k soldiers, most likely 14k"
 */
export function beliefWords(text: string, unit: string): string {
  const node = parseBelief(text);
  const measured = (figures: string) => `${figures} ${unit}`.trim();
  if (node.kind !== "call" || !node.arguments.every(isPlainNumber)) return measured(text);
  const [first, second, third] = node.arguments.map(({ span }) => text.slice(span.start, span.end));
  const count = node.arguments.length;
  if (node.name === "pert" && count === 3)
    return `${measured(`${first} to ${third}`)}, most likely ${second}`;
  if (node.name === "uniform" && count === 2) return `${measured(`${first} to ${second}`)}, each as likely`;
  return measured(text);
}

function isPlainNumber({ label, value }: ArgumentNode): boolean {
  return label === undefined && value.kind === "number";
}
