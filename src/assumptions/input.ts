// Declarations of a scenario's inputs: unit, bounds, label; or another scenario's output that it takes.
import { shareUnit } from "./units.ts";

/** An input of a scenario, with the unit that the trial reads it in and the values it can take. */
export interface Input {
  unit: string;
  /** For charts and tables; made from the name where it is not given ("monthlyLoss" → "Monthly loss"). */
  label?: string;
  /** Beliefs that reach outside [min, max] are refused. */
  min?: number;
  max?: number;
}

/** An input that is another scenario's output in the same trial, unless a belief is set in its place. */
export interface LinkedInput extends Input {
  kind: "scalar" | "series" | "event" | "event-series";
  /** "contingent.strength" */
  from: string;
}

/** A unit alone is an input that can take any value. */
export type InputDeclaration = string | Input | LinkedInput;

/** The inputs of a scenario, by name. */
export type Inputs = Readonly<Record<string, InputDeclaration>>;

/** How an input names the output that it takes. */
export interface Link {
  /** The scenario and its output: "contingent.strength". */
  from: string;
  /** For charts and tables; made from the input's name where it is not given. */
  label?: string;
}

/** What a declaration comes to: with a label it is an output, with a link an input that takes one of the same kind. */
export type OutputOrInput<Label extends string | Link, Output extends { kind: string }> = Label extends Link
  ? LinkedInput & { kind: Output["kind"] }
  : Output;

/** The declaration of an output, or of an input that takes an output of this kind. */
export function outputOrInput<Label extends string | Link, Output extends { kind: LinkedInput["kind"] }>(
  kind: Output["kind"],
  unit: string,
  label: Label,
  output: (label: string) => Output,
): OutputOrInput<Label, Output> {
  const declaration = typeof label === "string" ? output(label) : linkedInput(kind, unit, label);
  return declaration as OutputOrInput<Label, Output>;
}

function linkedInput(kind: LinkedInput["kind"], unit: string, { from, label }: Link): LinkedInput {
  const bounds = kind === "event" || kind === "event-series" ? { min: 0, max: 1 } : {};
  return { kind, unit, from, ...bounds, ...(label !== undefined && { label }) };
}

/** Whether an input takes another scenario's output. */
export function isLinked(declaration: InputDeclaration): declaration is LinkedInput {
  return typeof declaration === "object" && "from" in declaration;
}

/** Whether an input has a number for each step. */
export function isSeriesInput(declaration: InputDeclaration): boolean {
  return isLinked(declaration) && (declaration.kind === "series" || declaration.kind === "event-series");
}

/**
 * A share of something, between 0 and 1; told as percent.
 * @example
 * share("Share kept") // → { unit: "share", min: 0, max: 1, label: "Share kept" }
 */
export function share(label?: string): Input {
  return { unit: shareUnit, min: 0, max: 1, ...(label !== undefined && { label }) };
}

/**
 * A quantity that cannot be negative: soldiers, months, dollars.
 * @example
 * nonNegative("USD/month") // → { unit: "USD/month", min: 0 }
 */
export function nonNegative(unit: string, label?: string): Input {
  return { unit, min: 0, ...(label !== undefined && { label }) };
}

/** The declaration with its defaults: label from the name, no bounds. */
export function describeInput(name: string, declaration: InputDeclaration): Required<Input> {
  const input = typeof declaration === "string" ? { unit: declaration } : declaration;
  return {
    unit: input.unit,
    label: input.label ?? labelOf(name),
    min: input.min ?? Number.NEGATIVE_INFINITY,
    max: input.max ?? Number.POSITIVE_INFINITY,
  };
}

/** A label from a name in code: labelOf("monthlyLoss") → "Monthly loss" */
export function labelOf(name: string): string {
  const words = name
    .replace(/[-_]/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
