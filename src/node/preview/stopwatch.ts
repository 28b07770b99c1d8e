// What takes how long from an edit to its page: the preview tells it with --debug, and its measurement reads it.

export interface Stopwatch {
  /** Ends a part of the way: the time since the one before is its. */
  lap(part: string): void;
  /** Milliseconds so far. */
  total(): number;
  /** "read 12, play 340, page 60": milliseconds of each part. */
  parts(): string;
}

/** Starts one. */
export function startStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const started = now();
  const laps: string[] = [];
  let last = started;
  return {
    lap(part) {
      const time = now();
      laps.push(`${part} ${Math.round(time - last)}`);
      last = time;
    },
    total: () => now() - started,
    parts: () => laps.join(", "),
  };
}
