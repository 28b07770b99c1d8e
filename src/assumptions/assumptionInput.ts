// The input that an assumption is about.
import type { Inputs } from "./input.ts";
import { describeInput, type Input } from "./input.ts";
import { ownValue } from "./ownValue.ts";

/** Unit, label and bounds of what an assumption is about, in the unit that its distribution is in. */
export function assumptionInput(
  { inputs }: { inputs: Inputs },
  { name, input }: { name: string; input?: Input | undefined },
): Required<Input> {
  return describeInput(name, input ?? ownValue(inputs, name) ?? "1");
}
