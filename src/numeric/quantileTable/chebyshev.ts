// Polynomial interpolation at the Chebyshev points of an interval, in powers for fast evaluation.
// https://en.wikipedia.org/wiki/Chebyshev_nodes

/** Interpolation by a polynomial of degree `size` − 1 at `size` Chebyshev points of [−1, 1]. */
export interface ChebyshevInterpolation {
  readonly size: number;
  /** The Chebyshev points in [−1, 1], increasing: where the function is evaluated. */
  readonly points: Float64Array;
  /** Coefficients of 1, t, t², … from the values at the points. */
  powers(values: Float64Array): Float64Array;
}

/** Interpolation of `size` points, so of degree `size` − 1. */
export function chebyshevInterpolation(size: number): ChebyshevInterpolation {
  const points = Float64Array.from({ length: size }, (_, i) => -Math.cos((Math.PI * (i + 0.5)) / size));
  // toPowers[k · size + i]: the contribution of the value at point i to the coefficient of the k-th power.
  const toPowers = powersFromValues(points);
  return {
    size,
    points,
    powers(values) {
      const powers = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        for (let k = 0; k < size; k++) powers[k] += toPowers[k * size + i] * values[i];
      }
      return powers;
    },
  };
}

/** The Chebyshev polynomials that interpolate, each written out in powers. */
function powersFromValues(points: Float64Array): Float64Array {
  const size = points.length;
  const powers = new Float64Array(size * size);
  let before = new Float64Array(size);
  let chebyshev = Float64Array.from({ length: size }, (_, k) => (k === 0 ? 1 : 0));
  for (let degree = 0; degree < size; degree++) {
    for (let i = 0; i < size; i++) {
      const atPoint = Math.cos(degree * Math.acos(points[i]));
      const share = (atPoint * (degree === 0 ? 1 : 2)) / size;
      for (let k = 0; k < size; k++) powers[k * size + i] += share * chebyshev[k];
    }
    const current = chebyshev;
    const older = before;
    chebyshev = current.map((_, k) => (degree === 0 ? 1 : 2) * (k > 0 ? current[k - 1] : 0) - older[k]);
    before = current;
  }
  return powers;
}
