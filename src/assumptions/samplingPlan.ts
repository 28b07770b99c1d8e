// Where the random numbers of assumptions come from, as plain data.

/** Rank correlation (Spearman) of two inputs' beliefs. */
export interface Correlation {
  between: readonly [string, string];
  rank: number;
}

/** The random numbers of one assumption: they are the same whoever asks for them. */
export interface InputDraw {
  /** The scenario whose input it is; "" of a common assumption. */
  scenario: string;
  input: string;
  /** Polynomial and direction numbers of its Sobol dimension. */
  directions: readonly number[];
  /** Points of the same scenario and block come in the same shuffled order; in their own order where it is left out. */
  block?: number;
}

/** The draws of a run's assumptions. */
export interface SamplingPlan {
  /** By the name of the assumption in the run. */
  draws: Readonly<Record<string, InputDraw>>;
  /** Draws that are made together: of the common assumptions, then of each scenario given these. */
  correlated: readonly CorrelatedDraws[];
}

/** Draws with rank correlations, each made from those before it. `between` holds `drawKey`s. */
export interface CorrelatedDraws {
  draws: readonly InputDraw[];
  correlations: readonly Correlation[];
}

/** A text that tells draws apart. Names of scenarios have no dots. */
export function drawKey({ scenario, input }: Pick<InputDraw, "scenario" | "input">): string {
  return `${scenario}.${input}`;
}
