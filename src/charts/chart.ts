// What every chart is: a name, words for those who cannot see it, and a Vega-Lite specification.
import type { TopLevelSpec } from "vega-lite";

export interface Chart {
  /** File name without ending: fan-paid. */
  name: string;
  title: string;
  /** Alternative text, written from the numbers. */
  description: string;
  spec: TopLevelSpec;
}
