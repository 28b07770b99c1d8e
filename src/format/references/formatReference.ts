// A reference in prose as the words of its figure: "payments.base.totalPaid.p50" → "960M USD".

import type { DatedCalendar } from "../../assumptions/calendar/calendar.ts";
import { readStepDate } from "../../assumptions/calendar/period.ts";
import { stepName } from "../../assumptions/calendar/stepWords.ts";
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { nearest } from "../../beliefs/nearest.ts";
import { interval95 } from "../../simulation/statistics/replicateError.ts";
import type { Figure, FigureNode, NumberFigure } from "../figures/figure.ts";
import { formatAlone, formatFigure } from "../figures/formatFigure.ts";
import { formatInterval, unitWords } from "../numbers.ts";
import { probabilityWords } from "../probabilityWords.ts";

/** A reference that leads nowhere, or a format that its figure does not have. */
export class ReferenceProblem extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = "ReferenceProblem";
    this.hint = hint;
  }
}

/** How a figure may be written, behind a colon; several may follow each other. */
export const formats: Readonly<Record<string, string>> = {
  percent: "a share as percent: 71 %",
  words: "a probability in words: likely",
  interval: "9 in 10 trials of an output; of a single figure the 95 % interval of its error",
  error: "with its standard error: 960M ± 1M USD",
  digits: "written out: 960,000,000 USD",
  digits2: "with at most so many significant digits (digits1 to digits9)",
  bare: "without the unit",
};

/** name(.name)*, perhaps @step (a number or a date), perhaps :format. */
const referencePattern = /^([\w-]+(?:\.[\w-]+)*)(?:@(\d[\w-]*))?((?::[a-z]+\d?)*)$/i;

/** Whether a text between braces has the form of a reference with at least `names` names. */
export function isReference(text: string, names = 2): boolean {
  const path = referencePattern.exec(text)?.[1];
  return path !== undefined && path.split(".").length >= names;
}

/**
 * The words for a reference; throws ReferenceProblem with near names.
 * @param scenarios the figures of each scenario by its name
 */
export function figureWords(reference: string, scenarios: ReadonlyMap<string, FigureNode>): string {
  const [, path, step, formatList = ""] = referencePattern.exec(reference) ?? [];
  if (path === undefined) {
    throw new ReferenceProblem("is no reference", "as in {payments.base.totalPaid.p50} or {a.b.c@6:percent}");
  }
  const wanted = formatList.split(":").slice(1);
  for (const format of wanted) checkFormat(format);
  return written(find(path, step, scenarios), new Set(wanted));
}

function find(path: string, step: string | undefined, scenarios: ReadonlyMap<string, FigureNode>): Figure {
  let node: FigureNode = { below: new Map(scenarios) };
  const names = path.split(".");
  for (const [i, name] of names.entries()) {
    const next = node.below.get(name);
    if (!next) {
      const where = i === 0 ? "there is no scenario" : `${names.slice(0, i).join(".")} has no`;
      throw new ReferenceProblem(`${where} "${name}"`, near(name, [...node.below.keys()]));
    }
    node = next;
  }
  if (step === undefined) {
    if (node.figure) return node.figure;
    throw new ReferenceProblem(
      "is no single figure",
      `write one of ${[...node.below.keys()].join(", ")} behind it`,
    );
  }
  const figure = node.steps?.[stepNumber(step, scenarios.get(names[0]!)?.calendar) - 1];
  if (figure) return figure;
  const known = node.steps ? `has steps 1 to ${node.steps.length}` : "has no steps";
  throw new ReferenceProblem(`${path} ${known}, not ${step}`);
}

/** The number of a step; a date is one where the scenario has a start. A year alone would be a number. */
function stepNumber(step: string, calendar: DatedCalendar | undefined): number {
  if (!calendar || !(step.includes("-") || calendar.unit === "year")) return Number(step);
  try {
    return readStepDate(step, calendar);
  } catch (error) {
    if (error instanceof BeliefProblem) throw new ReferenceProblem(error.message, error.hint);
    throw error;
  }
}

