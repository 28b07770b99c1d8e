// Every figure of a summary.json under the name that prose calls it by: payments.base.totalPaid.p50.

import { type DatedCalendar, stepUnits } from "../../assumptions/calendar/calendar.ts";
import { stepName } from "../../assumptions/calendar/stepWords.ts";
import { levelName } from "../levelText.ts";
import { formatCount, readsAsShare } from "../numbers.ts";
import { type Data, dataOf, entriesOf, figureEstimates } from "./data.ts";
import { addFigure, addText, branch, chanceFigure, exact, type FigureNode, leaf } from "./figure.ts";
import { readOutputFigures } from "./outputFigures.ts";

/** The figures of one scenario, from its summary as data. What the summary lacks or has in another shape is left out. */
export function figureCatalogue(summary: unknown): FigureNode {
  const data = dataOf(summary);
  const horizon = dataOf(data.horizon);
  const root = branch();
  for (const name of ["title", "question", "answer", "seed"]) addText(root, name, data[name]);
  if (typeof data.trials === "number") addText(root, "trials", formatCount(data.trials));
  const many = horizon.steps === 1 ? "" : "s";
  if (horizon.steps !== undefined) addText(root, "horizon", `${horizon.steps} ${horizon.unit}${many}`);
  const calendar = calendarIn(horizon);
  if (calendar) {
    root.calendar = calendar;
    addText(root, "start", stepName(calendar, 1));
    addText(root, "end", stepName(calendar, calendar.steps));
  }
  for (const [name, variant] of entriesOf(data.variants)) root.below.set(name, variantNode(dataOf(variant)));
  for (const [name, comparison] of entriesOf(data.comparisons))
    addDifferences(root.below.get(name), comparison);
  if (Array.isArray(data.crossings))
    for (const crossing of data.crossings) addCrossing(root, dataOf(crossing), calendar);
  return root;
}

/** The calendar of a summary; undefined where its steps have no dates. */
function calendarIn({ steps, unit, start }: Data): DatedCalendar | undefined {
  const known = stepUnits.find((step) => step === unit);
  if (!known || typeof steps !== "number" || typeof start !== "string") return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(start) ? { steps, unit: known, start } : undefined;
}

function variantNode({ title, outputs, assumptions }: Data): FigureNode {
  const node = branch();
  // An output has the word where an assumption is called the same.
  for (const [name, assumption] of entriesOf(assumptions))
    node.below.set(name, assumptionNode(dataOf(assumption)));
  for (const [name, output] of entriesOf(outputs)) node.below.set(name, readOutputFigures(output));
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
  for (const [name, value] of bands) addFigure(node, name, { ...exact(value), unit, percent });
  return node;
}

/** payments.pentagon.totalPaid.difference.p50, payments.pentagon.totalPaid.chanceGreater */
function addDifferences(variant: FigureNode | undefined, comparison: unknown): void {
  for (const [output, compared] of entriesOf(dataOf(comparison).outputs)) {
    const node = variant?.below.get(output);
    if (!node) continue;
    const { difference, chanceGreater, unit } = dataOf(compared);
    const below = branch();
    for (const [name, estimate] of entriesOf(difference)) {
      const [only] = figureEstimates(estimate);
      if (!only) continue;
      const own = String(unit ?? "1");
      const percent = node.below.has("probability") || readsAsShare(own, [only.value]);
      addFigure(below, name, { ...only, unit: own, percent, isChance: false });
    }
    node.below.set("difference", below);
    node.below.set("chanceGreater", leaf(figureEstimates(chanceGreater).map(chanceFigure)));
  }
}

/** manpower.base.balance.below-0.p50; the step is told by its date where the run has a start, else it is a plain number. */
function addCrossing(root: FigureNode, crossing: Data, calendar: DatedCalendar | undefined): void {
  const dated = calendar && { stepOf: calendar };
  const side = "below" in crossing ? "below" : "above";
  const level = crossing[side];
  if (typeof level !== "number") return;
  for (const [variant, data] of entriesOf(crossing.variants)) {
    const output = root.below.get(variant)?.below.get(String(crossing.output));
    if (!output) continue;
    const node = branch();
    const { mode, never, chance: byStep, ...statistics } = dataOf(data);
    if (typeof mode === "number") addFigure(node, "mode", { ...exact(mode), ...dated });
    node.below.set("never", leaf(figureEstimates(never).map(chanceFigure)));
    node.below.set("chance", leaf(figureEstimates(byStep).map(chanceFigure)));
    for (const [name, estimate] of entriesOf(statistics)) {
      const [only] = figureEstimates(estimate);
      if (only) addFigure(node, name, { ...exact(only.value), error: only.error, ...dated });
    }
    output.below.set(levelName({ side, level }), node);
  }
}
