// Live panels in a notebook: what its page, its .ipynb and its plain print hold of them, and what cannot be played there.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defineScenario, nonNegative, scalar } from "../../../src/index.ts";
import { describeError } from "../../../src/node/notebooks/cellOutput.ts";
import { executeNotebook } from "../../../src/node/notebooks/execute.ts";
import { ipynbOf } from "../../../src/node/notebooks/ipynb.ts";
import { notebookPage } from "../../../src/node/notebooks/notebookPage.ts";
import { ownScenarioText } from "../../../src/node/notebooks/ownTrial.ts";
import { textOf } from "../../../src/node/notebooks/printOutput.ts";
import { Session } from "../../../src/node/project/session.ts";
import { pow } from "../../../src/numeric/exactMath/pow.ts";
import type { Scenario } from "../../../src/simulation/scenario.ts";
import { coinClaims, coinConfig, coinModel, temporaryProject } from "../temporaryProject.ts";
import { nbformatProblems } from "./nbformat.ts";

const session = new Session();
const hostile = `</script><script>alert(1)</script>`;
let project: ReturnType<typeof temporaryProject>;
beforeAll(() => {
  project = temporaryProject({
    "coins.ts": coinModel.replace('"Coins"', JSON.stringify(hostile)),
    "coins.yaml": coinConfig,
    "claims.yaml": coinClaims,
  });
  mkdirSync(join(project.folder, "notebooks"));
});
afterAll(() => project.remove());

function execute(text: string) {
  const file = join(project.folder, "notebooks", "try.ts");
  writeFileSync(file, text);
  return executeNotebook(file, { folder: project.folder, trials: 256 });
}

const twoPanels = `// %% Load
import { load, show } from "sandtable/notebook";
const coins = await load("coins");
const run = await coins.with({ prize: "2 to 4" }).run({ whatIf: { ten: { title: ${JSON.stringify(hostile)}, set: { prize: 10 } } } });
show(run.live({ chart: "soFar", controls: ["prize"] }));
// %% Another
show(run.live({ chart: "won" }));
`;

/** The texts that a page holds packed, by their element's id. */
function packedTexts(page: string): Map<string, string> {
  const elements = page.matchAll(/<script type="text\/plain" id="([^"]+)">([^<]*)<\/script>/g);
  return new Map(
    [...elements].map(([, id, text]) => [id!, gunzipSync(Buffer.from(text!, "base64")).toString()]),
  );
}

