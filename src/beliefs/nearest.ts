// Hints for misspelt words.
import { closestMatch } from "leven";

/** No name that anybody has meant is longer. */
const longestWord = 200;
const maxListed = 40;

/**
 * The closest of `names` to a misspelt one by edit distance (Levenshtein), upper and lower case being the same; undefined
 * where more than a third of its letters, and more than two, would have to change, or all of a short one's. Digits
 * are no slip: "p10" is not meant for "p5". nearest("prt", ["pert", "beta"]) → "pert"
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  // The distance takes time in proportion to the product of both lengths.
  if (word.length > longestWord) return undefined;
  const all = [...names].filter((name) => name.length <= longestWord && digitsIn(name) === digitsIn(word));
  const lowerCased = all.map((name) => name.toLowerCase());
  const maxDistance = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.max(0, word.length - 1));
  const closest = closestMatch(word.toLowerCase(), lowerCased, { maxDistance });
  return all.find((_, i) => lowerCased[i] === closest);
}

function digitsIn(name: string): string {
  return name.replace(/\D/g, "");
}

/** The hint for a misspelt name, `did you mean "pert"?`; undefined where no name is near. */
export function suggestion(word: string, names: Iterable<string>): string | undefined {
  const near = nearest(word, names);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}

/** The suggestion for a misspelt name, or what there is: `listed` names it unless that is all of `names`. */
export function nearestHint(word: string, names: readonly string[], listed = names): string {
  return suggestion(word, names) ?? `there are ${listNames(listed)}`;
}

/** Names as a list for a reader: listNames(["a", "b"]) → "a, b"; of more than 40 the others are counted. */
export function listNames(names: readonly string[]): string {
  const more = names.length - maxListed;
  return names.slice(0, maxListed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
