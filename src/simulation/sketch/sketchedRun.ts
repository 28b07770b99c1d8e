// A run of which sketches are left: figures from them, and from the first trials what only columns tell.
import type { ComparedRun, KeptRun } from "../run.ts";
import type { OutputDeclarations } from "../scenario.ts";
import type { ColumnSummary } from "../statistics/columnSummary.ts";
import type { CrossingSummary, LevelSide } from "../statistics/crossing.ts";
import type { Difference } from "../statistics/difference.ts";
import type { Estimate } from "../statistics/estimate.ts";
import type { ExceedancePoints } from "../statistics/exceedanceCurve.ts";
import type { VariantSketches } from "./fitSketches.ts";
import type { Sketch } from "./sketch.ts";
import { exceedanceOfSketch, meanOfSketch, sharePositive, summarizeSketch } from "./summarizeSketch.ts";

/** What a sketched run is made of. */
export interface SketchedTrials {
  name: string;
  /** Name of the base. */
  against: string;
  trials: number;
  steps: number;
  declared: OutputDeclarations;
  sketches: VariantSketches;
  /** Simulates the first trials, to be kept. */
  simulateFirst(): Promise<KeptRun>;
}

/** The first trials are simulated again when a question first needs their columns. */
export class SketchedRun implements ComparedRun {
  readonly name: string;
  readonly against: string;
  readonly trials: number;
  readonly steps: number;
  readonly declared: OutputDeclarations;
  private readonly sketches: VariantSketches;
  private readonly simulateFirst: () => Promise<KeptRun>;
  private first: Promise<KeptRun> | undefined;

  constructor({ name, against, trials, steps, declared, sketches, simulateFirst }: SketchedTrials) {
    this.name = name;
    this.against = against;
    this.trials = trials;
    this.steps = steps;
    this.declared = declared;
    this.sketches = sketches;
    this.simulateFirst = simulateFirst;
  }

  async summary(output: string, step: number): Promise<ColumnSummary> {
    return summarizeSketch(this.sketch(output, step), this.trials);
  }

  async mean(output: string, step: number): Promise<Estimate> {
    return meanOfSketch(this.sketch(output, step));
  }

  async median(output: string, step: number): Promise<Estimate> {
    return (await this.summary(output, step)).p50;
  }

  async exceedance(output: string): Promise<ExceedancePoints> {
    return exceedanceOfSketch(this.sketch(output, 0), this.trials);
  }

  async difference(output: string): Promise<Difference> {
    const sketch = this.sketches.differences[output]!;
    return { ...summarizeSketch(sketch, this.trials), greater: sharePositive(sketch) };
  }

  async crossing(output: string, side: LevelSide, level: number): Promise<CrossingSummary> {
    return (await this.kept()).crossing(output, side, level);
  }

  kept(): Promise<KeptRun> {
    this.first ??= this.simulateFirst();
    return this.first;
  }

  private sketch(output: string, step: number): Sketch {
    return this.sketches.outputs[output]![step]!;
  }
}