describe("a page with panels", () => {
  test("holds the engine, the run and the scenario once, however many panels use them", async () => {
    const page = await notebookPage(await execute(twoPanels), { session });
    expect([...packedTexts(page).keys()]).toEqual(["worker-entry", "run-1", "scenario-2"]);
    expect(page.match(/<section class="live-panel/g)).toHaveLength(2);
  });

  test("says before any script runs what was run, and draws it", async () => {
    const notebook = await execute(twoPanels);
    const page = await notebookPage(notebook, { session });
    const [first, second] = page.split('<section class="live-panel').slice(1);
    expect(first).toContain("In 3 months they give");
    expect(first).toContain("As run: 3 months, seed sandtable, 256 trials.");
    expect(first).toContain('value="2 to 4"');
    for (const panel of [first!, second!]) expect(panel.match(/<svg/g)).toHaveLength(1);
  });

  test("runs nothing but scripts whose hash its policy names, and shows hostile words as words", async () => {
    const page = await notebookPage(await execute(twoPanels), { session });
    expect(page).not.toContain("<script>alert");
    expect(page).toMatch(/script-src &#39;sha256-[\w+/=]{44}&#39;; /);
    expect(page).toContain("worker-src blob:");
    expect(page).not.toMatch(/unsafe-eval|(src|href)="https?:/);
  });

  test("is the same bytes every time", async () => {
    const [once, again] = [await execute(twoPanels), await execute(twoPanels)];
    expect((await notebookPage(again)) === (await notebookPage(once))).toBe(true);
  });
});

describe("where no page is, a panel", () => {
  test("is its sentence, its chart with a picture, and what could be changed, in a valid .ipynb", async () => {
    const written = JSON.parse(await ipynbOf(await execute(twoPanels)));
    expect(nbformatProblems(written)).toEqual([]);
    const [sentence, chart, table] = written.cells[0].outputs.map(({ data }: { data: object }) => data);
    expect(sentence["text/markdown"].join("")).toContain("In 3 months they give");
    expect(Object.keys(chart)).toEqual(["application/vnd.vegalite.v5+json", "image/png", "text/plain"]);
    expect(table["text/plain"].join("")).toContain("2 to 4 USD");
  });

  test("prints its sentence, its chart in words, and what could be changed", async () => {
    const { cells } = await execute(twoPanels);
    const text = textOf(cells[0]!.outputs[0]!);
    expect(text).toContain("In 3 months they give");
    expect(text).toMatch(/\[Won so far.*\]/);
    expect(text).toMatch(/Prize +2 to 4 USD/);
  });
});

describe("a scenario that a notebook defines", () => {
  const own = (trial: string) => `// %% Twice
import { defineScenario, scalar } from "sandtable";
import { own, show } from "sandtable/notebook";
const factor = 2;
const twice = defineScenario({
  title: "Twice", question: "What is twice as much?", answer: "{double}", headline: ["double"], step: "year",
  inputs: { half: "1" }, outputs: { double: scalar("1", "Double") },
  ${trial},
});
const run = await own(twice, { horizon: "1 year", assumptions: { half: { belief: "1 to 3", unit: "1", why: "given" } } }).run();
show(run.live({ controls: ["half"] }));
`;

  test("comes with the page where its trial stands on its own", async () => {
    const notebook = await execute(own("trial({ half }, out) { out.double = half + half; }"));
    expect(notebook.error).toBeUndefined();
    const script = packedTexts(await notebookPage(notebook, { session })).get("scenario-2")!;
    // Law: what the page's worker would be given doubles too.
    const worker = { Math: Object.create(Math), sandtableScenario: undefined as unknown as Scenario };
    new Function("globalThis", "Math", script)(worker, worker.Math);
    const out = { double: 0 };
    worker.sandtableScenario.trial({ half: 21 }, out as never, undefined as never);
    expect(out.double).toBe(42);
  });

  test("takes its powers along, which the notebook's text calls by a name from outside the trial", async () => {
    const notebook = await execute(own("trial({ half }, out) { out.double = half ** 0.37; }"));
    expect(notebook.error).toBeUndefined();
    const script = packedTexts(await notebookPage(notebook, { session })).get("scenario-2")!;
    const worker = { sandtableScenario: undefined as unknown as Scenario };
    new Function("globalThis", "Math", script)(worker, Object.create(Math));
    const out = { double: 0 };
    worker.sandtableScenario.trial({ half: 21 }, out as never, undefined as never);
    expect(out.double).toBe(pow(21, 0.37));
  });

  test("is refused at its own line where its trial uses a name of the notebook", async () => {
    const { error } = await execute(own("trial: ({ half }, out) => { out.double = half * factor; }"));
    expect(error?.place).toMatchObject({ file: "notebooks/try.ts", line: 11 });
    expect(describeError(error!)).toContain('the trial of "Twice" alone; the trial uses factor from outside');
  });
});

describe("the text of a trial", () => {
  const outside = 3;
  const define = (trial: (inputs: { half: number }, out: { double: number }) => void) =>
    defineScenario({
      title: "Twice",
      question: "?",
      answer: "{double}",
      headline: ["double"],
      step: "year",
      inputs: { half: nonNegative("1") },
      outputs: { double: scalar("1", "Double") },
      trial: trial,
    });

  test("may use what it declares, properties of any name, and what all JavaScript has", () => {
    const text = ownScenarioText(
      define(({ half }, out) => {
        const rates = { outside: 2, await: 1 };
        const scaled = (value: number) => Math.max(0, value) * rates.outside;
        for (let step = 0; step < 1; step++) out.double = scaled(half);
      }),
    );
    expect(text).toContain('"title":"Twice"');
  });

  test.each([
    [
      "a constant around it",
      define(({ half }, out) => {
        out.double = half * outside;
      }),
      "outside",
    ],
    [
      "what only Node has",
      define((_, out) => {
        out.double = process.uptime();
      }),
      "process",
    ],
    [
      "a name in a branch that is hardly ever taken",
      define(({ half }, out) => {
        out.double = half > 1e9 ? outside : 0;
      }),
      "outside",
    ],
  ])("is refused for %s", (_, scenario, name) => {
    expect(() => ownScenarioText(scenario)).toThrow(`uses ${name} from outside itself`);
  });

  test("is refused where it has none", () => {
    expect(() => ownScenarioText(define((() => undefined).bind(null)))).toThrow("has no text");
  });
});
