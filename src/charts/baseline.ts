// What was published, behind what a reader has made of it: dotted lines in charts that follow a slider.
import type { Findings, VariantFindings } from "../analysis/findings.ts";
import type { Layers } from "./baseSpec.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { baseOf } from "./selectors.ts";
import { palette } from "./theme.ts";

/** What a chart is compared with. */
export interface Baseline {
  findings: Findings;
  /** False where both are the same: the lines are empty then, so that the chart keeps its shape. */
  isShown: boolean;
}

const stroke = { stroke: palette.text, strokeWidth: 1.2, strokeDash: [2, 4], opacity: 0.75, aria: false };

/** Values by step. */
type StepLine = readonly { step: number; value: number }[];

/** Lines over time, as far as there are `steps`; `linesOf` gives one value a step for each. */
export function baselineOverTime(
  baseline: Baseline | undefined,
  linesOf: (base: VariantFindings) => readonly (readonly number[])[],
  steps: number,
): StepLine[] {
  if (!baseline) return [];
  const lines = linesOf(baseOf(baseline.findings)).map((line) =>
    line.slice(0, baseline.isShown ? steps : 0).map((value, i) => ({ step: i + 1, value })),
  );
  return steps === 1 ? lines.map((line) => line.flatMap(acrossItsStep)) : lines;
}

/** A single step stands in the middle of the plot: there a line is a short piece across it. */
function acrossItsStep({ step, value }: StepLine[number]): StepLine {
  const reach = 0.3;
  return [step - reach, step + reach].map((end) => ({ step: end, value }));
}

/** The domain that holds the lines too. */
export function widened(domain: Domain, lines: readonly StepLine[]): Domain {
  const ends = [...domain, ...lines.flat().map(({ value }) => value)];
  return [Math.min(...ends), Math.max(...ends)];
}

/** The layers of lines over time. */
export function baselineLayers(lines: readonly StepLine[], drawing: Drawing): Layers {
  return lines.map((line) => baselineLayer(line, { x: "step", y: "value" }, drawing));
}

/** A layer with one line, by the fields of its rows. */
export function baselineLayer(
  rows: readonly object[],
  { x, y }: { x: string; y: string },
  drawing: Drawing,
): Layers[number] {
  return {
    data: drawing.data(rows),
    mark: { type: "line", ...stroke },
    encoding: { x: { field: x, type: "quantitative" }, y: { field: y, type: "quantitative" } },
  };
}
