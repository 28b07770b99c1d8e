// A long day at a preview: edits of every kind, failures among them.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { coinConfig, coinModel } from "../temporaryProject.ts";
import type { PreviewProcess } from "./previewProcess.ts";

const report = /coins\/report\.html {2}\d/;
const prose = /notebooks\/prose\.html {2}\d/;

/** What a notebook of the soak holds. */
const notebook = (words: string) => `import { load, md, show } from "sandtable/notebook";
const run = await (await load("coins")).run();
md\`${words}: \${run.answer}\`;
show(run.chart("soFar"));
`;

/** After every second round the preview has time for pictures, and for what it does when nobody edits. */
const breakMs = 20_000;

/** An edit, and what the preview prints once it has followed. */
interface Edit {
  act(): void;
  printed: RegExp;
}

/** What was renamed is renamed back, with an edit: what is back before anyone has looked has not changed. */
function returned(from: string, to: string, { act, printed }: Edit): Edit {
  return {
    act: () => {
      renameSync(from, to);
      act();
    },
    printed,
  };
}

/** Makes the project what the edits begin with. */
export function prepareSoak(folder: string): void {
  mkdirSync(join(folder, "notebooks"));
  writeFileSync(join(folder, "notebooks", "prose.ts"), notebook("At first"));
}

/** The edits of one round; `round` makes each of their texts another than ever before. */
function editsOf(folder: string, round: number): Edit[] {
  const path = (...parts: string[]) => join(folder, ...parts);
  const [config, model, page] = [
    path("scenarios", "coins.yaml"),
    path("scenarios", "coins.ts"),
    path("notebooks", "prose.ts"),
  ];
  const write = (file: string, text: string, printed: RegExp): Edit => ({
    act: () => writeFileSync(file, text),
    printed,
  });
  const beliefs = (k: number) => coinConfig.replace("1 to 4", `1 to ${4 + round + k / 100}`);
  const title = (k: number) => coinModel.replace('title: "Coins"', `title: "Coins ${round}.${k}"`);
  return [
    ...[1, 2, 3, 4, 5].map((k) => write(config, beliefs(k), report)),
    write(page, notebook(`In round ${round}`), prose),
    write(model, title(1), report),
    write(config, beliefs(6).replace("unit: USD", "unit: [USD"), /coins\.yaml:\d+:\d+/),
    write(config, beliefs(7).replace("claims: [prize]", "claims: [prise]"), /prise/),
    write(config, beliefs(8), report),
    write(model, title(2).replace("let won = 0;", "let won = = 0;"), /coins\.ts:\d+:\d+: cannot be read/),
    write(model, title(3).replace("let won = 0;", `throw new Error("round ${round}");`), /round \d+/),
    write(model, `${title(4)}\nthrow new Error("at the top ${round}");`, /at the top \d+/),
    write(model, title(5), report),
    write(page, `${notebook("Broken")}run.figure("wonn ${round}");\n`, /wonn/),
    write(page, notebook(`Repaired ${round}`), prose),
    { act: () => rmSync(config), printed: /has no scenarios\/coins\.yaml beside it/ },
    write(config, beliefs(9), report),
    { act: () => renameSync(path("scenarios"), path("away")), printed: /there is no folder scenarios\// },
    returned(path("away"), path("scenarios"), write(config, beliefs(10), report)),
    {
      act: () => renameSync(model, path("scenarios", "dice.ts")),
      printed: /has no scenarios\/coins\.ts|beside it/,
    },
    returned(path("scenarios", "dice.ts"), model, write(model, title(6), report)),
    ...[11, 12, 13].map((k) => write(config, beliefs(k), report)),
  ];
}

/** The memory that a preview takes after an edit. */
export interface SoakMemory {
  edit: number;
  megabytes: number;
}

/** Makes at least so many edits one after the other, each followed by the preview, with a break after every second round. */
export async function soak(preview: PreviewProcess, folder: string, edits: number): Promise<SoakMemory[]> {
  const taken: SoakMemory[] = [];
  const measure = (edit: number) => taken.push({ edit, megabytes: Math.round(preview.memory()) });
  let edit = 0;
  for (let round = 0; edit < edits; round++) {
    for (const { act, printed } of editsOf(folder, round)) {
      await preview.after(act, printed);
      measure(++edit);
    }
    if (round % 2 === 0) continue;
    await sleep(breakMs);
    measure(edit);
  }
  return taken;
}
