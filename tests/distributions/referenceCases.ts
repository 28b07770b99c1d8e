// The reference figures, and the distributions here that they are for.
import { readFileSync } from "node:fs";
import type { Distribution, Parameters } from "../../src/distributions/distribution.ts";
import { families, metalog, metalogThrough, mixture, truncated } from "../../src/distributions/index.ts";

export interface ReferenceCase {
  dist: string;
  params: Record<string, unknown>;
  kind: "continuous" | "discrete";
  mean: number | null;
  sd: number | null;
  /** [p, quantile], with a third entry 1 at a tie, which may differ by one step. */
  quantiles: [p: number, x: number, tie?: 1][];
  /** [x, P(X ≤ x), P(X > x)] */
  cdf: [x: number, below: number, above: number][];
}

export const referenceCases: readonly ReferenceCase[] = JSON.parse(
  readFileSync(new URL("../reference/distributions.json", import.meta.url), "utf8"),
).cases;

/** The family's distribution, by the signature that has these names (with or without those that have defaults). */
export function create(name: string, values: Parameters): Distribution {
  const family = families.find((candidate) => candidate.name === name);
  const signature = family?.signatures.find(({ parameters }) => {
    const names = new Set(parameters.map((parameter) => parameter.name));
    const needed = parameters.filter((parameter) => parameter.default === undefined);
    return (
      Object.keys(values).every((key) => names.has(key)) &&
      needed.every((parameter) => parameter.name in values)
    );
  });
  if (!signature) throw new Error(`no signature of ${name} takes ${Object.keys(values)}`);
  const defaults = Object.fromEntries(
    signature.parameters.map((parameter) => [parameter.name, parameter.default ?? 0]),
  );
  return signature.create({ ...defaults, ...values });
}

/** The case's distribution, by its own parameters: "p05" and "mean" rather than what they were turned into. */
export function distributionOf({ dist, params }: Pick<ReferenceCase, "dist" | "params">): Distribution {
  const numbers = params as Record<string, number>;
  switch (dist) {
    case "lognormal":
      if ("p05" in params) return create("lognormal", { p5: numbers.p05, p95: numbers.p95 });
      if ("mean" in params) return create("lognormal", { mean: numbers.mean, sd: numbers.sd });
      return create("lognormal", { meanLog: numbers.meanlog, sdLog: numbers.sdlog });
    case "pert": {
      const { min, mode, max, shape } = numbers;
      return create("pert", { min, mode, max, shape });
    }
    case "student_t":
      return create("t", numbers);
    case "genpareto":
      return create("pareto", numbers);
    case "truncated_normal": {
      const { min, max } = params as { min: number | null; max: number | null };
      const parent = create("normal", { mean: numbers.mean, sd: numbers.sd });
      return truncated(parent, min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY);
    }
    case "metalog": {
      if (!("p10" in params)) return metalog(params.a as number[]);
      const { p10, p50, p90, lower } = numbers;
      const points = Object.entries({ 0.1: p10, 0.5: p50, 0.9: p90 }).map(([p, x]) => ({ p: Number(p), x }));
      return metalogThrough(points, { lower });
    }
    case "mixture": {
      const components = params.components as { weight: number; dist: string }[];
      return mixture(
        components.map(({ weight, dist, ...rest }) => ({
          weight,
          distribution: create(dist, rest as Parameters),
        })),
      );
    }
    case "negative_binomial":
      if ("mean" in params) return create("negativeBinomial", { mean: numbers.mean, size: numbers.size });
      return create("negativeBinomial", { size: numbers.size, probability: numbers.prob });
    case "binomial":
      return create("binomial", { n: numbers.n, probability: numbers.prob });
    default:
      return create(dist, numbers);
  }
}
