// How far a thread is with code of the user. A loop without an end never gives its thread back: only another thread can
// see that nothing goes on, in numbers that both can read.

/** Where each number stands in `cells`. */
export const watchCell = {
  /** How many pieces of the user's code have begun and not ended, one inside the other. */
  running: 0,
  /** Counts whatever begins, ends or gives a sign of life. */
  signs: 1,
  /** Number of the trial that was begun last. */
  trial: 2,
  /** Milliseconds that code may run without a sign. */
  limitMs: 3,
} as const;

/** How many numbers there are. */
export const watchCells = Object.keys(watchCell).length;

/** Milliseconds that code of the user may run without a sign of life unless its host says otherwise. */
export const defaultLimitMs = 10_000;

/** The failure of code that is given up, from what it did: "has not come back in 10 s". */
export type DescribeAbandoned = (what: string) => Error;

/** Kept by a thread that runs code of the user; another thread reads its cells. */
export class UserCodeWatch {
  readonly cells: Float64Array;
  /** Called before code of the user is first run: who watches starts here. */
  onFirstUse: (() => void) | undefined;
  private describe: DescribeAbandoned | undefined;

  /** @param cells that others can read where their buffer is shared */
  constructor(cells: Float64Array = new Float64Array(watchCells)) {
    this.cells = cells;
    if (cells[watchCell.limitMs] === 0) cells[watchCell.limitMs] = defaultLimitMs;
  }

  /** Milliseconds that code may run without a sign of life. */
  get limitMs(): number {
    return this.cells[watchCell.limitMs]!;
  }

  set limitMs(milliseconds: number) {
    this.cells[watchCell.limitMs] = milliseconds;
  }

  /** Has whoever watches start, if that has not happened. */
  prepare(): void {
    this.onFirstUse?.();
    this.onFirstUse = undefined;
  }

  /** Code of the user begins. Returns what it interrupts, for `leave`. */
  enter(describe: DescribeAbandoned): DescribeAbandoned | undefined {
    this.prepare();
    const before = this.describe;
    this.describe = describe;
    this.cells[watchCell.running]! += 1;
    this.sign();
    return before;
  }

  /** It has ended. */
  leave(before: DescribeAbandoned | undefined): void {
    this.describe = before;
    this.cells[watchCell.running]! -= 1;
    this.sign();
  }

  /** A sign of life. */
  sign(): void {
    this.cells[watchCell.signs]! += 1;
  }

  /** Runs code that does not wait for anything. */
  run<Result>(describe: DescribeAbandoned, act: () => Result): Result {
    const before = this.enter(describe);
    try {
      return act();
    } finally {
      this.leave(before);
    }
  }

  /** The failure of the code that runs now, which is given up for this. */
  abandoned(what = stallWords(this.limitMs)): Error {
    return this.describe?.(what) ?? new Error(what);
  }

  /** Whether code of the user has begun and not ended. */
  isRunning(): boolean {
    return this.cells[watchCell.running]! > 0;
  }
}

/** stallWords(10_000) → "has not come back in 10 s" */
export function stallWords(limitMs: number): string {
  return `has not come back in ${limitWords(limitMs)}`;
}

/** limitWords(10_000) → "10 s" */
export function limitWords(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(3))} s`;
}

/** Tells from a watch's cells that its thread does not go on; asked again and again. */
export class StallDetector {
  private readonly cells: Float64Array;
  private seen = "";
  private checkedAt: number;
  private silentMs = 0;

  constructor(cells: Float64Array, now: number) {
    this.cells = cells;
    this.checkedAt = now;
  }

  /** Whether code of the user has run for its limit without a sign. @param now milliseconds of any clock that does not go back */
  check(now: number): boolean {
    // A longer pause is one of whoever asks, or of a machine that has slept.
    const passed = Math.min(now - this.checkedAt, stallCheckMs);
    this.checkedAt = now;
    const [running, signs, trial, limitMs] = this.cells;
    const seen = `${running} ${signs} ${trial}`;
    this.silentMs = running! > 0 && seen === this.seen ? this.silentMs + passed : 0;
    this.seen = seen;
    return this.silentMs >= limitMs!;
  }
}

/** Milliseconds between two checks. */
export const stallCheckMs = 250;
