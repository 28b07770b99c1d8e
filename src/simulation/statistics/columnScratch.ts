// Memory that is used again from column to column: a run has hundreds of columns of the same length.

/** Weights of the order statistics from rank `from` on. */
export interface Weights {
  from: number;
  values: Float64Array;
}

/** Weights that are remembered at most: 32 MB of them. */
const maxRemembered = 2 ** 22;

/** One for each thread: what is taken is valid until the same is taken again. */
export class ColumnScratch {
  private pairs = new Uint32Array(0);
  private hits = new Uint32Array(0);
  private differences = new Float64Array(0);
  private readonly weights = new Map<string, Weights>();
  private remembered = 0;

  /** One number for each two trials: their buckets. */
  takePairs(length: number): Uint32Array {
    if (this.pairs.length < length) this.pairs = new Uint32Array(length);
    return this.pairs.subarray(0, length);
  }

  /** One number for each two trials, at least: which of them are collected. */
  takeHits(length: number): Uint32Array {
    if (this.hits.length < length) this.hits = new Uint32Array(length);
    return this.hits;
  }

  /** A column. */
  takeDifferences(length: number): Float64Array {
    if (this.differences.length !== length) this.differences = new Float64Array(length);
    return this.differences;
  }

  /** Weights that were made before under this key, or new ones. */
  remember(key: string, create: () => Weights): Weights {
    let weights = this.weights.get(key);
    if (!weights) {
      weights = create();
      this.remembered += weights.values.length;
      if (this.remembered > maxRemembered) {
        this.weights.clear();
        this.remembered = weights.values.length;
      }
      this.weights.set(key, weights);
    }
    return weights;
  }
}
