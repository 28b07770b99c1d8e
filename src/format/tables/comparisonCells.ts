// The paired difference of a variant to the base as cells.

import type { Comparison, Findings } from "../../analysis/findings.ts";
import { isTold, noStableMean } from "../../analysis/stableMean.ts";
import { hasProbability } from "../../analysis/summaries.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { chanceFigure, type NumberFigure } from "../figures/figure.ts";
import { formatInterval } from "../numbers.ts";
import { outputReadsAsShare } from "../outputReadsAsShare.ts";
import { inPoints } from "../percentagePoints.ts";
import { figureCell } from "./cells.ts";
import type { Cell } from "./table.ts";

/** The cells of one comparison. */
export interface ComparisonCells {
  mean: Cell;
  p5: Cell;
  p95: Cell;
  /** From p5 to p95, in words. */
  interval: Cell;
  chanceGreater: Cell;
  /** Whether the mean difference says something. */
  isStable: boolean;
  /** Differences are in percentage points. */
  inPoints: boolean;
  /** An event in a single trial: the difference is −1, 0 or 1, so that only the mean says something and there is no interval. */
  isEvent: boolean;
}

/** The difference of one output between a variant and the base. */
export function comparisonCells(
  { variants }: Pick<Findings, "variants">,
  { outputs }: Comparison,
  output: string,
): ComparisonCells {
  const { unit, difference, chanceGreater } = outputs[output]!;
  const base = variants[0]!;
  const isStable = isTold(difference.mean);
  const isEvent = hasProbability(base.outputs[output]!);
  const percent = outputReadsAsShare(variants, output);
  const shown = (estimate: Estimate): NumberFigure => ({
    ...(percent ? { ...inPoints(estimate), unit: "1" } : { ...estimate, unit }),
    percent: false,
    isChance: false,
  });
  const [mean, p5, p95] = [shown(difference.mean), shown(difference.p5), shown(difference.p95)];
  return {
    mean: isStable ? figureCell(mean) : { text: noStableMean, figure: { ...mean, unstable: true } },
    p5: isEvent ? { text: "" } : figureCell(p5),
    p95: isEvent ? { text: "" } : figureCell(p95),
    interval: { text: isEvent ? "" : formatInterval(p5, p95, undefined, { of: p5.unit }) },
    chanceGreater: figureCell(chanceFigure(chanceGreater)),
    isStable,
    inPoints: percent,
    isEvent,
  };
}
