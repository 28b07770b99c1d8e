import { expect, test } from "vitest";
import { cooperativeExecutor, createColumns } from "../../../src/report/worker/cooperativeExecutor.ts";
import type { Engine } from "../../../src/simulation/engine.ts";
import type { Block } from "../../../src/simulation/trialRunner.ts";

test("law: a long horizon is played in pieces that make up the block, in whole tiles of 64 trials", async () => {
  const played: Block[] = [];
  const engine = { play: (block: Block) => played.push(block) } as unknown as Engine;
  const pause = () => Promise.resolve();
  const executor = cooperativeExecutor(engine, { columns: createColumns(), pause, steps: 1000 });
  const block = {
    variant: "base",
    inputs: {},
    outputs: {},
    stride: 1024,
    first: 4096,
    offset: 24,
    count: 1000,
  };
  await executor.call("runTrials", block);
  expect(played.length).toBeGreaterThan(3);
  let done = 0;
  for (const piece of played) {
    expect(piece).toEqual({ ...block, first: 4096 + done, offset: 24 + done, count: piece.count });
    if (piece !== played.at(-1)) expect(piece.count % 64).toBe(0);
    done += piece.count;
  }
  expect(done).toBe(block.count);
});
