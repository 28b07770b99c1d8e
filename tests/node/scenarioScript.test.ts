// Laws of a scenario's script: its code meets exact functions and its own files' places, and the thread keeps its Math.
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readModel } from "../../src/node/project/readModel.ts";
import { exactMath } from "../../src/numeric/exactMath/index.ts";
import { temporaryProject } from "./temporaryProject.ts";

const { folder, remove } = temporaryProject({
  "math.ts": 'import { power } from "./helper.ts";\nexport default { Math, power };',
  "helper.ts": "export const power = (x: number, y: number) => x ** y;",
  "throws.ts": '// A comment.\nimport "./thrower.ts";',
  "thrower.ts": 'const text: string = "no coins";\nif (text) throw new RangeError(text);',
  "former.ts": 'import { scalar } from "#sandtable";\nexport default scalar("USD");',
  "enum.ts": "enum Face { Head = 1, Tail }\nexport default { tail: Face.Tail };",
});
afterAll(remove);

const read = (name: string) => readModel(join(folder, "scenarios", `${name}.ts`));

test("its Math is the exact one, in the files that it imports too; that of the thread is as it was", async () => {
  const before = Object.getOwnPropertyDescriptors(Math);
  const given = (await read("math")).default as { Math: Math; power(x: number, y: number): number };
  expect(given.Math).toBe(exactMath);
  expect(given.power(10, -5)).toBe(exactMath.pow(10, -5));
  expect(Object.getOwnPropertyDescriptors(Math)).toEqual(before);
});

test("its powers are Math's, so that none is left to the engine", async () => {
  expect((await read("math")).script).not.toContain("**");
});

test("what it throws is thrown with the place in the file that was written", async () => {
  const thrown = await read("throws").catch((error: unknown) => error);
  expect((thrown as Error).name).toBe("RangeError");
  expect((thrown as Error).stack).toContain(`${join(folder, "scenarios/thrower.ts")}:2:17`);
});

test('it imports the kit as "sandtable"; by the former name it is refused, with the name of today', async () => {
  const thrown = await read("former").catch((error: unknown) => error);
  expect((thrown as Error).message).toMatch(
    /scenarios\/former\.ts:1:24: the kit is not called "#sandtable" any more \(write "sandtable"\)$/,
  );
});

test("it may be written in all of TypeScript", async () => {
  expect((await read("enum")).default).toEqual({ tail: 2 });
});

test("the same files give the same script, wherever they are read from", async () => {
  const before = process.cwd();
  const here = (await read("math")).script;
  process.chdir(folder);
  const there = (await read("math")).script;
  process.chdir(before);
  expect(there).toBe(here);
});
