// Beliefs by the quantiles that a source gives: "80%: 20 to 30", "p10: 20, p90: 30", as calls that mean the same.
import { BeliefProblem } from "./beliefProblem.ts";
import { writeInstead } from "./correction.ts";
import { intervalFamily, percentHint } from "./familyCall.ts";
import { namedProbability } from "./quantileName.ts";
import type { ArgumentNode, BeliefNode, CallNode, NumberNode } from "./syntax.ts";

/**
 * "80%: 20 to 30" as lognormal(p10: 20, p90: 30), or normal where the lower end is not positive: as much lies below as above.
 * @throws BeliefProblem where the share is no share or what follows is no interval
 */
export function centralInterval(share: NumberNode, interval: BeliefNode, text: string): CallNode {
  const source = text.slice(interval.span.start, interval.span.end);
  if (interval.kind !== "interval") {
    const hint = "a share goes before an interval, as in 80%: 20 to 30";
    throw new BeliefProblem(share.span, "a belief of one part takes no weight", hint);
  }
  if (share.value === 1) {
    const ends = [interval.low, interval.high].map(({ span }) => text.slice(span.start, span.end));
    const instead = writeInstead(
      { start: share.span.start, end: interval.span.end },
      `between ${ends.join(" and ")}`,
    );
    throw new BeliefProblem(
      share.span,
      `100 % of what can be lies in ${source}: its ends are limits`,
      instead,
    );
  }
  if (!(share.value > 0 && share.value < 1)) {
    const message = "the share of an interval lies between 0 % and 100 %";
    throw new BeliefProblem(share.span, message, percentHint(share));
  }
  const tail = percentText((1 - share.value) / 2);
  const upper = percentText(1 - (1 - share.value) / 2);
  const { low, high } = interval;
  const args = [named(`p${tail}`, low), named(`p${upper}`, high)];
  const span = { start: share.span.start, end: interval.span.end };
  return { kind: "call", name: intervalFamily(low.value), nameSpan: share.span, arguments: args, span };
}

/** Without the dust of a difference of binary fractions: percentText(0.1) → "10" */
function percentText(p: number): string {
  return String(Number((p * 100).toPrecision(12)));
}

function named(name: string, value: NumberNode): ArgumentNode {
  return { label: { kind: "name", name, span: value.span }, value, span: value.span };
}

/**
 * "p10: 20, p90: 30" as a call: two quantiles are those of an interval's family, more are a curve through all.
 * @throws BeliefProblem where one is no quantile or no number
 */
export function quantileCall(args: readonly ArgumentNode[], text: string): CallNode {
  const span = { start: args[0]!.span.start, end: args.at(-1)!.span.end };
  const points = args.map(({ label, value, span: at }) => {
    const p = label?.kind === "name" ? namedProbability(label.name) : undefined;
    if (p === undefined) {
      const hint = "write quantiles as in p10: 20, p90: 30";
      throw new BeliefProblem(label?.span ?? at, `"${text.slice(at.start, at.end)}" is no quantile`, hint);
    }
    if (value.kind === "number") return { p, value, label: label! };
    throw new BeliefProblem(value.span, "a quantile must be a plain number");
  });
  const [lowest] = points.toSorted((one, other) => one.p - other.p);
  if (points.length === 1)
    throw new BeliefProblem(span, "one quantile leaves the belief open", "write two, as in p10: 20, p90: 30");
  if (points.length === 2) {
    const name = intervalFamily(lowest!.value.value);
    return { kind: "call", name, nameSpan: span, arguments: args, span };
  }
  const weighted = points.map(({ p, value, label }): ArgumentNode => {
    const probability: NumberNode = { kind: "number", value: p, percent: true, span: label.span };
    return { label: probability, value, span: value.span };
  });
  return { kind: "call", name: "quantiles", nameSpan: span, arguments: weighted, span };
}

/**
 * A belief as it can stand inside another: as it is written, but for those with a label of their own.
 * nestable("80%: 20 to 30") → "lognormal(p10: 20, p90: 30)"
 */
export function nestable(text: string, node: BeliefNode): string {
  const written = text.trim();
  if (node.kind !== "call" || written.startsWith(node.name)) return written;
  const parts = node.arguments.map(({ label, value }) => {
    const figure = text.slice(value.span.start, value.span.end);
    if (label?.kind === "name") return `${label.name}: ${figure}`;
    return `${percentText(label?.value ?? 0)}%: ${figure}`;
  });
  return `${node.name}(${parts.join(", ")})`;
}
