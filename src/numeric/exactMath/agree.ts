// Whether two makes of the same functions are one algorithm: seen from the last bits of many values.

type Functions = Readonly<Record<string, (...values: number[]) => number>>;

/**
 * Whether `others` gives the same bits as these functions for some arguments of each. Of another algorithm's values
 * one in two to one in a hundred differs, by function: none passes by chance.
 */
export function agree<Ours extends Functions>(
  ours: Ours,
  others: Readonly<Record<keyof Ours, Ours[string]>>,
): boolean {
  return Object.keys(ours).every((name) => {
    const [one, other] = [ours[name]!, others[name]!];
    return tried.every(([x, y]) => Object.is(one(x, y), other(x, y)));
  });
}

/** Fractions of the multiples of an irrational number lie evenly over (0, 1). */
const fraction = (multiple: number) => (multiple * 0.618033988749895) % 1;
const otherFraction = (multiple: number) => (multiple * 0.7548776662466927) % 1;

/** Over the ranges in which functions are computed in different ways. */
const tried: readonly (readonly [x: number, y: number])[] = Array.from(
  { length: 20 },
  (_, k) => k + 1,
).flatMap((k) => [
  [fraction(k), 20 * otherFraction(k) - 10],
  [100 * fraction(k), otherFraction(k) / 3],
  [k, 7 * fraction(k)],
  [1 + fraction(k) / 1024, 1000 * otherFraction(k)],
]);
