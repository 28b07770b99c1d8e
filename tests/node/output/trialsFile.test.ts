// trials.parquet read back by another library: right answers by hand.
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { event, scalar } from "../../../src/index.ts";
import { encodeTrials } from "../../../src/node/output/encodeTrials.ts";
import { trialsParquet } from "../../../src/node/output/trialsFile.ts";
import type { TrialSample } from "../../../src/simulation/trialSample.ts";

const outputs = {
  won: scalar("USD", "Won"),
  month: scalar("months", "Month of the first win", { mayNotHappen: true }),
  nothing: event("Nothing won"),
};
const samples = ["base", "rich"].map(
  (variant, k): TrialSample => ({
    variant,
    trials: Float64Array.of(0, 2),
    inputs: { prize: Float64Array.of(1.5, 2 + k), won: Float64Array.of(7, 8) },
    outputs: {
      won: Float64Array.of(1e300, -0.1),
      month: Float64Array.of(3, Number.NaN),
      nothing: Float64Array.of(0, 1),
    },
  }),
);

async function rows(bytes: Uint8Array) {
  return parquetReadObjects({ file: bytes.slice().buffer });
}

test("one row a trial and variant; what did not happen is null; an input called like an output is told apart", async () => {
  const found = await rows(await trialsParquet({ samples, outputs }));
  const first = {
    variant: "base",
    trial: 0,
    prize: 1.5,
    "input.won": 7,
    won: 1e300,
    month: 3,
    nothing: false,
  };
  const second = {
    variant: "base",
    trial: 2,
    prize: 2,
    "input.won": 8,
    won: -0.1,
    month: null,
    nothing: true,
  };
  expect(found).toEqual([
    first,
    second,
    { ...first, variant: "rich" },
    { ...second, variant: "rich", prize: 3 },
  ]);
});

test("the same trials give the same bytes (law)", async () => {
  const one = await trialsParquet({ samples, outputs });
  expect(Buffer.from(one).equals(Buffer.from(encodeTrials({ samples, outputs })))).toBe(true);
});
