// What keeps the house easy to read, counted: a limit that is passed is a reason to look, not to squeeze.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => {
    const file = join(root, "src", name);
    const text = readFileSync(file, "utf8");
    return {
      name: relative(root, file),
      text,
      tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
    };
  });

const maxFileLines = 250;
const maxFunctionLines = 80;
const maxFilesInFolder = 36;
const maxCasts = 8;
const maxFilesThatAskForKinds = 12;

function linesOf(node: ts.Node, tree: ts.SourceFile): number {
  const [start, end] = [node.getStart(tree), node.getEnd()].map(
    (position) => tree.getLineAndCharacterOfPosition(position).line,
  );
  return end! - start! + 1;
}

/** Functions and methods with their length, also those inside others. */
function functionsOf(tree: ts.SourceFile): { name: string; lines: number }[] {
  const found: { name: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      found.push({
        name: node.name?.getText(tree) ?? "a function without a name",
        lines: linesOf(node, tree),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Exported declarations without a docstring; what a file passes on from others has its docstring there. */
function undocumented(tree: ts.SourceFile): string[] {
  return tree.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText(tree));
    }
    const { name } = statement as ts.DeclarationStatement;
    return [name?.getText(tree) ?? "default"];
  });
}

describe("src/", () => {
  test(`has no file over ${maxFileLines} lines but those that give a reason in their head`, () => {
    const long = files.filter(({ text }) => text.split("\n").length - 1 > maxFileLines);
    expect(
      long.filter(({ text }) => !/^\/\/.*\blong\b/m.test(text.slice(0, 600))).map(({ name }) => name),
    ).toEqual([]);
  });

  test(`has no function over ${maxFunctionLines} lines`, () => {
    const long = files.flatMap(({ name, tree }) =>
      functionsOf(tree)
        .filter(({ lines }) => lines > maxFunctionLines)
        .map((one) => `${name}: ${one.name}, ${one.lines} lines`),
    );
    expect(long).toEqual([]);
  });

  test(`has no folder with more than ${maxFilesInFolder} files`, () => {
    const counts = new Map<string, number>();
    for (const { name } of files) counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > maxFilesInFolder)).toEqual([]);
  });

  test(`has at most ${maxCasts} casts by way of unknown, each with its reason`, () => {
    const casts = files.flatMap(({ name, text }) =>
      text.split("\n").flatMap((line, i, lines) => {
        if (!line.includes("as unknown as")) return [];
        const hasReason = /\/\/|\*\//.test(line) || /^\s*(\/\/|\*)/.test(lines[i - 1] ?? "");
        return [`${name}:${i + 1}${hasReason ? "" : ", without a reason"}`];
      }),
    );
    expect(casts.filter((cast) => cast.includes("without"))).toEqual([]);
    expect(casts.length).toBeLessThanOrEqual(maxCasts);
  });

  test(`asks for the kind of an output in at most ${maxFilesThatAskForKinds} files`, () => {
    const asks = /(\bkind\b[^\n]{0,12}[!=]==\s*|\bcase\s+)"(scalar|series|event|event-series)"/;
    const asking = files.filter(({ text }) => asks.test(text)).map(({ name }) => name);
    expect(asking.length, asking.join("\n")).toBeLessThanOrEqual(maxFilesThatAskForKinds);
  });

  test("has a docstring on every exported name", () => {
    const missing = files.flatMap(({ name, tree }) => undocumented(tree).map((one) => `${name}: ${one}`));
    expect(missing).toEqual([]);
  });

  test("means one thing by one exported name", () => {
    const places = new Map<string, string[]>();
    for (const { name, text } of files) {
      for (const [, exported] of text.matchAll(
        /^export (?:default )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
      )) {
        places.set(exported!, [...(places.get(exported!) ?? []), name]);
      }
    }
    // Each command registers itself under the same name.
    places.delete("register");
    // One for the source, one for what is built of it.
    places.delete("ownFiles");
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
  });
});
