import { expect } from "vitest";

/** Expects a number that differs from the right one by no more than this part of it. */
export function expectRelative(found: number, right: number, tolerance: number): void {
  expect(Math.abs(found - right), `${found} for ${right}`).toBeLessThanOrEqual(tolerance * Math.abs(right));
}
