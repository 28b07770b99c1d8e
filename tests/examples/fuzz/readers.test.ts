// Law: a file is read, or refused with the places of what is wrong; nothing else ever comes of it.
import { expect, test } from "vitest";
import { readMutants } from "./readMutants.ts";

test("1,000 mutants of configs, claims, checks, prose, data, a notebook and a summary", async () => {
  const { read, refused } = await readMutants(1000, 1);
  expect(read + refused).toBe(1000);
  // Neither is rare, or the mutants would try little.
  expect(Math.min(read, refused)).toBeGreaterThan(100);
});
