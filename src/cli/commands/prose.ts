// `sandtable prose`: fills figures into a person's Markdown, or tells those that are stale.
import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { fillProse, type StaleFigure, scenariosIn } from "../../format/references/fillProse.ts";
import { writeWhole } from "../../node/output/atomicFiles.ts";
import { readSummaries } from "../../node/output/readSummaries.ts";
import { isOfAnotherRun, readManifest, runSettingsOf } from "../../node/output/savedRun.ts";
import { towards } from "../../node/project/posix.ts";
import { findProject } from "../../node/project/project.ts";
import { readText, readTextFile } from "../../node/project/readText.ts";
import { settingWords } from "../../report/html/runChanges.ts";
import { defaultOut, outFolder } from "../options.ts";
import { print, printError } from "../terminal.ts";

/** Registers `prose` with the program. */
export function register(command: Command): void {
  command
    .option("--check", "change nothing; stale figures are bad input")
    .option("--out <folder>", "where the runs have left their figures", outFolder, defaultOut)
    .option(
      "--changed",
      "take figures also of runs with --set or other settings, whose figures are not those of their config",
    )
    .option("--quiet", "print nothing")
    .addHelpText("after", syntax)
    .action(prose);
}

const syntax = `
Write {harvest.base.totalYield.p50}: scenario, variant, output and figure, of the last run. It is filled in as
<!-- {harvest.base.totalYield.p50} -->960k tonnes<!-- / -->, so that it can be filled again; \\{ … } stays as it is.`;

interface ProseOptions {
  check?: true;
  changed?: true;
  out: string;
  quiet?: true;
}

async function prose(path: string, { check, changed, out, quiet }: ProseOptions): Promise<void> {
  const known = findProject(process.cwd()).scenarios.map(({ name }) => name);
  const inside = towards(process.cwd(), resolve(path));
  const file = inside.startsWith("..") ? path : inside;
  const { text, asWritten } = readTextFile(resolve(path), "written", file);
  const named = scenariosIn(text, known).filter((name) => known.includes(name));
  const trees = readSummaries(out, named);
  // Scenarios that are there but not referred to are known, so that a misspelt name finds its neighbour.
  for (const name of known) if (!trees.has(name)) trees.set(name, { below: new Map() });
  const { text: filled, count, stale, problems } = fillProse(text, trees, file);
  const otherwise = changedRuns(out, named);
  const wrong = [
    ...(changed ? [] : otherwise),
    ...problems,
    ...(check ? stale.map((one) => staleProblem(one, file)) : []),
  ];
  if (wrong.length > 0) throw new BadInput(wrong);
  // A link is followed, so that it stays one.
  if (!check && filled !== text) await writeWhole(realpathSync(path), asWritten(filled));
  if (quiet) return;
  for (const { path, message } of otherwise) printError(`warning: ${path} ${message}`);
  const lines = stale.map(({ line, column, reference, was, is }) => {
    const change = was === undefined ? is : `${was} → ${is}`;
    return `${file}:${line}:${column}: {${reference}} ${change}`;
  });
  const done = stale.length === 0 ? "all current" : `${stale.length} filled in`;
  print([...lines, `${file}: ${count} ${count === 1 ? "figure" : "figures"}, ${done}`].join("\n"));
}

/** The runs that were told otherwise than their config, or of which nobody knows what they were told. */
function changedRuns(out: string, names: readonly string[]): Problem[] {
  return names.flatMap((name) => {
    const manifest = readManifest(join(out, name));
    if (isOfAnotherRun(readText(join(out, name, "summary.json"), "output"), manifest)) {
      const message =
        "has a summary.json that is not of the run in run.json: stopped amid writing, or changed";
      return [{ path: name, message, hint: `\`sandtable run ${name}\` makes both; --changed takes it` }];
    }
    const words = settingWords(runSettingsOf(name, manifest));
    if (words.length === 0) return [];
    const message = `was run with ${words.join(" ")}: its figures are not those of its config`;
    return [{ path: name, message, hint: `\`sandtable run ${name}\` makes those; --changed takes these` }];
  });
}

function staleProblem({ line, column, reference, was, is }: StaleFigure, file: string): Problem {
  return {
    place: { file, line, column },
    path: `{${reference}}`,
    message: was === undefined ? "is not filled in" : `says "${was}", the findings say "${is}"`,
    hint: `\`sandtable prose ${file}\` fills it in`,
  };
}
