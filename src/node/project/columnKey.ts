// How a column of data is named where beliefs are sent to a worker.

export function columnKey(file: string, column: string): string {
  return JSON.stringify([file, column]);
}
