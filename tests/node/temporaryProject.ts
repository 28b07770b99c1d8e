// A project of its own for a test: a folder with scenarios that import the kit as a user's do.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A small scenario: coins thrown `throws` times; one assumption, one series, one scalar, one event. */
export const coinModel = `
import { defineScenario, event, nonNegative, scalar, series } from "sandtable";

export default defineScenario({
  title: "Coins",
  question: "How much do the throws give?",
  answer: "In {horizon} they give {won}; nothing is {nothing}.",
  headline: ["won", "nothing"],
  step: "month",
  inputs: { prize: nonNegative("USD") },
  outputs: { soFar: series("USD", "Won so far"), won: scalar("USD", "Won"), nothing: event("Nothing won") },
  trial({ prize }, out, { steps, random }) {
    let won = 0;
    for (let month = 0; month < steps; month++) {
      won += prize * random.bernoulli(0.5);
      out.soFar[month] = won;
    }
    out.won = won;
    out.nothing = won === 0;
  },
});
`;

/** Without variants: fewer charts to be drawn. */
export const plainCoinConfig = `
trials: 1024
horizon: 3 months
assumptions:
  prize: { belief: 1 to 4, unit: USD, claims: [prize] }
`;

export const coinConfig = `${plainCoinConfig}variants:
  rich: { title: A prize of ten, set: { prize: 10 } }
  poor: { title: A prize of one, set: { prize: 1 } }
`;

export const coinClaims = `
claims:
  prize:
    { says: The prize of a throw, value: 2, unit: USD, hedge: about, source: The host, paragraph: 3, grade: B2, reason: He pays it }
  audience:
    { says: Who watches, hedge: none, source: The host, paragraph: 4, grade: C3, reason: He counts them, unused: Nothing hangs on it }
`;

const coinFiles = { "coins.ts": coinModel, "coins.yaml": coinConfig, "claims.yaml": coinClaims };

/** The files of the coins without variants. */
export const plainCoins = { ...coinFiles, "coins.yaml": plainCoinConfig };

/** Writes a project with these files in scenarios/ into a new folder; `remove` takes it away. */
export function temporaryProject(files: Readonly<Record<string, string>> = coinFiles): {
  folder: string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-project-"));
  mkdirSync(join(folder, "scenarios"));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, "scenarios", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
