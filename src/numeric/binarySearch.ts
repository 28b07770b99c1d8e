// Binary search.

/**
 * The first index in 0 … n − 1 for which `holds`, which is false up to some index and true from there; n where it never
 * holds. binarySearch(4, (i) => i * i >= 4) → 2
 */
export function binarySearch(n: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
