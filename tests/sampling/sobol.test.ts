import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { directionNumbers } from "../../src/sampling/directionNumbers.ts";
import { reverseBits } from "../../src/sampling/scramble.ts";
import { nextDirection, sobolDirections, sobolPoint } from "../../src/sampling/sobol.ts";

const [, ...rows] = readFileSync(new URL("../reference/sobol_64x8.csv", import.meta.url), "utf8")
  .trim()
  .split("\n");

describe("Sobol points", () => {
  test("are those of Joe and Kuo's own code (right answer: scipy 1.10)", () => {
    for (const row of rows) {
      const [index, ...expected] = row.split(",").map(Number);
      const point = expected.map(
        (_, dimension) => sobolPoint(sobolDirections(directionNumbers[dimension]!), index!) / 2 ** 32,
      );
      expect(point).toEqual(expected);
    }
  });

  test("step by step are the same as one by one (law)", () => {
    for (const dimension of [0, 1, 7, 40, 63]) {
      const directions = sobolDirections(directionNumbers[dimension]!);
      let point = 0;
      for (let index = 0; index < 2000; index++) {
        expect(point >>> 0).toBe(sobolPoint(directions, index));
        point ^= nextDirection(directions, index);
      }
    }
  });

  test("put one point into each of 256 equal parts, in every dimension (law)", () => {
    for (let dimension = 0; dimension < directionNumbers.length; dimension++) {
      const directions = sobolDirections(directionNumbers[dimension]!);
      const parts = new Set(Array.from({ length: 256 }, (_, index) => sobolPoint(directions, index) >>> 24));
      if (parts.size !== 256) expect(`dimension ${dimension}: ${parts.size}`).toBe("256 parts");
    }
  });
});

test("reversing bits twice changes nothing (law), and the lowest becomes the highest (right answer)", () => {
  for (const word of [0, 1, 2, 0x12345678, -1, 0x80000000])
    expect(reverseBits(reverseBits(word))).toBe(word | 0);
  expect(reverseBits(1) >>> 0).toBe(0x80000000);
});
