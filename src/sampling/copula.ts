// Rank correlations between inputs, through a Gaussian copula.

import { copulaMatrix } from "../assumptions/correlation.ts";
import type { Correlation } from "../assumptions/samplingPlan.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { normalCdf } from "../numeric/normalTail.ts";
import type { UniformSource } from "./uniforms.ts";

/**
 * Sources of correlated draws, whose normal scores have the correlations. A draw keeps its own random numbers as far as
 * those before it leave it free.
 * @param independent by key, in order
 */
export function correlate(
  independent: ReadonlyMap<string, UniformSource>,
  correlations: readonly Correlation[],
): Map<string, UniformSource> {
  const named = new Set(correlations.flatMap(({ between }) => between));
  const together = [...independent].filter(([key]) => named.has(key));
  const keys = together.map(([key]) => key);
  const factor = choleskyFactor(copulaMatrix(keys, correlations));
  // One that none before it bears on keeps its numbers to the last bit.
  const isFree = (row: number) => factor[row]!.every((weight, k) => weight === (k === row ? 1 : 0));
  const correlated = together.map(([key, source], row): [string, UniformSource] => [
    key,
    isFree(row)
      ? source
      : (target, firstTrial) => {
          const scores = new Float64Array(target.length);
          for (let k = 0; k <= row; k++) {
            const weight = factor[row]![k]!;
            if (weight === 0) continue;
            together[k]![1](target, firstTrial);
            for (let i = 0; i < target.length; i++) scores[i]! += weight * normalQuantile(target[i]!);
          }
          for (let i = 0; i < target.length; i++) target[i] = openUnit(normalCdf(scores[i]!));
        },
  ]);
  return new Map(correlated);
}

/** Keeps rounding from reaching 0 or 1, where quantiles may be infinite. */
function openUnit(p: number): number {
  return Math.min(1 - 2 ** -53, Math.max(2 ** -60, p));
}

/** Below this a pivot is the rounding of zero: earlier rows determine the row whole. */
const smallestPivot = 1e-10;

/** The lower triangle L of a positive semidefinite matrix, matrix = L Lᵀ. */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  for (const [row, entries] of matrix.entries()) {
    factor.push([]);
    for (let column = 0; column <= row; column++) {
      let rest = entries[column]!;
      for (let k = 0; k < column; k++) rest -= factor[row]![k]! * factor[column]![k]!;
      const pivot = factor[column]![column]!;
      if (column === row) factor[row]!.push(rest > smallestPivot ? Math.sqrt(rest) : 0);
      else factor[row]!.push(pivot === 0 ? 0 : rest / pivot);
    }
  }
  return factor;
}
