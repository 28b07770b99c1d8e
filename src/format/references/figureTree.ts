// Every figure of a summary.json under the name that prose calls it by: payments.base.totalPaid.p50.

import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { isOfMean } from "../answerSentence.ts";
import { levelName } from "../levelText.ts";
import { formatCount, readsAsShare } from "../numbers.ts";

/** A number with its error, its unit, and how it reads. */
export interface NumberFigure extends Estimate {
  unit: string;
  /** Reads best as percent. */
  percent: boolean;
  /** Is a probability, which has words. */
  isChance: boolean;
  /** p5 and p95 of the trials, for a number's output as a whole. */
  ends?: { p5: Estimate; p95: Estimate };
  /** A mean or sd that a handful of trials decide. */
  unstable?: true;
  /** An event as a whole is told in words too. */
  inWords?: true;
}
export type Figure = NumberFigure | { text: string };

/** A name's own figure and the names below it. */
export interface FigureNode {
  figure?: Figure;
  /** Of a series, the figure of every step; `figure` is the last. */
  steps?: Figure[];
  below: Map<string, FigureNode>;
}

type Data = Readonly<Record<string, unknown>>;

const wholeStatistics = ["mean", "sd", "p5", "p25", "p50", "p75", "p95"] as const;

/** The figures of one scenario, from its summary as data. What the summary lacks or has in another shape is left out. */
export function figureTree(summary: unknown): FigureNode {
  const data = dataOf(summary);
  const horizon = dataOf(data.horizon);
  const root = branch();
  for (const name of ["title", "question", "answer", "seed"]) addText(root, name, data[name]);
  if (typeof data.trials === "number") addText(root, "trials", formatCount(data.trials));
  const many = horizon.steps === 1 ? "" : "s";
  if (horizon.steps !== undefined) addText(root, "horizon", `${horizon.steps} ${horizon.unit}${many}`);
  for (const [name, variant] of entries(data.variants)) root.below.set(name, variantNode(dataOf(variant)));
  for (const [name, comparison] of entries(data.comparisons))
    addDifferences(root.below.get(name), comparison);
  if (Array.isArray(data.crossings))
    for (const crossing of data.crossings) addCrossing(root, dataOf(crossing));
  return root;
}

function variantNode({ title, outputs, assumptions }: Data): FigureNode {
  const node = branch();
  // An output has the word where an assumption is called the same.
  for (const [name, assumption] of entries(assumptions))
    node.below.set(name, assumptionNode(dataOf(assumption)));
  for (const [name, output] of entries(outputs)) node.below.set(name, outputNode(dataOf(output)));
  if (!node.below.has("title")) addText(node, "title", title);
  return node;
}

/** p5, p50 and p95 of what is believed, and the belief as it is written. */
function assumptionNode(assumption: Data): FigureNode {
  const { inputUnit, belief } = assumption;
  const node = branch();
  addText(node, "belief", belief);
  const bands = ["p5", "p50", "p95"].flatMap((name) => {
    const value = assumption[name];
    return typeof value === "number" ? [[name, value] as const] : [];
  });
  const unit = String(inputUnit ?? "1");
  const percent = readsAsShare(
    unit,
    bands.map(([, value]) => value),
  );
  for (const [name, value] of bands) add(node, name, { ...exact(value), unit, percent });
  return node;
}

function outputNode(output: Data): FigureNode {
  const { kind } = output;
  const unit = String(output.unit ?? "1");
  if (kind === "event" || kind === "event-series") return chanceNode(output);
  const node = branch();
  const columns = wholeStatistics.flatMap((name) => {
    const column = columnOf(output[name]);
    return column.length > 0 ? [[name, column] as const] : [];
  });
  const spread = new Map(columns);
  const percent = readsAsShare(
    unit,
    ["p5", "p50", "p95"].flatMap((name) => spread.get(name as "p5")?.map(({ value }) => value) ?? []),
  );
  const number = (estimate: Estimate): NumberFigure => ({ ...estimate, unit, percent, isChance: false });
  for (const [name, column] of columns) {
    const marked = isOfMean(name) && output.meanIsStable === false;
    const told = (estimate: Estimate) => ({
      ...number(estimate),
      ...(marked && { unstable: true as const }),
    });
    node.below.set(name, leaf(column.map(told)));
  }
  const never = columnOf(output.never);
  if (never.length > 0) node.below.set("never", leaf(never.map(chance)));
  const [p5, p50, p95] = [spread.get("p5"), spread.get("p50"), spread.get("p95")];
  if (p5 && p50 && p95) {
    Object.assign(
      node,
      leaf(p50.map((middle, i) => ({ ...number(middle), ends: { p5: p5[i]!, p95: p95[i]! } }))),
      {
        below: node.below,
      },
    );
  }
  return node;
}

