// Waiting for several calls, so that what fails does not depend on which was quickest.

/** All results in order; where several calls fail, the failure of the first, whichever was quickest. */
export async function allInOrder<Results extends readonly unknown[]>(
  calls: {
    readonly [K in keyof Results]: Promise<Results[K]>;
  },
): Promise<Results> {
  const settled = await Promise.allSettled(calls);
  const results = settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value as unknown;
  });
  // The compiler does not follow a tuple through `map`.
  return results as unknown as Results;
}
