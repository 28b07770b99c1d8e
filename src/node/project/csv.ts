// Comma-separated values as records in which every field still knows its line and column.

/** A field and where it begins. */
export interface CsvField {
  text: string;
  /** From 1; the column counts characters. */
  line: number;
  column: number;
}

/** A quote that is never closed, or text after a closed one. */
export class CsvProblem extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = "CsvProblem";
    this.line = line;
    this.column = column;
  }
}

/**
 * The records of a text as in RFC 4180: fields between commas, those with commas, quotes or line ends in quotes. Lines
 * end in LF, CR LF or CR; empty lines are skipped, and so is a byte order mark.
 */
export function readCsv(text: string): CsvField[][] {
  const records: CsvField[][] = [];
  let record: CsvField[] = [];
  let line = 1;
  let position = text.startsWith("\uFEFF") ? 1 : 0;
  let lineStart = position;

  function readField(): CsvField {
    const field = { line, column: position - lineStart + 1 };
    if (text[position] !== '"') {
      const start = position;
      while (position < text.length && !",\r\n".includes(text[position]!)) position++;
      return { text: text.slice(start, position), ...field };
    }
    let content = "";
    for (position++; ; position++) {
      if (position >= text.length) throw new CsvProblem("a quote is not closed", field.line, field.column);
      if (text[position] === '"') {
        if (text[position + 1] !== '"') break;
        position++;
      }
      content += text[position];
      if (text[position] === "\n") startLine(position + 1);
    }
    position++;
    if (position < text.length && !",\r\n".includes(text[position]!)) {
      throw new CsvProblem(
        "after a closing quote a comma is wanted, or the line's end",
        line,
        position - lineStart + 1,
      );
    }
    return { text: content, ...field };
  }

  function startLine(start: number): void {
    line++;
    lineStart = start;
  }

  while (position < text.length) {
    record.push(readField());
    if (text[position] === ",") {
      position++;
      // A comma at the very end still has an empty field behind it.
      if (position < text.length) continue;
      record.push({ text: "", line, column: position - lineStart + 1 });
    }
    // A line of "" alone is not empty: it holds a missing value.
    if (record.length > 1 || position > lineStart) records.push(record);
    record = [];
    if (text[position] === "\r" && text[position + 1] === "\n") position++;
    position++;
    startLine(position);
  }
  return records;
}
