// Pictures as the worker draws them and the page shows them.
import type { Table } from "../../format/tables/table.ts";

/** A part of a picture that says something under the pointer; pixels of the picture. */
export interface Region {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  says: string;
}

/** A picture as SVG text, with its size in pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
  regions: readonly Region[];
}

/** A picture with the words that stand around it, and the table behind it where that is open. */
export interface DrawnChart extends Picture {
  title: string;
  subtitle: string;
  description: string;
  /** The chart's figures; absent where they were not ordered or there are none. */
  table?: Table | undefined;
}
