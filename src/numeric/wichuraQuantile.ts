// The standard normal's quantile by Wichura's approximation, from either tail.

type Coefficients = readonly number[];

// Wichura (1988), "Algorithm AS 241: The Percentage Points of the Normal Distribution", routine PPND16:
// accurate to about 1 part in 1e16. Constant term first.
const centreNumerator: Coefficients = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const centreDenominator: Coefficients = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const nearNumerator: Coefficients = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const nearDenominator: Coefficients = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farNumerator: Coefficients = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farDenominator: Coefficients = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/** Degree 7 by Estrin's scheme: shorter chains of dependent additions than Horner's. */
function polynomial(c: Coefficients, x: number): number {
  const square = x * x;
  const low = c[0] + c[1] * x + (c[2] + c[3] * x) * square;
  const high = c[4] + c[5] * x + (c[6] + c[7] * x) * square;
  return low + high * (square * square);
}

/** The z with P(Z ≤ z) = p for a standard normal Z. wichuraQuantile(0.975) → 1.96 */
export function wichuraQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) > 0.425) return p < 0.5 ? -tailQuantile(p) : tailQuantile(1 - p);
  return fromCentre * centreRatio(fromCentre);
}

/** z / (p − 1/2), for |p − 1/2| up to 0.425. */
function centreRatio(fromCentre: number): number {
  const r = 0.180625 - fromCentre * fromCentre;
  return polynomial(centreNumerator, r) / polynomial(centreDenominator, r);
}

/** z / (p − 1/2), smooth across the median; `tail` is the smaller of p and 1 − p. */
export function wichuraRatio(tail: number): number {
  const fromCentre = tail - 0.5;
  return fromCentre < -0.425 ? -tailQuantile(tail) / fromCentre : centreRatio(fromCentre);
}

/** |z| for the probability of the tail, below 0.075. */
function tailQuantile(tail: number): number {
  if (tail <= 0) return tail === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  const r = Math.sqrt(-Math.log(tail));
  if (r <= 5) return polynomial(nearNumerator, r - 1.6) / polynomial(nearDenominator, r - 1.6);
  return polynomial(farNumerator, r - 5) / polynomial(farDenominator, r - 5);
}
