// Which rank correlations can be had together: right answers (by hand) and laws.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  copulaMatrix,
  eigenvalues,
  impossibleCorrelations,
  isPositiveSemidefinite,
  missingPairs,
  pearsonOfRank,
} from "../../src/assumptions/correlation.ts";

const of = (a: string, b: string, rank: number) => ({ between: [a, b] as const, rank });

test("right answer: a rank of a half needs a Pearson correlation of 2 sin(15°), ranks of ±1 and 0 stay", () => {
  expect(pearsonOfRank(0.5)).toBeCloseTo((Math.sqrt(6) - Math.sqrt(2)) / 2, 15);
  expect([pearsonOfRank(1), pearsonOfRank(-1), pearsonOfRank(0)]).toEqual([1, -1, 0]);
});

test("right answer: equal correlations r of three have eigenvalues 1 + 2r and 1 − r twice", () => {
  const matrix = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0.4)));
  const sorted = eigenvalues(matrix).sort((a, b) => a - b);
  for (const [i, value] of [0.6, 0.6, 1.8].entries()) expect(sorted[i]).toBeCloseTo(value, 13);
});

test("right answer: three inputs cannot all run against each other", () => {
  // Equal ranks r of three are possible down to the Pearson correlation −1/2.
  const rankAtLimit = (6 / Math.PI) * Math.asin(-1 / 4);
  const all = (rank: number) => [of("a", "b", rank), of("b", "c", rank), of("a", "c", rank)];
  expect(impossibleCorrelations(all(rankAtLimit + 1e-6))).toBeUndefined();
  expect(impossibleCorrelations(all(rankAtLimit - 1e-6))).toBeDefined();
  expect(impossibleCorrelations(all(-1))).toEqual({ shrinkTo: 0.48 });
});

test("right answer: perfect correlation is possible, also of three", () => {
  expect(impossibleCorrelations([of("a", "b", 1), of("b", "c", -1), of("a", "c", -1)])).toBeUndefined();
  expect(impossibleCorrelations([])).toBeUndefined();
});

test("law: the matrix is symmetric with ones, its eigenvalues add up to its size, and shrinking makes it fit", () => {
  const rank = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(rank, rank, rank, rank, (ab, bc, ca, ad) => {
      const ranks = [of("a", "b", ab), of("b", "c", bc), of("c", "a", ca), of("a", "d", ad)];
      const matrix = copulaMatrix(["a", "b", "c", "d"], ranks);
      expect(matrix.map((_, i) => matrix[i]![i])).toEqual([1, 1, 1, 1]);
      for (const [i, row] of matrix.entries()) expect(row).toEqual(matrix.map((other) => other[i]));
      const total = eigenvalues(matrix).reduce((sum, value) => sum + value, 0);
      expect(total).toBeCloseTo(4, 10);
      const impossible = impossibleCorrelations(ranks);
      expect(impossible === undefined).toBe(isPositiveSemidefinite(matrix));
      if (impossible) {
        const smaller = ranks.map(({ between, rank }) => ({ between, rank: rank * impossible.shrinkTo }));
        expect(impossibleCorrelations(smaller)).toBeUndefined();
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("right answer: of a–b 0.9 and b–c 0.9 the pair a–c is missing, whose correlation is p² ± (1 − p²)", () => {
  // p = 2 sin(0.9 π/6) = 0.908; the lower end 0.649 is a rank of 6/π asin(0.3245) = 0.631.
  const pairs = [of("a", "b", 0.9), of("b", "c", 0.9)];
  expect(missingPairs(pairs)).toEqual([{ between: ["a", "c"], low: 0.64, high: 1 }]);
  expect(missingPairs([of("a", "b", -1), of("b", "c", -1)])).toEqual([
    { between: ["a", "c"], low: 1, high: 1 },
  ]);
  // Given, it can be had.
  expect(impossibleCorrelations([...pairs, of("a", "c", 0.64)])).toBeUndefined();
  expect(impossibleCorrelations([...pairs, of("a", "c", 0.62)])).toBeDefined();
});
