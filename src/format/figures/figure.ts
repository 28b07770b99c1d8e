// What a figure is, and the names that figures are found by.
import { type Calendar, type DatedCalendar, isDated } from "../../assumptions/calendar/calendar.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";

/** A number with its error, its unit, and how it reads. */
export interface NumberFigure extends Estimate {
  /** "1" for a pure number and for a chance. */
  unit: string;
  /** Reads best as percent. */
  percent: boolean;
  /** Is a probability, which has words. */
  isChance: boolean;
  /** p5 and p95 of the trials, for a number's output as a whole. */
  ends?: { p5: Estimate; p95: Estimate };
  /** A mean or sd that a handful of trials decide. */
  unstable?: true;
  /** Is a step of a run that has dates: told by its own. */
  stepOf?: DatedCalendar;
  /** An event as a whole is told in words too. */
  inWords?: true;
}

/** A number, or a text that a run has under a name: a title, a belief, the words for a chance. */
export type Figure = NumberFigure | { text: string };

/** A name's own figure and the names below it. */
export interface FigureNode {
  figure?: Figure;
  /** Of a scenario whose steps have dates. */
  calendar?: DatedCalendar;
  /** Of a series, the figure of every step; `figure` is the last. */
  steps?: Figure[];
  below: Map<string, FigureNode>;
}

/** A node without a figure of its own. */
export function branch(): FigureNode {
  return { below: new Map() };
}

/** A node with one figure, or with one a step. */
export function leaf(figures: readonly Figure[]): FigureNode {
  const last = figures.at(-1);
  return {
    ...branch(),
    ...(last && { figure: last }),
    ...(figures.length > 1 && { steps: [...figures] }),
  };
}

/** Puts a figure below a node. */
export function addFigure(node: FigureNode, name: string, figure: Figure): void {
  node.below.set(name, leaf([figure]));
}

/** Puts a text below a node; what is no text is left out. */
export function addText(node: FigureNode, name: string, text: unknown): void {
  if (typeof text === "string") addFigure(node, name, { text });
}

/** The figure for a number that is known without error: a month, an assumption's p5. */
export function exact(value: number): NumberFigure {
  return { value, error: 0, unit: "1", percent: false, isChance: false };
}

/** The figure for a step, from 1; the error is in steps. */
export function stepFigure({ value, error }: Estimate, calendar: Calendar): NumberFigure {
  return { ...exact(value), error, ...(isDated(calendar) && { stepOf: calendar }) };
}

/** The figure for a probability in [0, 1]. */
export function chanceFigure({ value, error }: Estimate): NumberFigure {
  return { value, error, unit: "1", percent: true, isChance: true };
}
