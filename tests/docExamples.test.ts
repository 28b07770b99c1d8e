// Every function of both doors has an example in its docstring, and every example gives what it says.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as scenarioDoor from "../src/index.ts";
import { createNotebookApi } from "../src/node/notebooks/notebookApi.ts";
import { coinModel, temporaryProject } from "./node/temporaryProject.ts";

const source = resolve(import.meta.dirname, "../src");
const made = temporaryProject();
afterAll(() => made.remove());

const notebookDoor = createNotebookApi({ folder: made.folder, display: () => undefined });
const names = {
  ...scenarioDoor,
  ...notebookDoor,
  coins: new Function(
    ...Object.keys(scenarioDoor),
    coinModel.replace(/^import .*$/m, "").replace("export default", "return"),
  )(...Object.values(scenarioDoor)),
};

/** The docstring before the declaration of an exported function or constant; empty where there is none. */
function docstringOf(name: string, file: string): string {
  const text = readFileSync(file, "utf8");
  const declared = new RegExp(
    `(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\n(?:export )(?:function|const) ${name}\\b`,
  );
  return (declared.exec(text)?.[1] ?? "").replace(/^ *(\/\*\*| \*\/| \* ?)/gm, "");
}

/** Names of a door that are values, each with the file that declares it. */
function exportsOf(door: string): [name: string, file: string][] {
  const file = join(source, door);
  const text = readFileSync(file, "utf8");
  const own = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => [name!, file]);
  const others = [...text.matchAll(/^export \{([^}]*)\} from "([^"]+)"/gm)].flatMap(([, list, from]) =>
    list!.split(",").map((name) => [name.trim(), join(dirname(file), from!)]),
  );
  return [...own, ...others] as [string, string][];
}

/** Runs an example; what stands before "// →" has to give what stands behind it. */
async function run(example: string): Promise<number> {
  const lines = example.split("\n").map((line) => {
    const [, expression, value] = /^(.*?) \/\/ → (.*)$/.exec(line) ?? [];
    return expression === undefined ? line : `check((${expression}), (${value}));`;
  });
  let checked = 0;
  const check = (found: unknown, wanted: unknown) => {
    checked++;
    expect(found).toEqual(wanted);
  };
  const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
  await new AsyncFunction("check", ...Object.keys(names), lines.join("\n"))(check, ...Object.values(names));
  return checked;
}

describe.each(["index.ts", "notebook.ts"])("src/%s", (door) => {
  test.each(exportsOf(door))("%s has an example, and it is right", async (name, file) => {
    const [, example] = docstringOf(name, file).split("@example\n");
    expect(example, `${name} has no @example`).toBeDefined();
    expect(example).toContain(name);
    expect(await run(example!)).toBeGreaterThan(0);
  });
});

test("an example that is wrong is found", async () => {
  await expect(run('number(2) // → "3"')).rejects.toThrow();
});
