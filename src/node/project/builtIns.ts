// What is built in is everybody's: code of the user that replaces part of it, JSON.stringify or a method of all arrays,
// is told and undone before anything else runs.
import { exactMath } from "../../numeric/exactMath/index.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { stackAt } from "./scenarioStack.ts";
import type { UserScript } from "./userCode.ts";

/** Names of what the kit and its libraries stand on. */
const globals =
  "Array ArrayBuffer Boolean DataView Date Error Float64Array Function Int32Array JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set SharedArrayBuffer String Symbol TypeError Uint8Array Uint32Array WeakMap isFinite isNaN parseFloat parseInt".split(
    " ",
  );

/** A method or a class as it was. */
interface Part {
  holder: object;
  key: PropertyKey;
  /** As it is read, through whatever the holder inherits from. */
  value: unknown;
  /** As the holder itself has it. */
  descriptor: PropertyDescriptor | undefined;
  /** "Array.prototype.map" */
  path: string;
}

/** Part of what is built in, and what stands in its place. */
export interface Replaced {
  path: string;
  by: unknown;
}

/** What is built in, as it is when this is made. */
export class BuiltIns {
  readonly #values: Part[] = [];
  /** Those that compute their value, such as a map's size. */
  readonly #accessors: Part[] = [];
  // What undoes a replacement cannot stand on what may be replaced.
  readonly #reflect = { ...ownMethods(Reflect) } as typeof Reflect;
  /** Whether someone else had replaced something before. */
  #isForeign = false;

  constructor() {
    // Before the kinds, in which its methods are seen too.
    this.#addAll(Object.getPrototypeOf(Float64Array.prototype), "TypedArray.prototype");
    for (const name of globals) {
      this.#add(globalThis, name, "");
      const value: unknown = Reflect.get(globalThis, name);
      this.#addAll(value, name);
      if (typeof value === "function") this.#addAll(value.prototype, `${name}.prototype`);
    }
    // The one that a scenario calls so.
    for (const key of Reflect.ownKeys(Math)) this.#add(exactMath, key, "Math");
    const iterator = Object.getPrototypeOf([][Symbol.iterator]());
    this.#addAll(iterator, "ArrayIterator.prototype");
  }

  /** What is replaced now, if anything. */
  find(): Replaced | undefined {
    for (let k = 0; k < this.#values.length; k++) {
      const { holder, key, value, path } = this.#values[k]!;
      const by = (holder as Record<PropertyKey, unknown>)[key];
      if (by !== value) return { path, by };
    }
    for (let k = 0; k < this.#accessors.length; k++) {
      const { holder, key, descriptor, path } = this.#accessors[k]!;
      const now = this.#reflect.getOwnPropertyDescriptor(holder, key);
      if (now?.get !== descriptor!.get) return { path, by: now?.get ?? now?.value };
    }
    return undefined;
  }

  /** From now on only what is replaced anew is told. */
  begin(): void {
    this.#isForeign = this.find() !== undefined;
  }

  /** Runs code of the user. @throws ScenarioFailure where it has replaced something; that is undone */
  guard<Result>(script: UserScript, act: () => Result): Result {
    try {
      return act();
    } finally {
      this.refuse(script.name, (by) => stackAt(by, script.script));
    }
  }

  /**
   * Undoes what code of the user has replaced. `stackOf` gives the place of a function in it.
   * @throws ScenarioFailure where there is any
   */
  refuse(name: string, stackOf: (by: unknown) => string): void {
    if (this.#isForeign) return;
    const replaced = this.find();
    if (!replaced) return;
    this.restore();
    throw replacedFailure(replaced, name, stackOf);
  }

  /** Puts all back that is replaced. */
  restore(): void {
    this.#restoreAll(this.#values);
    this.#restoreAll(this.#accessors);
  }

  #restoreAll(parts: readonly Part[]): void {
    // Not even arrays can be relied on to be gone through otherwise.
    for (let k = 0; k < parts.length; k++) {
      const { holder, key, descriptor } = parts[k]!;
      if (descriptor) this.#reflect.defineProperty(holder, key, descriptor);
      else this.#reflect.deleteProperty(holder, key);
    }
  }

  #addAll(holder: unknown, path: string): void {
    if (!isObject(holder)) return;
    const isTyped = holder instanceof Object.getPrototypeOf(Float64Array);
    const keys = new Set(Reflect.ownKeys(holder));
    // Methods of all typed arrays can be hidden in each kind.
    const parent = Object.getPrototypeOf(holder) as object | null;
    if (isTyped || parent === Object.getPrototypeOf(Float64Array.prototype))
      for (const key of Reflect.ownKeys(parent!)) keys.add(key);
    for (const key of keys) if (key !== "prototype") this.#add(holder, key, path);
  }

  #add(holder: object, key: PropertyKey, path: string): void {
    const descriptor = Reflect.getOwnPropertyDescriptor(holder, key);
    const shown =
      typeof key === "symbol" ? `[${key.description}]` : path === "" ? String(key) : `.${String(key)}`;
    if (descriptor?.get)
      this.#accessors.push({ holder, key, value: undefined, descriptor, path: path + shown });
    else if (isComputed(holder, key)) return;
    else {
      const value: unknown = Reflect.get(holder, key);
      if (typeof value === "function" || path === "")
        this.#values.push({ holder, key, value, descriptor, path: path + shown });
    }
  }
}

/** The failure of a scenario that has replaced something, with the place of what it has put there. */
function replacedFailure(
  { path, by }: Replaced,
  name: string,
  stackOf: (by: unknown) => string,
): ScenarioFailure {
  const message = `${name} replaces ${path}: what is built in is everybody's, and stays as it is`;
  const cause = new Error(message);
  cause.stack = stackOf(by);
  return new ScenarioFailure(message, { cause });
}

/** Whether a property computes its value, wherever the holder has it from. */
function isComputed(holder: object, key: PropertyKey): boolean {
  for (let object: object | null = holder; object; object = Object.getPrototypeOf(object)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
    if (descriptor) return descriptor.get !== undefined;
  }
  return false;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function ownMethods(object: object): object {
  return Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(object)).map(([key, { value }]) => [key, value]),
  );
}

/** What is built in, as a session's thread has it before code of the user is run. */
export const builtIns = () => new BuiltIns();
