// All families by name, and the ways to combine them. A new family is one file and one line here.
import { bernoulli } from "./bernoulli.ts";
import { beta } from "./beta.ts";
import { binomial } from "./binomial.ts";
import type { Family } from "./distribution.ts";
import { exponential } from "./exponential.ts";
import { gamma } from "./gamma.ts";
import { generalisedPareto } from "./generalisedPareto.ts";
import { logistic } from "./logistic.ts";
import { lognormal } from "./lognormal.ts";
import { logUniform } from "./logUniform.ts";
import { negativeBinomial } from "./negativeBinomial.ts";
import { normal } from "./normal.ts";
import { pert } from "./pert.ts";
import { poisson } from "./poisson.ts";
import { studentT } from "./studentT.ts";
import { triangular } from "./triangular.ts";
import { uniform } from "./uniform.ts";
import { weibull } from "./weibull.ts";

/** The families that take plain numbers, in the order in which to look for one. */
export const families: readonly Family[] = [
  // between two ends
  uniform,
  triangular,
  pert,
  logUniform,
  // around a centre
  normal,
  studentT,
  logistic,
  // positive
  lognormal,
  gamma,
  exponential,
  weibull,
  generalisedPareto,
  // shares and chances
  beta,
  bernoulli,
  // counts
  poisson,
  negativeBinomial,
  binomial,
];

export { constant } from "./constant.ts";
export { discrete } from "./discrete.ts";
export type { QuantilePoint } from "./distribution.ts";
export { empirical } from "./empirical.ts";
export { metalog, metalogThrough } from "./metalog.ts";
export { mixture } from "./mixture.ts";
export { scaled } from "./scaled.ts";
export { truncated } from "./truncated.ts";
