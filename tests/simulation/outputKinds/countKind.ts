// An output kind that the kit does not have: how often something happens in a trial, in "times".
import type { OutputKind } from "../../../src/simulation/outputKinds/outputKind.ts";
import { type ScalarSummary, summarizeNumber } from "../../../src/simulation/outputKinds/scalar.ts";

interface CountOutput {
  kind: "count";
  label: string;
}
type CountSummary = Omit<ScalarSummary, "kind"> & { kind: "count" };

export function count(label: string): CountOutput {
  return { kind: "count", label };
}

const unit = "times";

export const countKind: OutputKind<CountOutput, CountSummary, CountSummary> = {
  kind: "count",
  quantity: "number",
  shape: "single",
  isCompared: true,
  unitOf: () => unit,
  mayNotHappen: () => false,
  summarize: (declared, columns) => countKind.summarizeStep(declared, columns, 0),
  async summarizeStep({ label }, columns, step) {
    return { ...(await summarizeNumber({ unit, label }, columns, step)), kind: "count" };
  },
  atStep: (summary) => summary,
};
