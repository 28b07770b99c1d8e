// Right answers: whatever of the built-in parts is replaced is found by its name, and is afterwards what it was.
import { afterEach, describe, expect, test } from "vitest";
import { BuiltIns } from "../../../src/node/project/builtIns.ts";
import { exactMath } from "../../../src/numeric/exactMath/index.ts";

const builtIns = new BuiltIns();
afterEach(() => builtIns.restore());

type Patch = readonly [path: string, replace: () => void];
const set = (holder: object, key: PropertyKey, value: unknown) => Reflect.set(holder, key, value);
const typedArray = Object.getPrototypeOf(Float64Array.prototype) as object;
const patches: readonly Patch[] = [
  ["JSON.stringify", () => set(JSON, "stringify", () => "{}")],
  ["Object.keys", () => set(Object, "keys", () => [])],
  ["Array.prototype.map", () => set(Array.prototype, "map", () => [])],
  ["Array.prototype[Symbol.iterator]", () => set(Array.prototype, Symbol.iterator, () => [].values())],
  [
    "ArrayIterator.prototype.next",
    () => set(Object.getPrototypeOf([].values()), "next", () => ({ done: true })),
  ],
  // On the class itself it would hide the method of all typed arrays.
  ["Float64Array.prototype.set", () => set(Float64Array.prototype, "set", () => undefined)],
  ["TypedArray.prototype.fill", () => set(typedArray, "fill", () => undefined)],
  ["Promise", () => set(globalThis, "Promise", class {})],
  ["Promise.prototype.then", () => set(Promise.prototype, "then", () => undefined)],
  ["Reflect.defineProperty", () => set(Reflect, "defineProperty", () => true)],
  ["Map.prototype.size", () => Object.defineProperty(Map.prototype, "size", { get: () => 0 })],
  ["Map.prototype.get", () => Reflect.deleteProperty(Map.prototype, "get")],
  ["Math.random", () => set(Math, "random", () => 0.5)],
  ["Math.exp", () => set(exactMath, "exp", () => 1)],
  ["Number.prototype.toFixed", () => set(Number.prototype, "toFixed", () => "0")],
];

describe("what is replaced", () => {
  test.each(patches)("%s", (path, replace) => {
    const script = { name: "coins", script: "" };
    let failure: unknown;
    try {
      builtIns.guard(script, replace);
    } catch (thrown) {
      failure = thrown;
    }
    expect(builtIns.find()).toBeUndefined();
    expect(failure).toMatchObject({
      name: "ScenarioFailure",
      message: `coins replaces ${path}: what is built in is everybody's, and stays as it is`,
    });
  });
});

test("what was replaced by someone else before is not told, nor what a scenario adds", () => {
  set(JSON, "stringify", () => "{}");
  builtIns.begin();
  expect(builtIns.guard({ name: "coins", script: "" }, () => 1)).toBe(1);
  builtIns.restore();
  builtIns.begin();
  expect(builtIns.guard({ name: "coins", script: "" }, () => set(Array, "ofOwn", 1))).toBe(true);
  Reflect.deleteProperty(Array, "ofOwn");
});
