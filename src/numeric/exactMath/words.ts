// The bits of a double, in two words of 32. Every machine that runs a browser has the low word first.
const numbers = new Float64Array(1);
const words = new Int32Array(numbers.buffer);
const lowAt = 0;
const highAt = 1;

export function highWord(x: number): number {
  numbers[0] = x;
  return words[highAt]!;
}

export function lowWord(x: number): number {
  numbers[0] = x;
  return words[lowAt]!;
}

export function withHighWord(x: number, high: number): number {
  numbers[0] = x;
  words[highAt] = high;
  return numbers[0]!;
}

/** The number without the lower half of its digits. */
export function withoutLowWord(x: number): number {
  numbers[0] = x;
  words[lowAt] = 0;
  return numbers[0]!;
}

export function fromWords(high: number, low: number): number {
  words[lowAt] = low;
  words[highAt] = high;
  return numbers[0]!;
}

/** 2^k for k from −1022 to 1023. */
export function powerOfTwo(k: number): number {
  words[lowAt] = 0;
  words[highAt] = (0x3ff + k) << 20;
  return numbers[0]!;
}

export const signless = 0x7fffffff;
