// Rank correlations of inputs: the correlation matrix of the Gaussian copula, and whether it exists.

import type { Correlation } from "./samplingPlan.ts";

/** Eigenvalues of a correlation matrix above minus this count as zero: rounding leaves about 1e-16 × size. */
const eigenvalueTolerance = 1e-10;
const maxSweeps = 64;

/** Pearson correlation of two normals whose ranks correlate by `rank` (Spearman): 2 sin(π rank / 6), Pearson 1907. */
export function pearsonOfRank(rank: number): number {
  if (Math.abs(rank) === 1) return rank;
  return 2 * Math.sin((Math.PI * rank) / 6);
}

/** The copula's correlation matrix, rows and columns in the order of `names`; 0 for pairs that are not given. */
export function copulaMatrix(names: readonly string[], correlations: readonly Correlation[]): number[][] {
  const matrix: number[][] = names.map((_, i) => names.map((_, j) => (i === j ? 1 : 0)));
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((name) => names.indexOf(name)) as [number, number];
    matrix[i]![j] = matrix[j]![i] = pearsonOfRank(rank);
  }
  return matrix;
}

/** Whether a symmetric matrix can be a correlation matrix: no eigenvalue is below zero. */
export function isPositiveSemidefinite(matrix: readonly (readonly number[])[]): boolean {
  return eigenvalues(matrix).every((value) => value >= -eigenvalueTolerance);
}

/**
 * Undefined where a joint distribution has these correlations; else by how much they contradict each other.
 * `shrinkTo` is the largest factor, in hundredths, by which all ranks can be multiplied to fit.
 */
export function impossibleCorrelations(
  correlations: readonly Correlation[],
): { shrinkTo: number } | undefined {
  const names = [...new Set(correlations.flatMap(({ between }) => between))];
  const fits = (factor: number) =>
    isPositiveSemidefinite(
      copulaMatrix(
        names,
        correlations.map(({ between, rank }) => ({ between, rank: rank * factor })),
      ),
    );
  if (fits(1)) return undefined;
  let hundredths = 99;
  while (hundredths > 0 && !fits(hundredths / 100)) hundredths--;
  return { shrinkTo: hundredths / 100 };
}

/** Two inputs that are not correlated, and the ranks, in hundredths, at which all correlations can be had together. */
export interface MissingPair {
  between: readonly [string, string];
  low: number;
  high: number;
}

/**
 * The pairs of which a rank of its own, the others staying as they are, would make impossible correlations possible: what is
 * left out counts as 0. missingPairs of a–b 0.9 and b–c 0.9 → a–c from 0.64 to 1
 */
export function missingPairs(correlations: readonly Correlation[]): MissingPair[] {
  const names = [...new Set(correlations.flatMap(({ between }) => between))];
  const given = new Set(correlations.map(({ between }) => JSON.stringify(between.toSorted())));
  const pairs = names.flatMap((one, i) => names.slice(i + 1).map((other): [string, string] => [one, other]));
  return pairs.flatMap((between): MissingPair[] => {
    if (given.has(JSON.stringify(between.toSorted()))) return [];
    const fits = (hundredths: number) =>
      isPositiveSemidefinite(copulaMatrix(names, [...correlations, { between, rank: hundredths / 100 }]));
    // The possible ranks are an interval: positive semidefinite matrices are a convex set.
    const possible = Array.from({ length: 201 }, (_, k) => k - 100).filter(fits);
    return possible.length === 0 ? [] : [{ between, low: possible[0]! / 100, high: possible.at(-1)! / 100 }];
  });
}

/** Eigenvalues of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5). */
export function eigenvalues(symmetric: readonly (readonly number[])[]): number[] {
  const a = symmetric.map((row) => [...row]);
  const n = a.length;
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    let offDiagonal = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) offDiagonal += a[p]![q]! ** 2;
    if (offDiagonal < 1e-28) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, p, q);
  }
  return a.map((row, i) => row[i]!);
}

/** Turns the plane of axes p and q so that a[p][q] becomes zero. */
function rotate(a: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(t, 1);
  const sine = t * cosine;
  for (let k = 0; k < a.length; k++) {
    const [akp, akq] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = cosine * akp - sine * akq;
    a[k]![q] = sine * akp + cosine * akq;
  }
  for (let k = 0; k < a.length; k++) {
    const [apk, aqk] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = cosine * apk - sine * aqk;
    a[q]![k] = sine * apk + cosine * aqk;
  }
}
