// Every function of Math, and `**`: a step each, whose output is the last bits of what the function gives.
import { defineScenario, nonNegative, scalar, series } from "sandtable";

type Call = (x: number, y: number) => number;

/** What a trial may write that the language leaves to the engine, and beside it what it does not. */
const calls: Readonly<Record<string, Call>> = {
  abs: (x) => Math.abs(x - 1),
  acos: (x) => Math.acos(x / 20),
  acosh: (x) => Math.acosh(1 + x),
  asin: (x) => Math.asin(x / 20),
  asinh: (x) => Math.asinh(x),
  atan: (x) => Math.atan(x),
  atan2: (x, y) => Math.atan2(y - 5, x - 5),
  atanh: (x) => Math.atanh(x / 20),
  cbrt: (x) => Math.cbrt(x),
  ceil: (x) => Math.ceil(x) / 3,
  clz32: (x) => Math.clz32(x * 1000) / 3,
  cos: (x, y) => Math.cos(x * y),
  cosh: (x) => Math.cosh(x),
  exp: (x, y) => Math.exp(x - y),
  expm1: (x) => Math.expm1(x / 10),
  floor: (x) => Math.floor(x) / 3,
  fround: (x) => Math.fround(x) / 3,
  hypot: (x, y) => Math.hypot(x, y, 1),
  imul: (x, y) => Math.imul(x * 1000, y * 1000) / 3,
  log: (x) => Math.log(x),
  log10: (x) => Math.log10(x),
  log1p: (x) => Math.log1p(x),
  log2: (x) => Math.log2(x),
  max: (x, y) => Math.max(x, y) / 3,
  min: (x, y) => Math.min(x, y) / 3,
  // biome-ignore lint/style/useExponentiationOperator: both are meant to be played
  pow: (x, y) => Math.pow(x, y - 5),
  round: (x) => Math.round(x) / 3,
  sign: (x, y) => Math.sign(x - y) / 3,
  sin: (x, y) => Math.sin(1e9 * x * y),
  sinh: (x) => Math.sinh(x),
  sqrt: (x) => Math.sqrt(x),
  tan: (x) => Math.tan(x),
  tanh: (x) => Math.tanh(x / 5),
  trunc: (x) => Math.trunc(x - 5) / 3,
  "**": (x, y) => x ** (y - 5),
  "** by a whole number": (x, y) => x ** (Math.floor(y) - 5),
  "**=": (x, y) => {
    let power = x;
    power **= y / 7;
    return power;
  },
  // A build that folds constants would do so with a power of its own.
  "** of constants": (x) => x * 1.1 ** 10,
  "Math taken apart": (x, y) => {
    const { pow, exp } = Math;
    return pow(exp(-x / 10), y);
  },
};

const words = new Uint32Array(2);
const numbers = new Float64Array(words.buffer);

/** The lower 16 of a number's bits: other than the number, their mean tells of a single other bit. */
function lastBits(x: number): number {
  numbers[0] = x;
  return words[0]! & 0xffff;
}

export default defineScenario({
  title: "Every function of Math",
  question: "Does every Node and every browser reckon alike?",
  answer: "After {horizon} it is {sum}.",
  headline: ["sum", "bits"],
  step: "day",
  inputs: { x: nonNegative("1"), y: nonNegative("1") },
  outputs: { bits: series("1", "Last bits of the day's function"), sum: scalar("1", "Sum of all") },
  trial({ x, y }, out, { steps }) {
    let sum = 0;
    let day = 0;
    for (const name in calls) {
      if (day === steps) break;
      const value = calls[name]!(x, y);
      sum += value;
      out.bits[day] = lastBits(value);
      day++;
    }
    out.sum = sum;
  },
});
