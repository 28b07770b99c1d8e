// Right answers: the same bits as this Node's own, over the ranges that inputs and trials move in.
import { expect, test } from "vitest";
import { exactMath } from "../../src/numeric/exactMath/index.ts";
import { Sfc32 } from "../../src/sampling/sfc32.ts";

const special = [
  0,
  -0,
  1,
  -1,
  2,
  -2,
  0.5,
  -0.5,
  3,
  -3,
  1e-300,
  5e-324,
  1e308,
  710,
  -745.2,
  Infinity,
  -Infinity,
  NaN,
];
const tries = 50_000;

function numbers(): () => number {
  const generator = new Sfc32();
  generator.start(1, 2, 3);
  return () => generator.uniform();
}

function different(pairs: Iterable<readonly [unknown, number, number]>): unknown[] {
  return [...pairs].filter(([, one, other]) => !Object.is(one, other)).slice(0, 5);
}

test.each(["exp", "log", "log1p", "expm1", "sin", "cos", "acos"] as const)(
  "%s is Node's to the last bit",
  (name) => {
    const random = numbers();
    const near = name === "log" ? 1 : 0;
    const arguments_ = Array.from({ length: tries }, (_, i) =>
      i % 2 === 0
        ? (random() - 0.1) * 10 ** (random() * 24 - 20)
        : near + (random() - 0.5) * 10 ** (3 - random() * 12),
    );
    expect(
      different([...special, ...arguments_].map((x) => [x, exactMath[name](x), Math[name](x)] as const)),
    ).toEqual([]);
  },
);

test("pow is Node's to the last bit", () => {
  const random = numbers();
  const pairs = special.flatMap((x) => special.map((y) => [x, y] as const));
  for (let power = -1080; power <= 1030; power++) pairs.push([2, power], [2, power + 0.5]);
  for (let i = 0; i < tries; i++) {
    const x = random() * 10 ** (random() * 10 - 5);
    pairs.push([x, (random() - 0.5) * 10 ** (random() * 4 - 2)]);
    pairs.push([-x, Math.round((random() - 0.5) * 40)]);
    pairs.push([1 + (random() - 0.5) * 1e-6, (random() - 0.5) * 1e10]);
  }
  expect(different(pairs.map(([x, y]) => [[x, y], exactMath.pow(x, y), x ** y] as const))).toEqual([]);
});
