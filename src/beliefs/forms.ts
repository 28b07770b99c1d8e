// The beliefs that are more than a family with numbers: mixture, truncate, discrete, quantiles, empirical, fit.

import type { Distribution, Family } from "../distributions/distribution.ts";
import {
  discrete,
  empirical,
  metalogThrough,
  mixture,
  type QuantilePoint,
  truncated,
} from "../distributions/index.ts";
import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { plainNumber, withProblemsAt } from "./familyCall.ts";
import { fitArguments } from "./fit/fitArguments.ts";
import { FitProblem, fitSeries } from "./fit/fitSeries.ts";
import {
  namedOrPositional,
  readQuantilePoint,
  unlabelledProblem,
  weightedArguments,
} from "./formArguments.ts";
import type { Span } from "./span.ts";
import type { ArgumentNode, BeliefNode, CallNode, NumberNode } from "./syntax.ts";

/**
 * Reads a column of numbers from a file.
 * @throws Error with a message for the writer of the belief
 */
export type ReadColumn = (file: string, column: string) => readonly number[];

/**
 * Reads the dates of a file, one a row, as days from 1970-01-01, rising.
 * @throws Error with a message for the writer of the belief
 */
export type ReadDays = (file: string) => readonly number[];

/** What the evaluation of a belief needs beside the parsed belief. */
export interface EvaluationContext {
  /** The whole belief, for hints. */
  text: string;
  /** The families that it can call. */
  families: readonly Family[];
  evaluate(node: BeliefNode): Distribution;
  readColumn?: ReadColumn | undefined;
  readDays?: ReadDays | undefined;
}

/** A call that is no family: its arguments are beliefs, weights, quantiles or texts. */
export interface Form {
  name: string;
  /** A belief that uses it, for the help and the messages. */
  example: string;
  /** One sentence on what it means. */
  meaning: string;
  /**
   * The distribution that the call means.
   * @throws BeliefProblem where the arguments are not allowed
   */
  create(call: CallNode, context: EvaluationContext): Distribution;
}

