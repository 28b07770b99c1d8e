// `sandtable compare`: what a what-if changes, with both sides on the same luck.
import type { Command } from "commander";
import type { Findings, OutputComparison } from "../../analysis/findings.ts";
import { meansAreStable, noStableMean, whyNoStableMean } from "../../analysis/stableMean.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { conditionalNote } from "../../format/conditionalNote.ts";
import { jsonText } from "../../format/jsonText.ts";
import { formatEstimate, unitWords } from "../../format/numbers.ts";
import { outputReadsAsShare } from "../../format/outputReadsAsShare.ts";
import { inPoints } from "../../format/percentagePoints.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { runLoaded } from "../../node/workers/runLoaded.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import { addSimulationOptions, type RunCommandOptions } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";
import { table } from "../terminalTable.ts";
import { wrap } from "../wrap.ts";

export function register(command: Command): void {
  addSimulationOptions(command)
    .option("--json", "print the summary of these variants as JSON")
    .option("--quiet", "no progress")
    .action(compare);
}

async function compare(name: string, variants: readonly string[], words: RunCommandOptions): Promise<void> {
  const { scenarios, workers } = await loadScenariosFor([name], { ...words, variant: [...variants] });
  const loaded = scenarios[0]!;
  if (loaded.config.variants.length < 2) {
    const message =
      variants.length > 0 ? "it is the base that is compared against" : "there is no variant to compare";
    throw new BadInput([{ path: name, message, hint: `add one under "variants:" in its YAML` }]);
  }
  const progress = progressBar(process.stderr, Date.now, { silent: words.quiet === true });
  const onProgress = (share: number) => progress.show(share, name);
  const { findings } = await runLoaded(loaded, { workers }, { onProgress });
  progress.clear();
  print(words.json ? jsonText(summaryData(findings)) : describeComparisons(findings));
}

/** The paired differences as a table: headline outputs first, one row a variant. */
export function describeComparisons(findings: Findings): string {
  const { title, headline, comparisons, trials, variants } = findings;
  const outputs = Object.keys(comparisons[0]?.outputs ?? {});
  const ordered = [...outputs].sort((a, b) => rank(a, headline) - rank(b, headline));
  const sides = (variant: string, output: string) =>
    variants.flatMap(({ name, outputs }, i) => (i === 0 || name === variant ? [outputs[output]!] : []));
  const isStable = (variant: string, output: string) => meansAreStable(sides(variant, output));
  const rows = ordered.flatMap((output) => {
    const { label, unit } = comparisons[0]!.outputs[output]!;
    const isChance = "probability" in variants[0]!.outputs[output]!;
    const percent = outputReadsAsShare(variants, output);
    const [kind, unitShown] = [isChance ? "chance, " : "", percent ? "percentage points" : unitWords(unit)];
    const heading = kind + unitShown === "" ? label : `${label} (${kind}${unitShown})`;
    return [
      [heading],
      ...comparisons.map(({ variant, outputs }) => {
        const style = { isChance, percent, isStable: isStable(variant, output) };
        return [`  ${variant}`, ...cells(outputs[output]!, style)];
      }),
    ];
  });
  const sentences = [
    `Difference to the base, trial by trial, in ${trials.toLocaleString("en-US")} trials.`,
    "± is one standard error; 90 % of the differences lie between 5 % and 95 %.",
    conditionalNote(findings) ?? "",
    comparisons.every(({ variant }) => outputs.every((output) => isStable(variant, output)))
      ? ""
      : whyNoStableMean,
  ];
  const lead = wrap(sentences.filter(Boolean).join(" "));
  const head = ["", "mean", "5 %", "95 %", "chance greater"];
  return [title, lead, "", ...table([head, ...rows])].join("\n");
}

function rank(output: string, headline: readonly string[]): number {
  const place = headline.indexOf(output);
  return place < 0 ? headline.length : place;
}

/** Of a chance only the mean says something: in a single trial the difference is −1, 0 or 1. */
function cells(
  { unit, difference, chanceGreater }: OutputComparison,
  { isChance, percent, isStable }: { isChance: boolean; percent: boolean; isStable: boolean },
): string[] {
  const { mean, p5, p95 } = difference;
  const figure = (estimate: Estimate) =>
    percent ? formatEstimate(inPoints(estimate)) : formatEstimate(estimate, undefined, { of: unit });
  const ends = isChance ? ["", ""] : [figure(p5), figure(p95)];
  return [
    isStable ? figure(mean) : noStableMean,
    ...ends,
    formatEstimate(chanceGreater, undefined, { percent: true }),
  ];
}
