// The exact functions of Math. Frozen: their bits, which all figures stand on, on every Node. Right answers: on
// Node 20, whose bits they are to have, they are the engine's own.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fdlibm } from "../../src/numeric/exactMath/fdlibm.ts";
import { exactMath, installMath } from "../../src/numeric/exactMath/index.ts";
import { pow } from "../../src/numeric/exactMath/pow.ts";
import { Sfc32 } from "../../src/sampling/sfc32.ts";

type Name = keyof typeof fdlibm;
const names = Object.keys(fdlibm) as Name[];

const special = [
  ...[0, 1, 2, 0.5, 3, 10, 22, 1e-300, 5e-324, 2 ** -28, 1e22, 1e308, 709.5, 710.4, 745.2, Infinity],
  ...[Math.PI / 4, Math.PI / 2, Math.PI, NaN],
].flatMap((x) => [x, -x]);
const tries = 20_000;

/** Pairs of numbers over all ranges in which functions are computed in different ways. */
const pairs: readonly (readonly [number, number])[] = [...somePairs()];

function* somePairs(): Iterable<[number, number]> {
  const random = new Sfc32();
  random.start(1, 2, 3);
  const uniform = () => random.uniform();
  const around = (size: number) => (uniform() - 0.5) * 2 * size;
  for (const x of special) for (const y of special) yield [x, y];
  for (let k = -1074; k <= 1023; k++) yield [2 ** k, k / 2];
  for (let i = 0; i < tries; i++) {
    yield [around(1), around(20)];
    yield [uniform() * 100, around(10)];
    yield [around(fdlibm.pow(2, uniform() * 2000 - 1000)), around(1)];
    yield [1 + around(fdlibm.pow(2, -uniform() * 40)), around(1e10)];
    yield [Math.round(around(300)), Math.round(around(40))];
  }
}

/** All results, as the bits of doubles; of NaN there are many. */
function bitsOf(compute: (x: number, y: number) => number): string {
  const results = Float64Array.from(pairs, ([x, y]) => compute(x, y));
  const words = new DataView(results.buffer);
  for (const [i, result] of results.entries()) {
    if (Number.isNaN(result)) words.setFloat64(8 * i, Number.NaN, true);
    else words.setFloat64(8 * i, result, true);
  }
  return createHash("sha256").update(new Uint8Array(results.buffer)).digest("hex").slice(0, 16);
}

// Written down on Node 20.20.2.
const frozen: Readonly<Record<Name, string>> = {
  acos: "d56d7ff6fe270137",
  acosh: "e44396d7bc025b24",
  asin: "f12ed9cb975c82c1",
  asinh: "48f85a2ebf8fa059",
  atan: "ad6e02ca795fd3c4",
  atan2: "2c2fd44a680bcf27",
  atanh: "0fbc41e7b69a1ea0",
  cbrt: "3408d4d5831fbc64",
  cos: "f639da8989ee38e1",
  cosh: "318eb88485d92bde",
  exp: "6edbae945f415b78",
  expm1: "a36b0ddde90684e6",
  hypot: "fe94fc5ab2b5a8de",
  log: "e155026c2fdfc6fb",
  log10: "34f78a2f1b9ea852",
  log1p: "21d705543286931b",
  log2: "6c9f99521869651a",
  pow: "88d736967dfd7354",
  sin: "7dc2b7ab54d92b4c",
  sinh: "aa5260aba2a36ae9",
  tan: "bfe8b92630d019eb",
  tanh: "4e913679e3d89dfc",
};

describe("frozen: the same bits on every Node", () => {
  test.each(names)("%s as fdlibm computes it", (name) => {
    expect(bitsOf(fdlibm[name] as (x: number, y: number) => number)).toBe(frozen[name]);
  });

  test.each(names)("%s as scenarios and the kit have it", (name) => {
    const exact = exactMath[name] as (x: number, y: number) => number;
    expect(bitsOf((x, y) => exact(x, y))).toBe(frozen[name]);
  });
});

test("on Node 20 the engine's own functions have these bits, and are used", () => {
  if (!process.version.startsWith("v20.")) return;
  for (const name of names) expect([name, exactMath[name]]).toEqual([name, Math[name]]);
  expect(pow).toBe(Math.pow);
});

test("hypot of none, one or many", () => {
  expect([fdlibm.hypot(), fdlibm.hypot(-3), fdlibm.hypot(2, 3, 6)]).toEqual([0, 3, 7]);
  expect(fdlibm.hypot(NaN, -Infinity)).toBe(Infinity);
});

describe("exactMath", () => {
  test("has all that Math has", () => {
    const missing = Object.getOwnPropertyNames(Math).filter((name) => !(name in exactMath));
    expect(missing).toEqual([]);
    expect(exactMath.PI).toBe(Math.PI);
    expect(exactMath.max(1, 2)).toBe(2);
  });

  test("leaves the engine's own Math as it is; installMath replaces it for a thread of its own", () => {
    expect(Object.hasOwn(exactMath, "pow")).toBe(false);
    const math = { ...fdlibm };
    math.pow = () => 0;
    installMath(math);
    expect(math.pow(2, 10)).toBe(1024);
  });
});
