// Everything wrong is told at once: work goes on after bad input as far as it can.
import { BadInput, type Problem } from "../../assumptions/problems.ts";

/** What `work` gives; undefined where it meets bad input, whose problems are then added to `problems`. */
export async function collectProblems<Result>(
  problems: Problem[],
  work: () => Result | Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
