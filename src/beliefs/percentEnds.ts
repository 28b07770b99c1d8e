// "5 to 10%": a percent sign after the upper end is meant for both.
import { BeliefProblem } from "./beliefProblem.ts";
import { writeInstead } from "./correction.ts";
import { numeralValue } from "./numberSyntax.ts";
import type { NumberNode } from "./syntax.ts";

/**
 * Both ends, in percent where the upper one is. bothPercent of 5 and 10% → 0.05 and 0.1
 * @throws BeliefProblem where only the lower one is in percent: "5% to 10" could be meant in two ways
 */
export function bothPercent(
  low: NumberNode,
  high: NumberNode,
  text: string,
): { low: NumberNode; high: NumberNode } {
  if (low.percent === high.percent) return { low, high };
  const between = text.slice(low.span.end, high.span.start);
  const [from, to] = [low, high].map(({ span }) => text.slice(span.start, span.end)) as [string, string];
  if (high.percent) {
    const figure = from.replace(/^[-+−]/, "");
    const start = low.span.end - figure.length;
    const { value } = numeralValue(`${figure}%`, { start, end: low.span.end }, text);
    return { low: { ...low, value: low.value < 0 ? -value : value, percent: true }, high };
  }
  // Nought is nought.
  if (low.value === 0) return { low, high };
  const span = { start: low.span.start, end: high.span.end };
  const readings = [`${from}${between}${to}%`, `${low.value}${between}${to}`];
  const message = `the lower end is in percent, the upper end is not`;
  throw new BeliefProblem(span, message, writeInstead(span, ...readings));
}
