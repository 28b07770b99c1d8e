// Buckets that a column's values are counted in when there are too many to keep: narrow in proportion to the value.

/**
 * The idea of DDSketch (Masson, Rim and Lee, 2019): buckets whose width is a fixed share of the value, so that a quantile
 * is known to 2 ** -digits of itself whatever the shape. Here a bucket is made of the leading bits of the number
 * itself, sign, exponent and the first `digits` of the fraction: no logarithm, and straight within a bucket.
 */
export interface Buckets {
  /** Buckets to a doubling: 2 ** digits. */
  digits: number;
  /** The leading bits of the smallest magnitude that is told from zero. */
  lowest: number;
  /** Buckets below zero and above; between them one for what is as good as zero. */
  negative: number;
  positive: number;
}

const exponentBits = 20; // the high word of a double: sign, 11 bits of exponent, 20 of the fraction
const magnitudeMask = 0x7fffffff;
/** Which of a double's two 32-bit words is the high one on this machine. */
export const highWordIndex = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Of a column with both signs, what is this many doublings smaller than its largest value is as good as zero. */
const doublingsToZero = 24;
/** A column of one sign is told from zero as far down as it reaches, if that is not absurdly far. */
const maxDoublings = 150;
/** Room for values beyond those of the pilot. */
const [doublingsBelow, doublingsAbove] = [1, 2];

/** Where a pilot shows nothing but zeros: any value of a plausible size, coarsely. */
const anyValue = { smallest: 2 ** -40, largest: 2 ** 60, digits: 4 };

/** How far a column's values reach, zeros left out; `largest` is 0 where there are no others. */
export interface Reach {
  smallest: number;
  largest: number;
  hasNegative: boolean;
  hasPositive: boolean;
}

/** How far the values of a column reach, NaN and zeros left out. */
export function reachOf(column: Float64Array): Reach {
  const reach = { smallest: Number.POSITIVE_INFINITY, largest: 0, hasNegative: false, hasPositive: false };
  for (const value of column) {
    if (Number.isNaN(value) || value === 0) continue;
    reach.smallest = Math.min(reach.smallest, Math.abs(value));
    reach.largest = Math.max(reach.largest, Math.abs(value));
    if (value < 0) reach.hasNegative = true;
    else reach.hasPositive = true;
  }
  return reach;
}

/** Buckets for values such as those of a pilot, 2 ** digits to a doubling. */
export function bucketsFor({ smallest, largest, hasNegative, hasPositive }: Reach, digits: number): Buckets {
  if (largest === 0) {
    const lowest = leadingBits(anyValue.smallest, anyValue.digits);
    const number = leadingBits(anyValue.largest, anyValue.digits) - lowest;
    return { digits: anyValue.digits, lowest, negative: number, positive: number };
  }
  const perDoubling = 2 ** digits;
  const highest = leadingBits(largest, digits) + doublingsAbove * perDoubling;
  const doublings = hasNegative && hasPositive ? doublingsToZero : maxDoublings;
  const lowest = Math.max(
    1,
    leadingBits(smallest, digits) - doublingsBelow * perDoubling,
    leadingBits(largest, digits) - doublings * perDoubling,
  );
  const number = highest - lowest + 1;
  return { digits, lowest, negative: hasNegative ? number : 0, positive: hasPositive ? number : 0 };
}

/** How many buckets there are in all. */
export function bucketCount({ negative, positive }: Buckets): number {
  return negative + 1 + positive;
}

/** The bucket of a value that is no NaN, given as the high word of its double. Buckets rise with the value. */
export function bucketOf({ digits, lowest, negative, positive }: Buckets, word: number): number {
  const above = ((word & magnitudeMask) >>> (exponentBits - digits)) - lowest;
  if (above < 0) return negative;
  // What lies beyond the last bucket is counted in it.
  return word < 0 ? Math.max(0, negative - 1 - above) : negative + Math.min(positive, 1 + above);
}

/** The values at which a bucket begins and ends. */
export function bucketEdges(
  { digits, lowest, negative, positive }: Buckets,
  bucket: number,
): [number, number] {
  const edge = (above: number) => fromLeadingBits(lowest + above, digits);
  if (bucket < negative) {
    const above = negative - 1 - bucket;
    return [bucket === 0 ? Number.NEGATIVE_INFINITY : -edge(above + 1), -edge(above)];
  }
  if (bucket > negative) {
    const above = bucket - negative - 1;
    return [edge(above), above === positive - 1 ? Number.POSITIVE_INFINITY : edge(above + 1)];
  }
  return [
    negative > 0 ? -edge(0) : Number.NEGATIVE_INFINITY,
    positive > 0 ? edge(0) : Number.POSITIVE_INFINITY,
  ];
}

function leadingBits(magnitude: number, digits: number): number {
  return (highWordOf(magnitude) & magnitudeMask) >>> (exponentBits - digits);
}

function fromLeadingBits(bits: number, digits: number): number {
  const words = new Uint32Array(2);
  words[highWordIndex] = bits << (exponentBits - digits);
  return new Float64Array(words.buffer)[0]!;
}

function highWordOf(value: number): number {
  return new Int32Array(Float64Array.of(value).buffer)[highWordIndex]!;
}
