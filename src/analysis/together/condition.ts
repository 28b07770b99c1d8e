// A condition on futures: "market.both", "not market.both", "field.total > 40", "field.stock ever below 3", joined by "and".
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { readNumber } from "../../beliefs/parseBelief.ts";

/** How a value is compared with a limit. */
export type Comparator = ">" | ">=" | "<" | "<=" | "=";

/** One part of a condition; all parts hold in the futures that are meant. */
export interface ConditionPart {
  /** An output, "field.total", or a common assumption, "weather". */
  reference: string;
  isNegated: boolean;
  /** Whether a series passes the limit at any step; its value is that of the last step otherwise. */
  isEver: boolean;
  /** In the unit of what is referred to; an event has none. */
  limit?: { comparator: Comparator; value: number };
}

const pattern =
  /^(not\s+)?([\w-]+(?:\.[\w-]+)?)(?:\s+(ever))?(?:\s*(>=|<=|>|<|=|\babove\b|\bbelow\b)\s*(.+))?$/;

/** What is wanted, for messages. */
const conditionHint = 'write "SCENARIO.EVENT", "SCENARIO.OUTPUT > 40k" or "SCENARIO.SERIES ever below 0"';

/**
 * The parts of a condition: parseCondition("market.both and field.total > 40") has two.
 * @throws BadInput where the text is none
 */
export function parseCondition(text: string): ConditionPart[] {
  const problems: Problem[] = [];
  const parts = text.split(/\s+and\s+/).flatMap((part) => parsePart(part.trim(), text, problems) ?? []);
  if (problems.length > 0) throw new BadInput(problems);
  return parts;
}

/** The outputs that conditions ask for, by scenario. */
export function outputsAsked(conditions: readonly string[]): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { reference } of conditions.flatMap(parseCondition)) {
    const [scenario, output] = reference.split(".", 2) as [string, string?];
    if (output !== undefined) asked.set(scenario, (asked.get(scenario) ?? new Set<string>()).add(output));
  }
  return asked;
}

/** Where a condition stands, for messages. */
export function conditionPath(text: string): string {
  return `given ${JSON.stringify(text)}`;
}

function parsePart(part: string, text: string, problems: Problem[]): ConditionPart | undefined {
  const path = conditionPath(text);
  const [whole, not, reference, ever, word, number] = pattern.exec(part) ?? [];
  if (whole === undefined) {
    problems.push({ path, message: `${JSON.stringify(part)} is no condition`, hint: conditionHint });
    return undefined;
  }
  const negatable = { reference: reference!, isNegated: not !== undefined, isEver: ever !== undefined };
  if (word === undefined) return negatable;
  const comparator = word === "above" ? ">" : word === "below" ? "<" : (word as Comparator);
  try {
    return { ...negatable, limit: { comparator, value: readNumber(number!) } };
  } catch (error) {
    if (!(error instanceof BeliefProblem)) throw error;
    const { message, hint } = error;
    problems.push({ path, message, ...(hint !== undefined && { hint }) });
    return undefined;
  }
}
