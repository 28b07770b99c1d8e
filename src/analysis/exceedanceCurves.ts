// The chance of more than x of every scalar, variant by variant.
import { allInOrder } from "../simulation/executor.ts";
import { isOf, kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Analysis } from "./analysis.ts";
import type { ExceedanceCurve } from "./findings.ts";

/** A curve for each scalar and variant, the base first. */
export const exceedanceCurves: Analysis<ExceedanceCurve[]> = ({ scenario }) => {
  const found = Object.entries(scenario.outputs).flatMap(([output, declared]): ExceedanceCurve[] =>
    isOf(declared, "number", "single")
      ? [{ output, label: declared.label, unit: kindOf(declared).unitOf(declared), curves: [] }]
      : [],
  );
  return {
    async look(run, { name, title }) {
      const points = await allInOrder(found.map(({ output }) => run.exceedance(output)));
      for (const [k, { curves }] of found.entries()) curves.push({ variant: name, title, ...points[k]! });
    },
    findings: () => found,
  };
};
