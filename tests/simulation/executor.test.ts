// Tasks of which several are begun at a time: laws.
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { someAtOnce } from "../../src/simulation/executor.ts";

/** Tasks that take so many turns each; what is begun is counted. */
function tasksOf(turns: readonly number[], failing: readonly number[] = []) {
  const seen = { begun: 0, open: 0, most: 0 };
  const tasks = turns.map((length, index) => async () => {
    seen.begun++;
    seen.open++;
    seen.most = Math.max(seen.most, seen.open);
    for (let turn = 0; turn < length; turn++) await nextTurn();
    seen.open--;
    if (failing.includes(index)) throw new Error(`task ${index}`);
    return index;
  });
  return { seen, tasks };
}

test("results are in order, and no more are open than may be", async () => {
  const { seen, tasks } = tasksOf([9, 1, 5, 0, 3, 7, 2]);
  expect(await someAtOnce(3, tasks)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(seen.most).toBe(3);
});

test("the failure of the first is thrown though a later one was quicker, and no more are begun", async () => {
  const { seen, tasks } = tasksOf([9, 1, 1, 1, 1], [0, 1]);
  await expect(someAtOnce(2, tasks)).rejects.toThrow("task 0");
  expect(seen.begun).toBe(2);
});
