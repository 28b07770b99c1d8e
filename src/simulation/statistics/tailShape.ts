// How heavy a tail is: a generalized Pareto distribution fitted to the values beyond a threshold.

/** The excess over a threshold that a share s of the tail lies above is (scale / shape) · (s^−shape − 1). */
export interface TailShape {
  /** k: moments of order 1/k and above are infinite; 0 is exponential, below 0 there is a largest value. */
  shape: number;
  /** In the unit of the values. */
  scale: number;
}

/** Where the prior of the grid lies; Zhang and Stephens' own choice. */
const priorScale = 3;
const minGridPoints = 30;
/** Factors that are multiplied before a logarithm is taken: so many neither overflow nor vanish. */
const factorsPerLog = 8;

/**
 * The shape and scale of a tail. Zhang and Stephens (2009), "A new and efficient estimation method for the generalized
 * Pareto distribution", Technometrics 51: the mean of θ = −shape / scale under its profile likelihood.
 * @param excesses rising, above 0, at least 8; the largest is not the quartile
 */
export function fitTail(excesses: Float64Array): TailShape {
  const count = excesses.length;
  const gridPoints = minGridPoints + Math.floor(Math.sqrt(count));
  const quartile = excesses[Math.floor(count / 4 + 0.5) - 1]!;
  const largest = excesses[count - 1]!;
  const thetas = Float64Array.from(
    { length: gridPoints },
    (_, j) => 1 / largest + (1 - Math.sqrt(gridPoints / (j + 0.5))) / priorScale / quartile,
  );
  const logLikelihoods = thetas.map((theta) => {
    const shape = shapeAt(excesses, theta);
    return count * (Math.log(-theta / shape) - shape - 1);
  });
  const top = logLikelihoods.reduce((most, one) => Math.max(most, one));
  let [weighted, weights] = [0, 0];
  for (const [j, theta] of thetas.entries()) {
    const weight = Math.exp(logLikelihoods[j]! - top);
    weighted += weight * theta;
    weights += weight;
  }
  const theta = weighted / weights;
  const shape = shapeAt(excesses, theta);
  return { shape, scale: -shape / theta };
}

/** The shape of greatest likelihood for a θ: the mean of log(1 − θ · excess). */
function shapeAt(excesses: Float64Array, theta: number): number {
  let sum = 0;
  for (let first = 0; first < excesses.length; first += factorsPerLog) {
    const end = Math.min(excesses.length, first + factorsPerLog);
    let product = 1;
    for (let i = first; i < end; i++) product *= 1 - theta * excesses[i]!;
    sum += Math.log(product);
  }
  return sum / excesses.length;
}
