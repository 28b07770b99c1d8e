// Law: a file is read, or refused with the places of what is wrong; here with a hundred times the mutants of npm test.
import { expect, test } from "vitest";
import { readMutants } from "./readMutants.ts";

test(
  "100,000 mutants of configs, claims, checks, prose, data, a notebook and a summary",
  async () => {
    const { read, refused } = await readMutants(100_000, 1_000_000);
    expect(read + refused).toBe(100_000);
    expect(Math.min(read, refused)).toBeGreaterThan(10_000);
  },
  60 * 60_000,
);
