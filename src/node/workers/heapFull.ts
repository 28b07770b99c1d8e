// The heap is full of what is in use.

/** There is no room for what a program keeps: the surroundings failed, exit code 4. */
export class HeapFull extends Error {
  override readonly name = "HeapFull";

  /** @param limit bytes that the heap may have */
  constructor(limit: number) {
    const megabytes = Math.round(limit / 2 ** 20);
    super(
      `not enough memory: the ${megabytes} MB that the program may keep are nearly full, mostly of what trials leave behind; a trial keeps nothing for the next (NODE_OPTIONS=--max-old-space-size=${2 * megabytes} gives it twice as much)`,
    );
  }
}
