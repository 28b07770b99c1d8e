// The assumptions that a variant or `--set` can set: own, common, and those of scenarios upstream, by qualified name.
import type { Assumption } from "./assumptions.ts";
import type { DerivedAssumption } from "./derived.ts";
import { describeInput, type Input, isLinked } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import { type BaseAssumptions, declaredUnit, inputOf } from "./readAssumptions.ts";
import { commonName, qualified } from "./upstream.ts";

/** An assumption that can be set. */
export interface Settable {
  /** The unit that beliefs about it are written in; undefined where it could not be read. */
  unit: string | undefined;
  input: Required<Input>;
  /** What it is in the base; undefined where that follows from others, is another scenario's output, or could not be read. */
  base: Assumption | undefined;
  origin: string | undefined;
}

/** Those of the base and of the scenarios upstream together: the base as it is run. */
export function withUpstreams(context: ParseContext, own: BaseAssumptions): BaseAssumptions {
  const base = new Map(own.base);
  const derived = new Map(own.derived);
  for (const [scenario, { variants }] of context.world.upstreams ?? []) {
    const name = (one: { name: string; origin?: string }) => nameInRun(context, own, scenario, one);
    const rename = <One extends Assumption | DerivedAssumption>(one: One): One => {
      const { inputs } = context.scenario.upstreams![scenario]!;
      const input = one.input ?? describeInput(one.name, inputs[one.name]!);
      return { ...one, name: name(one), origin: one.origin ?? scenario, input };
    };
    const [{ assumptions, derived: others = [] }] = variants as [(typeof variants)[0]];
    const origins = new Map([...assumptions, ...others].map((one) => [one.name, one]));
    for (const assumption of assumptions) {
      if (!base.has(name(assumption)) && !derived.has(name(assumption)))
        base.set(name(assumption), rename(assumption));
    }
    for (const one of others) {
      if (base.has(name(one)) || derived.has(name(one))) continue;
      const parents = Object.entries(one.parents).map(([written, parent]) => [
        written,
        { ...parent, name: name(origins.get(parent.name)!) },
      ]);
      derived.set(name(one), { ...rename(one), parents: Object.fromEntries(parents) });
    }
  }
  return { base, derived };
}

/** The name that an assumption of a scenario upstream has in the run. */
function nameInRun(
  { scenario: asked }: ParseContext,
  own: BaseAssumptions,
  scenario: string,
  { name, origin }: { name: string; origin?: string },
): string {
  if (origin === undefined) return qualified(scenario, name);
  if (origin !== "common") return name;
  const input = name.startsWith(commonName("")) ? name.slice(commonName("").length) : name;
  const here = own.base.get(input) ?? own.derived.get(input);
  // Where this scenario believes otherwise itself, the common belief has another name.
  const isTaken = here ? here.origin !== "common" : Object.hasOwn(asked.inputs, input);
  return isTaken ? commonName(input) : input;
}

/** All that can be set in a run, by name. */
export function settables(context: ParseContext, { base, derived }: BaseAssumptions): Map<string, Settable> {
  const found = new Map<string, Settable>();
  const { inputs } = context.scenario;
  for (const [name, declaration] of Object.entries(inputs)) {
    const input = describeInput(name, declaration);
    const unit = isLinked(declaration) ? input.unit : declaredUnit(context, name);
    found.set(name, { unit, input, base: base.get(name), origin: base.get(name)?.origin });
  }
  for (const [name, assumption] of base) {
    if (found.has(name)) continue;
    const input = assumption.input ? describeInput(name, assumption.input) : inputOf(context, name);
    found.set(name, { unit: assumption.unit, input, base: assumption, origin: assumption.origin });
  }
  for (const [name, { unit, input, origin }] of derived) {
    if (!found.has(name))
      found.set(name, { unit, input: describeInput(name, input), base: undefined, origin });
  }
  for (const [scenario, { inputs: others }] of Object.entries(context.scenario.upstreams ?? {})) {
    for (const [input, declaration] of Object.entries(others)) {
      const name = qualified(scenario, input);
      const described = describeInput(input, declaration);
      if (isLinked(declaration) && !found.has(name))
        found.set(name, { unit: described.unit, input: described, base: undefined, origin: scenario });
    }
  }
  return found;
}

/** An assumption as it is set; `basis` where the base has none. */
export function settled(
  name: string,
  { unit, input, base, origin }: Settable,
  belief: Pick<Assumption, "belief" | "distribution">,
  why: string,
): Assumption {
  if (base) return { ...base, ...belief };
  const basis = { kind: "judgement", why } as const;
  return { name, unit: unit!, input, basis, ...(origin !== undefined && { origin }), ...belief };
}
