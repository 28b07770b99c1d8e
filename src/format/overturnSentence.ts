// A variant that puts the headline on the other side, in a sentence.
import type { Overturn } from "../analysis/overturn.ts";
import { levelWords } from "./levelText.ts";
import { formatNumber, readsAsShare } from "./numbers.ts";
import { oneLine } from "./text.ts";

const digits = 3;

/**
 * "With “The ceiling of the article” it would be less likely than not (41 %)."
 * @param isSubject whether "it" can only be this output
 */
export function overturnSentence(overturn: Overturn, isSubject: boolean): string {
  const { figure, title, others } = overturn;
  const { crossing } = { crossing: undefined, ...figure };
  const named = `“${crossing ? levelWords(crossing) : figure.label}”`;
  const subject = isSubject && !crossing ? "it" : named;
  return `With ${quoted(title)}${subject === named ? "," : ""} ${subject} would be ${sideWords(overturn)}${alsoWords(others)}.`;
}

function sideWords({ figure, base, there, isClear }: Overturn): string {
  const { value, error } = there;
  if (figure.threshold === "half") {
    const other = base.value > 0.5 ? "less likely than not" : "more likely than not";
    const chance = formatNumber(value, { error, percent: true, digits });
    return `${isClear ? other : "about even"} (${chance})`;
  }
  const { unit } = figure;
  const percent = readsAsShare(unit, [value]);
  const median = formatNumber(value, { error, unit, percent, digits });
  const other = base.value > 0 ? "below zero" : "above zero";
  return `${isClear ? other : "about zero"} (median ${median})`;
}

function alsoWords(others: Overturn["others"]): string {
  if (others.length === 0) return "";
  return others.length === 1 ? `, as with ${quoted(others[0]!.title)}` : `, as in ${others.length} others`;
}

function quoted(title: string): string {
  return `“${oneLine(title).replace(/\.$/, "")}”`;
}
