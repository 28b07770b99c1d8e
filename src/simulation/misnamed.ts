// A name in a trial that the scenario does not declare: found by playing a trial that failed once more.
import { nearestHint } from "../beliefs/nearest.ts";

/** The reading of a name that is not declared; its stack leads to the line of the trial. */
export class Misnamed extends Error {
  constructor(name: string, noun: "input" | "output", names: readonly string[]) {
    super(`reads "${name}", which is no ${noun} of the scenario; ${nearestHint(name, names)}`);
    this.name = "Misnamed";
  }
}

/** The object, of which any other name than `names` throws Misnamed when it is read. */
export function withNamesOf<Target extends object>(
  target: Target,
  noun: "input" | "output",
  names: readonly string[],
): Target {
  return new Proxy(target, {
    get(object, name) {
      // What every object has is no slip.
      if (
        typeof name === "string" &&
        !names.includes(name) &&
        !(name in Object.prototype) &&
        name !== "toJSON"
      )
        throw new Misnamed(name, noun, names);
      return Reflect.get(object, name);
    },
    set: (object, name, value) => Reflect.set(object, name, value),
  });
}
