// Reading an exceedance curve from its height: the value that a share of the trials passes.

/** The level that a share of all trials passes, between two known ones by linear interpolation. */
export function valuePassedBy(
  { x, more }: { x: readonly number[]; more: readonly number[] },
  share: number,
): number {
  const next = more.findIndex((passed) => passed <= share);
  if (next < 0) return x.at(-1)!;
  if (next === 0) return x[0]!;
  const [before, after] = [more[next - 1]!, more[next]!];
  const part = before === after ? 0 : (before - share) / (before - after);
  const value = x[next - 1]! + part * (x[next]! - x[next - 1]!);
  // What comes in whole numbers has none in between: more than 6.4 is more than 6.
  return x.every(Number.isInteger) ? Math.floor(value) : value;
}
