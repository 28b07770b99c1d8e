// Hints for misspelt words.
import { closestMatch } from "leven";

/** The nearest of `names` to a misspelt one, by edit distance and whatever the case, or undefined if none is near. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const all = [...names];
  const lowerCased = all.map((name) => name.toLowerCase());
  const maxDistance = Math.max(2, Math.floor(word.length / 3));
  const closest = closestMatch(word.toLowerCase(), lowerCased, { maxDistance });
  return all.find((_, i) => lowerCased[i] === closest);
}
