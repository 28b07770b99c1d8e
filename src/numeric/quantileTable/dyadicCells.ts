// Cells for a table of a tail's probability: every octave (1/4 to 1/2, 1/8 to 1/4, …) in equal parts.

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
// The word that holds the exponent is the second on little-endian machines.
const high = words[1] !== 0 ? 1 : 0;
const exponentShift = 20;
const exponentBias = 1023;

/** Octaves that have cells: from 2^−64, below which hardly any draw falls, up to 1/2. */
const octaves = 63;
/** The smallest tail that has a cell: 2^−64. */
export const smallestTail = 2 ** -(octaves + 1);

/** The cells of all octaves, each octave in 2^bits equal parts, numbered from the smallest tail on. */
export interface DyadicCells {
  readonly count: number;
  /** The cell that holds a tail in [2^−64, 1/2). */
  cellOf(tail: number): number;
  /** The smallest tail of the cell. */
  startOf(cell: number): number;
}

/** Cells addressed by the exponent of a double and the first `bits` of its fraction: no search, no logarithm. */
export function dyadicCells(bits: number): DyadicCells {
  const shift = exponentShift - bits;
  const first = (exponentBias - octaves - 1) << bits;
  const parts = 1 << bits;
  return {
    count: octaves * parts,
    cellOf(tail) {
      float[0] = tail;
      return (words[high] >>> shift) - first;
    },
    startOf(cell) {
      const octave = cell >> bits;
      return smallestTail * 2 ** octave * (1 + (cell - (octave << bits)) / parts);
    },
  };
}
