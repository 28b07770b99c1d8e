// A variant or reading that puts the headline on the other side, as data.
import type { Overturn } from "../analysis/overturn.ts";
import { estimateData } from "./figures/outputData.ts";
import { overturnSentence } from "./overturnSentence.ts";

/** The key `overturned` of a document; none where nothing is. `base` and `there` are chances, or medians beside zero. */
export function overturnData(overturn: Overturn | undefined) {
  if (!overturn) return {};
  const { figure, base, variant, there, isClear, others } = overturn;
  const { crossing } = { crossing: undefined, ...figure };
  const level = crossing ? { [crossing.side]: crossing.level } : {};
  return {
    overturned: {
      variant,
      output: figure.output,
      ...level,
      threshold: figure.threshold === "half" ? 0.5 : 0,
      base: estimateData(base),
      there: estimateData(there),
      isClear,
      others: others.map((one) => one.variant),
      sentence: overturnSentence(overturn, false),
    },
  };
}