/** All forms, in the order of the help. */
export const forms: readonly Form[] = [
  {
    name: "mixture",
    example: "mixture(70%: 11k to 15k, 30%: uniform(15k, 100k))",
    meaning: "One of several beliefs, each with its chance.",
    create(call, context) {
      const parts = weightedArguments(call, context.text, this.example);
      const distributionOf = (argument: ArgumentNode) => context.evaluate(beliefOf(argument));
      return mixture(
        parts.map(({ weight, argument }) => ({ weight, distribution: distributionOf(argument) })),
      );
    },
  },
  {
    name: "discrete",
    example: "discrete(10%: 0, 90%: 5k)",
    meaning: "One of several values, each with its chance.",
    create(call, context) {
      const parts = weightedArguments(call, context.text, this.example);
      const atom = (argument: ArgumentNode) => plainNumber(argument.value, "a value").value;
      return discrete(parts.map(({ weight, argument }) => ({ weight, value: atom(argument) })));
    },
  },
  {
    name: "truncate",
    example: "truncate(normal(14k, 3k), min: 10k)",
    meaning: "A belief without what lies below min or above max.",
    create(call, context) {
      const [first, ...rest] = call.arguments;
      if (!first || first.label)
        throw new BeliefProblem(call.span, "truncate begins with a belief", `as in ${this.example}`);
      const bounds = namedOrPositional(rest, ["min", "max"], call, this.example);
      const { min, max } = bounds;
      if (!min && !max)
        throw new BeliefProblem(call.span, "truncate needs min or max", `as in ${this.example}`);
      const distribution = context.evaluate(beliefOf(first));
      const [from, to] = [min?.value ?? Number.NEGATIVE_INFINITY, max?.value ?? Number.POSITIVE_INFINITY];
      const find = (name: string) => bounds[name];
      return withProblemsAt(call.span, find, () => truncated(distribution, from, to));
    },
  },
  {
    name: "quantiles",
    example: "quantiles(5%: 11k, 50%: 20k, 95%: 60k, min: 0)",
    meaning: "A smooth shape through given quantiles, bounded where asked (metalog).",
    create(call, { text }) {
      const points: QuantilePoint[] = [];
      const named: ArgumentNode[] = [];
      for (const argument of call.arguments) {
        const { label } = argument;
        if (!label) throw unlabelledProblem(call, argument, "its probability", this.example);
        if (label.kind === "number")
          points.push(readQuantilePoint(label, argument, points.at(-1), call, text));
        else named.push(argument);
      }
      if (points.length < 2)
        throw new BeliefProblem(call.span, "quantiles needs at least two", `as in ${this.example}`);
      const { min, max } = namedOrPositional(named, ["min", "max"], call, this.example);
      checkOutside(points, min, max);
      return withProblemsAt(call.span, nowhere, () =>
        metalogThrough(points, { ...(min && { lower: min.value }), ...(max && { upper: max.value }) }),
      );
    },
  },
  {
    name: "empirical",
    example: 'empirical("data/losses.csv", "personnel")',
    meaning: "The values of a column as they are, each as likely.",
    create(call, { readColumn }) {
      const [file, column, ...rest] = call.arguments.map(({ value, label }) => (label ? undefined : value));
      if (file?.kind !== "text" || column?.kind !== "text" || rest.length > 0) {
        const message = "empirical takes a file and a column in quotes";
        throw new BeliefProblem(call.span, message, `as in ${this.example}`);
      }
      if (!readColumn)
        throw new BeliefProblem(call.span, "files cannot be read here", "write the values as discrete(…)");
      return withProblemsAt(call.span, nowhere, () =>
        empirical(columnOf(() => readColumn(file.text, column.text), file.span).sort()),
      );
    },
  },
  {
    name: "fit",
    example: 'fit("data/losses.csv", "personnel", level, until: 2024-11-20)',
    meaning:
      "What a file of daily counts says, with its error: level of the last month, drift and memory of the monthly level, dispersion of the days.",
    create(call, { readColumn, readDays }) {
      const { file, column, what, until } = fitArguments(call, this.example);
      if (!readColumn || !readDays)
        throw new BeliefProblem(
          call.span,
          "files cannot be read here",
          "write the estimate as normal(mean, sd)",
        );
      const values = columnOf(() => readColumn(file.text, column.text), file.span);
      const days = columnOf(() => readDays(file.text), file.span);
      const rows = until === undefined ? days.length : days.filter((day) => day <= until).length;
      const used = { days: [...days.subarray(0, rows)], values: [...values.subarray(0, rows)] };
      try {
        const { distribution, estimate } = fitSeries(used, what);
        return { ...distribution, estimated: { file: file.text, column: column.text, ...estimate } };
      } catch (error) {
        if (error instanceof FitProblem) throw new BeliefProblem(file.span, `${file.text}: ${error.message}`);
        throw error;
      }
    },
  },
];

function checkOutside(points: readonly QuantilePoint[], min?: NumberNode, max?: NumberNode): void {
  const [lowest, highest] = [points[0]!.x, points.at(-1)!.x];
  if (min && min.value >= lowest) {
    throw new BeliefProblem(
      min.span,
      `min is ${numeral(min.value)}, it must be below the lowest quantile ${numeral(lowest)}`,
    );
  }
  if (max && max.value <= highest) {
    const message = `max is ${numeral(max.value)}, it must be above the highest quantile ${numeral(highest)}`;
    throw new BeliefProblem(max.span, message);
  }
}

function beliefOf({ value }: ArgumentNode): BeliefNode {
  if (value.kind === "text") throw new BeliefProblem(value.span, "expected a belief, found text in quotes");
  return value;
}

/** A problem of the form's parameters is one of the whole call. */
const nowhere = () => undefined;

function columnOf(read: () => readonly number[], span: Span): Float64Array {
  try {
    return Float64Array.from(read());
  } catch (error) {
    const [first = "", ...more] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new BeliefProblem(span, more.length === 0 ? first : `${first}; and ${more.length} more like it`);
  }
}
