// One distribution of every kind, ordinary and at the edge, for tests that hold for all.
import type { Distribution } from "../../src/distributions/distribution.ts";
import {
  constant,
  discrete,
  empirical,
  metalogThrough,
  mixture,
  scaled,
  truncated,
} from "../../src/distributions/index.ts";
import { create } from "./referenceCases.ts";

const normal = create("normal", { mean: 0, sd: 1 });
const heavy = create("t", { df: 1.5 });
const poisson = create("poisson", { mean: 4.5 });
const points = [
  { p: 0.05, x: 11_000 },
  { p: 0.5, x: 20_000 },
  { p: 0.95, x: 60_000 },
];

export const examples: Readonly<Record<string, Distribution>> = {
  constant: constant(2000),
  uniform: create("uniform", { min: -5, max: 5 }),
  triangular: create("triangular", { min: 11_000, mode: 14_000, max: 100_000 }),
  "triangular with the mode at its low end": create("triangular", { min: 0, mode: 0, max: 1 }),
  pert: create("pert", { min: 11_000, mode: 14_000, max: 100_000 }),
  "PERT with the mode at its low end": create("pert", { min: 0, mode: 0, max: 1 }),
  "PERT with the mode at its high end": create("pert", { min: 0, mode: 1, max: 1 }),
  "PERT across zero": create("pert", { min: -100, mode: 0, max: 1e6 }),
  "log uniform": create("logUniform", { min: 2, max: 5000 }),
  "narrow log uniform": create("logUniform", { min: 1, max: 1.001 }),
  normal,
  "normal by a 90 % interval": create("normal", { p5: -1, p95: 3 }),
  lognormal: create("lognormal", { p5: 11_000, p95: 100_000 }),
  "wide lognormal": create("lognormal", { meanLog: 0, sdLog: 8 }),
  "beta of an arcsine": create("beta", { alpha: 0.5, beta: 0.5 }),
  beta: create("beta", { alpha: 2.5, beta: 7 }),
  "lopsided beta": create("beta", { alpha: 0.01, beta: 100 }),
  "narrow beta": create("beta", { alpha: 30_000, beta: 50_000 }),
  exponential: create("exponential", { mean: 3 }),
  gamma: create("gamma", { shape: 2.2, scale: 50 }),
  "gamma of shape 0.01": create("gamma", { shape: 0.01, scale: 1 }),
  "gamma of shape 20,000": create("gamma", { shape: 20_000, scale: 1 }),
  weibull: create("weibull", { shape: 0.7, scale: 10 }),
  "t without a variance": heavy,
  "t of 4 degrees": create("t", { df: 4, loc: 10, scale: 3 }),
  "t of a million degrees": create("t", { df: 1e6 }),
  "Pareto without a mean": create("pareto", { shape: 1.2, scale: 1 }),
  "Pareto of shape near zero": create("pareto", { shape: -1e-9, scale: 1, loc: 2 }),
  "Pareto with an end": create("pareto", { shape: -0.5, scale: 2 }),
  logistic: create("logistic", { loc: 1, scale: 2 }),
  poisson,
  "rare Poisson": create("poisson", { mean: 0.1 }),
  "large Poisson": create("poisson", { mean: 30_000 }),
  binomial: create("binomial", { n: 100, probability: 0.3 }),
  "negative binomial": create("negativeBinomial", { mean: 1000, dispersion: 1 / 55 }),
  "scattered negative binomial": create("negativeBinomial", { mean: 10, size: 0.05 }),
  bernoulli: create("bernoulli", { probability: 0.3 }),
  discrete: discrete([
    { value: 5, weight: 0.2 },
    { value: -1, weight: 0.5 },
    { value: 2.5, weight: 0.3 },
  ]),
  empirical: empirical([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]),
  metalog: metalogThrough(points),
  "metalog from zero": metalogThrough(points, { lower: 0 }),
  "metalog below a bound": metalogThrough(points, { upper: 300_000 }),
  "metalog between bounds": metalogThrough(points, { lower: 5000, upper: 150_000 }),
  mixture: mixture([
    { weight: 70, distribution: create("lognormal", { p5: 11_000, p95: 15_000 }) },
    { weight: 30, distribution: create("uniform", { min: 15_000, max: 100_000 }) },
  ]),
  "mixture with an atom": mixture([
    { weight: 0.4, distribution: constant(0) },
    { weight: 0.6, distribution: create("gamma", { shape: 2, scale: 1 }) },
  ]),
  "mixture of counts": mixture([
    { weight: 0.5, distribution: poisson },
    { weight: 0.5, distribution: create("poisson", { mean: 40 }) },
  ]),
  "normal cut on one side": truncated(
    create("normal", { mean: 30_000, sd: 30_000 }),
    0,
    Number.POSITIVE_INFINITY,
  ),
  "normal cut far out": truncated(normal, 30, 31),
  "beta cut on both sides": truncated(create("beta", { alpha: 2, beta: 3 }), 0.1, 0.6),
  "t cut below": truncated(heavy, 2, Number.POSITIVE_INFINITY),
  "Poisson cut on both sides": truncated(poisson, 2, 9),
  "rare Poisson without its zero": truncated(create("poisson", { mean: 0.1 }), 1, Number.POSITIVE_INFINITY),
  "scattered negative binomial without its zero": truncated(
    create("negativeBinomial", { mean: 1000, dispersion: 30 }),
    1,
    Number.POSITIVE_INFINITY,
  ),
  "large Poisson cut on both sides": truncated(create("poisson", { mean: 30_000 }), 29_500, 31_000),
  "mixture of counts, cut": truncated(
    mixture([
      { weight: 0.5, distribution: poisson },
      { weight: 0.5, distribution: create("poisson", { mean: 40 }) },
    ]),
    3,
    50,
  ),
  "scaled gamma": scaled(create("gamma", { shape: 2.2, scale: 50 }), 30.4375),
  "scaled Poisson": scaled(poisson, 0.1),
  "scaled Poisson, cut": truncated(scaled(poisson, 0.1), 0.3, 0.7),
};
