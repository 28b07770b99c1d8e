// Nested uniform scrambling of Sobol points.

/** The bits of a 32-bit integer in reverse. */
export function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

/**
 * Owen's nested uniform scrambling (1995) of a point, by a hash in which each bit depends on the bits
 * above it alone (Laine and Karras 2011; constants by N. Vegdahl, "Building a better LK hash", 2021).
 * @param reversed the point with its bits reversed
 * @returns the scrambled point as a signed 32-bit integer, not reversed
 */
export function scramble(reversed: number, shift: number, factor: number): number {
  let x = reversed ^ Math.imul(reversed, 0x3d20adea);
  x = (x + shift) | 0;
  x = Math.imul(x, factor | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reverseBits(x);
}
