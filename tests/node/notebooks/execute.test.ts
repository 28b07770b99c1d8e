// What a notebook gives when it is executed: its outputs cell by cell, its figures, and its errors at their line.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeError } from "../../../src/node/notebooks/cellOutput.ts";
import { executeNotebook } from "../../../src/node/notebooks/execute.ts";
import { ipynbOf } from "../../../src/node/notebooks/ipynb.ts";
import { notebookPage } from "../../../src/node/notebooks/notebookPage.ts";
import { textOf } from "../../../src/node/notebooks/printOutput.ts";
import { WaitingPatience } from "../../../src/node/notebooks/runToEnd.ts";
import { readModel } from "../../../src/node/project/readModel.ts";
import { Session } from "../../../src/node/project/session.ts";
import { temporaryProject } from "../temporaryProject.ts";
import { nbformatProblems } from "./nbformat.ts";

let project: ReturnType<typeof temporaryProject>;
let folder: string;
beforeAll(() => {
  project = temporaryProject();
  folder = project.folder;
  mkdirSync(join(folder, "notebooks"));
});
afterAll(() => project.remove());

function execute(text: string, name = "try") {
  const file = join(folder, "notebooks", `${name}.ts`);
  writeFileSync(file, text);
  return executeNotebook(file, { folder, trials: 256, session: new Session() });
}

const begin = `// %% [markdown]
// # A try
// %% Load
import { claim, load, md, number, own, show } from "sandtable/notebook";
const coins = await load("coins");
`;

describe("cells", () => {
  test("share one scope, and each keeps what it showed and printed", async () => {
    const { cells, title, error, scenarios } = await execute(`${begin}
console.log("from", { the: "first" });
// %% Run
const run = await coins.with({ prize: 4 }).run({ horizon: "1 month", variants: ["rich"] });
show(run.chart("won"));
// %% Tell
type Told = string;
const told: Told = run.figure("rich.won.p95");
md\`It is **\${told}**.\`;
console.error("at last");
`);
    expect(error).toBeUndefined();
    expect(title).toBe("A try");
    expect(scenarios).toEqual(["coins"]);
    expect(cells.map(({ outputs }) => outputs.map(({ kind }) => kind))).toEqual([
      [],
      ["text"],
      ["chart"],
      ["markdown", "text"],
    ]);
    // Right answer: --set and `with` have the last word in every variant, so that one throw wins 4 at best.
    expect(cells[3]!.outputs.map(textOf)).toEqual(["It is **4 USD**.", "at last\n"]);
    expect(textOf(cells[1]!.outputs[0]!)).toBe("from { the: 'first' }\n");
  });

  test("figures, tables and differences are those of the findings (right answers by hand)", async () => {
    const { cells, error } = await execute(`${begin}
const whatIf = { ten: { title: "Ten", set: { prize: 10 } }, two: { title: "Two", set: { prize: 2 } } };
const run = await coins.run({ variants: [], set: { prize: 2 }, horizon: "1 month", whatIf });
show([
  run.figure("ten.won.p95"),
  run.figure("won.p5"),
  run.figure("two.soFar.p95", { step: 1 }),
  run.figure("ten.nothing.words"),
  run.difference("two", "won"),
  run.chanceGreater("two", "won"),
  run.estimate("ten.won.p95").value + 1,
  claim("prize").value,
  number(0.25, { percent: true }),
].join("; "));
show(run.table(["won"]));
show(coins.ledger());
`);
    expect(error).toBeUndefined();
    const [figures, table, ledger] = cells[1]!.outputs;
    expect(textOf(figures!)).toBe(
      "10 USD; 0 USD; 2 USD; unlikely to roughly even chance; 0 USD; under 2 %; 11; 2; 25 %\n",
    );
    expect(table).toMatchObject({
      table: { caption: "Won: Coins", columns: ["", "Median", "9 in 10 trials"] },
    });
    expect(table).toMatchObject({
      table: { rows: ["As set here", "Ten", "Two"].map((variant) => expect.arrayContaining([variant])) },
    });
    expect(ledger).toMatchObject({
      table: {
        rows: [
          ["Prize", "1 to 4 USD", expect.any(String), "Claimed: The prize of a throw (The host; prize)."],
        ],
      },
    });
  });

  test("a notebook can define a scenario of its own", async () => {
    const { cells, error } = await execute(`
import { defineScenario, scalar } from "sandtable";
import { own, show } from "sandtable/notebook";
const twice = defineScenario({
  title: "Twice", question: "What is twice as much?", answer: "{double}", headline: ["double"], step: "year",
  inputs: { half: "1" }, outputs: { double: scalar("1", "Double") },
  trial({ half }, out) { out.double = 2 * half; },
});
const run = await own(twice, { horizon: "1 year", assumptions: { half: { belief: 21, unit: "1", why: "given" } } }).run();
show(run.figure("double.p50"));
`);
    expect(error).toBeUndefined();
    expect(cells[0]!.outputs.map(textOf)).toEqual(["42\n"]);
  });

  test("of its own scenario the same object may stand in two places, beside correlations and levels", async () => {
    const { cells, error } = await execute(`
import { defineScenario, scalar, series } from "sandtable";
import { own, show } from "sandtable/notebook";
const sum = defineScenario({
  title: "Sum", question: "How much?", answer: "{total}", headline: ["total"], step: "year",
  inputs: { one: "1", other: "1" }, outputs: { total: scalar("1", "Total"), soFar: series("1", "So far") },
  trial({ one, other }, out) { out.total = out.soFar[0] = one + other; },
});
const same = { belief: "uniform(0, 1)", unit: "1", why: "given" };
const run = await own(sum, {
  horizon: "1 year",
  assumptions: { one: same, other: same },
  correlations: [{ between: ["one", "other"], rank: 1 }],
  levels: [{ output: "soFar", above: 1 }],
}).run({ trials: 256 });
show(run.figure("total.p95"));
show(run.chart("crossing-soFar-above-1").name);
`);
    expect(error).toBeUndefined();
    // Right answer: what goes together entirely is twice one of them, and nineteen in twenty of that lie below 1.9.
    expect(cells[0]!.outputs.map(textOf)).toEqual(["1.90\n", "crossing-soFar-above-1\n"]);
  });
});

