// Figures by step: from single estimates and back.
import type { Estimate, Estimates } from "./estimate.ts";

/** 1, 2, … up to `steps`. */
export function stepNumbers(steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => step + 1);
}

/** One estimate a step, as two arrays. */
export function estimatesOf(estimates: readonly Estimate[]): Estimates {
  return { value: estimates.map(({ value }) => value), error: estimates.map(({ error }) => error) };
}

/** The estimate at a step, from 0. */
export function estimateAt({ value, error }: Estimates, step: number): Estimate {
  return { value: value[step]!, error: error[step]! };
}
