// The stages of a run on columns: those upstream first, each only where something takes its outputs.
import { assumptionInput } from "../assumptions/assumptionInput.ts";
import type { Assumption } from "../assumptions/assumptions.ts";
import { beliefKey } from "../assumptions/beliefKey.ts";
import { type DerivedAssumption, derivedColumn } from "../assumptions/derived.ts";
import { sourceOf } from "../assumptions/upstream.ts";
import type { Block } from "./block.ts";
import type { OutputColumns } from "./columns.ts";
import type { Scenario } from "./scenario.ts";
import { inputColumns, type Stage } from "./stages.ts";

/** What a run believes. */
export interface Believed {
  assumptions: readonly Assumption[];
  derived?: readonly DerivedAssumption[] | undefined;
}

/** Columns of assumptions with those of what follows from them, by name. */
export function withDerived(
  { derived = [] }: Believed,
  columns: ReadonlyMap<string, Float64Array>,
  length: number,
): ReadonlyMap<string, Float64Array> {
  if (derived.length === 0) return columns;
  const all = new Map(columns);
  for (const one of derived)
    all.set(
      one.name,
      derivedColumn(one, (name) => all.get(name)!, length),
    );
  return all;
}

/** Where the columns of a run are, and how its trials are run. */
export interface StagesRun {
  scenario: Scenario;
  stages: readonly Stage[];
  believed: Believed;
  /** Of all assumptions, derived ones too. */
  columns: ReadonlyMap<string, Float64Array>;
  /** The outputs of a stage upstream that others take, after its trials; `key` is equal where all that they stand on is. */
  upstream(
    stage: Stage,
    key: string,
    run: Pick<Block, "stage" | "inputs" | "factors">,
  ): Promise<OutputColumns>;
}

/** Inputs of a stage, with what their values are multiplied by. */
export type StageInputs = Required<Pick<Block, "inputs" | "factors">>;

/** The inputs of the scenario that is asked, once the trials of those upstream are run. */
export async function askedInputs(run: StagesRun): Promise<StageInputs> {
  const { scenario, believed, columns } = run;
  const units = new Map(
    [...believed.assumptions, ...(believed.derived ?? [])].map((one) => [
      one.name,
      assumptionInput(scenario, one).unit,
    ]),
  );
  const assumptions = new Map(
    [...columns].map(([name, column]) => [name, { column, unit: units.get(name)! }]),
  );
  const keys = keysOf(believed);
  const outputs = new Map<string, OutputColumns>();
  const stageKeys = new Map<string, string>();
  for (const stage of neededStages(run)) {
    const { name } = stage;
    const inputs = resolve(stage);
    if (name === undefined) return inputs;
    const key = keyOf(stage);
    stageKeys.set(name, key);
    outputs.set(name, await run.upstream(stage, key, { stage: name, ...inputs }));
  }
  throw new RangeError("the last stage is the scenario that is asked");

  function resolve(stage: Stage): StageInputs {
    const output = (from: string, name: string) => outputs.get(from)![name]!;
    const found = Object.entries(inputColumns(stage, scenario.upstreams, { assumptions, output }));
    return {
      inputs: Object.fromEntries(found.map(([input, { column }]) => [input, column])),
      factors: Object.fromEntries(
        found.filter(([, { factor }]) => factor !== 1).map(([input, { factor }]) => [input, factor]),
      ),
    };
  }

  /** What the outputs of a stage stand on. */
  function keyOf(stage: Stage): string {
    const named = new Map(
      [...assumptions].map(([name]) => [name, { column: keys.get(name)!, unit: units.get(name)! }]),
    );
    const output = (from: string, name: string) => JSON.stringify([stageKeys.get(from), name]);
    const found = inputColumns(stage, scenario.upstreams, { assumptions: named, output });
    return JSON.stringify([stage.name, Object.values(found).map(({ column }) => column)]);
  }
}

/** The stages without those whose outputs nothing takes, as beliefs are set in their place. */
function neededStages({ stages, columns }: StagesRun): Stage[] {
  const needed = new Set<string | undefined>([undefined]);
  for (const { name, scenario } of stages.toReversed()) {
    if (!needed.has(name)) continue;
    for (const [input, declaration] of Object.entries(scenario.inputs)) {
      const source = sourceOf(name, input, declaration, (candidate) => columns.has(candidate));
      if (source.kind === "output") needed.add(source.scenario);
    }
  }
  return stages.filter(({ name }) => needed.has(name));
}

/** What the columns of a run stand on, by assumption. */
function keysOf({ assumptions, derived = [] }: Believed): Map<string, string> {
  const keys = new Map(assumptions.map((one) => [one.name, beliefKey(one)]));
  for (const { name, is, parents } of derived) {
    const parts = Object.values(parents).map((parent) => keys.get(parent.name));
    keys.set(name, JSON.stringify([name, is, parts]));
  }
  return keys;
}
