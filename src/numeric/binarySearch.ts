// Binary search.

/** The first index in 0 … n − 1 for which `holds` (false, then true), or n where it never does. */
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
