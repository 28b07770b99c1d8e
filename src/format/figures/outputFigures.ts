// The figures of one output, by name.

import type { OutputSummary } from "../../analysis/findings.ts";
import { hasProbability } from "../../analysis/summaries.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { readsAsShare } from "../numbers.ts";
import { type Data, dataOf, figureEstimates } from "./data.ts";
import { addText, branch, chanceFigure, type FigureNode, leaf, type NumberFigure } from "./figure.ts";
import { isOfMean, spreadNames } from "./figureNames.ts";
import { outputData } from "./outputData.ts";

/**
 * The figures of an output of a run: mean, sd, p5 … p95 and `never` of a number, probability and words of a chance. The
 * output's own figure is its median with p5 and p95, or its probability in words.
 */
export function outputFigures(summary: OutputSummary): FigureNode {
  return readOutputFigures(outputData(summary));
}

/** The same of an output as summary.json holds it; what it lacks or has in another shape is left out. */
export function readOutputFigures(output: unknown): FigureNode {
  const data = dataOf(output);
  return hasProbability(data) ? chanceFigures(data) : spreadFigures(data);
}

function spreadFigures(output: Data): FigureNode {
  const unit = String(output.unit ?? "1");
  const columns = new Map(
    spreadNames
      .map((name) => [name, figureEstimates(output[name])] as const)
      .filter(([, { length }]) => length > 0),
  );
  const percent = readsAsShare(
    unit,
    (["p5", "p50", "p95"] as const).flatMap((name) => columns.get(name)?.map(({ value }) => value) ?? []),
  );
  const number = (estimate: Estimate): NumberFigure => ({ ...estimate, unit, percent, isChance: false });
  const unstable = { mean: output.meanIsStable === false, sd: output.sdIsStable === false };
  const below = new Map<string, FigureNode>();
  for (const [name, column] of columns) {
    const mark = isOfMean(name) && unstable[name] ? { unstable: true as const } : {};
    below.set(name, leaf(column.map((estimate) => ({ ...number(estimate), ...mark }))));
  }
  const never = figureEstimates(output.never);
  if (never.length > 0) below.set("never", leaf(never.map(chanceFigure)));
  const [p5, p50, p95] = [columns.get("p5"), columns.get("p50"), columns.get("p95")];
  if (!p5 || !p50 || !p95) return { ...branch(), below };
  const whole = p50.map((middle, i) => ({ ...number(middle), ends: { p5: p5[i]!, p95: p95[i]! } }));
  return { ...leaf(whole), below };
}

function chanceFigures({ probability, words }: Data): FigureNode {
  const chances = figureEstimates(probability).map(chanceFigure);
  const node = leaf(chances.map((one) => ({ ...one, inWords: true as const })));
  node.below.set("probability", leaf(chances));
  addText(node, "words", words);
  return node;
}
