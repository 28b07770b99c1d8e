// The histories of a config: what was counted of an output before the start.
import { listNames, suggestion } from "../beliefs/nearest.ts";
import { civilDate, dayNumber, fromIsoDate, isoDate } from "../numeric/civilDate.ts";
import type { DatedCalendar } from "./calendar/calendar.ts";
import { conversionOf, type History, historyPoints } from "./calendar/history.ts";
import { readPeriod } from "./calendar/period.ts";
import { optionalText, readField, report, reportField, reportKey } from "./fields.ts";
import type { ParseContext } from "./parseContext.ts";
import { BadInput } from "./problems.ts";
import { entriesAt } from "./structure.ts";
import type { Path } from "./yaml.ts";

/**
 * The histories of the config; what cannot be read is left out and added to the problems.
 * @param isLookBack whether days after the start are left out and not refused: the run has another start than the config
 */
export function readHistories(
  context: ParseContext,
  start: string | undefined,
  isLookBack: boolean,
): History[] {
  const entries = entriesAt(context.yaml.data, ["history"]);
  if (entries.length === 0) return [];
  if (start === undefined) {
    const hint = "write start: with the first step's date, as in start: 2024-12";
    // A start that cannot be read is told already.
    if (entriesAt(context.yaml.data, []).every(([name]) => name !== "start"))
      report(context, ["history"], "a history ends where the run begins, and the config has no start", hint);
    return [];
  }
  return entries.flatMap(([output]) => readHistory(context, output, start, isLookBack) ?? []);
}

function readHistory(
  context: ParseContext,
  output: string,
  start: string,
  isLookBack: boolean,
): History | undefined {
  const path = ["history", output];
  const { scenario, yaml, options } = context;
  const declared = readOutput(context, path, output);
  const text = <Name extends string>(name: Name) => optionalText(yaml, path, name)[name];
  const [file, column, unit, source] = [text("file"), text("value"), text("unit"), text("source")];
  const until = readField(context, [...path, "until"], (date) => readPeriod(date, "until", "day").end - 1);
  if (declared === undefined || file === undefined || column === undefined || unit === undefined)
    return undefined;
  if (source === undefined) return undefined;
  const conversion = conversionOf(unit, declared);
  if (!conversion) {
    const message = `unit is "${unit}", which neither converts to "${declared}" of the output nor adds up to it`;
    reportField(context, [...path, "unit"], message);
    return undefined;
  }
  const { readColumn, readDays } = options;
  if (!readColumn || !readDays) {
    reportField(context, [...path, "file"], "files cannot be read here");
    return undefined;
  }
  const days = read(context, [...path, "file"], () => readDays(file));
  const values = read(context, [...path, "value"], () => readColumn(file, column));
  if (!days || !values) return undefined;
  const first = dayNumber(fromIsoDate(start));
  const last = Math.min(until ?? Number.POSITIVE_INFINITY, isLookBack ? first - 1 : Number.POSITIVE_INFINITY);
  const used = days.filter((day) => day <= last).length;
  const late = days.slice(0, used).findIndex((day) => day >= first);
  if (late >= 0) {
    const dates = [days[late]!, first - 1].map((day) => isoDate(civilDate(day)));
    const message = `${file} goes on to ${isoDate(civilDate(days[used - 1]!))}: its row ${late + 1}, ${dates[0]}, is after the start on ${start}`;
    reportField(context, [...path, "file"], message, `write until: ${dates[1]}, or a later start`);
    return undefined;
  }
  const calendar: DatedCalendar = { steps: 1, unit: scenario.step, start };
  const points = historyPoints(days.slice(0, used), values.slice(0, used), calendar, conversion);
  return { output, file, source, ...optionalText(yaml, path, "licence"), points };
}

/** The unit of a series; any other name is reported with those there are. */
function readOutput(context: ParseContext, path: Path, name: string): string | undefined {
  const outputs = context.scenario.outputs ?? {};
  const unit = Object.hasOwn(outputs, name) ? outputs[name]!.unit : undefined;
  if (unit !== undefined && outputs[name]!.kind === "series") return unit;
  const series = Object.keys(outputs).filter((output) => outputs[output]!.kind === "series");
  const known = series.length > 0 ? `series are ${listNames(series)}` : "the scenario has no series";
  const message = Object.hasOwn(outputs, name)
    ? `output "${name}" is no series of numbers`
    : `unknown output "${name}"`;
  reportKey(context, path, message, () => suggestion(name, series) ?? known);
  return undefined;
}

/** What a file holds; undefined, with its problems added, where it cannot be read. */
function read<Value>(context: ParseContext, path: Path, from: () => Value): Value | undefined {
  try {
    return from();
  } catch (error) {
    if (error instanceof BadInput) context.problems.push(...error.problems);
    else reportField(context, path, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