function checkFormat(format: string): void {
  if (Object.hasOwn(formats, format) || /^digits[1-9]$/.test(format)) return;
  throw new ReferenceProblem(`there is no format "${format}"`, near(format, Object.keys(formats)));
}

function written(figure: Figure, wanted: ReadonlySet<string>): string {
  if ("text" in figure) {
    if (wanted.size === 0) return figure.text;
    throw new ReferenceProblem("is a text, which has no formats");
  }
  if (figure.unstable)
    throw new ReferenceProblem("has no stable mean: a handful of trials decide it", "take p50");
  if (figure.stepOf && wanted.has("bare")) {
    const { stepOf: _, ...number } = figure;
    return written(number, wanted);
  }
  const unit = wanted.has("bare") ? undefined : figure.unit;
  if (wanted.has("words")) return wordsOf(figure);
  if (wanted.has("percent") && unitWords(figure.unit) !== "") {
    throw new ReferenceProblem(`is in ${figure.unit}, only a share can be written as percent`);
  }
  if (Number.isNaN(figure.value)) return "never";
  const percent = figure.percent || wanted.has("percent");
  if (wanted.has("interval")) return intervalOf(figure, unit, percent);
  if (figure.stepOf) return formatAlone(figure, { error: wanted.has("error") });
  if (wanted.has("digits") && !wanted.has("error")) return writtenOut(figure, unit, percent);
  if (wanted.size === 0) return formatFigure(figure);
  const most = [...wanted].map((format) => /^digits(\d)$/.exec(format)?.[1]).find(Boolean);
  return formatAlone(
    { ...figure, percent },
    {
      error: wanted.has("error"),
      bare: wanted.has("bare"),
      ...(most !== undefined && { digits: Number(most) }),
    },
  );
}

function wordsOf(figure: NumberFigure): string {
  if (figure.isChance) return probabilityWords(figure);
  throw new ReferenceProblem("is no probability, which alone has words");
}

function intervalOf(
  { value, error, unit: of, ends, isChance, stepOf }: NumberFigure,
  unit: string | undefined,
  percent: boolean,
) {
  if (ends) return formatInterval(ends.p5, ends.p95, unit, { percent, of });
  const [low, high] = interval95({ value, error });
  if (stepOf) {
    const [first, last] = [low, high].map((end) => Math.min(Math.max(Math.round(end), 1), stepOf.steps));
    const names = [first!, last!].map((step) => stepName(stepOf, step));
    return [...new Set(names)].join(" to ");
  }
  const [from, to] = isChance ? [Math.max(0, low), Math.min(1, high)] : [low, high];
  return formatInterval({ value: from, error: 0 }, { value: to, error: 0 }, unit, { percent, of });
}

const maxDigits = 15;

/** All digits that the error justifies, without a letter for thousands or millions. */
function writtenOut({ value, error }: NumberFigure, unit: string | undefined, percent: boolean): string {
  const factor = percent ? 100 : 1;
  const place = (number: number) => Math.floor(Math.log10(Math.abs(number)));
  const justified = error > 0 && value !== 0 ? place(value) - place(error) + 1 : maxDigits;
  const digits = Math.min(maxDigits, Math.max(1, justified));
  const rounded = Number((value * factor).toPrecision(digits));
  const figure = Math.abs(rounded).toLocaleString("en-US", { maximumFractionDigits: 20 });
  const parts = [`${rounded < 0 ? "\u2212" : ""}${figure}`, percent ? "%" : "", unitWords(unit ?? "")];
  return parts.filter(Boolean).join(" ");
}

const maxListed = 12;

function near(word: string, names: readonly string[]): string {
  const name = nearest(word, names);
  if (name !== undefined) return `did you mean "${name}"?`;
  const more = names.length > maxListed ? " …" : "";
  return `there are ${names.slice(0, maxListed).join(", ")}${more}`;
}
