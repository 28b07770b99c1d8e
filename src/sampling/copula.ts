// Rank correlations between inputs, through a Gaussian copula.
import type { Correlation } from "../assumptions/assumptions.ts";
import { copulaMatrix } from "../assumptions/correlation.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { normalCdf } from "../numeric/normalTail.ts";
import type { UniformSource } from "./uniforms.ts";

/**
 * Replaces the sources of correlated inputs by ones whose normal scores have the correlations.
 * An input keeps its own random numbers as far as those before it leave it free.
 */
export function correlate(
  sources: Record<string, UniformSource>,
  inputs: readonly string[],
  correlations: readonly Correlation[],
): void {
  const named = new Set(correlations.flatMap(({ between }) => between));
  const together = inputs.filter((input) => named.has(input));
  const factor = choleskyFactor(copulaMatrix(together, correlations));
  const independent = together.map((input) => sources[input]!);
  for (const [row, input] of together.entries()) {
    sources[input] = (target, firstTrial) => {
      const scores = new Float64Array(target.length);
      for (let k = 0; k <= row; k++) {
        const weight = factor[row]![k]!;
        if (weight === 0) continue;
        independent[k]!(target, firstTrial);
        for (let i = 0; i < target.length; i++) scores[i]! += weight * normalQuantile(target[i]!);
      }
      for (let i = 0; i < target.length; i++) target[i] = openUnit(normalCdf(scores[i]!));
    };
  }
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
