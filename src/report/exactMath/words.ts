// The bits of a double, in two words of 32.
const words = new Uint32Array(2);
const numbers = new Float64Array(words.buffer);
const littleEnd = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const lowAt = littleEnd ? 0 : 1;
const highAt = 1 - lowAt;

export function highWord(x: number): number {
  numbers[0] = x;
  return words[highAt]! | 0;
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

/** 2^k for k from −1022 to 1023. */
export function powerOfTwo(k: number): number {
  words[lowAt] = 0;
  words[highAt] = (0x3ff + k) << 20;
  return numbers[0]!;
}

export const signless = 0x7fffffff;
