import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");

/** From the ground up: a room imports its own kind and those before it. */
const floors = [
  "numeric",
  "distributions",
  "beliefs",
  "assumptions",
  "sampling",
  "simulation",
  "analysis",
  "format",
  "charts",
  "report",
  "node",
  "cli",
  "build",
];
/** Inside a room: folders likewise, the lowest first; "." is the room itself. */
const foldersOf: Readonly<Record<string, readonly string[]>> = {
  report: ["shared", "html", "worker", "page", "preview"],
  node: ["project", "workers", "output", "notebooks", "preview"],
};
/** From here down everything runs in a browser too. */
const pure = new Set(floors.slice(0, floors.indexOf("node")));
/** What the pure rooms may use from outside. */
const purePackages = new Set([
  "idiomorph",
  "get-east-asian-width",
  "leven",
  "simple-statistics",
  "seedrandom",
  "yaml",
  "zod",
  "vega",
  "vega-lite",
  "vega-interpreter",
]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [
    ...text.matchAll(/(?:^(?:import|export)\b[^"=(;]*\bfrom\s+|^import\s+|\bimport\s*\(\s*)"([^"]+)"/gm),
  ].map(([, name]) => name!);
}

/** The files of src/ that a file imports. */
function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith(".") && name.endsWith(".ts"))
    .map((name) => resolve(dirname(file), name));
}

/** Groups of two or more that reach each other: strongly connected components, by who can be reached from whom. */
function circlesOf(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map([...targets.keys()].map((file) => [file, reachedFrom(file, targets)]));
  const inCircle = [...targets.keys()].filter((file) => reached.get(file)!.has(file));
  const circles = inCircle.map((file) =>
    inCircle.filter((other) => reached.get(file)!.has(other) && reached.get(other)!.has(file)).sort(),
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

function reachedFrom(file: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return reached;
}

/** The room of a file in src/; its doors (index.ts, notebook.ts) have none. */
function roomOf(file: string): string | undefined {
  const [room, rest] = relative(source, file).split("/");
  return rest === undefined ? undefined : room;
}

describe("the house", () => {
  const files = filesBelow(source);

  test("has only the rooms that the README names", () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
    expect([...rooms].filter((room) => !floors.includes(room))).toEqual([]);
  });

  test(`lets imports go one way: ${[...floors].reverse().join(" → ")}`, () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      if (room === undefined) return [];
      return targetsOf(file)
        .filter(
          (target) => floors.indexOf(roomOf(target) ?? "a door") > floors.indexOf(room) || !roomOf(target),
        )
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(foldersOf))("lets imports go one way inside %s/", (room, folders) => {
    const folderOf = (file: string) => relative(join(source, room), file).split("/").slice(0, -1)[0];
    const inside = files.filter((file) => roomOf(file) === room);
    expect(inside.filter((file) => !folders.includes(folderOf(file) ?? "."))).toEqual([]);
    const wrong = inside.flatMap((file) =>
      targetsOf(file)
        .filter((target) => roomOf(target) === room)
        .filter((target) => folders.indexOf(folderOf(target)!) > folders.indexOf(folderOf(file)!))
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
    );
    expect(wrong).toEqual([]);
  });

  test("has no circle of imports, those of types included", () => {
    const targets = new Map(files.map((file) => [file, targetsOf(file)]));
    expect(circlesOf(targets).map((circle) => circle.map((file) => relative(root, file)))).toEqual([]);
  });

  test("a circle would be found", () => {
    const targets = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b", "d"]],
      ["d", []],
    ]);
    expect(circlesOf(targets)).toEqual([["b", "c"]]);
  });

  test("keeps Node, the clock and undeclared packages out of the pure rooms", () => {
    const impure = files
      .filter((file) => pure.has(roomOf(file) ?? ""))
      .flatMap((file) => {
        const packages = importsOf(file).filter((name) => !name.startsWith(".") && !purePackages.has(name));
        const text = readFileSync(file, "utf8").replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "");
        const words =
          roomOf(file) === "report"
            ? []
            : (text.match(
                /\b(process\.|Date\.now|new Date|performance\.|document\.(?:body|create|query|get|add)|window\.|Math\.random)/g,
              ) ?? []);
        return [...packages, ...words].map((what) => `${relative(root, file)}: ${what}`);
      });
    expect(impure).toEqual([]);
  });

  test("takes powers from numeric/, as an engine's own differ between Nodes; squares and powers of 2 do not", () => {
    const found = files
      .filter((file) => roomOf(file) !== "numeric")
      .flatMap((file) =>
        readFileSync(file, "utf8")
          .split("\n")
          .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
          .filter((line) => /Math\.pow\(|(?<!\b2) \*\* (?!2\b(?!\.))/.test(line))
          .map((line) => `${relative(root, file)}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  test("holds no word of the article in src/", () => {
    const words =
      /\b(Korea|Pyongyang|Russia|Ukrain|Moscow|Kremlin|Seoul|Pentagon|casualt|soldiers?|troops?)\w*/i;
    const found = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        // Docstrings may take their examples from the scenarios that everyone here knows.
        .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line) && words.test(line.replace(/\/\/.*|\/\*.*/, "")))
        .map((line) => `${relative(root, file)}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test("keeps plumbing out of scenarios/: they import the kit's door and each other alone", () => {
    const outside = filesBelow(join(root, "scenarios")).flatMap((file) =>
      importsOf(file)
        .filter((name) => name !== "sandtable" && !name.startsWith("./"))
        .map((name) => `${relative(root, file)}: ${name}`),
    );
    expect(outside).toEqual([]);
  });
});
