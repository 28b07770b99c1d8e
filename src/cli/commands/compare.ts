// `sandtable compare`: what a what-if changes, with both sides on the same random numbers.
import type { Command } from "commander";
import type { Findings, OutputComparison } from "../../analysis/findings.ts";
import { whyNoStableMean } from "../../analysis/stableMean.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { conditionalNote } from "../../format/conditionalNote.ts";
import { jsonText } from "../../format/jsonText.ts";
import { unitWords } from "../../format/numbers.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { type ComparisonCells, comparisonCells } from "../../format/tables/comparisonCells.ts";
import { tableLines } from "../../format/tables/tableText.ts";
import { fillParagraph } from "../../format/text.ts";
import type { Session } from "../../node/project/session.ts";
import { runLoaded } from "../../node/workers/runLoaded.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import { addSimulationOptions, type RunCommandOptions } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

/** Registers `compare` with the program. */
export function register(command: Command, session: Session): void {
  addSimulationOptions(command)
    .option("--json", "print the summary of these variants as JSON")
    .option("--quiet", "no progress")
    .action((name: string, variants: string[], options: RunCommandOptions) =>
      compare(name, { ...options, variant: variants }, session),
    );
}

async function compare(name: string, options: RunCommandOptions, session: Session): Promise<void> {
  const { scenarios, workers } = await loadScenariosFor([name], options, session);
  const loaded = scenarios[0]!;
  if (loaded.config.variants.length < 2) {
    const isNamed = options.variant!.length > 0;
    const message = isNamed ? "it is the base that is compared against" : "there is no variant to compare";
    throw new BadInput([{ path: name, message, hint: `add one under "variants:" in its YAML` }]);
  }
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const onProgress = (share: number) => progress.show(share, name);
  const { findings } = await runLoaded(loaded, { workers, session }, { onProgress });
  progress.clear();
  print(options.json ? jsonText(summaryData(findings)) : describeComparisons(findings));
}

/** The paired differences as a table: headline outputs first, one row a variant. */
export function describeComparisons(findings: Findings): string {
  const { title, headline, comparisons, trials } = findings;
  const outputs = Object.keys(comparisons[0]?.outputs ?? {});
  const ordered = [...outputs].sort((a, b) => rank(a, headline) - rank(b, headline));
  const blocks = ordered.map((output) => {
    const cells = comparisons.map((comparison) => comparisonCells(findings, comparison, output));
    return { compared: comparisons[0]!.outputs[output]!, cells };
  });
  const rows = blocks.flatMap(({ compared, cells }) => [
    [headingOf(compared, cells[0]!)],
    ...cells.map(({ mean, p5, p95, chanceGreater }, i) => [
      `  ${comparisons[i]!.variant}`,
      ...[mean, p5, p95, chanceGreater],
    ]),
  ]);
  const sentences = [
    `Difference to the base, trial by trial, in ${trials.toLocaleString("en-US")} trials.`,
    "± is one standard error; 90 % of the differences lie between 5 % and 95 %.",
    conditionalNote(findings) ?? "",
    blocks.every(({ cells }) => cells.every(({ isStable }) => isStable)) ? "" : whyNoStableMean,
  ];
  const lead = fillParagraph(sentences.filter(Boolean).join(" "));
  const columns = ["", "mean", "5 %", "95 %", "chance greater"];
  return [title, lead, "", ...tableLines({ columns, rows })].join("\n");
}

/** "Runs out of money (chance, percentage points)" */
function headingOf({ label, unit }: OutputComparison, { isEvent, inPoints }: ComparisonCells): string {
  const kind = isEvent ? "chance, " : "";
  const unitShown = inPoints ? "percentage points" : unitWords(unit);
  return kind + unitShown === "" ? label : `${label} (${kind}${unitShown})`;
}

function rank(output: string, headline: readonly string[]): number {
  const place = headline.indexOf(output);
  return place < 0 ? headline.length : place;
}
