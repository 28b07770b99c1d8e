// Declarations of a scenario's inputs: unit, bounds, label.
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

/** A unit alone is an input that can take any value. */
export type InputDeclaration = string | Input;

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
