import { describe, expect, test } from "vitest";
import { directionNumbers } from "../../src/sampling/directionNumbers.ts";
import { replicates } from "../../src/sampling/plan.ts";
import { uniformSource } from "../../src/sampling/uniforms.ts";

const points = 256;
const trials = points * replicates;

function column(seed: string, { input = "troops", dimension = 0, length = trials } = {}): Float64Array {
  const target = new Float64Array(length);
  uniformSource(seed, { scenario: "payments", input, directions: directionNumbers[dimension]! })(target, 0);
  return target;
}

/** One scrambling of a column. */
function scrambling(values: Float64Array, replicate: number): Float64Array {
  return values.filter((_, trial) => trial % replicates === replicate);
}

describe("the uniform column of an input", () => {
  test("has one value in each of 256 equal parts, in every scrambling (law of a net)", () => {
    for (const dimension of [0, 1, 5, 30]) {
      const values = column("law", { dimension });
      for (let replicate = 0; replicate < replicates; replicate++) {
        const parts = scrambling(values, replicate).map((value) => Math.floor(value * points));
        expect(new Set(parts).size).toBe(points);
      }
    }
  });

  test("keeps pairs of dimensions a net: 256 points, one in each of 16 × 16 squares (law)", () => {
    const [x, y] = [column("law", { dimension: 0 }), column("law", { input: "pay", dimension: 1 })];
    for (let replicate = 0; replicate < replicates; replicate++) {
      const [a, b] = [scrambling(x, replicate), scrambling(y, replicate)];
      const squares = new Set(
        Array.from(a, (value, k) => 16 * Math.floor(value * 16) + Math.floor(b[k]! * 16)),
      );
      expect(squares.size).toBe(points);
    }
  });

  test("does not change with the length of the run or the blocks it is filled in (law)", () => {
    const source = uniformSource("blocks", {
      scenario: "payments",
      input: "troops",
      directions: directionNumbers[3]!,
    });
    const whole = new Float64Array(4096);
    source(whole, 0);
    const parts = new Float64Array(4096);
    for (let first = 0; first < 4096; first += 512) source(parts.subarray(first, first + 512), first);
    expect(parts).toEqual(whole);
    const longer = new Float64Array(8192);
    source(longer, 0);
    expect(longer.subarray(0, 4096)).toEqual(whole);
  });

  test("estimates the mean of a uniform with the variance of nested scrambling, 1/(12 m³) (right answer: Owen 1997)", () => {
    // 200 seeds of 16 scramblings: 3,200 means; the error of a variance is its size · √(2/3,200) = 2.5 %.
    let squares = 0;
    const seeds = 200;
    for (let seed = 0; seed < seeds; seed++) {
      const values = column(`variance ${seed}`);
      for (let replicate = 0; replicate < replicates; replicate++) {
        const one = scrambling(values, replicate);
        const mean = one.reduce((sum, value) => sum + value, 0) / points;
        squares += (mean - 0.5) ** 2;
      }
    }
    const variance = squares / (seeds * replicates);
    expect(Math.abs(variance * 12 * points ** 3 - 1)).toBeLessThan(4 * 0.025); // false alarm 1 in 16,000
  });

  test("has scramblings that are independent: the variance of their joint mean is a sixteenth (right answer)", () => {
    let squares = 0;
    const seeds = 800;
    for (let seed = 0; seed < seeds; seed++) {
      const mean = column(`joint ${seed}`).reduce((sum, value) => sum + value, 0) / trials;
      squares += (mean - 0.5) ** 2;
    }
    const variance = squares / seeds;
    expect(Math.abs(variance * 12 * points ** 3 * replicates - 1)).toBeLessThan(4 * Math.sqrt(2 / seeds)); // false alarm 1 in 16,000
  });

  test("differs between seeds, inputs and dimensions, also where texts repeat (law)", () => {
    const columns = [
      column("1"),
      column("11"),
      column("111"),
      column("1", { input: "pay" }),
      column("1", { dimension: 1 }),
      column(""),
    ];
    expect(new Set(columns.map((values) => values.join())).size).toBe(columns.length);
  });

  test("starts with these values for the seed 'sandtable' (frozen)", () => {
    expect(Array.from(column("sandtable", { length: 16 }).subarray(0, 4))).toMatchInlineSnapshot(`
      [
        0.35957081837113947,
        0.828556020394899,
        0.4576138394186273,
        0.3071193107170984,
      ]
    `);
  });
});