function chanceNode({ probability, words }: Data): FigureNode {
  const chances = columnOf(probability).map(chance);
  const node = leaf(chances.map((one) => ({ ...one, inWords: true as const })));
  node.below.set("probability", leaf(chances));
  addText(node, "words", words);
  return node;
}

/** payments.pentagon.totalPaid.difference.p50, payments.pentagon.totalPaid.chanceGreater */
function addDifferences(variant: FigureNode | undefined, comparison: unknown): void {
  for (const [output, compared] of entries(dataOf(comparison).outputs)) {
    const node = variant?.below.get(output);
    if (!node) continue;
    const { difference, chanceGreater, unit } = dataOf(compared);
    const below = branch();
    for (const [name, estimate] of entries(difference)) {
      const [only] = columnOf(estimate);
      if (!only) continue;
      const own = String(unit ?? "1");
      const percent = node.below.has("probability") || readsAsShare(own, [only.value]);
      add(below, name, { ...only, unit: own, percent, isChance: false });
    }
    node.below.set("difference", below);
    node.below.set("chanceGreater", leaf(columnOf(chanceGreater).map(chance)));
  }
}

/** manpower.base.balance.below-0.p50; the step is a plain number. */
function addCrossing(root: FigureNode, crossing: Data): void {
  const side = "below" in crossing ? "below" : "above";
  const level = crossing[side];
  if (typeof level !== "number") return;
  for (const [variant, data] of entries(crossing.variants)) {
    const output = root.below.get(variant)?.below.get(String(crossing.output));
    if (!output) continue;
    const node = branch();
    const { mode, never, chance: byStep, ...statistics } = dataOf(data);
    if (typeof mode === "number") add(node, "mode", exact(mode));
    node.below.set("never", leaf(columnOf(never).map(chance)));
    node.below.set("chance", leaf(columnOf(byStep).map(chance)));
    for (const [name, estimate] of entries(statistics)) {
      const [only] = columnOf(estimate);
      if (only) add(node, name, { ...only, unit: "1", percent: false, isChance: false });
    }
    output.below.set(levelName({ side, level }), node);
  }
}

function branch(): FigureNode {
  return { below: new Map() };
}

/** One figure, or one a step. */
function leaf(figures: readonly Figure[]): FigureNode {
  const last = figures.at(-1);
  return {
    ...branch(),
    ...(last && { figure: last }),
    ...(figures.length > 1 && { steps: [...figures] }),
  };
}

function add(node: FigureNode, name: string, figure: Figure): void {
  node.below.set(name, leaf([figure]));
}

function addText(node: FigureNode, name: string, text: unknown): void {
  if (typeof text === "string") add(node, name, { text });
}

function exact(value: number): NumberFigure {
  return { value, error: 0, unit: "1", percent: false, isChance: false };
}

function chance(estimate: Estimate): NumberFigure {
  return { ...estimate, unit: "1", percent: true, isChance: true };
}

function dataOf(value: unknown): Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

function entries(value: unknown): [string, unknown][] {
  return Object.entries(dataOf(value));
}

/** The estimates of { value, error } with numbers or lists of them; JSON writes "did not happen" as null. */
function columnOf(figure: unknown): Estimate[] {
  if (!("value" in dataOf(figure))) return [];
  const { value, error } = dataOf(figure);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const errors: unknown[] = Array.isArray(error) ? error : [error];
  const number = (one: unknown) => (typeof one === "number" ? one : Number.NaN);
  return values.map((one, i) => ({ value: number(one), error: number(errors[i]) }));
}
