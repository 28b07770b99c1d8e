import { expect, test } from "vitest";
import { cooperativeExecutor, createColumns } from "../../../src/report/worker/cooperativeExecutor.ts";
import type { Block } from "../../../src/simulation/block.ts";
import type { Engine } from "../../../src/simulation/engine.ts";

test("law: a long horizon is run in pieces that make up the block, in whole tiles of 64 trials", async () => {
  const ran: Block[] = [];
  const engine: Partial<Engine> = { runTrials: (block) => void ran.push(block) };
  const pause = () => Promise.resolve();
  const executor = cooperativeExecutor(engine as Engine, { columns: createColumns(), pause, steps: 1000 });
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
  expect(ran.length).toBeGreaterThan(3);
  let done = 0;
  for (const piece of ran) {
    expect(piece).toEqual({ ...block, first: 4096 + done, offset: 24 + done, count: piece.count });
    if (piece !== ran.at(-1)) expect(piece.count % 64).toBe(0);
    done += piece.count;
  }
  expect(done).toBe(block.count);
});
