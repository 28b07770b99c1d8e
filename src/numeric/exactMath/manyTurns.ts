// A large angle without its whole quarter turns (Payne and Hanek 1983): it is multiplied by those digits of 2/π alone
// that decide on the fraction of a turn and on the number of turns modulo 8.
// Algorithm and coefficients: fdlibm (see index.ts).
import { highWord, withHighWord } from "./words.ts";

const pieceBits = 24;
const pieceSize = 2 ** pieceBits;
const toPiece = 2 ** -pieceBits;

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

/** So many pieces of the product are taken at first, and so many of π/2, each less one. */
const fewest = 4;

/** What is left of a product beyond its whole quarter turns. */
interface Fraction {
  /** Of 24 bits, the least significant first. */
  pieces: number[];
  /** The most significant piece counts 2^scale. */
  scale: number;
  /** Whether it is what is missing to the next quarter turn. */
  isMissing: boolean;
  /** Whole quarter turns modulo 8. */
  turns: number;
}

/** What remains of a finite positive angle, in two parts, and its quarter turns modulo 4. */
export function manyTurns(angle: number): { x: number; rest: number; turns: number } {
  const exponent = (highWord(angle) >> 20) - 1046;
  const parts = partsOf(withHighWord(angle, highWord(angle) - (exponent << 20)));
  const skipped = Math.max(0, Math.trunc((exponent - 3) / pieceBits));
  const scale = exponent - pieceBits * (skipped + 1);
  const product: number[] = [];
  const extend = (count: number) => {
    for (let k = 0; k < count; k++) {
      const at = skipped + product.length;
      product.push(parts.reduce((sum, part, j) => sum + part * (twoOverPi[at - j] ?? 0), 0));
    }
  };
  extend(fewest + 1);
  let found = fractionOf(product, scale);
  while (typeof found === "number") {
    extend(found);
    found = fractionOf(product, scale);
  }
  const { x, rest } = angleOf(found);
  return found.isMissing
    ? { x: -x, rest: -rest, turns: found.turns & 3 }
    : { x, rest, turns: found.turns & 3 };
}

/** A number below 2^24 in pieces of 24 bits, the most significant first. */
function partsOf(number: number): number[] {
  const parts: number[] = [];
  for (let left = number; left !== 0; left = (left - Math.trunc(left)) * pieceSize)
    parts.push(Math.trunc(left));
  return parts;
}

/** A product's fraction of a quarter turn; the number of further pieces where those known do not tell it. */
function fractionOf(product: readonly number[], scale: number): Fraction | number {
  const last = product.length - 1;
  const pieces: number[] = [];
  let carried = product[last]!;
  for (let j = last; j > 0; j--) {
    const above = Math.trunc(toPiece * carried);
    pieces.push(Math.trunc(carried - pieceSize * above));
    carried = product[j - 1]! + above;
  }
  let z = carried * 2 ** scale;
  z -= 8 * Math.floor(z * 0.125);
  let turns = Math.trunc(z);
  z -= turns;
  const top = pieces[last - 1]!;
  // With a scale of 0 or more the highest piece holds the first bit of the fraction, and whole turns above it.
  const whole = scale > 0 ? top >> (pieceBits - scale) : 0;
  turns += whole;
  if (scale > 0) pieces[last - 1] = top - (whole << (pieceBits - scale));
  const isMissing = scale < 0 ? z >= 0.5 : pieces[last - 1]! >> (pieceBits - 1 - scale) > 0;
  if (isMissing) {
    turns++;
    const isSome = complement(pieces);
    if (scale > 0) pieces[last - 1]! &= (1 << (pieceBits - scale)) - 1;
    if (scale < 0) z = 1 - z - (isSome ? 2 ** scale : 0);
  }
  if (z !== 0) return { ...withTop(pieces, z * 2 ** -scale, scale), isMissing, turns };
  if (pieces.slice(fewest).every((piece) => piece === 0)) return furtherPieces(pieces);
  return { ...withoutZeros(pieces, scale), isMissing, turns };
}

/** 1 minus a fraction, in place; whether anything is taken away. */
function complement(pieces: number[]): boolean {
  const first = pieces.findIndex((piece) => piece !== 0);
  if (first < 0) return false;
  pieces[first] = pieceSize - pieces[first]!;
  for (let i = first + 1; i < pieces.length; i++) pieces[i] = pieceSize - 1 - pieces[i]!;
  return true;
}

function furtherPieces(pieces: readonly number[]): number {
  let count = 1;
  while (count <= fewest && pieces[fewest - count] === 0) count++;
  return count;
}

/** With what is above them, which may be more than one piece. */
function withTop(pieces: readonly number[], top: number, scale: number): Pick<Fraction, "pieces" | "scale"> {
  if (top < pieceSize) return { pieces: [...pieces, top], scale };
  const above = Math.trunc(toPiece * top);
  return { pieces: [...pieces, top - pieceSize * above, above], scale: scale + pieceBits };
}

function withoutZeros(pieces: readonly number[], scale: number): Pick<Fraction, "pieces" | "scale"> {
  const top = pieces.findLastIndex((piece) => piece !== 0);
  return { pieces: pieces.slice(0, top + 1), scale: scale - pieceBits * (pieces.length - top) };
}

/** The fraction times π/2, in two parts. */
function angleOf({ pieces, scale }: Fraction): { x: number; rest: number } {
  const last = pieces.length - 1;
  const weighted = pieces.map((piece, i) => piece * 2 ** (scale - pieceBits * (last - i)));
  const sums: number[] = [];
  for (let i = last; i >= 0; i--) {
    let sum = 0;
    for (let k = 0; k <= Math.min(fewest, last - i); k++) sum += halfPi[k]! * weighted[i + k]!;
    sums.push(sum);
  }
  const x = sums.reduceRight((sum, part) => sum + part, 0);
  const rest = sums.slice(1).reduce((sum, part) => sum + part, sums[0]! - x);
  return { x, rest };
}
