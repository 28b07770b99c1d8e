// A scenario that a notebook defines, as a text of its own: what a browser plays it from.
import { type TransformFailure, transformSync } from "esbuild";
import type { Scenario } from "../../simulation/scenario.ts";

/** What every JavaScript has, wherever it runs. */
const everywhere = new Set(
  "Array BigInt Boolean Error Float32Array Float64Array Infinity Int8Array Int16Array Int32Array JSON Map Math NaN Number Object RangeError RegExp Set String Symbol TypeError Uint8Array Uint16Array Uint32Array WeakMap WeakSet isFinite isNaN parseFloat parseInt undefined".split(
    " ",
  ),
);

/** What esbuild calls the powers of a notebook's text, written there as `x ** y`. */
const power = "__pow";

/**
 * A declaration of `scenario`. A browser knows nothing of the notebook around it: throws RangeError where the trial
 * uses a name from there.
 */
export function ownScenarioText({ trial, ...declared }: Scenario): string {
  const text = functionText(trial);
  const outside = text === undefined ? [] : namesFromOutside(text);
  if (text === undefined || outside.length > 0) {
    const what = text === undefined ? "has no text" : `uses ${outside.join(", ")} from outside itself`;
    throw new RangeError(
      `a live panel is played in the reader's browser, which has the trial of "${declared.title}" alone; the trial ${what} (write it inside trial, or give the scenario a file of its own)`,
    );
  }
  const helper = text.includes(power) ? `const ${power} = Math.pow;\n` : "";
  return `${helper}const scenario = { ...${JSON.stringify(declared, withoutInfinity)}, trial: ${text} };`;
}

/** Bounds that bound nothing are left out: JSON has no infinity. */
function withoutInfinity(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

/** A function or a method as an expression; undefined for one whose text is none, such as a bound one. */
function functionText(made: Scenario["trial"]): string | undefined {
  const text = String(made);
  return [`(${text})`, `Object.values({ ${text} })[0]`].find((expression) => {
    try {
      transformSync(`(${expression});`);
      return true;
    } catch (error) {
      if ("errors" in (error as TransformFailure)) return false;
      throw error;
    }
  });
}

/** Names that an expression uses and neither declares itself nor finds in every JavaScript. */
function namesFromOutside(expression: string): string[] {
  const words = new Set(expression.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []);
  const candidates = [...words].filter((word) => word !== power && !everywhere.has(word) && isName(word));
  // Each is declared with a value that goes where nobody uses it: what is left is used.
  const value = "__usedFromOutside";
  const declarations = candidates.map((name) => `const ${name} = /* @__PURE__ */ ${value}("${name}");`);
  const { code } = transformSync(`${declarations.join("\n")}\nexport default ${expression};`, {
    format: "esm",
    treeShaking: true,
    charset: "utf8",
  });
  return [...code.matchAll(new RegExp(`\\b${value}\\("([^"]+)"\\)`, "g"))].map(([, name]) => name!);
}

/** Whether a word can be the name of a constant of a module: no keyword. */
function isName(word: string): boolean {
  if (word === "await") return false;
  try {
    new Function(`"use strict"; const ${word} = 0;`);
    return true;
  } catch {
    return false;
  }
}
