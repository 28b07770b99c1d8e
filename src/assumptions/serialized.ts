// A config on its way to a worker or a page: plain data, from which the other end makes the same distributions.
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { assumptionInput } from "./assumptionInput.ts";
import type { Assumption, Config, Variant } from "./assumptions.ts";
import { beliefKey } from "./beliefKey.ts";
import { evaluateInputBelief } from "./evaluateInputBelief.ts";
import type { InputDeclaration } from "./input.ts";
import type { Claim } from "./readClaims.ts";

/** An assumption without its distribution, which is functions: the belief's text is what it is made from. */
export type SerializedAssumption = Omit<Assumption, "distribution">;

/** A config as plain data. */
export interface SerializedConfig extends Omit<Config, "variants" | "claims"> {
  claims: Readonly<Record<string, Claim>>;
  variants: readonly (Omit<Variant, "assumptions"> & { assumptions: readonly SerializedAssumption[] })[];
}

/** Columns of data that beliefs read from files. */
export type SerializedColumns = readonly (readonly [
  file: string,
  column: string,
  numbers: readonly number[],
])[];

/** Columns of data by `columnKey`. */
export type DataColumns = ReadonlyMap<string, readonly number[]>;

/** How a column of a file is named where columns are kept. */
export function columnKey(file: string, column: string): string {
  return JSON.stringify([file, column]);
}

/** Under this name of a column the dates of a file are kept, as days from 1970-01-01. */
export const datesColumn = "";

/** An assumption as plain data. */
export function serializeAssumption({ distribution: _, ...assumption }: Assumption): SerializedAssumption {
  return assumption;
}

/** A config as plain data. */
export function serializeConfig({ variants, claims, ...settings }: Config): SerializedConfig {
  return {
    ...settings,
    claims: Object.fromEntries(claims),
    variants: variants.map(({ assumptions, ...variant }) => ({
      ...variant,
      assumptions: assumptions.map(serializeAssumption),
    })),
  };
}

/** Columns of data as plain data. */
export function serializeColumns(data: DataColumns): SerializedColumns {
  return [...data].map(([key, numbers]) => [...(JSON.parse(key) as [string, string]), numbers]);
}

/** Lets beliefs read the columns that came along; others are refused, since only the command line can read them. */
export function optionsWith(columns: SerializedColumns): BeliefOptions {
  if (columns.length === 0) return {};
  const data = new Map(columns.map(([file, column, numbers]) => [columnKey(file, column), numbers]));
  const readColumn = (file: string, column: string) => {
    const known = data.get(columnKey(file, column));
    if (known) return known;
    const what = column === datesColumn ? "what is dated in" : `column "${column}" of`;
    throw new Error(`${what} ${file} is not in this page; the command line can read it`);
  };
  return { readColumn, readDays: (file) => readColumn(file, datesColumn) };
}

/** Beliefs that a reader remembers: dragging a slider leaves hundreds behind. */
const maxKnown = 200;

/**
 * Makes assumptions whole again. One that was met before keeps its distribution, and with it the table that is built for
 * sampling.
 */
export class AssumptionReader {
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  private readonly options: BeliefOptions;
  /** By `beliefKey`, the longest unused first. */
  private readonly known = new Map<string, Distribution>();

  /** @param inputs of the scenario, by name */
  constructor(inputs: Readonly<Record<string, InputDeclaration>>, columns: SerializedColumns) {
    this.inputs = inputs;
    this.options = optionsWith(columns);
  }

  /** Throws BeliefProblem where the belief does not read, or does not fit the input. */
  read(serialized: SerializedAssumption): Assumption {
    return { ...serialized, distribution: this.distributionOf(serialized) };
  }

  private distributionOf({ name, belief, unit, input }: SerializedAssumption): Distribution {
    const key = beliefKey({ name, belief, unit });
    const { known, options } = this;
    let distribution = known.get(key);
    if (distribution) known.delete(key);
    else distribution = evaluateInputBelief(belief, unit, assumptionInput(this, { name, input }), options);
    known.set(key, distribution);
    if (known.size > maxKnown) known.delete(known.keys().next().value!);
    return distribution;
  }
}
