// Times of the parts of a build: the preview prints them with --debug, and its latency test reads them.

/** A stopwatch with laps; all times in milliseconds. */
export interface Stopwatch {
  /** Ends a part: it has taken the time since the last lap. */
  lap(part: string): void;
  /** The time so far. */
  total(): number;
  /** "read 12, play 340, page 60" */
  parts(): string;
}

/** Starts a stopwatch; `now` gives milliseconds. */
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