describe("an error", () => {
  test.each([
    [
      "a misspelt figure",
      'const run = await coins.run();\n  run.figure("wonn.p50");',
      7,
      7,
      'did you mean "won"?',
    ],
    [
      "a misspelt chart",
      'const run = await coins.run();\nrun.chart("headlin");',
      7,
      5,
      'did you mean "headline"?',
    ],
    [
      "a misspelt chart of a panel",
      'const run = await coins.run();\nshow(run.live({ chart: "wonn" }));',
      7,
      10,
      'did you mean "won"?',
    ],
    [
      "a misspelt assumption of a panel",
      'const run = await coins.run();\nshow(run.live({ controls: ["prise"] }));',
      7,
      10,
      'there is no assumption "prise" (did you mean "prize"?)',
    ],
    ["a misspelt scenario", 'await load("coin");', 6, 7, 'did you mean "coins"?'],
    ["a misspelt claim", '\nclaim("price");', 7, 1, 'did you mean "prize"?'],
    ["a belief that is none", 'coins.with({ prize: "uniform(4, 1)" });', 6, 7, "Bad input"],
    ["an own fault", "const none: { a?: { b: number } } = {};\nshow(none.a!.b);", 7, 14, "TypeError"],
    [
      "a function of the notebook",
      "function f(): never {\n  throw new Error('deep');\n}\n\nf();",
      7,
      9,
      "Error: deep",
    ],
    ["a promise left behind", "void Promise.reject(new Error('left'));", 6, 21, "Error: left"],
    ["a timer left behind", 'setTimeout(() => {\n  throw new Error("later");\n}, 10);', 7, 9, "Error: later"],
    ["no TypeScript", "const = 3;", 6, 7, "SyntaxError"],
    [
      "the kit by its former name",
      'import { md as text } from "#sandtable/notebook";\ntext("");',
      6,
      28,
      'write "sandtable/notebook"',
    ],
  ])("is told at its own line: %s", async (_, code, line, column, words) => {
    const { error } = await execute(`${begin}${code}\n`);
    expect(error?.place).toEqual({ file: "notebooks/try.ts", line, column });
    expect(describeError(error!)).toContain(words);
  });

  test("is told of no timer that was cleared, and none goes on after the end", async () => {
    const { error, cells } = await execute(
      `// %%
import { show } from "sandtable/notebook";
clearTimeout(setTimeout(() => { throw new Error("cleared"); }, 1));
setInterval(() => { throw new Error("too late"); }, 1000);
setTimeout((word: string) => show(word), 1, "waited for");
`,
    );
    expect(error).toBeUndefined();
    expect(cells[0]!.outputs.map(textOf)).toEqual(["waited for\n"]);
  });

  test("that is no Error is told too", async () => {
    const { error } = await execute("throw 'a word';");
    expect(error).toMatchObject({ message: "threw a word" });
  });

  test("is kept with its cell, what came before stays, what comes after is not run", async () => {
    const { cells } = await execute(
      `${begin}show("before");\n// %% Wrong\nshow("still");\nthrow new Error("x");\n// %%\nshow(1);\n`,
    );
    expect(cells.map(({ outputs }) => outputs.map(({ kind }) => kind))).toEqual([
      [],
      ["text"],
      ["text", "error"],
      [],
    ]);
    expect(cells.map(({ executed }) => executed)).toEqual([false, true, true, false]);
  });
});

