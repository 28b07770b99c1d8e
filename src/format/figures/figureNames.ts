// What the figures of an output are called: in answers, notebooks, prose and summary.json alike.
import { kindOf, type Output } from "../../simulation/outputKinds/kindOf.ts";
import { bandNames, type Statistic } from "../../simulation/statistics/estimate.ts";

/** The figures of a number over the trials, in the order in which they are listed and written. */
export const spreadNames: readonly Statistic[] = ["mean", "sd", ...bandNames];
/** The figures of a chance. */
const chanceNames = ["probability", "words"] as const;

/** The figures that an output has by its declaration: of a number that need not happen also `never`. */
export function figureNames(output: Output): readonly string[] {
  const kind = kindOf(output);
  if (kind.quantity === "chance") return chanceNames;
  return kind.mayNotHappen(output) ? [...spreadNames, "never"] : spreadNames;
}

/** Whether a figure is told by the mean or by the distances from it. */
export function isOfMean(figure: string): figure is "mean" | "sd" {
  return figure === "mean" || figure === "sd";
}
