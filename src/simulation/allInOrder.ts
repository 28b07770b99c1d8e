// Waiting for several calls, so that what fails does not depend on which was quickest.

/** As `Promise.all`, but where several calls fail, the failure of the first in order, whichever was quickest. */
export async function allInOrder<const Calls extends readonly unknown[]>(calls: Calls) {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}
