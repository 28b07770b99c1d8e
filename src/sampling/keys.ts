// From a person's seed to the words that start a generator.
import seedrandom from "seedrandom";

/** Part of every key: a new way of drawing gets a new number, so that old results are not mistaken for new ones. */
const drawingVersion = "sandtable 1";

/**
 * `count` 32-bit words for a purpose: keyWords(["payments", "2024", "stream", "losses"], 3).
 * The parts go in as JSON, whose quotes and commas keep ARC4's repeating key from giving
 * equal streams for repeated texts ("a", "aa").
 */
export function keyWords(parts: readonly (string | number)[], count: number): Int32Array {
  const generator = seedrandom(JSON.stringify([drawingVersion, ...parts]));
  return Int32Array.from({ length: count }, () => generator.int32());
}
