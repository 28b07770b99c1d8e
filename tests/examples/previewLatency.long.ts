// How soon the preview's page shows a saved edit: a measurement, on a machine that does nothing else.
// EDITS=20 KIND=contingent npm run test:long -- previewLatency
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserProgram } from "../browser/browser.ts";
import { type PreviewBench, startPreview } from "./previewPage.ts";

const edits = Number(process.env.EDITS ?? 12);
const goalMs = 1000;
let preview: PreviewBench;
beforeAll(async () => {
  if (browserProgram !== undefined) preview = await startPreview();
}, 300_000);
afterAll(() => preview?.end());

/** A kind of edit: the page that is open, the file, what is replaced in it, and by what, each time something else. */
interface Kind {
  page: string;
  file: string;
  from: string;
  to(edit: number): string;
  /** What the page says then; anything else than before unless given. */
  says?(edit: number): string | undefined;
}

const payments = { page: "payments/report.html", file: "scenarios/payments.yaml" };
const model = { page: "payments/report.html", file: "scenarios/payments.ts" };
const notebook = { page: "notebooks/payments.html", file: "notebooks/payments.ts" };
/** What was run once is cached by the preview: each kind has figures of its own. */
const exits = (lowest: number) => ({
  file: "scenarios/manpower.yaml",
  from: "pert(500, 2k, 6k)",
  to: (edit: number) => `pert(500, ${lowest + 3 * edit}, 6k)`,
});

const kinds: Readonly<Record<string, Kind>> = {
  "payments.yaml: a belief": {
    ...payments,
    from: "pert(1900, 2000, 2400)",
    to: (edit) => `pert(1900, ${2010 + 3 * edit}, 2400)`,
  },
  "payments.yaml: an error and its repair": {
    ...payments,
    from: "pert(1900, 2000, 2400)",
    to: (edit) => (edit % 2 === 0 ? "pert(1900, 2000" : `pert(1900, ${2010 + 3 * edit}, 2400)`),
    says: (edit) => (edit % 2 === 0 ? "scenarios/payments.yaml:5:" : undefined),
  },
  "payments.ts: a title": {
    ...model,
    from: "Payments to Pyongyang",
    to: (edit) => `Payments, number ${edit}`,
  },
  "payments.ts: what a trial does": {
    ...model,
    from: "let owedAsPay = 0;",
    to: (edit) => `let owedAsPay = ${edit + 1}e8;`,
  },
  "manpower.yaml: a belief": { page: "manpower/report.html", ...exits(2100) },
  "contingent.yaml: a belief": {
    page: "contingent/report.html",
    file: "scenarios/contingent.yaml",
    from: "4% to 20%",
    to: (edit) => `${5 + edit / 2}% to ${30 + edit}%`,
  },
  "claims.yaml: who says it": {
    page: "payments/report.html",
    file: "scenarios/claims.yaml",
    from: "South Korea's intelligence service",
    to: (edit) => `A service, ${edit}`,
  },
  "a notebook: prose": {
    ...notebook,
    from: "has one price",
    to: (edit) => `has price number ${edit}`,
  },
  "a notebook: code that runs anew": {
    ...notebook,
    from: "await payments.run()",
    to: (edit) => `await payments.run({ horizon: "${13 + edit} months" })`,
  },
  "a notebook: its scenario's belief": { page: "notebooks/manpower.html", ...exits(2101) },
};

const isChosen = ([name]: [string, Kind]) => name.includes(process.env.KIND ?? "");
test.skipIf(browserProgram === undefined).each(Object.entries(kinds).filter(isChosen))(
  "%s is shown within a second",
  { timeout: 240_000 },
  async (name, { page: path, file, from, to, says }) => {
    const source = join(preview.folder, file);
    const original = readFileSync(source, "utf8");
    expect(original).toContain(from);
    const page = await preview.open(path);
    const words: number[] = [];
    const drawn: number[] = [];
    const whole: number[] = [];
    preview.printed();
    let made = "";
    const isMade = (times: number) => {
      made += preview.printed();
      return made.split(`${path}  `).length > times;
    };
    for (let edit = 0; edit < edits; edit++) {
      const before = page.shown();
      const wanted = says?.(edit);
      const isDone = (now: string) =>
        wanted !== undefined ? now.includes(wanted) : now !== before && !now.includes("the last result");
      const begun = Date.now();
      const took = await page.after(() => writeFileSync(source, original.replaceAll(from, to(edit))), isDone);
      words.push(took.words);
      drawn.push(took.drawn);
      // What the page shows of all trials is no answer to the next edit.
      while (wanted === undefined && !isMade(whole.length + 1)) await sleep(20);
      if (wanted === undefined) whole.push(Date.now() - begun);
      // Some edits come while the preview still works at what the last one left over.
      await sleep(500 + ((edit * 900) % 3600));
    }
    const parts = [...made.matchAll(new RegExp(`${path}  .*?\\((.*)\\)`, "g"))].map(([, parts]) => parts!);
    console.log(
      `${name}: words ${described(words)}; drawn ${described(drawn)}; all trials made ${described(whole)}; load ${loadavg()[0]!.toFixed(1)}\n  on the way: ${partsOf(parts)}`,
    );
    writeFileSync(source, original);
    await sleep(3000);
    await page.close();
    expect(at(words, 0.95)).toBeLessThan(goalMs);
  },
);

function at(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(share * numbers.length)]!;
}

function described(waits: readonly number[]): string {
  return `least ${Math.min(...waits)}, median ${at(waits, 0.5)}, worst ${Math.max(...waits)} ms of ${waits.length}`;
}

/** The median of each part that the preview prints: "read 12, play 340". */
function partsOf(made: readonly string[]): string {
  const all = new Map<string, number[]>();
  for (const [, part, milliseconds] of made.join().matchAll(/(\w+) (\d+)/g))
    all.set(part!, [...(all.get(part!) ?? []), Number(milliseconds)]);
  return [...all].map(([part, times]) => `${part} ${at(times, 0.5)}`).join(", ");
}
