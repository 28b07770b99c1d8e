// A run of which sketches are left: figures from them, and from the first trials what only columns tell.
import { kindOf } from "../outputKinds/kindOf.ts";
import type { ComparedRun, KeptRun } from "../run.ts";
import type { CrossingSummary, LevelSide } from "../statistics/crossing.ts";
import type { VariantSketches } from "./fitSketches.ts";
import {
  chanceOfSketch,
  exceedanceOfSketch,
  meanOfSketch,
  sharePositive,
  summarizeSketch,
} from "./summarizeSketch.ts";

/** What a sketched run is made of. */
export interface SketchedTrials
  extends Pick<ComparedRun, "name" | "against" | "trials" | "steps" | "declared"> {
  sketches: VariantSketches;
  /** Simulates the first trials, and keeps all outputs or those that are wanted. */
  simulateFirst(outputs?: readonly string[]): Promise<KeptRun>;
  /** When a series of the first trials crosses a level. */
  crossFirst(output: string, side: LevelSide, level: number): Promise<CrossingSummary>;
}

/** A run of these sketches. The first trials are simulated again when a question needs their columns: no other is kept. */
export function sketchedRun({ sketches, simulateFirst, crossFirst, ...own }: SketchedTrials): ComparedRun {
  const sketchOf = (output: string, step: number) => sketches.outputs[output]![step]!;
  const run: ComparedRun = {
    ...own,
    summary: async (output, step) => summarizeSketch(sketchOf(output, step), own.trials),
    mean: async (output, step) => {
      const figure = kindOf(own.declared[output]!).quantity === "chance" ? chanceOfSketch : meanOfSketch;
      return figure(sketchOf(output, step), own.trials);
    },
    median: async (output, step) => (await run.summary(output, step)).p50,
    exceedance: async (output) => exceedanceOfSketch(sketchOf(output, 0), own.trials),
    async difference(output) {
      const sketch = sketches.differences[output]!;
      return { ...summarizeSketch(sketch, own.trials), greater: sharePositive(sketch) };
    },
    crossing: crossFirst,
    kept: simulateFirst,
  };
  return run;
}
