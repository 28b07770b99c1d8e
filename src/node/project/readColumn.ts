// A column of numbers from a CSV file of the project, for beliefs that are data: empirical("data/losses.csv", "losses").
import { realpathSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { columnKey, type DataColumns, datesColumn } from "../../assumptions/serialized.ts";
import { dayOf } from "../../beliefs/fit/fitArguments.ts";
import type { ReadColumn, ReadDays } from "../../beliefs/forms.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { type CsvField, CsvProblem, readCsv } from "./csv.ts";
import { towards } from "./posix.ts";
import { MissingFile, readText } from "./readText.ts";

/** Reads columns, and remembers them: worker threads get them from here. */
export interface ColumnReader {
  /** Throws an Error whose message says what is wrong, with file, line and column. */
  readColumn: ReadColumn;
  /** Throws BadInput with all that is wrong with the dates. */
  readDays: ReadDays;
  /** What was read so far. */
  data: DataColumns;
}

/** A reader of the CSV files in `folder`. Paths are relative to it; nothing outside is read. `read` are known already. */
export function columnReader(folder: string, read: DataColumns = new Map()): ColumnReader {
  const data = new Map(read);
  const readColumn: ReadColumn = (file, column) => {
    const key = columnKey(file, column);
    const known = data.get(key);
    if (known) return known;
    const values = numbersOf(file, recordsOf(file, textOf(folder, file)), column);
    data.set(key, values);
    return values;
  };
  const readDays: ReadDays = (file) => {
    const key = columnKey(file, datesColumn);
    const known = data.get(key);
    if (known) return known;
    const days = daysOf(file, recordsOf(file, textOf(folder, file)));
    data.set(key, days);
    return days;
  };
  return { readColumn, readDays, data };
}

function textOf(folder: string, file: string): string {
  if (file.trim() === "") throw new Error("the file has no name, one such as data/losses.csv is wanted");
  const path = resolve(folder, file);
  if (!isInside(folder, path) || leadsOutside(folder, path)) throw outside(file);
  try {
    return readText(path, "data", file);
  } catch (error) {
    if (error instanceof MissingFile)
      throw new Error(`there is no file ${file}; paths are relative to the project's folder`);
    if (error instanceof BadInput) throw new Error(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES") throw new Error(`${file} cannot be read: not allowed`);
    throw error;
  }
}

/** Whether a link leads out of the project; not for what is not there. */
function leadsOutside(folder: string, path: string): boolean {
  try {
    return !isInside(realpathSync(folder), realpathSync(path));
  } catch {
    return false;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = towards(folder, path);
  return way !== "" && way !== ".." && !/^\.\.[/\\]/.test(way) && !isAbsolute(way);
}

function outside(file: string): Error {
  return new Error(`${file} lies outside the project's folder, where data are read from`);
}

function recordsOf(file: string, text: string): CsvField[][] {
  try {
    return readCsv(text);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    throw new Error(`${file}:${error.line}:${error.column}: ${error.message}`);
  }
}

function numbersOf(file: string, [header, ...records]: readonly CsvField[][], column: string): number[] {
  if (!header) throw new Error(`${file} is empty`);
  const index = indexOf(file, header, column);
  if (records.length === 0) throw new Error(`${file} has a header and no data`);
  return records.map((record) => {
    const place = `${file}:${record[0]!.line}:`;
    if (record.length !== header.length) {
      throw new Error(
        `${place}${record[0]!.column}: ${record.length} field${record.length === 1 ? "" : "s"} in the line, ${header.length} in the header`,
      );
    }
    const field = record[index]!;
    const value = readDatum(field.text);
    if (value !== undefined) return value;
    const found = field.text.trim() === "" ? "is empty" : `is ${JSON.stringify(field.text)}`;
    throw new Error(
      `${file}:${field.line}:${field.column}: "${column}" ${found}, a number such as 1200 or 0.5 is wanted`,
    );
  });
}

/** The days of the file's one column of dates. */
function daysOf(file: string, [header, ...records]: readonly CsvField[][]): number[] {
  if (!header || records.length === 0) throw new Error(`${file} has no data`);
  const index = header.findIndex((_, k) => dayOf(records[0]![k]?.text.trim() ?? "") !== undefined);
  if (index < 0) throw new Error(`${file} has no column of days, written as 2024-11-20`);
  const problems: Problem[] = [];
  const days: number[] = [];
  let latest: { day: number; text: string; line: number } | undefined;
  for (const record of records) {
    const { text, line, column } = record[index] ?? { ...record[0]!, text: "" };
    const wrong = (message: string) => problems.push({ place: { file, line, column }, path: "", message });
    const date = text.trim();
    const day = dayOf(date);
    if (day === undefined) wrong(`${JSON.stringify(text)} is no day, one such as 2024-11-20 is wanted`);
    else if (latest && day === latest.day) wrong(`${date} is there twice, first in line ${latest.line}`);
    else if (latest && day < latest.day)
      wrong(`${date} comes after ${latest.text} in line ${latest.line}: days rise from row to row`);
    else latest = { day, text: date, line };
    days.push(day ?? 0);
  }
  if (problems.length > 0) throw new BadInput(problems);
  return days;
}

function indexOf(file: string, header: readonly CsvField[], column: string): number {
  // An é can be one character or two that look the same.
  const names = header.map(({ text }) => text.trim().normalize());
  const name = column.trim().normalize();
  const index = names.indexOf(name);
  if (index < 0) {
    const separator = names.length === 1 ? /[;\t]/.exec(names[0]!)?.[0] : undefined;
    const hint =
      separator === undefined
        ? nearestHint(column, names)
        : `fields are separated by commas, not by ${separator === ";" ? "semicolons" : "tabs"}`;
    throw new Error(`${file}:1:1: there is no column "${column}"; ${hint}`);
  }
  const again = names.indexOf(name, index + 1);
  if (again >= 0) {
    throw new Error(`${file}:${header[again]!.line}:${header[again]!.column}: "${column}" is there twice`);
  }
  return index;
}

/** Plain decimal numbers alone: what a spreadsheet exports without formatting. */
function readDatum(text: string): number | undefined {
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
