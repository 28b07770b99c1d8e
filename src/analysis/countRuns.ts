// Progress of an analysis that takes many runs.

/** Counts runs: the function it gives is called after each, reports the share that is done and lets others have a turn. */
export function countRuns(
  runs: number,
  onProgress: ((share: number) => void) | undefined,
): () => Promise<void> {
  let done = 0;
  return async () => {
    done++;
    onProgress?.(done / runs);
    await nextTurn();
  };
}

/** Resolves after whatever is waiting: signals and messages are handled between runs. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
