import { expect, test } from "vitest";
import { cooperativeExecutor, createColumns } from "../../../src/report/worker/cooperativeExecutor.ts";
import { Pace } from "../../../src/report/worker/pace.ts";
import type { Block } from "../../../src/simulation/block.ts";
import type { Engine } from "../../../src/simulation/engine.ts";

const block = {
  variant: "base",
  inputs: { prize: Float64Array.from({ length: 1024 }, (_, k) => k / 2) },
  outputs: {},
  stride: 1024,
  first: 4096,
  offset: 24,
  count: 1000,
};

/** The pieces in which a block is run, and the signs that are given. */
async function piecesOf(carefulFrom?: number) {
  const ran: Block[] = [];
  const signs: [begun: number, stall: string | undefined][] = [];
  const engine: Partial<Engine> = { runTrials: (piece) => void ran.push(piece) };
  const sign = (begun: number, stall?: string) => signs.push([begun, stall]);
  const pace = new Pace({ yieldToMessages: () => Promise.resolve(), sign, carefulFrom });
  const options = { name: "coins", columns: createColumns(), pace, steps: 1000 };
  await cooperativeExecutor(engine as Engine, options).call("runTrials", block);
  return { ran, signs };
}

test("law: a long horizon is run in pieces that make up the block, each at most four tiles of 64 trials", async () => {
  const { ran } = await piecesOf();
  expect(ran.length).toBeGreaterThan(3);
  let done = 0;
  for (const piece of ran) {
    expect(piece).toEqual({ ...block, first: 4096 + done, offset: 24 + done, count: piece.count });
    expect(piece.count).toBeLessThanOrEqual(256);
    done += piece.count;
  }
  expect(done).toBe(block.count);
  // Nothing is known of the first.
  expect(ran[0]!.count).toBe(1);
});

test("right answer: from where it is to be careful, each trial is announced, with its inputs", async () => {
  const { ran, signs } = await piecesOf(997);
  expect(ran.slice(-3).map(({ first, count }) => [first, count])).toEqual([
    [5093, 1],
    [5094, 1],
    [5095, 1],
  ]);
  expect(ran.slice(0, -3).reduce((sum, { count }) => sum + count, 0)).toBe(997);
  const careful = signs.filter(([begun]) => begun >= 997).slice(-6);
  expect(careful[0]).toEqual([
    997,
    "coins, variant base: trial 5093 has not come back in 10 s (prize=510.5)",
  ]);
  expect(careful[1]).toEqual([998, undefined]);
  expect(careful.map(([, stall]) => stall !== undefined)).toEqual([true, false, true, false, true, false]);
});
