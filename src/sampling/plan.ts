// The sampling plan: how many trials, and which scrambling each belongs to.

/**
 * Independent scramblings of the same Sobol points: trial t belongs to number t mod 16. Their scatter is what
 * every error is measured from.
 */
export const replicates = 16;

/** Significant binary digits of the points per scrambling: sums of few digital nets keep the nets' accuracy. */
const pointDigits = 5;

/** Fewer points than this in a scrambling tell too little about a tail. */
const minPoints = 16;

/**
 * The number of trials that the plan can use: at least the number asked for, the points in each of
 * the 16 scramblings having five significant binary digits. roundTrials(100_000) → 102_400
 */
export function roundTrials(asked: number): number {
  return roundPoints(asked, Math.ceil);
}

/** The largest number of trials of the plan that is no more than `most`; the smallest there is where none is. */
export function atMostTrials(most: number): number {
  return roundPoints(most, Math.floor);
}

function roundPoints(trials: number, round: (x: number) => number): number {
  const points = Math.max(minPoints, round(trials / replicates));
  const unit = 2 ** Math.max(0, Math.floor(Math.log2(points)) - (pointDigits - 1));
  return round(points / unit) * unit * replicates;
}
