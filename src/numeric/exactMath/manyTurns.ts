// A large angle without its whole quarter turns (Payne and Hanek 1983): it is multiplied by those digits of 2/π alone
// that decide on the fraction of a turn and on the number of turns modulo 8.
// Algorithm and coefficients: fdlibm (see index.ts).
import { highWord, withHighWord } from "./words.ts";

const pieceBits = 24;
const pieceSize = 2 ** pieceBits;

/** 2/π, in pieces of 24 bits. */
const twoOverPi = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb,
  0xc561b7, 0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5,
  0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8,
  0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d,
  0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b,
  0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3, 0x91615e, 0xe61b08, 0x659985, 0x5f14a0, 0x68408d, 0xffd880,
  0x4d7327, 0x310606, 0x1556ca, 0x73a8c9, 0x60e27b, 0xc08c6b,
];

/** π/2, in pieces of 24 bits. */
const halfPi = [
  1.570796251296997, 7.549789415861596e-8, 5.390302529957765e-15, 3.282003415807913e-22,
  1.270655753080676e-29, 1.2293330898111133e-36, 2.7337005381646456e-44, 2.1674168387780482e-51,
];

/** So many pieces of the product and of π/2 are taken, of the product more where its first are zero. */
const fewest = 5;

/** What remains of a finite positive angle, in two parts, and its quarter turns modulo 4. */
export function manyTurns(angle: number): { x: number; rest: number; turns: number } {
  const exponent = (highWord(angle) >> 20) - 1046;
  const parts = piecesOf(BigInt(withHighWord(angle, highWord(angle) - (exponent << 20)) * pieceSize ** 2));
  const skipped = Math.max(0, Math.trunc((exponent - 3) / pieceBits));
  // The first piece of the product counts 2^scale quarter turns.
  const scale = exponent - pieceBits * (skipped + 1);
  for (let count = fewest; ; ) {
    let product = 0n;
    for (let i = 0; i < count; i++) {
      const piece = parts.reduce((sum, part, j) => sum + part * (twoOverPi[skipped + i - j] ?? 0), 0);
      product = (product << BigInt(pieceBits)) + BigInt(piece);
    }
    const fractionBits = pieceBits * (count - 1) - scale;
    const fraction = BigInt.asUintN(fractionBits, product);
    // From half a turn on it is the fraction that is missing to the next quarter turn.
    const missing = (1n << BigInt(fractionBits)) - fraction;
    const isMissing = missing <= fraction;
    const pieces = piecesOf(isMissing ? missing : fraction);
    if (pieces.length < fewest) {
      // Leading zeros have left too few digits.
      count += fewest - pieces.length;
      continue;
    }
    const turns = Number(BigInt.asUintN(2, product >> BigInt(fractionBits))) + (isMissing ? 1 : 0);
    const { x, rest } = angleOf(pieces, pieceBits * (pieces.length - 1) - fractionBits);
    return isMissing ? { x: -x, rest: -rest, turns: turns & 3 } : { x, rest, turns };
  }
}

/** A whole number in pieces of 24 bits, the most significant first; none for 0. */
function piecesOf(whole: bigint): number[] {
  const pieces: number[] = [];
  for (let left = whole; left > 0n; left >>= BigInt(pieceBits))
    pieces.unshift(Number(BigInt.asUintN(pieceBits, left)));
  return pieces;
}

/** π/2 times the fraction with these pieces, of which the first counts 2^scale; in two parts. */
function angleOf(pieces: readonly number[], scale: number): { x: number; rest: number } {
  const weighted = pieces.map((piece, i) => piece * 2 ** (scale - pieceBits * i));
  const sums = weighted.map((_, i) => {
    let sum = 0;
    for (let k = 0; k <= Math.min(fewest - 1, i); k++) sum += halfPi[k]! * weighted[i - k]!;
    return sum;
  });
  const x = sums.reduceRight((sum, part) => sum + part, 0);
  const rest = sums.slice(1).reduce((sum, part) => sum + part, sums[0]! - x);
  return { x, rest };
}