describe("what holds for all code of this process", () => {
  test("what is built in stays: a cell that replaces some of it is told with its place", async () => {
    const before = Array.prototype.map;
    const replacing = (code: string) =>
      execute(`${begin}// %%\nconst before = Array.prototype.map;\n${code}\n// %%\nmd\`Not reached\`;\n`);
    const { error, cells } = await replacing(
      "Array.prototype.map = function (this: never[], ...given) { return before.apply(this, given) as never[]; };",
    );
    expect(Array.prototype.map).toBe(before);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^notebooks\/try\.ts replaces Array\.prototype\.map: /),
      place: { file: join("notebooks", "try.ts"), line: 8, column: 23 },
    });
    expect(cells.at(-1)!.executed).toBe(false);
    // In the last cell, and the Math that a notebook calls so.
    const last = await execute(`${begin}Math.max = () => 7;\n`);
    expect(last.error?.message).toMatch(/replaces Math\.max/);
    expect(Math.max(1, 2)).toBe(2);
  });

  test("a host that has better to do does not wait for what never comes", async () => {
    const file = join(folder, "notebooks", "never.ts");
    writeFileSync(file, `${begin}await new Promise(() => undefined);\n`);
    const stopped = new AbortController();
    const host = { turn: async () => undefined, signal: stopped.signal };
    const executed = executeNotebook(file, { folder, session: new Session(), host });
    setTimeout(() => stopped.abort(new Error("edited")), 300);
    expect((await executed).error?.message).toBe("edited");
  });

  test("a host waits a minute for what is none of its work (right answer by hand)", async () => {
    const patience = new WaitingPatience();
    let turn: () => void = () => undefined;
    const host = patience.ofHost({
      turn: () =>
        new Promise((resolve) => {
          turn = resolve;
        }),
    });
    expect([30_000, 29_999].map((ms) => patience.pass(ms))).toEqual([false, false]);
    const working = host.turn();
    expect(patience.pass(3_600_000)).toBe(false);
    turn();
    await working;
    expect([59_999, 1].map((ms) => patience.pass(ms))).toEqual([false, true]);
  });
});

describe("the pages", () => {
  const hostile = `</script><script>alert(1)</script>`;
  const text = `${begin}
const run = await coins.run({ whatIf: { x: { title: ${JSON.stringify(hostile)}, set: { prize: 3 } } } });
show(run.chart("variants-won"));
show(run.table());
show({ caption: ${JSON.stringify(hostile)}, columns: ["<b>"], rows: [["<i>"]] });
show(${JSON.stringify(hostile)});
md\`\${${JSON.stringify(hostile)}}\`;
// %% Load
throw new Error(${JSON.stringify(hostile)});
`;

  test("hold texts as data: nothing of theirs is run", async () => {
    const page = await notebookPage(await execute(text));
    // Right answer: one script that has charts drawn, what its worker runs, one element of data for the one chart.
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect([count(/<script/g), count(/<\/script/g), count(/<b>|<i>/g)]).toEqual([3, 3, 0]);
    expect(count(/script-src &#39;sha256-[\w+/=]{44}&#39;/g)).toBe(1);
    expect(count(/unsafe-eval|(src|href)="https?:/g)).toBe(0);
  });

  test("show a chart on a telephone as a picture of its own, narrower than the wide one (law)", async () => {
    const page = await notebookPage(await execute(text));
    const width = (tag: string) => Number(new RegExp(`<${tag} [^>]*?width="([\\d.]+)"`).exec(page)?.[1]);
    expect(width("source")).toBeGreaterThan(0);
    expect(width("source")).toBeLessThan(width("img") - 100);
  });

  test("are the same bytes every time, and the .ipynb is valid with a picture beside every chart", async () => {
    const [once, again] = [await execute(text), await execute(text)];
    expect((await notebookPage(again)) === (await notebookPage(once))).toBe(true);
    const written = await ipynbOf(once);
    expect((await ipynbOf(again)) === written).toBe(true);
    const notebook = JSON.parse(written);
    expect(nbformatProblems(notebook)).toEqual([]);
    const outputs = notebook.cells.flatMap((cell: { outputs?: object[] }) => cell.outputs ?? []);
    const charts = outputs.filter(({ data = {} }) => "application/vnd.vegalite.v5+json" in data);
    expect(charts).toHaveLength(1);
    const png = Buffer.from(charts[0].data["image/png"], "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(charts[0].data["text/plain"].join("")).toContain("Won");
    // Two cells of the same title have ids of their own.
    expect(notebook.cells.map(({ id }: { id: string }) => id)).toEqual(["a-try", "load", "load--2"]);
  });

  test("a broken rule of nbformat is found (the check itself can fail)", () => {
    const cell = {
      cell_type: "code",
      id: "a b",
      metadata: {},
      source: [],
      outputs: [{}],
      execution_count: 1,
    };
    const found = nbformatProblems({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
    expect(found).toHaveLength(4);
  });
});

test("a model is read anew after its file was edited, and stays the same while it is not", async () => {
  const file = join(folder, "scenarios", "coins.ts");
  const session = new Session();
  const read = (path: string) => readModel(path, session);
  const first = await read(file);
  expect(await read(file)).toBe(first);
  writeFileSync(file, readFileSync(file, "utf8").replace('title: "Coins"', 'title: "Dice"'));
  expect((await read(file)).default).toMatchObject({ title: "Dice" });
});
